package gofood.app;

import java.io.Serial;

/// goFOOD cannot start, for a reason that its user can do something about. The message is the whole
/// of what is shown: what is wrong, and what to do.
public final class CannotStart extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
