package gofood.platform.wire;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a refusal says, in the header [#HEADER], to a service that thinks of asking once more. A
/// refusal without it says nothing: only what may be done twice may be asked for again.
public enum Repeat {
    /// Nothing was done, and this replica leaves: every other one may be asked, for anything.
    DRAINING,
    /// Nothing was done, for this replica has too much to do: another one may be asked.
    ELSEWHERE,
    /// It was tried again already, where it failed. Who repeats it above that multiplies.
    NEVER;

    public static final String HEADER = "X-Repeat";

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Repeat> of(@Nullable String word) {
        return switch (word) {
            case "draining" -> Optional.of(DRAINING);
            case "elsewhere" -> Optional.of(ELSEWHERE);
            case "never" -> Optional.of(NEVER);
            case null, default -> Optional.empty();
        };
    }
}
