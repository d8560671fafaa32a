package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.DeliveryStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a ride is in its life.
public sealed interface RideState {
    /// Nobody brings it yet.
    record Waiting() implements RideState {}

    /// One courier is asked.
    record Offered(long courier) implements RideState {}

    /// A courier is on the way to the kitchen.
    record Assigned(long courier) implements RideState {}

    record AtRestaurant(long courier) implements RideState {}

    record PickedUp(long courier) implements RideState {}

    record AtDoor(long courier) implements RideState {}

    record Delivered(long courier) implements RideState {}

    /// Called off before the food was picked up.
    ///
    /// @param courier who was on the way, if somebody was
    record Cancelled(@Nullable Long courier) implements RideState {}

    /// Called off while the courier had the food; they take it back.
    record Returned(long courier) implements RideState {}

    default DeliveryStatus status() {
        return switch (this) {
            case Waiting _ -> DeliveryStatus.WAITING;
            case Offered _ -> DeliveryStatus.OFFERED;
            case Assigned _ -> DeliveryStatus.ASSIGNED;
            case AtRestaurant _ -> DeliveryStatus.AT_RESTAURANT;
            case PickedUp _ -> DeliveryStatus.PICKED_UP;
            case AtDoor _ -> DeliveryStatus.AT_DOOR;
            case Delivered _ -> DeliveryStatus.DELIVERED;
            case Cancelled _ -> DeliveryStatus.CANCELLED;
            case Returned _ -> DeliveryStatus.RETURNED;
        };
    }

    /// Whose ride it is or was; somebody who is only asked doesn't have it.
    default @Nullable Long courierId() {
        return switch (this) {
            case Waiting _, Offered _ -> null;
            case Assigned(var courier) -> courier;
            case AtRestaurant(var courier) -> courier;
            case PickedUp(var courier) -> courier;
            case AtDoor(var courier) -> courier;
            case Delivered(var courier) -> courier;
            case Cancelled(var courier) -> courier;
            case Returned(var courier) -> courier;
        };
    }

    /// Whether a courier has the ride and it isn't over.
    default boolean isUnderWay() {
        return switch (this) {
            case Assigned _, AtRestaurant _, PickedUp _, AtDoor _ -> true;
            case Waiting _, Offered _, Delivered _, Cancelled _, Returned _ -> false;
        };
    }

    /// Whether a courier is still to be found.
    default boolean isWanted() {
        return switch (this) {
            case Waiting _, Offered _ -> true;
            case Assigned _, AtRestaurant _, PickedUp _, AtDoor _ -> false;
            case Delivered _, Cancelled _, Returned _ -> false;
        };
    }

    /// Whether the food is still with the kitchen, and is to be fetched.
    default boolean isBeforePickup() {
        return switch (this) {
            case Waiting _, Offered _, Assigned _, AtRestaurant _ -> true;
            case PickedUp _, AtDoor _, Delivered _, Cancelled _, Returned _ -> false;
        };
    }

    /// Whether nothing can happen any more.
    default boolean isOver() {
        return switch (this) {
            case Delivered _, Cancelled _, Returned _ -> true;
            case Waiting _, Offered _, Assigned _, AtRestaurant _, PickedUp _, AtDoor _ -> false;
        };
    }

    /// Whose bag it takes a place in, asked or given.
    default @Nullable Long bagOf() {
        return switch (this) {
            case Offered(var asked) -> asked;
            case Assigned _, AtRestaurant _, PickedUp _, AtDoor _ -> courierId();
            case Waiting _, Delivered _, Cancelled _, Returned _ -> null;
        };
    }

    /// As it is stored.
    static RideState of(DeliveryStatus status, @Nullable Long courier) {
        return switch (status) {
            case WAITING -> new Waiting();
            case OFFERED -> new Offered(known(courier));
            case ASSIGNED -> new Assigned(known(courier));
            case AT_RESTAURANT -> new AtRestaurant(known(courier));
            case PICKED_UP -> new PickedUp(known(courier));
            case AT_DOOR -> new AtDoor(known(courier));
            case DELIVERED -> new Delivered(known(courier));
            case CANCELLED -> new Cancelled(courier);
            case RETURNED -> new Returned(known(courier));
        };
    }

    private static long known(@Nullable Long courier) {
        return Objects.requireNonNull(courier);
    }
}
