package gofood.gateway.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/// Counts what the gateway passes on to each service, and how that ends.
public final class Traffic {
    /// Up to how many milliseconds a latency counts as this one; what is longer, as the last.
    private static final long[] STEPS = {
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000
    };

    private static final List<String> OUTCOMES = List.of("ok", "error", "timed_out");

    private static final int REQUESTS = 0;
    private static final int ERRORS = 1;
    private static final int MISSES = 2;
    private static final int FIRST_STEP = 3;

    private final MeterRegistry metrics;
    private final Map<String, AtomicLongArray> tallies = new ConcurrentHashMap<>();

    private final Map<Ending, Timer> timers = new ConcurrentHashMap<>();

    private record Ending(String service, String outcome) {}

    public Traffic(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /// What passed in a stretch of time.
    ///
    /// @param errors failed by the service's fault, with 5xx or without an answer
    /// @param misses of them, those that weren't answered in time
    /// @param latencies how many took each step
    record Passed(long requests, long errors, long misses, long[] latencies) {
        static final Passed NOTHING = new Passed(0, 0, 0, new long[STEPS.length]);

        Passed plus(Passed more) {
            var sum = latencies.clone();
            Arrays.setAll(sum, step -> sum[step] + more.latencies[step]);
            return new Passed(
                    requests + more.requests, errors + more.errors, misses + more.misses, sum);
        }

        double errorPercent() {
            return requests == 0 ? 0 : 100.0 * errors / requests;
        }

        /// What 95 of 100 stay within, in milliseconds.
        long p95() {
            var left = Arrays.stream(latencies).sum() * 0.05;
            for (int step = STEPS.length - 1; step >= 0; step--) {
                left -= latencies[step];
                if (left < 0) return STEPS[step];
            }
            return 0;
        }
    }

    /// Makes its metrics, before anything passes: of one that first appears with the first
    /// failures, Prometheus would not see that they are new.
    public void expect(String service) {
        for (var outcome : OUTCOMES) timer(service, outcome);
    }

    /// @param status what the client was told
    public void passed(String service, int status, Duration took) {
        var outcome = status == 504 ? "timed_out" : status >= 500 ? "error" : "ok";
        timer(service, outcome).record(took.toNanos(), TimeUnit.NANOSECONDS);
        var tally = tally(service);
        tally.incrementAndGet(REQUESTS);
        if (status >= 500) tally.incrementAndGet(ERRORS);
        if (status == 504) tally.incrementAndGet(MISSES);
        var step = Arrays.binarySearch(STEPS, took.toMillis());
        var at = step >= 0 ? step : Math.min(-step - 1, STEPS.length - 1);
        tally.incrementAndGet(FIRST_STEP + at);
    }

    private Timer timer(String service, String outcome) {
        // looked up with each request, so that it must be cheap
        return timers.computeIfAbsent(
                new Ending(service, outcome),
                ending ->
                        Timer.builder("gateway.passed")
                                .tags("service", ending.service, "outcome", ending.outcome)
                                .serviceLevelObjectives(
                                        Arrays.stream(STEPS)
                                                .mapToObj(Duration::ofMillis)
                                                .toArray(Duration[]::new))
                                .register(metrics));
    }

    /// What has passed since this was asked last.
    Passed take(String service) {
        var tally = tally(service);
        var latencies = new long[STEPS.length];
        Arrays.setAll(latencies, step -> tally.getAndSet(FIRST_STEP + step, 0));
        return new Passed(
                tally.getAndSet(REQUESTS, 0),
                tally.getAndSet(ERRORS, 0),
                tally.getAndSet(MISSES, 0),
                latencies);
    }

    private AtomicLongArray tally(String service) {
        return tallies.computeIfAbsent(
                service, _ -> new AtomicLongArray(FIRST_STEP + STEPS.length));
    }
}
