package gofood.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table at the end.
final class Scoreboard {
    private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();

    void add(Outcome outcome) {
        outcomes.computeIfAbsent(outcome.fault(), _ -> new ArrayList<>()).add(outcome);
    }

    boolean isClean() {
        return outcomes.values().stream()
                .flatMap(List::stream)
                .allMatch(outcome -> outcome.violations().isEmpty());
    }

    String text() {
        var text = new StringBuilder();
        text.append(
                "%-30s %4s %10s  %-34s %s%n"
                        .formatted(
                                "fault",
                                "runs",
                                "violations",
                                "errors seen by clients",
                                "time to recover (orders, all)"));
        outcomes.forEach((fault, all) -> text.append(line(fault, all)));
        return text.toString();
    }

    private static String line(String fault, List<Outcome> all) {
        var made = all.stream().filter(outcome -> outcome.skipped().isEmpty()).toList();
        if (made.isEmpty())
            return "%-30s %4d %10s  %s%n"
                    .formatted(fault, 0, "skipped", all.getFirst().skipped().orElse(""));
        var failures = made.stream().flatMap(outcome -> outcome.failures().stream()).toList();
        var attempts = made.stream().mapToInt(Outcome::attempts).sum();
        return "%-30s %4d %10d  %-34s %5.1f s %5.1f s%n"
                .formatted(
                        fault,
                        made.size(),
                        made.stream().mapToInt(outcome -> outcome.violations().size()).sum(),
                        "%s of %d".formatted(Outcome.told(failures), attempts),
                        made.stream()
                                .map(outcome -> outcome.recovery().get("place"))
                                .mapToDouble(t -> t == null ? Double.NaN : t.toMillis() / 1000.0)
                                .max()
                                .orElse(Double.NaN),
                        made.stream()
                                .mapToDouble(outcome -> outcome.slowest().toMillis() / 1000.0)
                                .max()
                                .orElse(Double.NaN));
    }
}
