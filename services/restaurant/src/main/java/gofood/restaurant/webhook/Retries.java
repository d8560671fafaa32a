package gofood.restaurant.webhook;

import gofood.restaurant.webhook.Receiver.Outcome.NotTaken;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a message that was not taken is sent again.
///
/// @param attempts after so many it is given up
record Retries(int attempts, Duration first, Duration longest) {
    /// In a row: so many failures are the receiver's and not a message's.
    private static final int ILL = 5;

    private static final int FACTOR = 4;
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    static Retries of(WebhookConfig config) {
        return new Retries(config.attempts(), config.firstPause(), config.longestPause());
    }

    /// @param made how often it was sent, with the last
    /// @param jitter 0 to 1: spreads by a fifth to both sides, so that what failed together does
    ///   not come back together
    Optional<Duration> next(int made, NotTaken how, double jitter) {
        if (made >= attempts) return Optional.empty();
        var spread = Math.round(pause(made).toMillis() * (0.8 + 0.4 * jitter));
        return Optional.of(longer(Duration.ofMillis(spread), wish(how)));
    }

    /// How long the receiver gets nothing at all: while it asks for that, or seems to be dead.
    ///
    /// @param failures in a row, with the last
    @Nullable Duration rest(int failures, NotTaken how) {
        var wish = wish(how);
        if (!isIll(failures)) return wish.isZero() ? null : wish;
        return longer(shorter(pause(failures - ILL + 1), LONGEST_REST), wish);
    }

    static boolean isIll(int failures) {
        return failures >= ILL;
    }

    private Duration wish(NotTaken how) {
        return how.notBefore() == null ? Duration.ZERO : shorter(how.notBefore(), longest);
    }

    private Duration pause(int made) {
        var pause = first;
        for (int i = 1; i < made && pause.compareTo(longest) < 0; i++)
            pause = pause.multipliedBy(FACTOR);
        return shorter(pause, longest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
