package gofood.platform.http;

import java.util.function.LongSupplier;

/// How many requests to one service may be asked once more: a fifth of what it was asked in the
/// last ten seconds, and a few in any case. When all goes wrong at once, repeating would only add
/// to the load.
final class RetryBudget {
    private static final int SECONDS = 10;
    private static final int PERCENT = 20;
    private static final int IN_ANY_CASE = 10;

    private final LongSupplier nanos;
    private final int[] asked = new int[SECONDS];
    private final int[] repeated = new int[SECONDS];
    private long second;

    /// @param nanos such as [System#nanoTime]
    RetryBudget(LongSupplier nanos) {
        this.nanos = nanos;
        this.second = now();
    }

    /// A request that is asked for the first time.
    synchronized void count() {
        asked[slot()]++;
    }

    /// @return whether it may be asked once more; then it counts
    synchronized boolean take() {
        var slot = slot();
        var most = IN_ANY_CASE + sum(asked) * PERCENT / 100;
        if (sum(repeated) >= most) return false;
        repeated[slot]++;
        return true;
    }

    private long now() {
        return nanos.getAsLong() / 1_000_000_000L;
    }

    /// Of the current second, with what is older than ten forgotten.
    private int slot() {
        var now = now();
        for (var passed = Math.min(SECONDS, now - second); passed > 0; passed--) {
            var old = Math.floorMod(now - passed + 1, SECONDS);
            asked[old] = 0;
            repeated[old] = 0;
        }
        second = now;
        return Math.floorMod(now, SECONDS);
    }

    private static long sum(int[] slots) {
        var sum = 0L;
        for (var slot : slots) sum += slot;
        return sum;
    }
}
