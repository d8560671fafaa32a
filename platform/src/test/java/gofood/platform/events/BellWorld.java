package gofood.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.events.Stage.Actor;
import gofood.platform.trace.Tracing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One run: replicas ring bells that are set, moved and cleared, while they are killed, stopped and
/// put to sleep. What decides is the seed. What the table must hold is known here as well, and is
/// compared after each step.
final class BellWorld {
    private static final String KIND = "bell";
    private static final int BELLS = 4;

    private final Random random;
    private final VirtualTime time;
    private final Db db;
    private final Stage stage = new Stage();
    private final List<Replica> replicas = new ArrayList<>();
    private final Map<String, Bell> bells = new HashMap<>();
    private final List<String> story = new ArrayList<>();
    private int started;
    private boolean calm;

    /// Who rings what, of the one that moves now.
    private @Nullable Actor actor;

    private @Nullable Claim ringing;

    /// What one bell should do.
    private static final class Bell {
        /// null when it is not to ring
        private @Nullable Instant due;

        /// Whose it is to ring it now; others may have it once its time is over.
        private @Nullable Claim claim;

        void is(@Nullable Instant at) {
            due = at;
            claim = null;
        }
    }

    private record Claim(Replica by, Timers.Ringing timer) {}

    /// One process.
    private final class Replica {
        private final String name;
        private final Timers timers;
        private final List<Actor> workers = new ArrayList<>();
        private Instant sleepsUntil = Instant.MIN;

        Replica(String name) {
            this.name = name;
            timers = new Timers(db, time, name, Tracing.OFF);
            timers.on(KIND, _ -> ring());
            db.run(timers::free);
            freed(name);
            for (int i = 0; i < 2; i++) workers.add(stage.enter(this::work));
        }

        private void work(Actor self) {
            for (var claim : taken(timers.take(), this)) {
                self.pause();
                actor = self;
                ringing = claim;
                timers.ring(claim.timer);
            }
        }

        boolean isAwake() {
            return !time.instant().isBefore(sleepsUntil);
        }

        void kill() {
            workers.forEach(Actor::kill);
        }
    }

    BellWorld(long seed, VirtualTime time, Db db) {
        this.random = new Random(seed);
        this.time = time;
        this.db = db;
        db.run(tx -> tx.update("DELETE FROM timer"));
    }

    void play() {
        var count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) replicas.add(another());
        try {
            for (int i = 0; i < 120; i++) {
                something();
                requireAsKnown();
            }
            calm = true;
            settle();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\n" + String.join("\n", story), e);
        } finally {
            replicas.forEach(Replica::kill);
        }
    }

    private Replica another() {
        return new Replica("replica " + started++);
    }

    private void note(String who, String what) {
        story.add(time.instant() + " " + who + " " + what);
    }

    private void something() {
        var at = random.nextInt(replicas.size());
        var replica = replicas.get(at);
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> set(anyBell(), time.instant().plusSeconds(random.nextInt(-5, 40)));
            case 3 -> clear(anyBell());
            case 4, 5 -> time.pass(Duration.ofMillis(random.nextInt(5_000)));
            case 6 -> time.pass(Timers.HIDDEN.plusMillis(random.nextInt(-1, 2)));
            case 7 -> {
                replica.kill();
                note(replica.name, "is killed, and starts again");
                replicas.set(at, new Replica(replica.name));
            }
            case 8 -> {
                replica.kill();
                replica.timers.close();
                note(replica.name, "stops, and another one starts");
                freed(replica.name);
                replicas.set(at, another());
            }
            case 9 -> {
                replica.sleepsUntil = time.instant().plusSeconds(random.nextInt(50));
                note(replica.name, "sleeps until " + replica.sleepsUntil);
            }
            default -> {
                if (replica.isAwake()) replica.workers.get(random.nextInt(2)).move();
            }
        }
    }

    private String anyBell() {
        return Integer.toString(random.nextInt(BELLS));
    }

    private Bell bell(String key) {
        return bells.computeIfAbsent(key, _ -> new Bell());
    }

    private void set(String key, Instant at) {
        db.run(tx -> replicas.getFirst().timers.set(tx, KIND, key, at));
        bell(key).is(at);
        note(key, "is set to " + at);
    }

    private void clear(String key) {
        db.run(tx -> replicas.getFirst().timers.clear(tx, KIND, Long.parseLong(key)));
        bell(key).is(null);
        note(key, "is cleared");
    }

    /// What this process has not finished may ring anywhere.
    private void freed(String name) {
        for (var bell : bells.values()) {
            var claim = bell.claim;
            if (claim != null && claim.by.name.equals(name))
                bell.is(earlier(claim.timer.until(), time.instant()));
        }
    }

    private List<Claim> taken(List<Timers.Ringing> due, Replica by) {
        var claims = new ArrayList<Claim>();
        for (var timer : due) {
            var bell = bell(timer.key());
            note(by.name, "takes " + timer.key());
            assertThat(bell.due).as("when %s is due", timer.key()).isNotNull();
            assertThat(bell.due).as("%s is due", timer.key()).isBeforeOrEqualTo(time.instant());
            if (bell.claim != null)
                assertThat(bell.claim.timer.until())
                        .as("%s is rung by %s already", timer.key(), bell.claim.by.name)
                        .isBeforeOrEqualTo(time.instant());
            bell.claim = new Claim(by, timer);
            claims.add(bell.claim);
        }
        return claims;
    }

    private void ring() {
        var self = Objects.requireNonNull(actor);
        var mine = Objects.requireNonNull(ringing);
        var key = mine.timer.key();
        var bell = bell(key);
        note(mine.by.name, "rings " + key);
        self.pause();
        if (!calm && random.nextInt(4) == 0) {
            // sometimes to the very moment at which it would have come out of hiding
            set(key, random.nextBoolean() ? mine.timer.until() : time.instant().plusSeconds(3));
            if (random.nextBoolean()) self.pause();
        }
        var isMine = bell.claim == mine;
        if (!calm && random.nextInt(5) == 0) {
            var pause = 1L << Math.min(mine.timer.attempts() - 1, 6);
            if (isMine) bell.is(time.instant().plusSeconds(Math.min(60, pause)));
            note(mine.by.name, "fails to ring " + key);
            throw new IllegalStateException("it jams");
        }
        if (isMine) bell.is(null);
        note(mine.by.name, "has rung " + key + (isMine ? "" : ", too late"));
    }

    /// The table holds what must be.
    private void requireAsKnown() {
        var stored = new HashMap<String, Instant>();
        db.tx(tx ->
                        tx.list(
                                "SELECT key, at FROM timer",
                                row -> Map.entry(row.text("key"), row.instant("at"))))
                .forEach(row -> stored.put(row.getKey(), row.getValue()));
        var known = new HashMap<String, Instant>();
        bells.forEach((key, bell) -> {
            if (bell.claim != null) known.put(key, bell.claim.timer.until());
            else if (bell.due != null) known.put(key, bell.due);
        });
        assertThat(stored).isEqualTo(known);
    }

    private void settle() {
        for (int i = 0; i < 6; i++) {
            for (var replica : replicas) replica.workers.forEach(Actor::finish);
            time.pass(Duration.ofSeconds(61));
        }
        requireAsKnown();
        bells.forEach((key, bell) -> assertThat(bell.due).as("bell %s", key).isNull());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
