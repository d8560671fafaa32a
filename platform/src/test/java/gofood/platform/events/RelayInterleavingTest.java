package gofood.platform.events;

import gofood.platform.db.Db;
import gofood.platform.testing.Seeds;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What outbox, lease and inbox promise together, whatever happens between any two of their steps.
class RelayInterleavingTest {
    /// Held here, since loggers that nobody holds forget their level.
    private final List<Logger> quiet =
            List.of(
                    Logger.getLogger(Relay.class.getName()),
                    Logger.getLogger(Inbox.class.getName()));

    private final VirtualTime time = new VirtualTime();
    private VirtualStore store;
    private Db left;
    private Db right;

    @BeforeEach
    void open() {
        quiet.forEach(logger -> logger.setLevel(Level.OFF));
        store = new VirtualStore(time);
        left = reader();
        right = reader();
    }

    private static Db reader() {
        var db = Db.open(TestBed.emptyDatabase("reader"), "reader", new SimpleMeterRegistry());
        db.run(tx ->
                tx.update(
                        """
                        CREATE TABLE heard (
                            heard_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            about bigint NOT NULL, number int NOT NULL)
                        """));
        return db;
    }

    @AfterEach
    void close() {
        quiet.forEach(logger -> logger.setLevel(null));
        store.close();
        left.close();
        right.close();
    }

    @Test
    void each_event_is_applied_once_and_in_order_and_none_waits_for_ever() {
        Seeds.play(
                Duration.ofSeconds(12),
                seed ->
                        new NewsWorld(seed, time, store, Map.of("left", left, "right", right))
                                .play());
    }
}
