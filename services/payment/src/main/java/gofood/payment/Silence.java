package gofood.payment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long the provider has not answered a question, and how often it was asked in vain.
///
/// @param told whether an operator was told
record Silence(int tries, @Nullable Instant since, boolean told) {
    static final Silence NONE = new Silence(0, null, false);

    Silence again(Instant now) {
        return new Silence(tries + 1, since == null ? now : since, told);
    }

    Silence toldOf() {
        return new Silence(tries, since, true);
    }

    /// The pause before it is asked again: doubled each time.
    Duration pause(Duration first, Duration longest) {
        var pause = first.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /// Whether somebody must be told now.
    boolean isNews(Instant now, Duration patience) {
        return !told && since != null && !now.isBefore(since.plus(patience));
    }
}
