package gofood.app;

import java.time.Duration;

/// How long to wait before something that ended is started again: a second, and twice as long each
/// time that it ends at once.
final class Pause {
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Duration longest;
    private Duration now = FIRST;

    Pause(Duration longest) {
        this.longest = longest;
    }

    Duration now() {
        return now;
    }

    void lengthen() {
        var longer = now.multipliedBy(2);
        now = longer.compareTo(longest) < 0 ? longer : longest;
    }

    /// It has lived well.
    void reset() {
        now = FIRST;
    }
}
