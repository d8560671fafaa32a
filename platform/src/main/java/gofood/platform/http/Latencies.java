package gofood.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How long answers take, by route and status. Its timers are kept, since the registry would put
/// their tags together anew with each request to look them up.
final class Latencies {
    private final MeterRegistry metrics;
    private final Map<Ending, Timer> timers = new ConcurrentHashMap<>();

    private record Ending(String method, String path, int status) {}

    Latencies(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    Timer of(Routes.Route route, int status) {
        return timers.computeIfAbsent(
                new Ending(route.method(), route.path(), status), this::timer);
    }

    private Timer timer(Ending ending) {
        var status = Integer.toString(ending.status);
        return metrics.timer(
                "http.server.requests",
                Tags.of("method", ending.method, "route", ending.path, "status", status));
    }
}
