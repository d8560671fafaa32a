package gofood.simulator.living;

import gofood.simulator.Dice;
import java.time.Duration;
import java.util.Random;

/// How one kitchen works, which a platform can learn: some are always later than they say, one is
/// slow, some often have no ingredients left.
///
/// @param usualMinutes what the restaurant tells of itself
/// @param bias how much longer it takes than the cook says; below 1: less
/// @param rejects the share of orders that it doesn't take
record Habits(int usualMinutes, double bias, double rejects) {
    private static final double NOISE = 0.12;
    private static final double SLOW = 2;
    private static final int ONE_OF = 40;
    private static final double SAYS_SO = 0.6;

    static Habits of(long seed, long restaurantId, int usualMinutes) {
        var random = Dice.of(seed + " " + restaurantId, "kitchen");
        var bias = random.nextDouble(0.85, 1.25);
        var isSlow = random.nextInt(ONE_OF) == 0;
        var rejects = random.nextInt(9) == 0 ? 0.12 : 0.015;
        return new Habits(usualMinutes, isSlow ? bias * SLOW : bias, rejects);
    }

    /// How one order goes, in city time.
    ///
    /// @param answer until the cook has looked at it
    /// @param said what the cook says that it takes
    /// @param queue of that, before the first pan is hot
    /// @param cooking after that
    /// @param saysSo whether the cook tells when it takes longer
    record Course(
            boolean rejected,
            Duration answer,
            Duration said,
            Duration queue,
            Duration cooking,
            boolean saysSo) {}

    Course course(Random random) {
        var rejected = random.nextDouble() < rejects;
        var answer = Duration.ofSeconds(random.nextInt(20, 90));
        var said = Duration.ofSeconds(Math.round(usualMinutes * 60 * random.nextDouble(0.8, 1.2)));
        var took = Pace.scaled(said, bias * Math.exp(random.nextGaussian() * NOISE));
        var queue = Pace.scaled(took, random.nextDouble(0.1, 0.35));
        var saysSo = random.nextDouble() < SAYS_SO;
        return new Course(rejected, answer, said, queue, took.minus(queue), saysSo);
    }
}
