package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SpeedTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private final AtomicReference<Instant> wall = new AtomicReference<>(NOON);
    private final InstantSource source = wall::get;
    private final Pace pace = new Pace(10, source.withZone(ZoneOffset.UTC), NOON);

    private void passes(Duration real) {
        wall.updateAndGet(now -> now.plus(real));
    }

    @Test
    void the_citys_clock_never_jumps_when_the_speed_changes() {
        passes(Duration.ofMinutes(1));
        assertThat(pace.elapsed()).isEqualTo(Duration.ofMinutes(10));
        pace.change(2);
        assertThat(pace.elapsed()).isEqualTo(Duration.ofMinutes(10));
        passes(Duration.ofMinutes(3));
        assertThat(pace.elapsed()).isEqualTo(Duration.ofMinutes(16));
        assertThat(pace.real(Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void what_lies_behind_is_measured_by_the_speeds_of_then() {
        passes(Duration.ofMinutes(1));
        pace.change(2);
        passes(Duration.ofMinutes(1));
        assertThat(pace.between(NOON.plusSeconds(30), NOON.plusSeconds(90)))
                .isEqualTo(Duration.ofMinutes(6));
        assertThat(pace.between(NOON.plusSeconds(-60), NOON)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void who_waits_notices_a_new_speed() throws InterruptedException {
        var own = Pace.startingNow(1, Clock.systemUTC());
        var begun = System.nanoTime();
        var faster =
                Thread.ofVirtual()
                        .start(() -> {
                            own.change(60);
                        });
        own.work(Duration.ofMinutes(1), () -> 2);
        faster.join();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
        assertThat(own.elapsed().toSeconds()).isCloseTo(120, within(30L));
    }
}
