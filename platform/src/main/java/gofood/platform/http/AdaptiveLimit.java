package gofood.platform.http;

import java.time.Duration;

/// How many requests of one kind may be under way at once. Nobody has to know the number: it grows
/// while answers come about as fast as usual, and shrinks when they become slower than is allowed,
/// since then they only wait for each other.
///
/// What is usual is the smallest average of late. It is forgotten slowly, so that a minute of
/// overload doesn't become the usual.
final class AdaptiveLimit {
    private static final double FIRST = 256;
    private static final double LEAST = 16;
    private static final double MOST = 1_000;
    private static final long WINDOW_NANOS = Duration.ofMillis(200).toNanos();
    private static final long LONGEST_WINDOW_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int ENOUGH_ANSWERS = 20;

    /// In ten minutes it doubles.
    private static final double FORGOTTEN_PER_SECOND = 0.0012;

    private final double timesSlower;
    private final double unnoticedNanos;
    private double limit = FIRST;
    private double usualNanos = Double.MAX_VALUE;
    private int underWay;
    private int mostUnderWay;
    private long windowBegan;
    private long sumNanos;
    private int answers;

    /// @param timesSlower than usual is too slow
    /// @param unnoticed an average within this is never too slow
    /// @param now nanoseconds, as of [System#nanoTime]
    AdaptiveLimit(double timesSlower, Duration unnoticed, long now) {
        windowBegan = now;
        this.timesSlower = timesSlower;
        this.unnoticedNanos = unnoticed.toNanos();
    }

    /// @return whether there is room; then [#leave] must follow
    synchronized boolean enter() {
        if (underWay >= (int) limit) {
            mostUnderWay = underWay;
            return false;
        }
        underWay++;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        return true;
    }

    /// @param status what was answered: the client's own mistakes say nothing of how fast we are
    synchronized void leave(long startedAt, long now, int status) {
        underWay--;
        // what began before the limit was last changed says nothing of what that has changed
        var speaks = startedAt - windowBegan >= 0 && (status < 400 || status >= 500);
        if (speaks) {
            sumNanos += now - startedAt;
            answers++;
        }
        var lasted = now - windowBegan;
        if (lasted < WINDOW_NANOS || (answers < ENOUGH_ANSWERS && lasted < LONGEST_WINDOW_NANOS))
            return;
        // of fewer, one that was slow by chance would say too much
        if (answers >= ENOUGH_ANSWERS) adapt((double) sumNanos / answers, lasted / 1e9);
        windowBegan = now;
        sumNanos = 0;
        answers = 0;
        mostUnderWay = underWay;
    }

    private void adapt(double averageNanos, double seconds) {
        usualNanos = Math.min(averageNanos, usualNanos * (1 + FORGOTTEN_PER_SECOND * seconds));
        var slowest = Math.max(usualNanos * timesSlower, unnoticedNanos);
        // one that isn't used has not shown that it could be larger than at first
        var isUsed = limit < FIRST || mostUnderWay * 2 >= limit;
        if (averageNanos > slowest)
            limit = Math.max(LEAST, limit * Math.clamp(slowest / averageNanos, 0.5, 0.95));
        else if (isUsed) limit = Math.min(MOST, limit + Math.sqrt(limit));
    }

    synchronized int most() {
        return (int) limit;
    }
}
