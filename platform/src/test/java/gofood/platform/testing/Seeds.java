package gofood.platform.testing;

import java.time.Duration;
import java.util.function.LongConsumer;

/// Plays the same story with one seed after the other, always from the first, for as long as an
/// ordinary build has time. `-Dseeds=N` plays just so many, `-Dseed=S` plays one alone.
public final class Seeds {
    /// So many at least, however slow the machine is.
    private static final int LEAST = 5;

    private Seeds() {}

    public static void play(Duration time, LongConsumer story) {
        var alone = Long.getLong("seed");
        if (alone != null) {
            story.accept(alone);
            return;
        }
        var seeds = Long.getLong("seeds");
        var until = System.nanoTime() + time.toNanos();
        for (long seed = 1;
                seeds == null ? seed <= LEAST || System.nanoTime() - until < 0 : seed <= seeds;
                seed++) play(seed, story);
    }

    private static void play(long seed, LongConsumer story) {
        try {
            story.accept(seed);
        } catch (Throwable e) {
            var text = "seed %d, alone with -Dseed=%d: %s";
            throw new AssertionError(text.formatted(seed, seed, e.getMessage()), e);
        }
    }
}
