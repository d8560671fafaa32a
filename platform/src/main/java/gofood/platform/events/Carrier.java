package gofood.platform.events;

import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.runAsync;

import gofood.platform.db.Db;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// Brings one subscriber its events, those of a key in order. With several replicas only the holder
/// of the lease works; a lease that ran out in the middle of a batch only makes duplicates, which
/// the inbox drops, and notes on rows that are gone or have moved on, which change nothing.
final class Carrier implements Runnable {
    private static final int BATCH = 500;
    private static final int LOOK_FOR_THE_MARK_EVERY = 1000;
    private static final int CREW = 4;
    private static final int ATTEMPTS_BEFORE_PARKED = 10;
    private static final Duration LEASE = Duration.ofSeconds(10);

    /// Who doesn't get the lease leaves it alone for so long: each of our own commits wakes us, and
    /// somebody else brings what it has sent.
    private static final Duration LEFT_ALONE = Duration.ofMillis(800);

    /// Who took so long rests as long.
    private static final Duration UNHURRIED = Duration.ofMillis(5);

    private static final Duration LONGEST_REST = Duration.ofMillis(50);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_DOUBLED = 5;

    /// Who doesn't know our token, or has too much to do.
    private static final Set<Integer> HAVE_NOT_LOOKED = Set.of(401, 403, 404, 408, 429);

    private static final System.Logger LOG = System.getLogger(Relay.class.getName());

    private final String source;
    private final String holder;
    private final Db db;
    private final Transport transport;
    private final String subscriber;
    private final Semaphore news = new Semaphore(1);
    private int size = BATCH;
    private final LongSupplier nanoTime;
    private final LowMark mark;
    private final Share share;

    /// Takes turns with this one when there is much: it works side by side, each on its share.
    private final List<Carrier> crew;

    private long leasedUntil;
    private long leftAloneUntil;
    private int sinceTheMark;
    private boolean isBusy;
    private volatile boolean stopping;

    /// The way to the subscriber.
    interface Transport {
        /// @throws Refused when no answer came; the batch may have arrived all the same
        Peer.Answer bring(List<CloudEvent> batch);
    }

    /// Which keys are brought: one of `of` shares.
    record Share(int number, int of) {
        static final Share ALL = new Share(0, 1);
    }

    private record Waiting(long position, UUID id, CloudEvent event, int attempts) {}

    Carrier(
            String source,
            String holder,
            Db db,
            Transport transport,
            LowMark mark,
            LongSupplier nanoTime,
            Share share) {
        this.source = source;
        this.holder = holder;
        this.db = db;
        this.transport = transport;
        this.mark = mark;
        this.subscriber = mark.subscriber();
        this.nanoTime = nanoTime;
        this.share = share;
        this.crew =
                IntStream.range(0, share.of == 1 ? CREW : 0)
                        .mapToObj(number -> new Share(number, CREW))
                        .map(its -> new Carrier(source, holder, db, transport, mark, nanoTime, its))
                        .toList();
        this.leasedUntil = nanoTime.getAsLong();
        this.leftAloneUntil = leasedUntil;
    }

    void wake() {
        news.release();
    }

    void stop() {
        stopping = true;
        crew.forEach(Carrier::stop);
    }

    @Override
    public void run() {
        var rest = Duration.ZERO;
        var failures = 0;
        while (!stopping) {
            try {
                Thread.sleep(rest);
                news.acquire();
                news.drainPermits();
                var begun = nanoTime.getAsLong();
                bringAll();
                rest = restAfter(Duration.ofNanos(nanoTime.getAsLong() - begun));
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // errors too: without this thread the subscriber hears nothing any more
                LOG.log(
                        System.Logger.Level.INFO,
                        "{0} can''t be told now: {1}",
                        subscriber,
                        e.getMessage());
                rest = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, MOST_DOUBLED));
                news.release();
            }
        }
    }

    private void bringAll() {
        while (!stopping && deliverBatch())
            allOf(
                            crew.stream()
                                    .map(it -> runAsync(it::bringAll, Thread::startVirtualThread))
                                    .toArray(CompletableFuture[]::new))
                    .join();
    }

    /// The busier all are, the longer a round takes, and the more the next one finds when it is
    /// waited with; each event costs less then. A quick one is hardly rested after.
    private static Duration restAfter(Duration took) {
        var rest = took.multipliedBy(took.toMillis()).dividedBy(UNHURRIED.toMillis());
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    /// One step: what is due is read, brought, and what came of it is noted.
    ///
    /// @return whether there may be more at once
    boolean deliverBatch() {
        if (leftAloneUntil - nanoTime.getAsLong() > 0) return false;
        var justRead = isFresh() && !isBusy && sinceTheMark < LOOK_FOR_THE_MARK_EVERY;
        var batch = justRead ? db.read(this::read) : db.tx(this::readLeased);
        isBusy = batch.size() == size;
        if (batch.isEmpty()) return false;
        var answer = send(batch.stream().map(Waiting::event).toList());
        if (!answer.isOk()) return narrowDown(batch, answer.status());
        var outcome = answer.as(CloudEvent.Outcome.class);
        db.run(tx -> settle(tx, batch, outcome));
        size = Math.min(BATCH, size * 2);
        return isBusy && outcome.failed().isEmpty();
    }

    private Peer.Answer send(List<CloudEvent> events) {
        try {
            return RequestScope.anew(() -> transport.bring(events));
        } catch (Refused away) {
            // perhaps it was too much at once
            size = Math.max(1, size / 2);
            throw away;
        }
    }

    /// The subscriber refused the batch as a whole: the one event that it can't take is found by
    /// halving.
    private boolean narrowDown(List<Waiting> batch, int status) {
        if (HAVE_NOT_LOOKED.contains(status))
            throw new Refused(
                    status, "not_heard", subscriber + " hears nobody now (" + status + ")");
        if (batch.size() == 1)
            db.run(tx -> retryLater(tx, batch.getFirst(), "the batch was refused with " + status));
        size = Math.max(1, batch.size() / 2);
        return true;
    }

    private List<Waiting> readLeased(Tx tx) {
        if (isBusy) tx.planAnew();
        if (!isFresh() && LowMark.withWork(tx, List.of(mark)).isEmpty()) return List.of();
        var ours = isFresh() || lease(tx);
        if (!ours || sinceTheMark >= LOOK_FOR_THE_MARK_EVERY) {
            mark.advance(tx);
            sinceTheMark = 0;
        }
        return ours ? read(tx) : List.of();
    }

    /// A lease is renewed when half of it is gone.
    private boolean isFresh() {
        return leasedUntil - nanoTime.getAsLong() > LEASE.toNanos() / 2;
    }

    private boolean lease(Tx tx) {
        var now = nanoTime.getAsLong();
        var got =
                tx.update(
                        """
                        INSERT INTO lease (name, holder, until)
                        VALUES (?, ?, now() + make_interval(secs => ?))
                        ON CONFLICT (name) DO UPDATE
                           SET holder = excluded.holder, until = excluded.until
                         WHERE lease.holder = excluded.holder OR lease.until < now()
                        """,
                        "relay/" + subscriber,
                        holder,
                        LEASE.toSeconds());
        if (got == 1) leasedUntil = now + LEASE.toNanos();
        else leftAloneUntil = now + LEFT_ALONE.toNanos();
        return got == 1;
    }

    /// The oldest events, without those whose key has a failed one: that is always its first.
    private List<Waiting> read(Tx tx) {
        return tx.list(
                """
                SELECT position, id, key, type, data, traceparent, created_at, attempts
                  FROM outbox
                 WHERE subscriber = ? AND position > ? AND abs(hashtext(key) % ?) = ?
                   AND key <> ALL (ARRAY(
                       SELECT key FROM outbox
                        WHERE subscriber = ?
                          AND (parked_at IS NOT NULL OR next_try_at > now())))
                 ORDER BY position
                 LIMIT ?
                """,
                this::waiting,
                subscriber,
                mark.position(),
                share.of,
                share.number,
                subscriber,
                size);
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
                        Json.raw(row.text("data")));
        return new Waiting(row.number("position"), id, event, row.integer("attempts"));
    }

    private void settle(Tx tx, List<Waiting> batch, CloudEvent.Outcome outcome) {
        var failures = new HashMap<UUID, CloudEvent.Failure>();
        for (var failure : outcome.failed()) failures.put(failure.id(), failure);
        // what is brought twice is applied once
        tx.mayBeLost();
        for (var waiting : batch) {
            var failure = failures.get(waiting.id);
            if (failure == null) brought(tx, waiting);
            else
                switch (failure.why()) {
                    case BEHIND -> {} // its turn comes after the one before it
                    case NOT_NOW -> notNow(tx, waiting);
                    case FAILED -> retryLater(tx, waiting, failure.error());
                }
        }
    }

    private void brought(Tx tx, Waiting waiting) {
        sinceTheMark++;
        tx.gather(
                """
                DELETE FROM outbox
                 WHERE subscriber = ANY (?::text[]) AND position = ANY (?::bigint[])
                """,
                subscriber,
                waiting.position);
    }

    /// Nothing is wrong with the event: no attempt is counted, however long it lasts.
    private void notNow(Tx tx, Waiting waiting) {
        tx.update(
                """
                UPDATE outbox SET next_try_at = now() + interval '1 second'
                 WHERE subscriber = ? AND position = ?
                """,
                subscriber,
                waiting.position);
    }

    private void retryLater(Tx tx, Waiting waiting, String error) {
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
                 WHERE subscriber = ? AND position = ? AND attempts = ?
                """,
                attempts,
                error,
                Math.min(60, 1 << Math.min(attempts, 6)),
                parked,
                subscriber,
                waiting.position,
                waiting.attempts);
    }
}
