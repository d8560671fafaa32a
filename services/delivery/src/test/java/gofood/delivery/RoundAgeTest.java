package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Whether a monitor sees that nobody looks at the rides that wait.
@Execution(ExecutionMode.CONCURRENT)
class RoundAgeTest {
    private static long age(Road road) {
        var figure = road.bed.anyone().get("/status").body().findPath("dispatch_round_age_seconds");
        return figure.isMissingNode() ? -1 : figure.asLong();
    }

    @Test
    void the_age_of_the_last_round_grows_when_nobody_plays_and_a_ride_waits() {
        var env = TestBed.emptyDatabase("delivery");
        var settings =
                env.values().entrySet().stream()
                        .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                        .toArray(String[]::new);
        try (var road = new Road(settings);
                var db = Db.open(env, "delivery", new SimpleMeterRegistry())) {
            road.ready();
            Road.await(() -> age(road) >= 0 ? true : null, "a figure");
            Road.pause(6000);
            assertThat(age(road)).isLessThan(5);
            // another replica that has the lease, and does nothing
            db.run(tx ->
                    tx.update(
                            """
                            UPDATE round_lease
                               SET holder = gen_random_uuid(), until = now() + interval '1 hour'
                            """));
            var since = Instant.now();
            Road.await(() -> age(road) >= 8 ? true : null, "an age that grows");
            assertThat(Duration.between(since, Instant.now())).isGreaterThan(Duration.ofSeconds(6));
            db.run(tx ->
                    tx.update("UPDATE delivery SET status = 'CANCELLED' WHERE status = 'WAITING'"));
            Road.await(() -> age(road) == 0 ? true : null, "nothing waits");
        }
    }
}
