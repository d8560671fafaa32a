package gofood.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a durable timer promises.
class TimersTest {
    private Db db;
    private final List<String> rung = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        db = Db.open(TestBed.emptyDatabase("clock"), "clock", new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Timers timers() {
        return new Timers(db, Clock.systemUTC()).on("bell", rung::add);
    }

    private void awaitRings(int count) throws InterruptedException {
        for (int i = 0; i < 500 && rung.size() < count; i++) Thread.sleep(10);
        assertThat(rung).hasSize(count);
    }

    @Test
    void a_timer_rings_once_at_its_time_and_not_when_it_was_cleared() throws Exception {
        try (var timers = timers().start()) {
            var now = Instant.now();
            db.run(tx -> timers.set(tx, "bell", 1, now));
            db.run(tx -> timers.set(tx, "bell", 2, now.plusSeconds(3600)));
            db.run(tx -> timers.set(tx, "bell", 3, now.plusMillis(700)));
            db.run(tx -> timers.clear(tx, "bell", 3));
            awaitRings(1);
            Thread.sleep(1_200);
            assertThat(rung).containsExactly("1");
        }
    }

    @Test
    void a_timer_of_before_a_crash_rings_after_it() throws Exception {
        var before = timers();
        db.run(tx -> before.set(tx, "bell", 4, Instant.now()));
        try (var _ = timers().start()) {
            awaitRings(1);
        }
    }

    @Test
    void two_replicas_ring_a_timer_once() throws Exception {
        var first = timers();
        try (var _ = first.start();
                var _ = timers().start()) {
            db.run(tx -> {
                for (int key = 0; key < 60; key++) first.set(tx, "bell", key, Instant.now());
            });
            awaitRings(60);
            Thread.sleep(600);
            assertThat(rung).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_handler_may_set_its_own_timer_anew() throws Exception {
        var timers = new Timers(db, Clock.systemUTC());
        timers.on(
                "bell",
                key -> {
                    rung.add(key);
                    if (rung.size() < 3) db.run(tx -> timers.set(tx, "bell", key, Instant.now()));
                });
        try (var _ = timers.start()) {
            db.run(tx -> timers.set(tx, "bell", 1, Instant.now()));
            awaitRings(3);
        }
    }
}
