package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the gateway answers itself: how the whole is doing, and who did what to it.
public final class GatewayApi {
    private GatewayApi() {}

    public enum Severity {
        /// somebody should look today
        @JsonProperty("warning")
        WARNING,
        /// customers notice, or soon will
        @JsonProperty("critical")
        CRITICAL
    }

    /// `GET /alerts`: what is wrong now, then what was, newest first; for operators.
    public record AlertList(List<Alert> alerts) {}

    /// @param rule which of the monitor's rules speaks: `service_down`, `slow`, `error_share`,
    ///   `backlog`, `stuck`, `ledger_difference`, `critical_load`, `deadline_misses`
    /// @param service whom it is about
    /// @param replica which of the service's, without its address; null when it is about all
    /// @param text in a sentence
    /// @param clearedAt when it was over; null while it lasts
    public record Alert(
            long alertId,
            String rule,
            Severity severity,
            String service,
            @Nullable String replica,
            String text,
            Instant since,
            @Nullable Instant clearedAt) {}

    /// `GET /health/history?service=`: how a service was doing, oldest first; for operators.
    public record HealthHistory(String service, List<HealthSample> samples) {}

    /// @param up how many of its replicas answered well
    /// @param latencyMs of the slowest answer to the monitor
    /// @param requestsPerSecond that the gateway passed on to it
    /// @param errorPercent of them that failed by the service's fault
    public record HealthSample(
            Instant at,
            int replicas,
            int up,
            long latencyMs,
            double requestsPerSecond,
            double errorPercent) {}

    /// `GET /audit`: what operators and services did, in all services, newest first; for operators.
    ///
    /// @param unreachable services that did not answer, so that their entries are missing here
    public record AuditList(
            List<AuditEntry> entries, @Nullable String nextCursor, List<String> unreachable) {}

    /// @param service in which it was done
    /// @param auditId its number there
    /// @param by who did it: `operator 4`, `service order`
    /// @param action method and path
    /// @param reason as they gave it
    /// @param traceId under which the logs and traces have it
    public record AuditEntry(
            String service,
            long auditId,
            Instant at,
            String by,
            String action,
            int status,
            @Nullable String reason,
            String traceId) {}

    /// `GET /parked`: events that a subscriber refused for good, in all services, oldest first; for
    /// operators, who have them tried again or given up with `POST /parked/{service}/{id}/retry`
    /// and `…/drop`. Later events of the same order wait behind them.
    ///
    /// @param more whether there are more than are shown
    /// @param unreachable services that did not answer, so that theirs are missing here
    public record ParkedEvents(List<ParkedEvent> events, boolean more, List<String> unreachable) {}

    /// @param service that tells it
    /// @param id its number there
    /// @param subscriber who refused it
    /// @param key the order that it is about
    public record ParkedEvent(
            String service,
            long id,
            String subscriber,
            String key,
            String type,
            String error,
            Instant createdAt,
            Instant parkedAt) {}

    /// A fault that is made on purpose, where goFOOD was started for it (`FAULTS=on`). `GET·PUT
    /// /faults` at the gateway, for operators; without them the path does not exist.
    ///
    /// @param service whose routes it hits
    /// @param route a path prefix, `/` for all
    /// @param percent of the requests that it hits
    /// @param delayMs by how long it delays them
    /// @param status answered instead of doing the work; null to do it
    /// @param abort the connection is dropped without an answer
    public record Fault(
            String service,
            String route,
            int percent,
            int delayMs,
            @Nullable Integer status,
            boolean abort) {
        public Fault {
            InvalidField.text("service", service, 1, 40);
            InvalidField.text("route", route, 1, 200);
            InvalidField.number("percent", percent, 1, 100);
            InvalidField.number("delay_ms", delayMs, 0, 60_000);
            InvalidField.number("status", status, 400, 599);
        }
    }

    /// All that there are; an empty list ends them.
    ///
    /// @param provider how the simulated payment provider misbehaves
    public record Faults(List<Fault> faults, @Nullable ProviderFault provider) {
        public Faults {
            InvalidField.size("faults", faults, 0, 50);
        }
    }

    /// @param declinePercent of the charges are declined
    /// @param timeoutPercent of the charges happen and are never answered
    /// @param delayMs by how long every answer comes later
    /// @param webhooksDoubledPercent of its webhooks come twice
    /// @param webhooksShuffledMs they come up to so much later, in any order
    public record ProviderFault(
            int declinePercent,
            int timeoutPercent,
            int delayMs,
            @Nullable Integer webhooksDoubledPercent,
            @Nullable Integer webhooksShuffledMs) {
        public ProviderFault {
            InvalidField.number("decline_percent", declinePercent, 0, 100);
            InvalidField.number("timeout_percent", timeoutPercent, 0, 100);
            InvalidField.number("delay_ms", delayMs, 0, 60_000);
            InvalidField.number("webhooks_doubled_percent", webhooksDoubledPercent, 0, 100);
            InvalidField.number("webhooks_shuffled_ms", webhooksShuffledMs, 0, 60_000);
        }
    }
}
