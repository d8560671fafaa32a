package gofood.app;

import gofood.app.PromQuery.Matcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What services really tell Prometheus: each metric with the labels and values it has.
final class PromSamples {
    private static final Pattern SAMPLE =
            Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+(?: \\d+)?$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// Given by Prometheus itself to whatever it reads.
    private static final Set<String> OF_THE_TARGET = Set.of("job", "instance");

    private final Map<String, Map<String, Set<String>>> metrics = new HashMap<>();

    PromSamples() {
        known("up", Set.of());
        known("ALERTS", Set.of("alertname", "alertstate", "severity"));
    }

    /// Takes what `/metrics` answers.
    void read(String scrape) {
        for (var line : scrape.lines().toList()) {
            var sample = SAMPLE.matcher(line);
            if (line.startsWith("#") || !sample.matches()) continue;
            var labels = metrics.computeIfAbsent(sample.group(1), _ -> new HashMap<>());
            if (sample.group(2) == null) continue;
            var each = LABEL.matcher(sample.group(2));
            while (each.find())
                labels.computeIfAbsent(each.group(1), _ -> new HashSet<>()).add(each.group(2));
        }
    }

    /// A metric that is there without being scraped, such as a recording rule's.
    void known(String metric, Set<String> labels) {
        var all = metrics.computeIfAbsent(metric, _ -> new HashMap<>());
        labels.forEach(label -> all.put(label, Set.of()));
    }

    /// What a query asks for that nobody tells; empty when all is well.
    List<String> missing(PromQuery query) {
        var missing = new ArrayList<String>();
        var labels = new HashSet<>(OF_THE_TARGET);
        for (var selected : query.selected()) {
            var known = metrics.get(selected.metric());
            if (known == null) {
                missing.add("metric " + selected.metric());
                continue;
            }
            labels.addAll(known.keySet());
            for (var matcher : selected.matchers())
                if (!isKnown(known, matcher))
                    missing.add(
                            selected.metric()
                                    + " with "
                                    + matcher.label()
                                    + matcher.how()
                                    + matcher.value());
        }
        if (!missing.isEmpty()) return missing;
        query.grouping().stream()
                .filter(label -> !labels.contains(label))
                .forEach(label -> missing.add("label " + label));
        return missing;
    }

    /// A status that no request has had yet is no mistake; neither is a variable of a dashboard.
    private static boolean isKnown(Map<String, Set<String>> known, Matcher wanted) {
        if (OF_THE_TARGET.contains(wanted.label())) return true;
        var values = known.get(wanted.label());
        if (values == null) return false;
        var any = values.isEmpty() || wanted.label().equals("status") && !wanted.how().equals("=");
        if (any || wanted.value().contains("$")) return true;
        return switch (wanted.how()) {
            case "=" -> values.contains(wanted.value());
            case "=~" -> values.stream().anyMatch(value -> value.matches(wanted.value()));
            default -> true;
        };
    }
}
