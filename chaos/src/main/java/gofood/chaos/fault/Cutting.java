package gofood.chaos.fault;

import gofood.chaos.cable.Damage;
import gofood.chaos.cable.Direction;
import gofood.chaos.fault.Cables.Pair;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A service is cut off from another one, or from the database.
///
/// @param how what happens to the bytes
/// @param directions in which
record Cutting(String name, String caller, String callee, Damage how, List<Direction> directions)
        implements Fault {
    private static final List<Direction> BOTH = List.of(Direction.values());

    static Cutting silent(String caller, String callee) {
        return new Cutting(
                "cut-%s-%s".formatted(caller, callee), caller, callee, new Damage.Silent(), BOTH);
    }

    /// Requests arrive; their answers never do.
    static Cutting answersLost(String caller, String callee) {
        return new Cutting(
                "lose-answers-%s-%s".formatted(caller, callee),
                caller,
                callee,
                new Damage.Lost(),
                List.of(Direction.BACK));
    }

    static Cutting torn(String caller, String callee) {
        return new Cutting(
                "reset-%s-%s".formatted(caller, callee), caller, callee, new Damage.Torn(), BOTH);
    }

    static Cutting late(String caller, String callee) {
        var delay = new Damage.Late(Duration.ofMillis(300), Duration.ofMillis(900));
        return new Cutting("delay-%s-%s".formatted(caller, callee), caller, callee, delay, BOTH);
    }

    @Override
    public String about() {
        return "%s → %s: %s"
                .formatted(
                        caller,
                        callee,
                        switch (how) {
                            case Damage.Silent _ -> "silence in both directions";
                            case Damage.Lost _ -> "requests arrive, answers are lost";
                            case Damage.Torn _ -> "every connection is reset";
                            case Damage.Late _ -> "every piece comes 0.3 to 1.2 s later";
                            case Damage.Narrow _ -> "a narrow line";
                            case Damage.Whole _ -> "nothing";
                        });
    }

    @Override
    public Set<Pair> cables() {
        return Set.of(new Pair(caller, callee));
    }

    @Override
    public Duration span(boolean full) {
        return Duration.ofSeconds(full ? 60 : 8);
    }

    @Override
    public void begin(Stage stage, Random dice) {
        var cables = stage.cables().between(caller, callee);
        if (cables.isEmpty()) throw new IllegalStateException("no cable for " + name);
        for (var cable : cables) for (var direction : directions) cable.damage(direction, how);
    }

    @Override
    public void end(Stage stage) {
        stage.cables().repair();
    }
}
