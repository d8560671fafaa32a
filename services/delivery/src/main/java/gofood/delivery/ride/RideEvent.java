package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.ProofKind;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import org.jspecify.annotations.Nullable;

/// What can happen to a ride.
public sealed interface RideEvent {
    /// Between the ride and those who might bring it.
    sealed interface Matching extends RideEvent {}

    record Offer(long courier) implements Matching {}

    /// @param pay what they are to get for it
    record Accept(long courier, Money pay) implements Matching {}

    /// An operator gives it to a courier.
    ///
    /// @param pay what they are to get for it
    record Assign(long courier, Money pay) implements Matching {}

    /// The courier who was asked, or who has it, doesn't bring it.
    record Release() implements Matching {}

    /// What a courier does on the road.
    sealed interface OnTheRoad extends RideEvent {}

    record Arrive() implements OnTheRoad {}

    record PickUp() implements OnTheRoad {}

    record ArriveDoor() implements OnTheRoad {}

    /// @param proof null where an operator knows it
    record Deliver(@Nullable ProofKind proof) implements OnTheRoad {}

    /// The order was called off.
    ///
    /// @param liable whose fault that is
    record Cancel(Liable liable) implements RideEvent {}
}
