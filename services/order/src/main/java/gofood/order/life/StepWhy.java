package gofood.order.life;

import org.jspecify.annotations.Nullable;

/// Why an order took a step, or what is noted about it.
///
/// @param text in a sentence, or as somebody said it
/// @param reason the same for a program; null where it is somebody's own words
/// @param forOperators what they alone read instead
public record StepWhy(String text, @Nullable StepReason reason, @Nullable String forOperators) {
    public StepWhy(String text, @Nullable StepReason reason) {
        this(text, reason, null);
    }

    /// In somebody's own words.
    static StepWhy said(String text) {
        return new StepWhy(text, null);
    }
}
