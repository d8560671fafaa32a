package gofood.platform;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/// What a service counts and measures, as Prometheus reads it from `/metrics`.
public final class Meters {
    /// Few, since each route, method and status has its own: enough to tell a quick answer, a slow
    /// one and one that nobody waited for.
    private static final double[] ANSWER_STEPS =
            Stream.of(10, 50, 100, 250, 500, 1_000, 3_000, 10_000)
                    .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
                    .toArray();

    private Meters() {}

    /// A registry with the metrics of the JVM, for one service: in one process with others, each
    /// has its own.
    @SuppressWarnings("resource") // the collector is listened to as long as the process lives
    public static PrometheusMeterRegistry registry() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new AnswerSteps());
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }

    /// Steps of seconds for a timer: how many took up to so long.
    public static Duration[] seconds(long... seconds) {
        return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }

    private static final class AnswerSteps implements MeterFilter {
        @Override
        public DistributionStatisticConfig configure(
                Meter.Id id, DistributionStatisticConfig config) {
            if (!id.getName().equals("http.server.requests")) return config;
            return DistributionStatisticConfig.builder()
                    .serviceLevelObjectives(ANSWER_STEPS)
                    .build()
                    .merge(config);
        }
    }
}
