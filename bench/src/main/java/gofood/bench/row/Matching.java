package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Sample;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Stand;
import gofood.delivery.planning.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// B7: who brings what, as dispatch decides it, and the optimum as somebody else computes it.
final class Matching implements Trial {
    private static final int TIMES = 9;

    /// How long the sides of a city are, in seconds of riding.
    private static final int CITY = 1_800;

    @Override
    public String name() {
        return "B7";
    }

    @Override
    public String about() {
        return "cost of 500 couriers and 750 orders ÷ optimum";
    }

    @Override
    public Set<Program> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> measure(Stand stand) {
        var dice = new Random(11);
        var ratios = new ArrayList<Double>();
        var millis = new ArrayList<Double>();
        var large = new ArrayList<Double>();
        for (var i = 0; i < TIMES + 3; i++) {
            var city = city(500, 750, dice);
            var begun = System.nanoTime();
            var chosen = Assignment.cheapest(city);
            millis.add((System.nanoTime() - begun) / 1e6);
            ratios.add(cost(city, chosen) / (double) Hungarian.cheapest(city));
        }
        for (var i = 0; i < TIMES; i++) {
            var city = city(2_000, 3_000, dice);
            var begun = System.nanoTime();
            Assignment.cheapest(city);
            large.add((System.nanoTime() - begun) / 1e6);
        }
        return List.of(
                Finding.value(name(), about(), "×", Target.atMost(1, 1), new Sample(ratios)),
                Finding.value(
                        "B7-time",
                        "of that, the first three apart",
                        "ms",
                        Target.atMost(50, 25),
                        new Sample(millis.subList(3, millis.size()))),
                Finding.value(
                        "B7-large",
                        "2,000 couriers and 3,000 orders",
                        "ms",
                        Target.atMost(250, 250),
                        new Sample(large)));
    }

    /// Seconds from where each courier is to each kitchen, along streets in two directions.
    private static int[][] city(int couriers, int orders, Random dice) {
        var at = dice.ints(2L * (couriers + orders), 0, CITY).toArray();
        var cost = new int[couriers][orders];
        for (var c = 0; c < couriers; c++)
            for (var o = 0; o < orders; o++) {
                var kitchen = 2 * (couriers + o);
                cost[c][o] =
                        Math.abs(at[2 * c] - at[kitchen])
                                + Math.abs(at[2 * c + 1] - at[kitchen + 1]);
            }
        return cost;
    }

    private static long cost(int[][] city, int[] chosen) {
        var total = 0L;
        for (var c = 0; c < chosen.length; c++) {
            if (chosen[c] < 0) throw new IllegalStateException("a courier got no order");
            total += city[c][chosen[c]];
        }
        return total;
    }
}
