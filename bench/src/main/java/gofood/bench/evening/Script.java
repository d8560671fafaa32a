package gofood.bench.evening;

import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// All that fate decides about one evening, drawn beforehand, so that both ways of dispatch meet
/// the same orders, kitchens, couriers and weather. Times are seconds after 18:00.
///
/// @param dinners what is ordered, by the time of ordering
/// @param rainFrom until `rainTo` everybody needs [#RAIN] times as long
/// @param vanishes one courier is never heard of again some time after this
record Script(
        long seed,
        List<Dinner> dinners,
        List<Starter> starters,
        int rainFrom,
        int rainTo,
        int vanishes) {
    static final double RAIN = 1.3;

    /// after 22:00 nobody orders; what is under way is still brought
    static final int LAST_ORDER = 4 * 3600;

    /// One order, as the truth has it.
    ///
    /// @param toldSeconds how long the kitchen says it will need
    /// @param confirmedAt when the kitchen says so
    /// @param readyAt when it really is
    /// @param promisedAt what the customer was told
    record Dinner(
            long id,
            int kitchen,
            Point from,
            Point to,
            int placedAt,
            int confirmedAt,
            int toldSeconds,
            int readyAt,
            int promisedAt,
            int kitchenHandover,
            int doorHandover) {}

    /// A courier at 18:00.
    ///
    /// @param pace their own: 1.1 needs a tenth longer than the map says
    record Starter(long id, Vehicle vehicle, int capacity, Point at, double pace) {}

    /// What a courier does with an offer: decides this many seconds after it.
    record Answer(boolean accepts, int seconds) {}

    static Script of(EveningStreets streets, long seed, int couriers, int ordersPerHour) {
        var dinners = new ArrayList<Dinner>();
        var kitchens = new Random(seed * 31 + 1);
        var bias = new double[streets.kitchens.size()];
        var told = new int[bias.length];
        for (int k = 0; k < bias.length; k++) {
            bias[k] = k == 0 ? 1.8 : 0.85 + 0.45 * kitchens.nextDouble();
            told[k] = 60 * (8 + kitchens.nextInt(11));
        }
        var dice = new Random(seed * 31 + 2);
        double time = 0;
        while (true) {
            time -= Math.log(1 - dice.nextDouble()) * 3600 / (ordersPerHour * rush(time));
            if (time >= LAST_ORDER) break;
            int k = (int) (bias.length * Math.pow(dice.nextDouble(), 1.5));
            var from = streets.kitchens.get(k);
            var to = streets.doors.get(dice.nextInt(streets.doors.size()));
            int placed = (int) time;
            int confirmed = placed + 20 + dice.nextInt(70);
            double busy = rush(time) > 1.2 ? 1.1 : 1;
            double noise = Math.exp(0.15 * dice.nextGaussian());
            int ready = confirmed + (int) (told[k] * bias[k] * busy * noise);
            int promised =
                    placed + told[k] + streets.seconds(Vehicle.BICYCLE, from, to) + PROMISE_SPARE;
            dinners.add(
                    new Dinner(
                            dinners.size() + 1,
                            k,
                            from,
                            to,
                            placed,
                            confirmed,
                            told[k],
                            ready,
                            promised,
                            40 + dice.nextInt(60),
                            45 + dice.nextInt(90)));
        }
        return new Script(
                seed,
                List.copyOf(dinners),
                starters(streets, seed, couriers),
                6600 + dice.nextInt(1800),
                10200 + dice.nextInt(1800),
                5400 + dice.nextInt(3600));
    }

    /// what a promise adds to the kitchen's word and the way: 15 minutes
    private static final int PROMISE_SPARE = 900;

    private static List<Starter> starters(EveningStreets streets, long seed, int couriers) {
        var dice = new Random(seed * 31 + 3);
        var starters = new ArrayList<Starter>();
        for (int c = 1; c <= couriers; c++)
            starters.add(
                    new Starter(
                            c,
                            dice.nextDouble() < 0.7 ? Vehicle.BICYCLE : Vehicle.SCOOTER,
                            2 + dice.nextInt(2),
                            streets.doors.get(dice.nextInt(streets.doors.size())),
                            0.9 + 0.25 * dice.nextDouble()));
        return List.copyOf(starters);
    }

    private static final double LEAST_RUSH = 0.66;

    /// at a quarter to eight
    static final double MOST_RUSH = 1.64;

    /// How much more is ordered than on average.
    private static double rush(double time) {
        double fromPeak = (time - 6300) / 2700;
        return LEAST_RUSH + (MOST_RUSH - LEAST_RUSH) * Math.exp(-fromPeak * fromPeak);
    }

    boolean rains(int time) {
        return time >= rainFrom && time < rainTo;
    }

    /// The same offer gets the same answer, whoever made it.
    Answer answer(long dinner, long courier, int times) {
        var dice = new Random((seed * 1_000_003 + dinner) * 1_000_003 + courier * 7 + times);
        dice.nextDouble();
        double mood = dice.nextDouble();
        if (mood < 0.02) return new Answer(false, 45);
        return new Answer(mood > 0.10, 5 + dice.nextInt(30));
    }
}
