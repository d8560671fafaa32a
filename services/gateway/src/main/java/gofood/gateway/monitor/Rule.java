package gofood.gateway.monitor;

import gofood.contracts.GatewayApi.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What can be wrong. The same rules stand in `deploy/alerts/gofood.rules.yaml` for Prometheus.
enum Rule {
    SERVICE_DOWN(3, 2),
    SLOW(6, 6),
    ERROR_SHARE(2, 6),
    BACKLOG(2, 2),
    STUCK(2, 2),
    LEDGER_DIFFERENCE(2, 2),
    CRITICAL_LOAD(24, 6),
    DEADLINE_MISSES(1, 6);

    /// So many bad looks in a row raise it.
    final int raiseAfter;

    /// So many good looks in a row clear it.
    final int clearAfter;

    Rule(int raiseAfter, int clearAfter) {
        this.raiseAfter = raiseAfter;
        this.clearAfter = clearAfter;
    }

    /// As it is called on the wire.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param replica null when it is about all
    record Subject(Rule rule, String service, @Nullable String replica) {}

    /// What a rule says of a subject at one time.
    sealed interface Verdict {
        record Good() implements Verdict {}

        /// @param text in a sentence
        /// @param french the same
        record Bad(Severity severity, String text, String french) implements Verdict {}
    }
}
