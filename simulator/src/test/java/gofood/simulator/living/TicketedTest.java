package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketedTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static int late(int saidMinute, int needsSeconds) {
        var said = NOON.plus(Duration.ofMinutes(saidMinute));
        return Ticketed.minutesLate(said, NOON, Duration.ofSeconds(needsSeconds));
    }

    @Test
    void who_is_in_time_or_nearly_so_says_nothing() {
        assertThat(late(10, 300)).isZero();
        assertThat(late(10, 600)).isZero();
        assertThat(late(10, 650)).isZero();
    }

    @Test
    void a_delay_counts_from_what_was_said_or_from_now_when_that_is_over() {
        assertThat(late(10, 720)).isEqualTo(2);
        assertThat(late(-10, 180)).isEqualTo(3);
    }

    @Test
    void nobody_says_more_than_half_an_hour_at_once() {
        assertThat(late(0, 7200)).isEqualTo(30);
    }
}
