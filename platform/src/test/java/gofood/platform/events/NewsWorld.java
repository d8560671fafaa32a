package gofood.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Stage.Actor;
import gofood.platform.http.Peer.Answer;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// One run: replicas of a teller bring events to two readers through a network that loses, doubles
/// and delays, while they are killed, stopped and put to sleep. What decides is the seed.
final class NewsWorld {
    /// An event that a reader can't take now, or can't take until somebody has mended it.
    enum Mood {
        GOOD,
        EARLY,
        POISON
    }

    sealed interface RumourEvent {
        record Told(long about, int number, Mood mood) implements RumourEvent {}
    }

    private static final List<String> READERS = List.of("left", "right");

    /// One of them does alone what the others share.
    private static final List<Carrier.Share> SHARES =
            List.of(Carrier.Share.ALL, new Carrier.Share(0, 2), new Carrier.Share(1, 2));

    private static final long[] KEYS = {4, 8, 12};

    private final Random random;
    private final VirtualTime time;
    private final VirtualStore store;
    private final Map<String, Db> readers;
    private final Outbox outbox =
            new Outbox().to("left", RumourEvent.Told.class).to("right", RumourEvent.Told.class);
    private final Map<String, Inbox> inboxes = new HashMap<>();
    private final Stage stage = new Stage();
    private final List<Replica> replicas = new ArrayList<>();
    private final List<Runnable> underWay = new ArrayList<>();
    private final Map<Long, List<Mood>> said = new TreeMap<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final List<String> story = new ArrayList<>();
    private boolean calm;
    private boolean mended;

    /// One process of the teller.
    private final class Replica {
        private final String name;
        private final List<Actor> carriers = new ArrayList<>();
        private Instant sleepsUntil = Instant.MIN;
        private boolean up;

        Replica(String name) {
            this.name = name;
            start();
        }

        void start() {
            up = true;
            for (var reader : READERS)
                for (var share : SHARES) carriers.add(stage.enter(carrying(reader, share)));
        }

        private Stage.Part carrying(String reader, Carrier.Share share) {
            var network = new Network(reader);
            // each machine counts from a moment of its own
            var from = random.nextLong(-1L << 40, 1L << 40);
            var carrier =
                    new Carrier(
                            "news",
                            name,
                            store.db,
                            network,
                            new LowMark(reader),
                            () -> time.nanos() + from,
                            share);
            return self -> {
                network.carrier = self;
                try {
                    carrier.deliverBatch();
                } catch (RuntimeException away) {
                    note(name, reader, "was told " + away.getMessage());
                }
            };
        }

        void kill() {
            carriers.forEach(Actor::kill);
            carriers.clear();
            up = false;
        }

        void comeBack() {
            sleepsUntil = Instant.MIN;
            if (!up) start();
        }

        boolean isAwake() {
            return up && !time.instant().isBefore(sleepsUntil);
        }
    }

    /// The way from one carrier to its reader.
    private final class Network implements Carrier.Transport {
        private final String reader;
        private Actor carrier;

        Network(String reader) {
            this.reader = reader;
        }

        @Override
        public Answer bring(List<CloudEvent> batch) {
            carrier.pause();
            if (hit(4)) throw Refused.unavailable("lost on the way; " + reader);
            if (hit(4)) {
                underWay.add(() -> hear(batch));
                throw Refused.unavailable("slow on the way; " + reader);
            }
            if (hit(2)) return new Answer(random.nextBoolean() ? 500 : 429, new byte[0], null);
            var failed = hear(batch);
            if (hit(4)) failed = hear(batch);
            carrier.pause();
            if (hit(5)) throw Refused.unavailable("lost on the way back; " + reader);
            return new Answer(200, Json.write(new CloudEvent.Outcome(failed)), null);
        }

        private List<CloudEvent.Failure> hear(List<CloudEvent> batch) {
            var copy = List.of(Json.read(Json.write(batch), CloudEvent[].class));
            var failed = inbox().applyAll(copy);
            note(reader, "hears", copy.size() + ", refuses " + failed.size());
            return failed;
        }

        private Inbox inbox() {
            return inboxes.computeIfAbsent(
                    reader,
                    _ ->
                            new Inbox(readers.get(reader))
                                    .on(
                                            RumourEvent.class,
                                            (tx, event) -> heard(tx, reader, event)));
        }
    }

    NewsWorld(long seed, VirtualTime time, VirtualStore store, Map<String, Db> readers) {
        this.random = new Random(seed);
        this.time = time;
        this.store = store;
        this.readers = readers;
        store.db.run(tx -> {
            tx.update("DELETE FROM outbox");
            tx.update("DELETE FROM lease");
        });
        for (var reader : readers.values())
            reader.run(tx -> {
                tx.update("DELETE FROM inbox");
                tx.update("DELETE FROM heard");
            });
    }

    /// The whole run: trouble, then calm, then somebody mends what was poison.
    void play() {
        var count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) replicas.add(new Replica("replica " + i));
        try {
            for (int i = 0; i < 120; i++) something();
            calm = true;
            // one at least is there, and the others may never come back
            var survivor = random.nextInt(count);
            for (int i = 0; i < count; i++)
                if (i == survivor || random.nextBoolean()) replicas.get(i).comeBack();
                else replicas.get(i).kill();
            settle();
            poisonBlocksOnlyItsKey();
            replicas.forEach(Replica::comeBack);
            mended = true;
            retryWhatIsParked();
            settle();
            everythingWasHeardOnceAndInOrder();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\n" + String.join("\n", story), e);
        } finally {
            replicas.forEach(Replica::kill);
        }
    }

    private boolean hit(int percent) {
        return !calm && random.nextInt(100) < percent;
    }

    private void note(String who, String what, String more) {
        story.add(time.instant() + " " + who + " " + what + " " + more);
    }

    private void something() {
        var replica = replicas.get(random.nextInt(replicas.size()));
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> say();
            case 3 -> pass(100);
            case 4 -> pass(1_000);
            case 5 -> pass(random.nextInt(15_000));
            case 6 -> {
                replica.kill();
                note(replica.name, "is", "killed");
            }
            case 7 -> {
                replica.kill();
                store.db.run(tx -> Relay.letGo(tx, replica.name));
                note(replica.name, "is", "stopped");
            }
            case 8 -> {
                replica.sleepsUntil = time.instant().plusSeconds(random.nextInt(40));
                note(replica.name, "sleeps until", replica.sleepsUntil.toString());
            }
            case 9 -> {
                if (!underWay.isEmpty()) underWay.remove(random.nextInt(underWay.size())).run();
            }
            case 10 -> replicas.stream().filter(other -> !other.up).forEach(Replica::start);
            default -> {
                if (replica.isAwake()) replica.carriers.get(random.nextInt(READERS.size())).move();
            }
        }
    }

    private void pass(int millis) {
        store.pass(Duration.ofMillis(millis));
    }

    /// A transaction that tells one to three things, or is rolled back in the end.
    private void say() {
        var key = KEYS[random.nextInt(KEYS.length)];
        var already = said.computeIfAbsent(key, _ -> new ArrayList<>());
        var more = new ArrayList<Mood>();
        for (int i = 0; i <= random.nextInt(3); i++) more.add(mood());
        var kept = random.nextInt(8) != 0;
        try {
            store.db.run(tx -> {
                var number = already.size();
                for (var mood : more)
                    outbox.send(tx, key, new RumourEvent.Told(key, ++number, mood));
                if (!kept) throw new IllegalStateException("rolled back");
            });
            already.addAll(more);
        } catch (IllegalStateException rolledBack) {
            assertThat(kept).isFalse();
        }
        note("something", kept ? "happens to" : "nearly happens to", key + ": " + more);
    }

    private Mood mood() {
        return switch (random.nextInt(12)) {
            case 0 -> Mood.POISON;
            case 1, 2 -> Mood.EARLY;
            default -> Mood.GOOD;
        };
    }

    private void heard(Tx tx, String reader, RumourEvent event) {
        switch (event) {
            case RumourEvent.Told told -> {
                tx.update(
                        "INSERT INTO heard (about, number) VALUES (?, ?)",
                        told.about(),
                        told.number());
                switch (told.mood()) {
                    case GOOD -> {}
                    case EARLY -> {
                        var which = reader + told.about() + "/" + told.number();
                        if (refusals.merge(which, 1, Integer::sum) <= 3)
                            throw Refused.unavailable("what comes before it");
                    }
                    case POISON -> {
                        if (!mended) throw new IllegalStateException("poison");
                    }
                }
                if (hit(3)) throw new IllegalStateException("stumbled");
            }
        }
    }

    /// Nothing is lost any more: in bounded time only what is parked, and what stands behind it, is
    /// left.
    private void settle() {
        underWay.forEach(Runnable::run);
        underWay.clear();
        for (int i = 0; i < 90 && waiting() > 0; i++) {
            // who is down has nobody to carry
            replicas.get(i % replicas.size()).carriers.forEach(Actor::finish);
            pass(i < 3 ? 5_000 : 21_000);
        }
        assertThat(waiting()).as("events that wait for nobody").isZero();
    }

    private long waiting() {
        return store.db.tx(tx ->
                tx.one(
                        """
                        SELECT count(*) AS n FROM outbox o
                         WHERE NOT EXISTS (
                               SELECT FROM outbox p
                                WHERE p.subscriber = o.subscriber AND p.key = o.key
                                  AND p.position <= o.position AND p.parked_at IS NOT NULL)
                        """,
                        row -> row.number("n")));
    }

    private void poisonBlocksOnlyItsKey() {
        for (var reader : READERS)
            said.forEach((key, moods) -> {
                var poison = moods.indexOf(Mood.POISON);
                var free = poison < 0 ? moods.size() : poison;
                // what stumbled too often by chance is parked, too
                if (isParked(reader, key) && poison < 0) return;
                assertThat(numbers(reader, key))
                        .as("%s hears of %d what comes before the poison", reader, key)
                        .isEqualTo(upTo(free));
            });
    }

    private boolean isParked(String reader, long key) {
        return store.db
                .tx(tx ->
                        tx.find(
                                """
                                SELECT position FROM outbox
                                 WHERE subscriber = ? AND key = ? AND parked_at IS NOT NULL
                                """,
                                row -> row.number("position"),
                                reader,
                                Long.toString(key)))
                .isPresent();
    }

    private void retryWhatIsParked() {
        store.db.run(tx ->
                tx.list(
                                "SELECT position FROM outbox WHERE parked_at IS NOT NULL",
                                row -> row.number("position"))
                        .forEach(position -> tx.update(Parked.RETRY, position)));
    }

    private void everythingWasHeardOnceAndInOrder() {
        for (var reader : READERS)
            said.forEach((key, moods) ->
                    assertThat(numbers(reader, key))
                            .as("what %s heard of %d", reader, key)
                            .isEqualTo(upTo(moods.size())));
    }

    private List<Integer> numbers(String reader, long key) {
        return readers.get(reader)
                .tx(tx ->
                        tx.list(
                                "SELECT number FROM heard WHERE about = ? ORDER BY heard_id",
                                row -> row.integer("number"),
                                key));
    }

    private static List<Integer> upTo(int last) {
        var numbers = new ArrayList<Integer>();
        for (int number = 1; number <= last; number++) numbers.add(number);
        return numbers;
    }
}
