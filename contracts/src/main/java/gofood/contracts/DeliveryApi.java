package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The delivery service: couriers, where they are, and who brings which order.
public final class DeliveryApi {
    private DeliveryApi() {}

    public enum Vehicle {
        @JsonProperty("bicycle")
        BICYCLE,
        @JsonProperty("scooter")
        SCOOTER,
        @JsonProperty("car")
        CAR,
        @JsonProperty("foot")
        FOOT
    }

    /// `POST /couriers`: the signed-in courier (or an operator for one) says how they ride.
    ///
    /// @param courierId the person's user id; left out by couriers themselves
    public record NewCourier(@Nullable Long courierId, String name, Vehicle vehicle) {
        public NewCourier {
            InvalidField.text("name", name, 1, 100);
        }
    }

    public record Courier(
            long courierId,
            String name,
            Vehicle vehicle,
            boolean online,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Instant seenAt,
            @Nullable Long deliveryId) {}

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

    /// `POST /deliveries`: an order needs a courier. One order has one delivery.
    public record NewDelivery(
            long orderId,
            long customerId,
            long restaurantId,
            String restaurantName,
            Address pickup,
            Address dropoff,
            String deliveryPin,
            Money fee,
            @Nullable Instant readyAt) {
        public NewDelivery {
            InvalidField.id("order_id", orderId);
            InvalidField.id("customer_id", customerId);
            InvalidField.id("restaurant_id", restaurantId);
            InvalidField.text("restaurant_name", restaurantName, 1, 120);
            InvalidField.amount("fee", fee, 0, 100_000);
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
            Instant createdAt,
            List<DeliveryStep> timeline) {}

    public record DeliveryStep(
            int step, DeliveryStatus status, Instant at, String by, @Nullable String why) {}

    public record DeliveryList(List<Delivery> deliveries, @Nullable String nextCursor) {}

    /// `GET /offers`: rides that the signed-in courier may take. The exact door comes with the
    /// ride.
    ///
    /// @param distanceMetres straight line from the courier to the kitchen and on to the customer
    /// @param pay what the courier earns
    public record Offer(
            long offerId,
            long deliveryId,
            String restaurantName,
            Address pickup,
            long distanceMetres,
            Money pay,
            String currency,
            Instant expiresAt) {}

    public record OfferList(List<Offer> offers) {}

    /// `POST /deliveries/{id}/deliver`: the four digits that the customer says at the door.
    public record Proof(String pin) {
        public Proof {
            InvalidField.text("pin", pin, 1, 10);
        }
    }

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

        /// The ride has no courier any more and looks for another.
        record Unassigned(long orderId, long courierId, String reason) implements DeliveryEvent {}

        /// Nobody found yet: for the operator.
        record NoCourier(long orderId, long waitedSeconds) implements DeliveryEvent {}

        /// Nobody found in time: the order must be cancelled.
        record Failed(long orderId, String reason) implements DeliveryEvent {}
    }
}
