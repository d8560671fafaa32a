package gofood.order.tracking;

import gofood.contracts.Point;
import org.jspecify.annotations.Nullable;

/// Where somebody with a link sees the courier.
sealed interface Spot {
    /// @param point about there
    record Seen(Point point) implements Spot {}

    /// So near that the spot would be the door.
    record NearDoor() implements Spot {}

    /// They don't have the food, or nobody can say.
    record Unknown() implements Spot {}

    default @Nullable Point point() {
        return switch (this) {
            case Seen(var point) -> point;
            case NearDoor _, Unknown _ -> null;
        };
    }
}
