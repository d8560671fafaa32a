package gofood.chaos.crowd;

import java.time.Duration;
import java.time.Instant;

/// One request of one person and what came of it.
///
/// @param deed what it was for: `place`, `confirm`, `deliver`
/// @param status 0 when no answer came
/// @param what in words: the problem's code, or why no answer came
public record Attempt(
        Instant at, Duration took, String deed, String path, int status, String what) {
    /// The answer that never came.
    public static final int LOST = 0;

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /// Whether goFOOD failed the client: no answer, or an error that is not the client's. Being
    /// asked to come later (429) is no failure.
    public boolean isFailure() {
        return status == LOST || status >= 500;
    }

    /// Only shed, with a word when to come back.
    public boolean isShed() {
        return status == 503 || status == 429;
    }

    public Instant end() {
        return at.plus(took);
    }
}
