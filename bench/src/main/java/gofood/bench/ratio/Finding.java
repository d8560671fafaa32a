package gofood.bench.ratio;

import java.util.ArrayList;
import java.util.List;

/// A line of the table.
///
/// @param name `B1`
/// @param unit of the figure, `×` for a ratio
/// @param sample ratios, or what was measured where there is no baseline
/// @param pairs those that count
/// @param notes what else should be known, in sentences
public record Finding(
        String name,
        String about,
        String unit,
        Sample sample,
        Target target,
        List<Pair> pairs,
        List<String> notes) {
    public static Finding ratio(
            String name, String about, Target target, InTurns turns, List<String> notes) {
        var all = new ArrayList<>(notes);
        if (!turns.thrownAway().isEmpty())
            all.add(
                    "%d pair(s) thrown away: their baseline moved by more than half."
                            .formatted(turns.thrownAway().size()));
        for (var why : turns.invalid()) all.add("A pair did not count: %s.".formatted(why));
        return new Finding(name, about, "×", turns.ratios(), target, turns.kept(), all);
    }

    public static Finding value(
            String name, String about, String unit, Target target, Sample sample, String... notes) {
        return new Finding(name, about, unit, sample, target, List.of(), List.of(notes));
    }

    public double median() {
        return sample.median();
    }

    public boolean isMet() {
        return target.isMetBy(median());
    }

    public String verdict() {
        return target.verdict(median());
    }
}
