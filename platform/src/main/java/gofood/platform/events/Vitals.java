package gofood.platform.events;

import gofood.platform.db.Db;
import gofood.platform.http.Standard.Signs;
import gofood.platform.run.Running;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// How a service feels, beside whether it answers: what waits in its outbox and what its timers
/// have missed, and the figures that it adds itself. Looked at by the clock and kept, so that
/// whoever asks costs nothing.
public final class Vitals implements Running {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(Vitals.class.getName());

    private final Db db;
    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final Map<String, Supplier<? extends Number>> figures = new ConcurrentHashMap<>();
    private final OwnLoad load = new OwnLoad();
    private final Thread measuring;
    private volatile long cpuPercent;
    private volatile Events events = new Events(0, 0, 0, 0);
    private volatile Map<String, Number> measured = Map.of();

    private record Events(long waiting, long parked, double oldestSeconds, long overdueTimers) {}

    public Vitals(Db db, Outbox outbox, MeterRegistry metrics) {
        this.db = db;
        this.outbox = outbox;
        this.metrics = metrics;
        Gauge.builder("outbox.waiting", () -> events.waiting).register(metrics);
        Gauge.builder("outbox.parked", () -> events.parked).register(metrics);
        Gauge.builder("outbox.oldest", () -> events.oldestSeconds)
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("timers.overdue", () -> events.overdueTimers).register(metrics);
        measuring = Thread.ofVirtual().name("vitals").start(this::measure);
    }

    /// Adds a figure of the service's own, read every few seconds; null leaves it out.
    public void figure(String name, Supplier<? extends Number> figure) {
        figures.put(name, figure);
        Gauge.builder("gofood.figure", () -> measured.getOrDefault(name, Double.NaN))
                .tag("figure", name)
                .register(metrics);
    }

    public Signs signs() {
        var now = events;
        return new Signs(
                cpuPercent,
                OwnLoad.memoryPercent(),
                now.parked,
                Math.round(now.oldestSeconds),
                now.overdueTimers,
                db.waiting(),
                measured);
    }

    private void measure() {
        while (true) {
            try {
                Thread.sleep(EVERY);
                cpuPercent = load.cpuPercent();
                events = look();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "the outbox can't be measured", e);
                if (Thread.currentThread().isInterrupted()) return;
            }
            measured = readFigures();
        }
    }

    private Map<String, Number> readFigures() {
        var now = new TreeMap<String, Number>();
        figures.forEach((name, figure) -> {
            try {
                var value = figure.get();
                if (value != null) now.put(name, value);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, name + " can't be told", e);
            }
        });
        return now;
    }

    /// A timer is overdue when nobody has rung it for a minute, or when it keeps failing.
    private Events look() {
        return db.tx(tx -> {
            var waiting = LowMark.waiting(tx, outbox.marks());
            return tx.one(
                    """
                    SELECT (SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL) AS parked,
                           (SELECT count(*) FROM timer
                             WHERE at < now() + interval '61 seconds'
                               AND (at < now() - interval '60 seconds' OR attempts > 5))
                               AS overdue
                    """,
                    row ->
                            new Events(
                                    waiting.events(),
                                    row.number("parked"),
                                    waiting.oldestSeconds(),
                                    row.number("overdue")));
        });
    }

    @Override
    public void close() {
        measuring.interrupt();
    }
}
