package gofood.platform.events;

import static gofood.platform.events.Timers.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import gofood.platform.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
        return new Timers(db, Clock.systemUTC(), "replica", Tracing.OFF).on("bell", rung::add);
    }

    private Timers replica(String name, Clock clock) {
        return new Timers(db, clock, name, Tracing.OFF).on("bell", rung::add);
    }

    /// Who holds the bell of this key; empty when nobody does, nothing when there is none.
    private Optional<String> holderOf(String key) {
        return db.tx(tx ->
                tx.find(
                        "SELECT coalesce(holder, '') AS holder FROM timer WHERE key = ?",
                        row -> row.text("holder"),
                        key));
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
        var first = replica("first", Clock.systemUTC());
        try (var _ = first.start();
                var _ = replica("second", Clock.systemUTC()).start()) {
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
        var timers = new Timers(db, Clock.systemUTC(), "replica", Tracing.OFF);
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

    @Test
    void a_replica_that_stops_gives_back_what_it_could_not_finish() throws Exception {
        var still = new VirtualTime(); // so nothing comes out of hiding by itself
        var begun = new CountDownLatch(1);
        var stuck = new Timers(db, still, "stuck", Tracing.OFF);
        stuck.on(
                "bell",
                _ -> {
                    begun.countDown();
                    await(new CountDownLatch(1));
                });
        db.run(tx -> stuck.set(tx, "bell", 1, still.instant()));
        try (var _ = stuck.start()) {
            await(begun);
        }
        assertThat(holderOf("1")).contains("");
        try (var _ = replica("other", still).start()) {
            awaitRings(1);
        }
    }

    @Test
    void a_replica_that_was_killed_rings_at_once_when_it_is_back_under_its_name() throws Exception {
        var still = new VirtualTime();
        var killed = replica("again", still);
        db.run(tx -> killed.set(tx, "bell", 1, still.instant()));
        assertThat(killed.take()).hasSize(1);
        assertThat(replica("other", still).take()).as("hidden from others").isEmpty();
        try (var _ = replica("again", still).start()) {
            awaitRings(1);
        }
    }

    @Test
    void a_replica_that_slept_too_long_leaves_alone_what_is_another_ones_by_now() {
        var time = new VirtualTime();
        var asleep = replica("asleep", time);
        var awake = replica("awake", time);
        db.run(tx -> asleep.set(tx, "bell", 1, time.instant()));
        var late = asleep.take().getFirst();
        time.pass(HIDDEN.plusSeconds(1));
        var taken = awake.take().getFirst();
        asleep.ring(late);
        assertThat(holderOf("1")).contains("awake");
        awake.ring(taken);
        assertThat(holderOf("1")).isEmpty();
    }

    @Test
    void a_replica_that_slept_too_long_does_not_move_what_fails_late() {
        var time = new VirtualTime();
        var asleep = new Timers(db, time, "asleep", Tracing.OFF);
        asleep.on(
                "bell",
                _ -> {
                    throw new IllegalStateException("late");
                });
        var awake = replica("awake", time);
        db.run(tx -> asleep.set(tx, "bell", 1, time.instant()));
        var late = asleep.take().getFirst();
        time.pass(HIDDEN.plusSeconds(1));
        assertThat(awake.take()).hasSize(1);
        asleep.ring(late);
        assertThat(holderOf("1")).contains("awake");
        assertThat(awake.take()).as("still hidden").isEmpty();
    }

    @Test
    void a_handler_may_set_its_timer_to_the_very_end_of_its_hiding() {
        var still = new VirtualTime();
        var timers = new Timers(db, still, "replica", Tracing.OFF);
        timers.on(
                "bell",
                key -> db.run(tx -> timers.set(tx, "bell", key, still.instant().plus(HIDDEN))));
        db.run(tx -> timers.set(tx, "bell", 1, still.instant()));
        timers.ring(timers.take().getFirst());
        assertThat(holderOf("1")).as("set anew, and nobody's").contains("");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
