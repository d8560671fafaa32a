package gofood.platform.events;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Batching;
import gofood.platform.http.RequestScope;
import gofood.platform.run.Running;
import gofood.platform.trace.Part;
import gofood.platform.trace.Tracing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Durable timers: what must happen at a time, unless it is cleared before. They carry every
/// deadline of a waiting state, and every piece of work that talks to the outside and must survive
/// a crash.
///
/// A handler runs outside a transaction, at least once: it looks at the state before it acts. It is
/// done when it returns; when it throws, it is tried again later, ever more slowly. While it works
/// the timer is hidden from other replicas for [#HIDDEN]. A replica that stops gives back what it
/// still holds; one that was killed frees it when it starts again under its old name. Whoever was
/// asleep meanwhile finds that the timer is no longer its own and leaves it alone.
public final class Timers implements Running {
    static final Duration HIDDEN = Duration.ofSeconds(30);

    /// Less, so that no other replica rings while a handler still works.
    private static final Duration TIME = Duration.ofSeconds(25);

    /// Of what a transaction says of one timer the last counts; without a time it is cleared. In
    /// the order of their names, so that those who set the same ones don't wait in a circle; who
    /// clears one holds what it belongs to.
    private static final String CHANGE =
            """
            WITH wish AS (
                SELECT DISTINCT ON (kind, key) kind, key, at, traceparent
                  FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[])
                       WITH ORDINALITY AS w (kind, key, at, traceparent, said)
                 ORDER BY kind, key, said DESC),
            cleared AS (
                DELETE FROM timer t USING wish w
                 WHERE w.at IS NULL AND t.kind = w.kind AND t.key = w.key)
            INSERT INTO timer (kind, key, at, traceparent)
            SELECT * FROM wish WHERE at IS NOT NULL
            ON CONFLICT (kind, key) DO UPDATE
               SET at = excluded.at, holder = NULL, attempts = 0, error = NULL,
                   traceparent = excluded.traceparent
            """;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int AT_ONCE = 64;

    /// So many are claimed together rather than one by one as places become free, if that takes no
    /// longer than this.
    private static final int CROWD = AT_ONCE / 2;

    private static final Duration PATIENCE = Duration.ofMillis(20);
    private static final System.Logger LOG = System.getLogger(Timers.class.getName());

    private final Db db;
    private final Clock clock;
    private final String holder;
    private final Tracing tracing;
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final Semaphore free = new Semaphore(AT_ONCE);

    /// Those that ring to their end at the same moment are deleted together.
    private final Batching<Ringing, Boolean> finished = Batching.whole(1, this::finish);

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    /// Whether more may be due than there were places for.
    private volatile boolean isFull;

    private @Nullable Thread looping;

    /// What happens when a timer rings.
    public interface Handler {
        void ring(String key);
    }

    record Ringing(
            String kind, String key, Instant until, int attempts, @Nullable String traceparent) {}

    /// @param holder this replica's name, the same after a restart
    public Timers(Db db, Clock clock, String holder, Tracing tracing) {
        this.db = db;
        this.clock = clock;
        this.holder = holder;
        this.tracing = tracing;
    }

    public Timers on(String kind, Handler handler) {
        handlers.put(kind, handler);
        return this;
    }

    /// Sets or moves a timer of a thing that has a life: when it rings, the trace that it was set
    /// in goes on.
    public void set(Tx tx, String kind, long key, Instant at) {
        var bound = RequestScope.CURRENT.isBound();
        var trace = bound ? RequestScope.current().traceparent() : null;
        set(tx, kind, Long.toString(key), at, trace);
    }

    /// Sets or moves a timer of something that comes again and again, which belongs to no trace.
    public void set(Tx tx, String kind, String key, Instant at) {
        set(tx, kind, key, at, null);
    }

    private void set(Tx tx, String kind, String key, Instant at, @Nullable String trace) {
        tx.gather(CHANGE, kind, key, at, trace);
        if (!at.isAfter(clock.instant())) tx.afterCommit(news::release);
    }

    public void clear(Tx tx, String kind, long key) {
        tx.gather(CHANGE, kind, Long.toString(key), null, null);
    }

    /// Starts to ring; all handlers must be known by now.
    public Timers start() {
        db.run(this::free);
        looping = Thread.ofVirtual().name("timers").start(this::loop);
        return this;
    }

    private void loop() {
        while (!stopping) {
            try {
                if (news.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS))
                    news.drainPermits();
                if (free.tryAcquire(CROWD, PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    free.release(CROWD);
                for (var timer : take()) workers.execute(() -> ring(timer));
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // errors too: without this thread no deadline is kept any more
                if (!stopping)
                    LOG.log(System.Logger.Level.WARNING, "timers can't be read: " + e.getMessage());
            }
        }
    }

    /// Takes no more than can ring now: what is taken is hidden from other replicas.
    List<Ringing> take() {
        isFull = true;
        var room = free.drainPermits();
        var taken = 0;
        try {
            var due = room == 0 ? List.<Ringing>of() : db.tx(tx -> claim(tx, room));
            taken = due.size();
            // there may be more
            isFull = taken == room;
            if (isFull && room > 0) news.release();
            return due;
        } finally {
            free.release(room - taken);
        }
    }

    /// They are updated where they were found: most of the table are places that timers have left,
    /// and a plan that looked through all of it would be slower the fewer are due. The moment
    /// stands in a question of its own for the same reason: a planner that knew it would look for
    /// the earliest timer there is, behind all that are gone.
    private List<Ringing> claim(Tx tx, int room) {
        var now = clock.instant();
        return tx.list(
                """
                UPDATE timer SET at = ?, holder = ?, attempts = attempts + 1
                 WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM timer
                     WHERE at <= (SELECT ?::timestamptz) AND kind = ANY (?)
                     ORDER BY at LIMIT ?
                       FOR UPDATE SKIP LOCKED))
                RETURNING kind, key, at, attempts, traceparent
                """,
                row ->
                        new Ringing(
                                row.text("kind"),
                                row.text("key"),
                                row.instant("at"),
                                row.integer("attempts"),
                                row.findText("traceparent")),
                now.plus(HIDDEN),
                holder,
                now,
                handlers.keySet().toArray(String[]::new),
                room);
    }

    /// What this replica has taken and not rung to the end may ring anywhere, at once.
    void free(Tx tx) {
        tx.update(
                "UPDATE timer SET at = least(at, ?), holder = NULL WHERE holder = ?",
                clock.instant(),
                holder);
    }

    void ring(Ringing timer) {
        try {
            var handler = handlers.get(timer.kind);
            if (handler == null) return;
            var trace = timer.traceparent;
            try (var part = trace == null ? Part.NOTHING : tracing.continuing(trace, timer.kind)) {
                RequestScope.lasting(trace, TIME).within(part).run(() -> handler.ring(timer.key));
            }
            finished.await(timer);
        } catch (RuntimeException e) {
            // what our own stop has broken off is given back by it
            if (!stopping) retry(timer, e);
        } finally {
            free.release();
            // the next may have waited for this one's place
            if (isFull) news.release();
        }
    }

    /// Unless their handlers have set them anew, or others ring them by now. One that somebody sets
    /// at this moment is left alone: who waited for it while holding others could be waited for in
    /// turn. Each is found by itself, whatever a plan from when there were few timers says.
    private List<Boolean> finish(List<Ringing> timers) {
        db.run(tx -> {
            // then it rings again
            tx.mayBeLost();
            for (var timer : timers)
                tx.gather(
                        """
                        DELETE FROM timer WHERE ctid = ANY (ARRAY(
                            SELECT t.ctid
                              FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[])
                                   AS f (kind, key, at, holder),
                                   LATERAL (SELECT ctid FROM timer
                                             WHERE kind = f.kind AND key = f.key AND at = f.at
                                               AND holder = f.holder
                                               FOR UPDATE SKIP LOCKED) AS t))
                        """,
                        timer.kind,
                        timer.key,
                        timer.until,
                        holder);
        });
        return Collections.nCopies(timers.size(), true);
    }

    private void retry(Ringing timer, RuntimeException e) {
        LOG.log(
                System.Logger.Level.WARNING,
                "timer " + timer.kind + " " + timer.key + " failed (" + timer.attempts + " times)",
                e);
        var pause = Duration.ofSeconds(Math.min(60, 1L << Math.min(timer.attempts - 1, 6)));
        try {
            db.run(tx ->
                    tx.update(
                            """
                            UPDATE timer SET at = ?, holder = NULL, error = ?
                             WHERE kind = ? AND key = ? AND at = ? AND holder = ?
                            """,
                            clock.instant().plus(pause),
                            String.valueOf(e.getMessage()),
                            timer.kind,
                            timer.key,
                            timer.until,
                            holder));
        } catch (RuntimeException unreachable) {
            // it rings again when it comes out of hiding
            LOG.log(System.Logger.Level.DEBUG, "timer not moved", unreachable);
        }
    }

    /// Stops and lets another replica ring at once what could not be finished.
    @Override
    public void close() {
        stopping = true;
        news.release();
        try {
            if (looping != null) looping.join(Duration.ofSeconds(2));
            workers.shutdown();
            if (!workers.awaitTermination(3, TimeUnit.SECONDS)) workers.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            db.run(this::free);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "timers come out of hiding by themselves", e);
        }
    }
}
