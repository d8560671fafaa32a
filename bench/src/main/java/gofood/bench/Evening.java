package gofood.bench;

import gofood.delivery.planning.Weights;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// Plays seeded evenings of the demo city, 18:00 to 22:00 and until everything is brought, with
/// first come first served and with our dispatch, and prints both.
public final class Evening {
    /// @param orders per hour, on average over the evening
    record Load(int orders, int couriers) {}

    private static final List<Load> LOADS =
            List.of(new Load(60, 25), new Load(300, 25), new Load(300, 40));

    private final EveningStreets streets;
    private final PrintStream out;

    Evening(EveningStreets streets, PrintStream out) {
        this.streets = streets;
        this.out = out;
    }

    public static void main(String... args) {
        System.exit(run(args));
    }

    /// Options, each followed by a number: `--seed` (7), `--seeds` how many evenings from it on
    /// (3), `--couriers` and `--orders-per-hour` (both; without them 60 with 25, and 300 with 25
    /// and 40).
    public static int run(String... args) {
        int seed = 7;
        int seeds = 2;
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
        var evening = new Evening(EveningStreets.ofDemoCity(), System.out);
        for (var load : orders == 0 ? LOADS : List.of(new Load(orders, couriers)))
            evening.compare(load, seed, seeds);
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

    void compare(Load load, long firstSeed, int seeds) {
        var theirs = new ArrayList<Figures>();
        var ours = new ArrayList<Figures>();
        out.printf(
                "%n%d orders an hour, %d couriers%n%-22s %6s %6s %7s %7s %6s %7s %7s %6s %6s%n",
                load.orders(),
                load.couriers(),
                "",
                "orders",
                "done",
                "time50",
                "time90",
                "late%",
                "food50",
                "food90",
                "km",
                "idle");
        for (var night : nights(load, firstSeed, seeds)) {
            theirs.add(night.firstCome());
            ours.add(night.planned());
            print("seed " + night.seed() + " first come", night.firstCome());
            print("seed " + night.seed() + " planned", night.planned());
        }
        print("mean first come", Figures.mean(theirs));
        print("mean planned", Figures.mean(ours));
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

    private void print(String name, Figures f) {
        out.printf(
                Locale.ROOT,
                "%-22s %6d %6d %7.1f %7.1f %6.1f %7.1f %7.1f %6.2f %6.2f%n",
                name,
                f.orders(),
                f.delivered(),
                f.timeP50(),
                f.timeP90(),
                f.late(),
                f.foodWaitingP50(),
                f.foodWaitingP90(),
                f.kmPerOrder(),
                f.idlePerOrder());
    }
}
