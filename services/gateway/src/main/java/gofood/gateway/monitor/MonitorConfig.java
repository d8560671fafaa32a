package gofood.gateway.monitor;

import gofood.platform.http.Signature;
import gofood.platform.run.Env;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What the health monitor takes for wrong.
///
/// @param every how often it looks
/// @param patience how long a service has to tell its status
/// @param starting what has not been well yet is only just starting, for so long after the gateway
/// @param leastRequests in a minute; of fewer, shares and percentiles say nothing
/// @param slow what 95 of 100 requests should stay below
/// @param errorPercent the share of requests that may fail by the service's fault
/// @param deadlineMisses requests without an answer in time, in a minute
/// @param backlog how old an event may get before it is delivered
/// @param stuckAge how long ago a service's own rounds may have been
/// @param cpuPercent of the processors that a replica may use
/// @param memoryPercent of the heap, after it was cleared up
/// @param webhook told of every alert, if there is one
record MonitorConfig(
        Duration every,
        Duration patience,
        Duration starting,
        int leastRequests,
        Duration slow,
        int errorPercent,
        int deadlineMisses,
        Duration backlog,
        Duration stuckAge,
        int cpuPercent,
        int memoryPercent,
        Optional<Hook> webhook) {

    /// @param signature signs what is sent, as Standard Webhooks says
    record Hook(URI url, Signature signature) {}

    static MonitorConfig from(Env env) {
        return new MonitorConfig(
                Duration.ofMillis(env.number("GATEWAY_MONITOR_MILLIS", 5_000)),
                Duration.ofMillis(env.number("GATEWAY_MONITOR_PATIENCE_MILLIS", 3_000)),
                env.seconds("GATEWAY_MONITOR_STARTING_SECONDS", 90),
                env.number("GATEWAY_ALERT_LEAST_REQUESTS", 20),
                Duration.ofMillis(env.number("GATEWAY_ALERT_SLOW_MILLIS", 1_000)),
                env.number("GATEWAY_ALERT_ERROR_PERCENT", 5),
                env.number("GATEWAY_ALERT_DEADLINE_MISSES", 5),
                env.seconds("GATEWAY_ALERT_BACKLOG_SECONDS", 30),
                env.seconds("GATEWAY_ALERT_STUCK_SECONDS", 60),
                env.number("GATEWAY_ALERT_CPU_PERCENT", 95),
                env.number("GATEWAY_ALERT_MEMORY_PERCENT", 90),
                env.find("GATEWAY_ALERTS_WEBHOOK_URL")
                        .map(url ->
                                new Hook(
                                        URI.create(url),
                                        Signature.of(env, "GATEWAY_ALERTS_WEBHOOK_SECRET"))));
    }
}
