package gofood.platform.events;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.RequestScope;
import gofood.platform.run.Running;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
/// the timer is hidden from other replicas for [#HIDDEN].
public final class Timers implements Running {
    static final Duration HIDDEN = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int AT_ONCE = 32;
    private static final System.Logger LOG = System.getLogger(Timers.class.getName());

    private final Db db;
    private final Clock clock;
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;
    private @Nullable Thread looping;

    /// What happens when a timer rings.
    public interface Handler {
        void ring(String key);
    }

    private record Ringing(String kind, String key, Instant until, int attempts) {}

    public Timers(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Timers on(String kind, Handler handler) {
        handlers.put(kind, handler);
        return this;
    }

    /// Sets or moves a timer.
    public void set(Tx tx, String kind, long key, Instant at) {
        set(tx, kind, Long.toString(key), at);
    }

    /// Sets or moves a timer.
    public void set(Tx tx, String kind, String key, Instant at) {
        tx.update(
                """
                INSERT INTO timer (kind, key, at) VALUES (?, ?, ?)
                ON CONFLICT (kind, key) DO UPDATE SET at = excluded.at, attempts = 0, error = NULL
                """,
                kind,
                key,
                at);
        if (!at.isAfter(clock.instant())) tx.afterCommit(news::release);
    }

    public void clear(Tx tx, String kind, long key) {
        tx.update("DELETE FROM timer WHERE kind = ? AND key = ?", kind, Long.toString(key));
    }

    /// Starts to ring; all handlers must be known by now.
    public Timers start() {
        looping = Thread.ofVirtual().name("timers").start(this::loop);
        return this;
    }

    private void loop() {
        while (!stopping) {
            try {
                if (news.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS))
                    news.drainPermits();
                var room = free.drainPermits();
                var due = room == 0 ? List.<Ringing>of() : claimed(room);
                for (var timer : due) workers.execute(() -> ring(timer));
                if (room > 0 && due.size() == room) news.release();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopping)
                    LOG.log(System.Logger.Level.WARNING, "timers can't be read: " + e.getMessage());
            }
        }
    }

    /// Takes no more than can ring now: what is taken is hidden from other replicas.
    private List<Ringing> claimed(int room) {
        var taken = 0;
        try {
            var due = db.tx(tx -> claim(tx, room));
            taken = due.size();
            return due;
        } finally {
            free.release(room - taken);
        }
    }

    private List<Ringing> claim(Tx tx, int room) {
        var now = clock.instant();
        return tx.list(
                """
                UPDATE timer SET at = ?, attempts = attempts + 1
                 WHERE (kind, key) IN (
                       SELECT kind, key FROM timer
                        WHERE at <= ? AND kind = ANY (?)
                        ORDER BY at LIMIT ?
                          FOR UPDATE SKIP LOCKED)
                RETURNING kind, key, at, attempts
                """,
                row ->
                        new Ringing(
                                row.text("kind"),
                                row.text("key"),
                                row.instant("at"),
                                row.integer("attempts")),
                now.plus(HIDDEN),
                now,
                handlers.keySet().toArray(String[]::new),
                room);
    }

    private void ring(Ringing timer) {
        try {
            var handler = handlers.get(timer.kind);
            if (handler == null) return;
            ScopedValue.where(RequestScope.CURRENT, RequestScope.fresh())
                    .run(() -> handler.ring(timer.key));
            // unless the handler has set it anew
            db.run(tx ->
                    tx.update(
                            "DELETE FROM timer WHERE kind = ? AND key = ? AND at = ?",
                            timer.kind,
                            timer.key,
                            timer.until));
        } catch (RuntimeException e) {
            retry(timer, e);
        } finally {
            free.release();
            // the next may have waited for this one's place
            if (free.availablePermits() == 1) news.release();
        }
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
                            UPDATE timer SET at = ?, error = ?
                             WHERE kind = ? AND key = ? AND at = ?
                            """,
                            clock.instant().plus(pause),
                            String.valueOf(e.getMessage()),
                            timer.kind,
                            timer.key,
                            timer.until));
        } catch (RuntimeException unreachable) {
            // it rings again when it comes out of hiding
            LOG.log(System.Logger.Level.DEBUG, "timer not moved", unreachable);
        }
    }

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
    }
}
