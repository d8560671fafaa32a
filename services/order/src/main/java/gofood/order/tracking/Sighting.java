package gofood.order.tracking;

import gofood.contracts.Point;
import org.jspecify.annotations.Nullable;

/// Where somebody with a link sees the courier.
sealed interface Sighting {
    /// @param point about there
    record Seen(Point point) implements Sighting {}

    /// So near that the spot would be the door.
    record NearDoor() implements Sighting {}

    /// They don't have the food, or nobody can say.
    record Unknown() implements Sighting {}

    default @Nullable Point point() {
        return switch (this) {
            case Seen(var point) -> point;
            case NearDoor _, Unknown _ -> null;
        };
    }
}
