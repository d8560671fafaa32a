package gofood.bench.evening;

import gofood.bench.evening.Evening.Load;
import gofood.bench.evening.Evening.Night;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints what came of the evenings, for somebody who has never seen them.
final class Table {
    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void heading(int seeds) {
        out.printf(
                """
                %d evening(s) for each load, 18:00 to 22:00, on the real streets of the demo city, each played twice with
                the same orders, kitchens, couriers and rain:
                  first come  each order at once to the nearest courier who has nothing to do
                  planned     our dispatch: all waiting orders and all couriers together, every few seconds
                The 50 and 90 of a column: half, and nine of ten, of the orders are not above it.
                  time  minutes from ordering to the door         late%%  after the promise, or never
                  food  minutes from being ready to being taken   km     ridden for each order
                  done  orders brought by 01:00                   idle   minutes couriers stood at kitchens for each order
                """,
                seeds);
    }

    void print(Load load, List<Night> nights) {
        out.printf(
                Locale.ROOT,
                "%n%d orders an hour, %d couriers: %.1f orders for each courier and hour, %.1f at a quarter to eight%n",
                load.orders(),
                load.couriers(),
                load.orders() / (double) load.couriers(),
                load.orders() * Script.MOST_RUSH / load.couriers());
        out.printf(
                "%-22s %6s %6s %s%n",
                "", "orders", "done", row(measure -> "%7s".formatted(measure.column)));
        for (var night : nights) {
            line("seed " + night.seed() + " first come", night.firstCome());
            line("seed " + night.seed() + " planned", night.planned());
        }
        var theirs = firstCome(nights);
        var ours = planned(nights);
        if (nights.size() > 1) {
            line("mean first come", theirs);
            line("mean planned", ours);
        }
        out.printf(
                Locale.ROOT,
                "%-22s %6s %6.2f %s%n",
                "planned / first come",
                "",
                ours.delivered() / (double) theirs.delivered(),
                row(measure -> String.format(Locale.ROOT, "%7.2f", measure.ratio(ours, theirs))));
    }

    /// What the figures say, in words.
    void conclusion(List<Load> loads, List<List<Night>> nights) {
        out.println();
        var worse = new ArrayList<String>();
        int better = 0;
        for (int i = 0; i < loads.size(); i++) {
            var load = loads.get(i);
            var theirs = firstCome(nights.get(i));
            var ours = planned(nights.get(i));
            out.printf(
                    Locale.ROOT,
                    "%d/h with %d couriers: planned brings half of the orders in %.0f minutes, not %.0f, and nine of"
                            + " ten in %.0f, not %.0f; %.0f %% are late, not %.0f %%; couriers ride %s and"
                            + " stand at kitchens %s for each order.%n",
                    load.orders(),
                    load.couriers(),
                    ours.timeP50(),
                    theirs.timeP50(),
                    ours.timeP90(),
                    theirs.timeP90(),
                    ours.late(),
                    theirs.late(),
                    change(Measure.KM.ratio(ours, theirs)),
                    change(Measure.IDLE.ratio(ours, theirs)));
            for (var measure : Measure.values()) {
                if (measure.isBetter(ours, theirs)) better++;
                if (measure.isWorse(ours, theirs))
                    worse.add(
                            "%s at %d/h with %d"
                                    .formatted(measure.column, load.orders(), load.couriers()));
            }
        }
        int all = loads.size() * Measure.values().length;
        out.printf(
                "Planned is better in %d of %d figures, %s.%n",
                better,
                all,
                worse.isEmpty()
                        ? "worse in none"
                        : "worse in %d: %s".formatted(worse.size(), String.join(", ", worse)));
    }

    private static String change(double ratio) {
        if (Double.isNaN(ratio)) return "as much";
        return String.format(
                Locale.ROOT, "%.0f %% %s", 100 * Math.abs(1 - ratio), ratio < 1 ? "less" : "more");
    }

    private static Figures firstCome(List<Night> nights) {
        return Figures.mean(nights.stream().map(Night::firstCome).toList());
    }

    private static Figures planned(List<Night> nights) {
        return Figures.mean(nights.stream().map(Night::planned).toList());
    }

    private static String row(Function<Measure, String> cell) {
        return Stream.of(Measure.values()).map(cell).collect(Collectors.joining(" "));
    }

    private void line(String name, Figures f) {
        out.printf(
                "%-22s %6d %6d %s%n",
                name,
                f.orders(),
                f.delivered(),
                row(measure -> String.format(Locale.ROOT, "%7.1f", measure.of(f))));
    }
}
