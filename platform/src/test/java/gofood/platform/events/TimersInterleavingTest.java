package gofood.platform.events;

import gofood.platform.db.Db;
import gofood.platform.testing.Seeds;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// What timers promise, whatever happens between any two of their steps.
class TimersInterleavingTest {
    /// Held here, since loggers that nobody holds forget their level.
    private static final Logger QUIET = Logger.getLogger(Timers.class.getName());

    @Test
    void a_timer_is_rung_by_one_at_a_time_and_at_last() {
        QUIET.setLevel(Level.OFF);
        try (var db = Db.open(TestBed.emptyDatabase("bells"), "bells", new SimpleMeterRegistry())) {
            Seeds.play(
                    Duration.ofSeconds(8),
                    seed -> new BellWorld(seed, new VirtualTime(), db).play());
        } finally {
            QUIET.setLevel(null);
        }
    }
}
