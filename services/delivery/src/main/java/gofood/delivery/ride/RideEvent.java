package gofood.delivery.ride;

import gofood.contracts.OrderApi.Liable;

/// What can happen to a ride.
public sealed interface RideEvent {
    /// Between the ride and those who might bring it.
    sealed interface Matching extends RideEvent {}

    record Offer(long courier) implements Matching {}

    record Accept(long courier) implements Matching {}

    /// An operator gives it to a courier.
    record Assign(long courier) implements Matching {}

    /// The courier who was asked, or who has it, doesn't bring it.
    record Release() implements Matching {}

    /// What a courier does on the road.
    sealed interface OnTheRoad extends RideEvent {}

    record Arrive() implements OnTheRoad {}

    record PickUp() implements OnTheRoad {}

    record ArriveDoor() implements OnTheRoad {}

    record Deliver() implements OnTheRoad {}

    /// The order was called off.
    ///
    /// @param liable whose fault that is
    record Cancel(Liable liable) implements RideEvent {}
}
