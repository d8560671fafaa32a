package gofood.restaurant.webhook;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what is bound to come.
final class Eventually {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private Eventually() {}

    static void holds(BooleanSupplier condition, Supplier<String> otherwise) {
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError(otherwise.get());
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
