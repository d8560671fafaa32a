package gofood.simulator.living;

import gofood.simulator.Dice;
import java.time.Duration;

/// Now and then it rains for a while, and everybody rides more slowly.
///
/// @param seed of the simulation
record Weather(long seed) {
    private static final Duration BLOCK = Duration.ofHours(2);
    private static final double CHANCE = 0.4;

    /// How much longer a ride takes in the rain than in the dry.
    static final double WET = 1.4;

    /// At most one shower in each two city hours: 20 to 50 minutes, within the block.
    boolean rains(Duration sinceBegin) {
        var block = sinceBegin.toSeconds() / BLOCK.toSeconds();
        var random = Dice.of(seed + " " + block, "weather");
        if (random.nextDouble() >= CHANCE) return false;
        var length = random.nextInt(20, 51);
        var from = random.nextInt(10, (int) BLOCK.toMinutes() - length);
        var minute = sinceBegin.minus(BLOCK.multipliedBy(block)).toMinutes();
        return minute >= from && minute < from + length;
    }
}
