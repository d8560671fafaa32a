package gofood.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.platform.db.Db;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.run.Running;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Brings the outbox to its subscribers: one worker per subscriber and partition, of which only the
/// holder of the lease works when there are several replicas. A lease that ran out in the middle of
/// a batch only makes duplicates, which the inbox drops.
public final class Relay implements Running {
    private static final int BATCH = 256;
    private static final int ATTEMPTS_BEFORE_PARKED = 10;
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(Relay.class.getName());

    private final String source;
    private final Db db;
    private final Function<String, Peer> peers;
    private final UUID holder = UUID.randomUUID();
    private final Map<String, Semaphore> workers = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    private record Waiting(long position, UUID id, CloudEvent event, int attempts) {}

    /// Starts a worker for each subscriber and partition.
    public Relay(String source, Db db, Outbox outbox, Function<String, Peer> peers) {
        this.source = source;
        this.db = db;
        this.peers = peers;
        for (var subscriber : outbox.subscribers())
            for (int partition = 0; partition < Outbox.PARTITIONS; partition++)
                start(subscriber, partition);
        outbox.wakes(() -> workers.values().forEach(Semaphore::release));
        threads.add(Thread.ofVirtual().name("relay-backstop").start(this::wakeByTheClock));
    }

    private void start(String subscriber, int partition) {
        var news = new Semaphore(1);
        workers.put(subscriber + "/" + partition, news);
        threads.add(
                Thread.ofVirtual()
                        .name("relay-" + subscriber + "-" + partition)
                        .start(() -> work(subscriber, partition, news)));
    }

    /// One cheap look per second finds what a lost wake-up, a retry or another replica has left.
    private void wakeByTheClock() {
        while (!stopping) {
            try {
                Thread.sleep(LOOK_AGAIN);
                for (var worker : db.tx(Relay::withWork)) {
                    var news = workers.get(worker);
                    if (news != null) news.release();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "the outbox can't be read: " + e.getMessage());
            }
        }
    }

    private static List<String> withWork(Tx tx) {
        return tx.list(
                """
                SELECT DISTINCT subscriber || '/' || partition AS worker
                  FROM outbox
                 WHERE parked_at IS NULL AND coalesce(next_try_at, now()) <= now()
                """,
                row -> row.text("worker"));
    }

    private void work(String subscriber, int partition, Semaphore news) {
        var pause = Duration.ofMillis(100);
        while (!stopping) {
            try {
                news.acquire();
                news.drainPermits();
                while (!stopping && deliverBatch(subscriber, partition)) {
                    // as long as there are full batches
                }
                pause = Duration.ofMillis(100);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "{0} can''t be told now: {1}",
                        subscriber,
                        e.getMessage());
                sleep(pause);
                pause = pause.multipliedBy(2);
                if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
                news.release();
            }
        }
    }

    /// @return whether there may be more at once
    private boolean deliverBatch(String subscriber, int partition) {
        var batch =
                db.tx(tx ->
                        lease(tx, subscriber, partition)
                                ? read(tx, subscriber, partition)
                                : List.<Waiting>of());
        if (batch.isEmpty()) return false;
        var events = batch.stream().map(Waiting::event).toList();
        var answer =
                ScopedValue.where(RequestScope.CURRENT, RequestScope.fresh())
                        .call(() -> peers.apply(subscriber).post("/events", events));
        if (!answer.isOk())
            throw Refused.unavailable(subscriber + " (status " + answer.status() + ")");
        var outcome = answer.as(CloudEvent.Outcome.class);
        db.run(tx -> settle(tx, batch, outcome));
        return batch.size() == BATCH && outcome.failed().isEmpty();
    }

    private boolean lease(Tx tx, String subscriber, int partition) {
        return tx.update(
                        """
                        INSERT INTO lease (name, holder, until)
                        VALUES (?, ?, now() + make_interval(secs => ?))
                        ON CONFLICT (name) DO UPDATE
                           SET holder = excluded.holder, until = excluded.until
                         WHERE lease.holder = excluded.holder OR lease.until < now()
                        """,
                        "relay/" + subscriber + "/" + partition,
                        holder,
                        LEASE.toSeconds())
                == 1;
    }

    /// The oldest events, without those that stand behind a failed one of their key.
    private List<Waiting> read(Tx tx, String subscriber, int partition) {
        return tx.list(
                """
                SELECT position, id, key, type, data, traceparent, created_at, attempts
                  FROM outbox o
                 WHERE subscriber = ? AND partition = ? AND parked_at IS NULL
                   AND coalesce(next_try_at, now()) <= now()
                   AND NOT EXISTS (
                       SELECT FROM outbox b
                        WHERE b.subscriber = o.subscriber AND b.key = o.key
                          AND b.position < o.position
                          AND (b.parked_at IS NOT NULL OR b.next_try_at > now()))
                 ORDER BY position
                 LIMIT ?
                """,
                this::waiting,
                subscriber,
                partition,
                BATCH);
    }

    private Waiting waiting(Row row) {
        var id = row.uuid("id");
        var event =
                new CloudEvent(
                        "1.0",
                        id,
                        source,
                        row.text("type"),
                        row.text("key"),
                        row.instant("created_at"),
                        row.text("traceparent"),
                        "application/json",
                        row.json("data", JsonNode.class));
        return new Waiting(row.number("position"), id, event, row.integer("attempts"));
    }

    private static void settle(Tx tx, List<Waiting> batch, CloudEvent.Outcome outcome) {
        var failures = new HashMap<UUID, CloudEvent.Failure>();
        for (var failure : outcome.failed()) failures.put(failure.id(), failure);
        var applied =
                batch.stream()
                        .filter(waiting -> !failures.containsKey(waiting.id))
                        .map(Waiting::position)
                        .toArray(Long[]::new);
        tx.update("DELETE FROM outbox WHERE position = ANY (?)", (Object) applied);
        for (var waiting : batch) {
            var failure = failures.get(waiting.id);
            if (failure != null && failure.error() != null)
                retryLater(tx, waiting, failure.error());
        }
    }

    private static void retryLater(Tx tx, Waiting waiting, String error) {
        var attempts = waiting.attempts + 1;
        var parked = attempts >= ATTEMPTS_BEFORE_PARKED;
        LOG.log(
                parked ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
                "event {0} {1} failed ({2} times): {3}",
                waiting.event.type(),
                waiting.id,
                attempts,
                error);
        tx.update(
                """
                UPDATE outbox
                   SET attempts = ?, error = ?, next_try_at = now() + make_interval(secs => ?),
                       parked_at = CASE WHEN ? THEN now() END
                 WHERE position = ?
                """,
                attempts,
                error,
                Math.min(60, 1 << Math.min(attempts, 6)),
                parked,
                waiting.position);
    }

    private static void sleep(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
