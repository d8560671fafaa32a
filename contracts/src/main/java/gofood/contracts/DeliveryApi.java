package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The delivery service: couriers, where they are, and who brings which order.
public final class DeliveryApi {
    private DeliveryApi() {}

    /// `POST /couriers`: the signed-in courier (or an operator for one) says how they ride.
    ///
    /// @param courierId the person's user id; left out by couriers themselves
    /// @param capacity how many orders fit into their bag, 2 unless told
    public record NewCourier(
            @Nullable Long courierId, String name, Vehicle vehicle, @Nullable Integer capacity) {
        public NewCourier {
            InvalidField.text("name", name, 1, 100);
            InvalidField.number("capacity", capacity, 1, 5);
        }
    }

    /// @param deliveryIds the rides they have, in the order in which their stops come
    public record Courier(
            long courierId,
            String name,
            Vehicle vehicle,
            int capacity,
            boolean online,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Instant seenAt,
            @Nullable Stars rating,
            List<Long> deliveryIds) {}

    public record CourierList(List<Courier> couriers, @Nullable String nextCursor) {}

    /// `PUT /couriers/{id}/shift`.
    public record Shift(boolean online) {}

    /// `POST /couriers/{id}/positions`: the latest by the courier's own clock wins.
    public record Positions(List<Ping> positions) {
        public Positions {
            InvalidField.size("positions", positions, 1, 500);
        }
    }

    public record Ping(double lat, double lon, Instant at) {
        public Ping {
            if (!(lat >= -90 && lat <= 90))
                throw new InvalidField("lat", "must be -90 to 90 degrees");
            if (!(lon >= -180 && lon <= 180))
                throw new InvalidField("lon", "must be -180 to 180 degrees");
        }
    }

    /// When something arrives, if half of all such orders are earlier than the first moment, and
    /// nine of ten earlier than the second.
    public record Eta(Instant from, Instant to) {}

    /// `POST /deliveries`: an order needs a courier. One order has one delivery.
    ///
    /// @param fee what the customer pays for the ride
    /// @param tip what the courier gets beside their pay
    /// @param cashDue what the courier is to be given at the door
    /// @param note what the customer wrote with their order
    /// @param promisedAt what the customer was told when they ordered; the latest of it
    public record NewDelivery(
            long orderId,
            long customerId,
            long restaurantId,
            String restaurantName,
            Address pickup,
            Address dropoff,
            String deliveryPin,
            Money fee,
            Money tip,
            @Nullable Money cashDue,
            @Nullable String note,
            @Nullable Instant readyAt,
            @Nullable Instant promisedAt) {
        public NewDelivery {
            InvalidField.id("order_id", orderId);
            InvalidField.id("customer_id", customerId);
            InvalidField.id("restaurant_id", restaurantId);
            InvalidField.text("restaurant_name", restaurantName, 1, 120);
            InvalidField.amount("fee", fee, 10_000_000);
            InvalidField.amount("tip", tip, 1_000_000);
            InvalidField.amount("cash_due", cashDue, 100_000_000);
            InvalidField.text("note", note, 0, 500);
            if (deliveryPin != null && !deliveryPin.matches("\\d{4}"))
                throw new InvalidField("delivery_pin", "must be four digits");
        }
    }

    public enum DeliveryStatus {
        @JsonProperty("Waiting")
        WAITING,
        @JsonProperty("Offered")
        OFFERED,
        @JsonProperty("Assigned")
        ASSIGNED,
        @JsonProperty("AtRestaurant")
        AT_RESTAURANT,
        @JsonProperty("PickedUp")
        PICKED_UP,
        @JsonProperty("AtDoor")
        AT_DOOR,
        @JsonProperty("Delivered")
        DELIVERED,
        @JsonProperty("Cancelled")
        CANCELLED,
        /// the courier had the food when the order was cancelled, and takes it back
        @JsonProperty("Returned")
        RETURNED
    }

    /// @param pay what its courier earns with it; known to them and to operators
    /// @param cashDue what the courier is to be given at the door
    /// @param note what the customer wrote with their order
    /// @param problem what its courier told last that stands in the way, until the next step
    public record Delivery(
            long deliveryId,
            long orderId,
            DeliveryStatus status,
            @Nullable Long courierId,
            @Nullable String courierName,
            @Nullable Double courierLat,
            @Nullable Double courierLon,
            long restaurantId,
            String restaurantName,
            Address pickup,
            Address dropoff,
            @Nullable Instant readyAt,
            @Nullable Instant promisedAt,
            @Nullable Eta eta,
            @Nullable ProofKind proof,
            @Nullable Money pay,
            Money tip,
            @Nullable Money cashDue,
            String currency,
            @Nullable String note,
            @Nullable RoadProblem problem,
            Instant createdAt,
            List<DeliveryStep> timeline) {}

    public record DeliveryStep(
            int step, DeliveryStatus status, Instant at, String by, @Nullable String why) {}

    /// What can stand in a courier's way.
    public enum RoadTrouble {
        @JsonProperty("kitchen_closed")
        KITCHEN_CLOSED,
        @JsonProperty("long_wait")
        LONG_WAIT,
        @JsonProperty("broken_down")
        BROKEN_DOWN,
        @JsonProperty("cannot_find")
        CANNOT_FIND,
        @JsonProperty("nobody_there")
        NOBODY_THERE,
        @JsonProperty("food_damaged")
        FOOD_DAMAGED,
        @JsonProperty("other")
        OTHER
    }

    /// `POST /deliveries/{id}/problem` by its courier; operators are told.
    ///
    /// @param giveBack before they have the food: somebody else shall ride
    public record NewRoadProblem(
            RoadTrouble kind, @Nullable String text, @Nullable Boolean giveBack) {
        public NewRoadProblem {
            InvalidField.text("text", text, 0, 300);
        }
    }

    public record RoadProblem(RoadTrouble kind, @Nullable String text, Instant at) {}

    /// `GET /deliveries?live=true` gives an operator all that are under way.
    public record DeliveryList(List<Delivery> deliveries, @Nullable String nextCursor) {}

    /// `GET /offers`: rides that the signed-in courier may take. The exact door comes with the
    /// ride.
    ///
    /// @param dropoffArea about where it goes: the street, and a point within some hundred metres
    /// @param pickupMetres along streets from the courier to the kitchen
    /// @param distanceMetres along streets from the courier past the kitchen to the customer
    /// @param pay what the courier earns, without the tip
    /// @param cashDue what they are to be given at the door
    /// @param together the rides that the courier has already and would bring on the same way
    public record Offer(
            long offerId,
            long deliveryId,
            String restaurantName,
            Address pickup,
            Address dropoffArea,
            long pickupMetres,
            long distanceMetres,
            Money pay,
            Money tip,
            @Nullable Money cashDue,
            String currency,
            @Nullable Instant readyAt,
            List<Long> together,
            Instant expiresAt) {}

    /// @param why there is none, when there is none
    public record OfferList(List<Offer> offers, @Nullable NoOffer why) {}

    /// Why a courier has no offer.
    public enum NoOffer {
        @JsonProperty("offline")
        OFFLINE,
        /// we don't know where they are
        @JsonProperty("no_position")
        NO_POSITION,
        /// their bag is full
        @JsonProperty("bag_full")
        BAG_FULL,
        /// no order waits for a courier
        @JsonProperty("nothing_waits")
        NOTHING_WAITS,
        /// those that wait are better brought by others
        @JsonProperty("others_nearer")
        OTHERS_NEARER
    }

    /// `GET /couriers/{id}/stream`: all that a courier's screen shows, whole, whenever it changes.
    ///
    /// @param rides what they have, in the order of their stops
    /// @param stops the kitchens and doors that they go to, in this order
    public record Duty(
            Courier courier,
            List<Offer> offers,
            List<Delivery> rides,
            List<StopView> stops,
            @Nullable NoOffer why) {}

    public enum StopKind {
        @JsonProperty("pickup")
        PICKUP,
        @JsonProperty("dropoff")
        DROPOFF
    }

    /// @param etaAt when they would be done there, as planned
    public record StopView(
            long deliveryId, StopKind kind, Address address, @Nullable Instant etaAt) {}

    /// `GET /deliveries/stream`: the live city, for operators: whole at first, then what changed.
    ///
    /// @param deliveries under way, or ended since the last news
    public record LiveCity(List<Delivery> deliveries, List<Courier> couriers, Instant at) {}

    public enum ProofKind {
        @JsonProperty("pin")
        PIN,
        @JsonProperty("photo")
        PHOTO
    }

    /// `POST /deliveries/{id}/deliver`: the four digits that the customer says at the door, or else
    /// a picture of where the food was left (see `PUT /deliveries/{id}/photo`).
    ///
    /// @param photo true to prove it by the photo that was sent before
    public record Proof(@Nullable String pin, @Nullable Boolean photo, @Nullable String note) {
        public Proof {
            InvalidField.text("pin", pin, 1, 10);
            InvalidField.text("note", note, 0, 500);
        }
    }

    public enum RoadStep {
        @JsonProperty("arrive")
        ARRIVE,
        @JsonProperty("pickup")
        PICKUP,
        @JsonProperty("arrive-door")
        ARRIVE_DOOR,
        @JsonProperty("deliver")
        DELIVER
    }

    /// `POST /deliveries/{id}/steps`: what a courier without signal did meanwhile, oldest first.
    /// What was told already is passed over, so that the whole can be sent again.
    public record LateSteps(List<LateStep> steps) {
        public LateSteps {
            InvalidField.size("steps", steps, 1, 10);
        }
    }

    /// @param at by the courier's clock
    /// @param proof with `deliver`
    public record LateStep(RoadStep step, Instant at, @Nullable Proof proof) {}

    /// `GET /deliveries/{id}/decisions`: why dispatch asked whom, newest first; for operators.
    public record DecisionList(List<Decision> decisions) {}

    /// @param courierId who was chosen
    /// @param reason in a sentence
    /// @param candidates those who came into question, the best first
    public record Decision(
            Instant at, long courierId, String reason, List<CandidateCost> candidates) {}

    /// What it would have cost to give this ride to this courier, in weighted seconds.
    ///
    /// @param lateness of this customer and of those whose food the courier has already
    /// @param foodWaiting between the food's being ready and the pick-up
    /// @param detour the additional way
    /// @param idle the courier's waiting at the kitchen
    public record CandidateCost(
            long courierId,
            long total,
            long lateness,
            long foodWaiting,
            long detour,
            long idle,
            Instant pickupAt,
            Instant doorAt) {}

    /// `POST /estimates`: how long an order would take that is placed now.
    public record EstimateWish(
            long restaurantId, Point pickup, Point dropoff, int preparationMinutes) {
        public EstimateWish {
            InvalidField.id("restaurant_id", restaurantId);
            InvalidField.number("preparation_minutes", preparationMinutes, 1, 240);
        }
    }

    /// `POST /estimates/batch`: several at once, such as for a list of restaurants.
    public record EstimateWishes(List<EstimateWish> wishes) {
        public EstimateWishes {
            InvalidField.size("wishes", wishes, 1, 50);
        }
    }

    /// In the order of the wishes.
    public record EstimateList(List<Eta> estimates) {}

    /// `GET /estimates/accuracy`: how good the times were that customers were told; for operators.
    ///
    /// @param at when in an order's life the customer was told: `ordered` or `picked_up`
    /// @param deliveries how many were delivered in the last 24 hours
    /// @param withinPercent delivered before the later moment
    /// @param earlyHalfPercent delivered before the earlier moment; 50 would be right
    /// @param meanErrorSeconds of the earlier moment; positive when later than told
    /// @param medianErrorSeconds of the earlier moment, without its sign
    public record Accuracy(
            String at,
            int deliveries,
            int withinPercent,
            int earlyHalfPercent,
            long meanErrorSeconds,
            long medianErrorSeconds) {}

    public record AccuracyList(List<Accuracy> accuracy) {}

    /// `POST /deliveries/{id}/reassign` by an operator. Without a courier: the next best one.
    public record Reassignment(@Nullable Long courierId, String reason) {
        public Reassignment {
            InvalidField.text("reason", reason, 1, 200);
        }
    }

    /// What happened on the road.
    public sealed interface DeliveryEvent {
        long orderId();

        record Offered(long orderId, long offerId, long courierId, String restaurantName)
                implements DeliveryEvent {}

        record Assigned(long orderId, long courierId, String courierName)
                implements DeliveryEvent {}

        record AtRestaurant(long orderId, long courierId) implements DeliveryEvent {}

        record PickedUp(long orderId, long courierId) implements DeliveryEvent {}

        record AtDoor(long orderId, long courierId) implements DeliveryEvent {}

        record Delivered(long orderId, long courierId) implements DeliveryEvent {}

        /// The courier has earned this with a ride: all of it for one that arrived or had to be
        /// brought back, a part for one that came to nothing on the way.
        ///
        /// @param why in a sentence
        record Earned(long orderId, long courierId, Money pay, String currency, String why)
                implements DeliveryEvent {}

        /// The ride has no courier any more and looks for another.
        record Unassigned(long orderId, long courierId, String reason) implements DeliveryEvent {}

        /// The customer can be told another time.
        record EtaChanged(long orderId, Eta eta) implements DeliveryEvent {}

        /// The courier told what stands in their way: for the operator.
        record TroubleReported(
                long orderId,
                long courierId,
                String courierName,
                RoadTrouble kind,
                @Nullable String text)
                implements DeliveryEvent {}

        /// Nobody found yet: for the operator.
        record NoCourier(long orderId, long waitedSeconds) implements DeliveryEvent {}

        /// The courier has the food and gives no sign: for the operator.
        record CourierSilent(long orderId, long courierId, long silentSeconds)
                implements DeliveryEvent {}

        /// Nobody found in time: the order must be cancelled.
        record Failed(long orderId, String reason) implements DeliveryEvent {}
    }
}
