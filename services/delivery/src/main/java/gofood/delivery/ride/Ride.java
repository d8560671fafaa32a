package gofood.delivery.ride;

import gofood.contracts.Address;
import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.Delivery;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.DeliveryApi.ProofKind;
import gofood.contracts.DeliveryApi.RoadProblem;
import gofood.contracts.Money;
import gofood.contracts.Vehicle;
import gofood.delivery.courier.Sign;
import gofood.delivery.ride.RideEvent.Accept;
import gofood.delivery.ride.RideEvent.Arrive;
import gofood.delivery.ride.RideEvent.ArriveDoor;
import gofood.delivery.ride.RideEvent.Assign;
import gofood.delivery.ride.RideEvent.Cancel;
import gofood.delivery.ride.RideEvent.Deliver;
import gofood.delivery.ride.RideEvent.Matching;
import gofood.delivery.ride.RideEvent.Offer;
import gofood.delivery.ride.RideEvent.OnTheRoad;
import gofood.delivery.ride.RideEvent.PickUp;
import gofood.delivery.ride.RideEvent.Release;
import gofood.delivery.ride.RideState.Assigned;
import gofood.delivery.ride.RideState.AtDoor;
import gofood.delivery.ride.RideState.AtRestaurant;
import gofood.delivery.ride.RideState.Cancelled;
import gofood.delivery.ride.RideState.Delivered;
import gofood.delivery.ride.RideState.Offered;
import gofood.delivery.ride.RideState.PickedUp;
import gofood.delivery.ride.RideState.Returned;
import gofood.delivery.ride.RideState.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One order on its way from the kitchen to the door, and the rules of its life.
///
/// @param pin what the customer says at the door; never leaves this service
/// @param note what the customer wrote with their order
/// @param notBefore when it may be at the door at the earliest, if it was ordered for later
/// @param lookingSince since when a courier is needed and missing
/// @param promisedAt the latest that the customer was told
/// @param eta what they would be told now
/// @param etaPickup when its courier has the food, by the same forecast; null once they have it
/// @param toldStatus the ride's status when the order service was last told an eta
/// @param plannedPickup when its courier was to have the food, as planned when they were asked
/// @param doorSeconds from the kitchen to the door by the map, for the courier's vehicle
/// @param problem what its courier told last, until the next step
/// @param courierName of the courier who has it or is asked
public record Ride(
        long deliveryId,
        long orderId,
        long customerId,
        long restaurantId,
        String restaurantName,
        Address pickup,
        Address dropoff,
        String pin,
        int pinFailures,
        Food food,
        Fare fare,
        @Nullable String note,
        @Nullable Instant notBefore,
        @Nullable Instant lookingSince,
        @Nullable Instant promisedAt,
        @Nullable Eta eta,
        @Nullable Instant etaPickup,
        @Nullable DeliveryStatus toldStatus,
        @Nullable Instant plannedPickup,
        @Nullable Integer doorSeconds,
        @Nullable ProofKind proof,
        @Nullable RoadProblem problem,
        Instant createdAt,
        RideState state,
        @Nullable String courierName,
        @Nullable Vehicle courierVehicle,
        List<DeliveryStep> timeline) {
    public Ride {
        timeline = List.copyOf(timeline);
    }

    /// How far the kitchen is.
    ///
    /// @param preparationMinutes as the order said
    /// @param confirmedAt when the kitchen said yes; unknown where nobody told
    /// @param promisedAt when it said then that the food is ready; null until it has said yes
    /// @param delay what it said after that
    /// @param cookedAt when it said that the food is there
    public record Food(
            @Nullable Integer preparationMinutes,
            @Nullable Instant confirmedAt,
            @Nullable Instant promisedAt,
            @Nullable Delay delay,
            @Nullable Instant cookedAt) {
        public boolean isConfirmed() {
            return promisedAt != null || cookedAt != null;
        }

        public @Nullable Instant readyAt() {
            if (cookedAt != null) return cookedAt;
            return delay == null ? promisedAt : delay.to;
        }
    }

    /// The kitchen needs longer.
    ///
    /// @param at when it said so
    public record Delay(Instant at, Instant to) {}

    /// The money that goes with it.
    ///
    /// @param tip of the customer
    /// @param cashDue what the courier is to be given at the door
    /// @param pay what was agreed with its courier; at its end, what they earned
    public record Fare(
            Money tip, @Nullable Money cashDue, Currency currency, @Nullable Money pay) {}

    /// Who looks at it.
    public enum Viewer {
        CUSTOMER,
        /// whose ride it is
        COURIER,
        OPERATOR
    }

    /// What an event does to a ride.
    public sealed interface Result {
        record Moved(RideState state) implements Result {}

        /// It has happened before; saying so again changes nothing.
        record Already() implements Result {}

        record Illegal() implements Result {}
    }

    private record Step(RideState state, RideEvent event) {}

    public Result next(RideEvent event) {
        return next(state, event);
    }

    /// The whole life of a ride. Steps may be skipped forward where the food shows that they must
    /// have happened: nobody picks up without being at the restaurant.
    public static Result next(RideState state, RideEvent event) {
        return switch (new Step(state, event)) {
            case Step(Waiting _, Offer(var asked)) -> to(new Offered(asked));
            case Step(Waiting _, Assign(var chosen, _)) -> to(new Assigned(chosen));
            case Step(Waiting _, Release _) -> already();
            case Step(Waiting _, Cancel _) -> to(new Cancelled(null));
            case Step(Waiting _, Accept _), Step(Waiting _, OnTheRoad _) -> illegal();

            case Step(Offered(var asked), Accept(var who, _)) when asked == who ->
                    to(new Assigned(asked));
            case Step(Offered _, Assign(var chosen, _)) -> to(new Assigned(chosen));
            case Step(Offered _, Release _) -> to(new Waiting());
            case Step(Offered _, Cancel _) -> to(new Cancelled(null));
            case Step(Offered _, Offer _), Step(Offered _, Accept _) -> illegal();
            case Step(Offered _, OnTheRoad _) -> illegal();

            case Step(Assigned(var courier), Accept(var who, _)) when courier == who -> already();
            case Step(Assigned(var courier), Assign(var chosen, _)) when courier == chosen ->
                    already();
            case Step(Assigned _, Assign(var chosen, _)) -> to(new Assigned(chosen));
            case Step(Assigned _, Release _) -> to(new Waiting());
            case Step(Assigned(var courier), Arrive _) -> to(new AtRestaurant(courier));
            case Step(Assigned(var courier), PickUp _) -> to(new PickedUp(courier));
            case Step(Assigned(var courier), Cancel _) -> to(new Cancelled(courier));
            case Step(Assigned _, Offer _), Step(Assigned _, Accept _) -> illegal();
            case Step(Assigned _, ArriveDoor _), Step(Assigned _, Deliver _) -> illegal();

            case Step(AtRestaurant(var courier), Assign(var chosen, _)) when courier == chosen ->
                    already();
            case Step(AtRestaurant _, Assign(var chosen, _)) -> to(new Assigned(chosen));
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
        if (moves(new Deliver(null))) allowed.add("deliver");
        if (!(next(new Release()) instanceof Result.Illegal)) allowed.add("reassign");
        return allowed;
    }

    private boolean moves(RideEvent event) {
        return next(event) instanceof Result.Moved;
    }

    /// Whether this courier has or had the ride.
    public boolean isOf(long courier) {
        return Long.valueOf(courier).equals(state.courierId());
    }

    /// When it first came into a state, counted from the latest assignment.
    public @Nullable Instant since(DeliveryStatus status) {
        for (var step : timeline.reversed()) {
            if (step.status() == status) return step.at();
            if (step.status() == DeliveryStatus.ASSIGNED) return null;
        }
        return null;
    }

    /// As the world sees it. Where the courier is only while they are on the road with it.
    ///
    /// @param viewer the pay is told to its courier, and who was asked before to operators alone
    /// @param courier where they are
    public Delivery view(Viewer viewer, Optional<Sign> courier) {
        var known = state.courierId() != null;
        var customer = viewer == Viewer.CUSTOMER;
        var seen = courier.filter(_ -> state.isUnderWay());
        return new Delivery(
                deliveryId,
                orderId,
                state.status(),
                state.courierId(),
                known ? courierName : null,
                seen.map(Sign::lat).orElse(null),
                seen.map(Sign::lon).orElse(null),
                restaurantId,
                restaurantName,
                pickup,
                dropoff,
                food.readyAt(),
                promisedAt,
                state.isOver() ? null : eta,
                proof,
                customer ? null : fare.pay,
                fare.tip,
                fare.cashDue,
                fare.currency.code(),
                customer ? null : note,
                customer ? null : problem,
                createdAt,
                viewer == Viewer.OPERATOR ? timeline : withoutOffers());
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
