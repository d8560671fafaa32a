package gofood.platform.events;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.run.Running;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Keeps the platform's tables small and measures the outbox.
public final class Housekeeping implements Running {
    private static final String KIND = "platform.prune";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration MEASURE_EVERY = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

    private final Db db;
    private final Timers timers;
    private final Clock clock;
    private final Thread measuring;
    private volatile Backlog backlog = new Backlog(0, 0, 0);

    private record Backlog(long waiting, long parked, double oldestSeconds) {}

    public Housekeeping(Db db, Timers timers, Clock clock, MeterRegistry metrics) {
        this.db = db;
        this.timers = timers;
        this.clock = clock;
        timers.on(KIND, _ -> prune());
        db.run(tx -> timers.set(tx, KIND, "hourly", clock.instant().plus(EVERY)));
        Gauge.builder("outbox.waiting", () -> backlog.waiting).register(metrics);
        Gauge.builder("outbox.parked", () -> backlog.parked).register(metrics);
        Gauge.builder("outbox.oldest", () -> backlog.oldestSeconds)
                .baseUnit("seconds")
                .register(metrics);
        measuring = Thread.ofVirtual().name("housekeeping").start(this::measure);
    }

    private void prune() {
        db.run(tx -> {
            var now = clock.instant();
            delete(tx, "inbox", "applied_at", now.minus(Duration.ofDays(14)));
            delete(tx, "idempotency", "created_at", now.minus(Duration.ofDays(2)));
            timers.set(tx, KIND, "hourly", now.plus(EVERY));
        });
    }

    private static void delete(Tx tx, String table, String column, Instant before) {
        tx.update("DELETE FROM " + table + " WHERE " + column + " < ?", before);
    }

    private void measure() {
        while (true) {
            try {
                Thread.sleep(MEASURE_EVERY);
                backlog =
                        db.tx(tx ->
                                tx.one(
                                        """
                                        SELECT count(*) FILTER (WHERE parked_at IS NULL) AS waiting,
                                               count(parked_at) AS parked,
                                               coalesce(extract(epoch FROM now() - min(created_at)), 0)
                                                   AS oldest
                                          FROM (SELECT parked_at, created_at FROM outbox
                                                 ORDER BY position LIMIT 10000) o
                                        """,
                                        row ->
                                                new Backlog(
                                                        row.number("waiting"),
                                                        row.number("parked"),
                                                        row.decimal("oldest"))));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "the outbox can't be measured", e);
                if (Thread.currentThread().isInterrupted()) return;
            }
        }
    }

    @Override
    public void close() {
        measuring.interrupt();
    }
}
