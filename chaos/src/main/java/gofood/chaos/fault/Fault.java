package gofood.chaos.fault;

import gofood.chaos.fault.Cables.Pair;
import gofood.chaos.law.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Something that breaks.
public interface Fault {
    /// As it is chosen on the command line: `kill-order`.
    String name();

    /// What it does, in a sentence.
    String about();

    /// Why it can't be made here; empty when it can.
    default Optional<String> impossible(Stage stage) {
        return Optional.empty();
    }

    /// Between whom it needs cables.
    default Set<Pair> cables() {
        return Set.of();
    }

    /// How long it lasts.
    ///
    /// @param full as long as it takes to be sure; otherwise as short as it makes sense
    Duration span(boolean full);

    /// Breaks it.
    void begin(Stage stage, Random dice) throws Exception;

    /// Mends it; nothing where things must mend themselves.
    void end(Stage stage) throws Exception;

    /// Whether nobody may notice anything, not even an error that a repetition helps against.
    default boolean isUnnoticed() {
        return false;
    }

    /// What this fault alone can tell, once it has ended and people are served again.
    default List<Violation> verdict(Stage stage) throws Exception {
        return List.of();
    }
}
