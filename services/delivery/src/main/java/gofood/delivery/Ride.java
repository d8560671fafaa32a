package gofood.delivery;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Delivery;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.delivery.RideEvent.Accept;
import gofood.delivery.RideEvent.Arrive;
import gofood.delivery.RideEvent.ArriveDoor;
import gofood.delivery.RideEvent.Assign;
import gofood.delivery.RideEvent.Cancel;
import gofood.delivery.RideEvent.Deliver;
import gofood.delivery.RideEvent.Matching;
import gofood.delivery.RideEvent.Offer;
import gofood.delivery.RideEvent.OnTheRoad;
import gofood.delivery.RideEvent.PickUp;
import gofood.delivery.RideEvent.Release;
import gofood.delivery.RideState.Assigned;
import gofood.delivery.RideState.AtDoor;
import gofood.delivery.RideState.AtRestaurant;
import gofood.delivery.RideState.Cancelled;
import gofood.delivery.RideState.Delivered;
import gofood.delivery.RideState.Offered;
import gofood.delivery.RideState.PickedUp;
import gofood.delivery.RideState.Returned;
import gofood.delivery.RideState.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One order on its way from the kitchen to the door, and the rules of its life.
///
/// @param pin what the customer says at the door; never leaves this service
/// @param readyAt when the food is ready; null until the kitchen has said yes
/// @param lookingSince since when a courier is needed and missing
/// @param courierName of the courier who has it or is asked, with their latest position
record Ride(
        long deliveryId,
        long orderId,
        long customerId,
        long restaurantId,
        String restaurantName,
        Address pickup,
        Address dropoff,
        String pin,
        int pinFailures,
        @Nullable Instant readyAt,
        @Nullable Instant lookingSince,
        Instant createdAt,
        RideState state,
        @Nullable String courierName,
        @Nullable Double courierLat,
        @Nullable Double courierLon,
        List<DeliveryStep> timeline) {
    Ride {
        timeline = List.copyOf(timeline);
    }

    /// What an event does to a ride.
    sealed interface Result {
        record Moved(RideState state) implements Result {}

        /// It has happened before; saying so again changes nothing.
        record Already() implements Result {}

        record Illegal() implements Result {}
    }

    private record Step(RideState state, RideEvent event) {}

    Result next(RideEvent event) {
        return next(state, event);
    }

    /// The whole life of a ride. Steps may be skipped forward where the food shows that they must
    /// have happened: nobody picks up without being at the restaurant.
    static Result next(RideState state, RideEvent event) {
        return switch (new Step(state, event)) {
            case Step(Waiting _, Offer(var asked)) -> to(new Offered(asked));
            case Step(Waiting _, Assign(var chosen)) -> to(new Assigned(chosen));
            case Step(Waiting _, Release _) -> already();
            case Step(Waiting _, Cancel _) -> to(new Cancelled(null));
            case Step(Waiting _, Accept _), Step(Waiting _, OnTheRoad _) -> illegal();

            case Step(Offered(var asked), Accept(var who)) when asked == who ->
                    to(new Assigned(asked));
            case Step(Offered _, Assign(var chosen)) -> to(new Assigned(chosen));
            case Step(Offered _, Release _) -> to(new Waiting());
            case Step(Offered _, Cancel _) -> to(new Cancelled(null));
            case Step(Offered _, Offer _), Step(Offered _, Accept _) -> illegal();
            case Step(Offered _, OnTheRoad _) -> illegal();

            case Step(Assigned(var courier), Accept(var who)) when courier == who -> already();
            case Step(Assigned(var courier), Assign(var chosen)) when courier == chosen ->
                    already();
            case Step(Assigned _, Assign(var chosen)) -> to(new Assigned(chosen));
            case Step(Assigned _, Release _) -> to(new Waiting());
            case Step(Assigned(var courier), Arrive _) -> to(new AtRestaurant(courier));
            case Step(Assigned(var courier), PickUp _) -> to(new PickedUp(courier));
            case Step(Assigned(var courier), Cancel _) -> to(new Cancelled(courier));
            case Step(Assigned _, Offer _), Step(Assigned _, Accept _) -> illegal();
            case Step(Assigned _, ArriveDoor _), Step(Assigned _, Deliver _) -> illegal();

            case Step(AtRestaurant(var courier), Assign(var chosen)) when courier == chosen ->
                    already();
            case Step(AtRestaurant _, Assign(var chosen)) -> to(new Assigned(chosen));
            case Step(AtRestaurant _, Release _) -> to(new Waiting());
            case Step(AtRestaurant _, Arrive _) -> already();
            case Step(AtRestaurant(var courier), PickUp _) -> to(new PickedUp(courier));
            case Step(AtRestaurant(var courier), Cancel _) -> to(new Cancelled(courier));
            case Step(AtRestaurant _, Offer _), Step(AtRestaurant _, Accept _) -> illegal();
            case Step(AtRestaurant _, ArriveDoor _), Step(AtRestaurant _, Deliver _) -> illegal();

            case Step(PickedUp _, PickUp _) -> already();
            case Step(PickedUp(var courier), ArriveDoor _) -> to(new AtDoor(courier));
            case Step(PickedUp(var courier), Deliver _) -> to(new Delivered(courier));
            case Step(PickedUp(var courier), Cancel _) -> to(new Returned(courier));
            case Step(PickedUp _, Matching _), Step(PickedUp _, Arrive _) -> illegal();

            case Step(AtDoor _, ArriveDoor _) -> already();
            case Step(AtDoor(var courier), Deliver _) -> to(new Delivered(courier));
            case Step(AtDoor(var courier), Cancel _) -> to(new Returned(courier));
            case Step(AtDoor _, Matching _) -> illegal();
            case Step(AtDoor _, Arrive _), Step(AtDoor _, PickUp _) -> illegal();

            case Step(Delivered _, Deliver _) -> already();
            case Step(Delivered _, Matching _), Step(Delivered _, Cancel _) -> illegal();
            case Step(Delivered _, Arrive _), Step(Delivered _, PickUp _) -> illegal();
            case Step(Delivered _, ArriveDoor _) -> illegal();

            case Step(Cancelled _, Cancel _), Step(Returned _, Cancel _) -> already();
            case Step(Cancelled _, Matching _), Step(Cancelled _, OnTheRoad _) -> illegal();
            case Step(Returned _, Matching _), Step(Returned _, OnTheRoad _) -> illegal();
        };
    }

    private static Result to(RideState state) {
        return new Result.Moved(state);
    }

    private static Result already() {
        return new Result.Already();
    }

    private static Result illegal() {
        return new Result.Illegal();
    }

    /// The actions of the API that would move it now.
    List<String> allowed() {
        var allowed = new ArrayList<String>();
        if (moves(new Arrive())) allowed.add("arrive");
        if (moves(new PickUp())) allowed.add("pickup");
        if (moves(new ArriveDoor())) allowed.add("arrive-door");
        if (moves(new Deliver())) allowed.add("deliver");
        if (!(next(new Release()) instanceof Result.Illegal)) allowed.add("reassign");
        return allowed;
    }

    private boolean moves(RideEvent event) {
        return next(event) instanceof Result.Moved;
    }

    /// Whether this courier has or had the ride.
    boolean isOf(long courier) {
        return Long.valueOf(courier).equals(state.courierId());
    }

    /// As the world sees it. The courier's position only while they are on the road with it.
    ///
    /// @param withOffers whether to tell who was asked before; for operators
    Delivery view(boolean withOffers) {
        var known = state.courierId() != null;
        var seen = state.isUnderWay();
        return new Delivery(
                deliveryId,
                orderId,
                state.status(),
                state.courierId(),
                known ? courierName : null,
                seen ? courierLat : null,
                seen ? courierLon : null,
                restaurantId,
                restaurantName,
                pickup,
                dropoff,
                readyAt,
                createdAt,
                withOffers ? timeline : withoutOffers());
    }

    /// Who said no to a ride is nobody's business.
    private List<DeliveryStep> withoutOffers() {
        var shown = new ArrayList<DeliveryStep>();
        var before = DeliveryStatus.WAITING;
        for (var step : timeline) {
            var back = step.status() == DeliveryStatus.WAITING && before == DeliveryStatus.OFFERED;
            if (step.status() != DeliveryStatus.OFFERED && !back) shown.add(step);
            before = step.status();
        }
        return shown;
    }
}
