package gofood.chaos;

import gofood.chaos.crowd.Attempt;
import gofood.chaos.law.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one run of one fault came to.
///
/// @param skipped why it was not made; empty when it was
/// @param failures what clients met from its beginning until all went well again
/// @param attempts how many requests they made meanwhile
/// @param recovery from the fault's end until the first success of each kind
record Outcome(
        String fault,
        Optional<String> skipped,
        List<Violation> violations,
        List<Attempt> failures,
        int attempts,
        Map<String, Duration> recovery) {

    static Outcome skipped(String fault, String why) {
        return new Outcome(fault, Optional.of(why), List.of(), List.of(), 0, Map.of());
    }

    /// `503 ×4, no answer ×2`
    static String told(List<Attempt> failures) {
        var byStatus = new TreeMap<Integer, Integer>();
        for (var failure : failures) byStatus.merge(failure.status(), 1, Integer::sum);
        var text = new StringBuilder();
        byStatus.forEach((status, times) -> {
            if (!text.isEmpty()) text.append(", ");
            text.append(status == Attempt.LOST ? "no answer" : status).append(" ×").append(times);
        });
        return text.isEmpty() ? "none" : text.toString();
    }

    Duration slowest() {
        return recovery.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
