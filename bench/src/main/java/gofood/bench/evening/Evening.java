package gofood.bench.evening;

import gofood.delivery.planning.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Plays seeded evenings of the demo city, 18:00 to 22:00 and until everything is brought, with
/// first come first served and with our dispatch, and prints both.
public final class Evening {
    /// @param orders per hour, on average over the evening
    record Load(int orders, int couriers) {}

    private static final List<Load> LOADS =
            List.of(new Load(60, 25), new Load(100, 25), new Load(250, 40));

    private final EveningStreets streets;

    Evening(EveningStreets streets) {
        this.streets = streets;
    }

    public static void main(String... args) {
        System.exit(run(args));
    }

    /// Options, each followed by a number: `--seed` (7), `--seeds` how many evenings from it on
    /// (3), `--couriers` and `--orders-per-hour` (both). Without them there are three loads:
    /// couriers to spare but for the peak, hardly enough of them, and too few for an hour.
    public static int run(String... args) {
        int seed = 7;
        int seeds = 3;
        int couriers = 25;
        int orders = 0;
        for (int i = 0; i < args.length; i += 2) {
            int value = i + 1 < args.length ? number(args[i + 1]) : -1;
            if (value < 0) return usage();
            switch (args[i]) {
                case "--seed" -> seed = value;
                case "--seeds" -> seeds = Math.clamp(value, 1, 100);
                case "--couriers" -> couriers = Math.clamp(value, 1, 1000);
                case "--orders-per-hour" -> orders = Math.clamp(value, 1, 3000);
                default -> {
                    return usage();
                }
            }
        }
        var evening = new Evening(EveningStreets.ofDemoCity());
        evening.compare(
                orders == 0 ? LOADS : List.of(new Load(orders, couriers)),
                seed,
                seeds,
                new Table(System.out));
        return 0;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static int usage() {
        System.err.println(
                "options: --seed N --seeds N --couriers N --orders-per-hour N (all numbers)");
        return 2;
    }

    void compare(List<Load> loads, long firstSeed, int seeds, Table table) {
        table.heading(seeds);
        var nights = new ArrayList<List<Night>>();
        for (var load : loads) {
            nights.add(nights(load, firstSeed, seeds));
            table.print(load, nights.getLast());
        }
        table.conclusion(loads, nights);
    }

    /// The same evening, played twice.
    record Night(long seed, Figures firstCome, Figures planned) {}

    /// Several at once, since no evening knows of another.
    List<Night> nights(Load load, long firstSeed, int seeds) {
        return LongStream.range(firstSeed, firstSeed + seeds)
                .parallel()
                .mapToObj(seed -> night(load, seed))
                .toList();
    }

    Night night(Load load, long seed) {
        var script = Script.of(streets, seed, load.couriers(), load.orders());
        return new Night(
                seed,
                EveningTown.play(script, streets, new FirstCome()),
                EveningTown.play(script, streets, new Planned(Weights.usual())));
    }
}
