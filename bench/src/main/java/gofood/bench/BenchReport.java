package gofood.bench;

import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Pair;
import gofood.bench.ratio.Sample;
import java.util.List;
import java.util.Locale;

/// How findings are told, to people and to programs.
final class BenchReport {
    static final String HEADING =
            "%n%-9s %9s  %-19s %-14s %-8s %s"
                    .formatted("", "median", "least – most", "target", "", "ours ÷ baseline");

    private BenchReport() {}

    static String line(Finding finding) {
        var sample = finding.sample();
        var text = new StringBuilder();
        text.append(
                "%-9s %7s %-2s %-19s %-14s %-8s %s%s%n"
                        .formatted(
                                finding.name(),
                                figure(sample.median()),
                                finding.unit(),
                                figure(sample.least()) + " – " + figure(sample.most()),
                                finding.target(),
                                finding.verdict(),
                                finding.about(),
                                absolute(finding)));
        for (var note : finding.notes()) text.append("%-9s %s%n".formatted("", note));
        return text.toString();
    }

    private static String absolute(Finding finding) {
        if (finding.pairs().isEmpty()) return "";
        var ours = new Sample(finding.pairs().stream().map(Pair::ours).toList());
        var baseline = new Sample(finding.pairs().stream().map(Pair::baseline).toList());
        return " (%s ÷ %s)".formatted(figure(ours.median()), figure(baseline.median()));
    }

    private static String figure(double figure) {
        var digits = figure < 10 ? 3 : figure < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + digits + "f", figure);
    }

    /// A finding as programs read it.
    record Line(
            String name,
            String about,
            String unit,
            double median,
            double least,
            double most,
            String target,
            boolean met,
            List<Pair> pairs,
            List<String> notes) {
        static Line of(Finding finding) {
            var sample = finding.sample();
            return new Line(
                    finding.name(),
                    finding.about(),
                    finding.unit(),
                    sample.median(),
                    sample.least(),
                    sample.most(),
                    finding.target().toString(),
                    finding.isMet(),
                    finding.pairs(),
                    finding.notes());
        }
    }
}
