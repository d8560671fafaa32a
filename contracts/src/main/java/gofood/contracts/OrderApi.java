package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import gofood.contracts.DeliveryApi.Eta;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order service: prices, orders and their life.
public final class OrderApi {
    private OrderApi() {}

    /// `POST /orders`, and `POST /quotes` for the price alone. Prices never come from the client.
    public record NewOrder(
            long restaurantId,
            List<NewLine> items,
            Address address,
            @Nullable String note,
            @Nullable PaymentMethod payment) {
        public NewOrder {
            InvalidField.size("items", items, 1, 100);
            InvalidField.text("note", note, 0, 500);
        }
    }

    public record NewLine(
            String itemId, int quantity, @Nullable List<String> options, @Nullable String note) {
        public NewLine {
            InvalidField.text("item_id", itemId, 1, 18);
            InvalidField.number("quantity", quantity, 1, 99);
            InvalidField.size("options", options, 0, 50);
            InvalidField.text("note", note, 0, 200);
        }
    }

    /// How the customer pays: `card` with the provider's token, never a card number.
    public record PaymentMethod(String method, String token) {
        public PaymentMethod {
            if (!"card".equals(method)) throw new InvalidField("method", "must be \"card\"");
            InvalidField.text("token", token, 1, 100);
            if (token != null && token.replaceAll("[ -]", "").matches("\\d{12,19}"))
                throw new InvalidField("token", "must be a token, not a card number");
        }
    }

    /// The reply to `POST /orders`, to the letter of the seed.
    public record OrderPlaced(long orderId, String message) {}

    /// What an order costs now, with every line, and when it would come.
    ///
    /// @param distanceMetres along streets from the kitchen to the door
    public record Quote(
            long restaurantId,
            List<Line> items,
            Money itemsTotal,
            Money deliveryFee,
            Money total,
            String currency,
            int preparationMinutes,
            long distanceMetres,
            Eta eta) {}

    /// One dish of an order. `price` is for one, with its options.
    public record Line(
            String itemId,
            String name,
            int quantity,
            List<String> options,
            @Nullable String note,
            Money price) {}

    public enum OrderStatus {
        @JsonProperty("Placed")
        PLACED,
        @JsonProperty("Declined")
        DECLINED,
        @JsonProperty("Paid")
        PAID,
        @JsonProperty("Received")
        RECEIVED,
        @JsonProperty("Preparing")
        PREPARING,
        @JsonProperty("Complete")
        COMPLETE,
        @JsonProperty("PickedUp")
        PICKED_UP,
        @JsonProperty("Delivered")
        DELIVERED,
        @JsonProperty("Rejected")
        REJECTED,
        @JsonProperty("Cancelled")
        CANCELLED
    }

    /// `GET /orders/{order_id}`.
    ///
    /// @param deliveryPin the customer tells it to the courier at the door; only the customer sees
    ///   it
    /// @param promisedAt the latest moment that the customer was told when they ordered
    /// @param eta when it comes, as far as one can say now; null once it is there or ended
    public record OrderView(
            long orderId,
            OrderStatus status,
            long customerId,
            long restaurantId,
            String restaurantName,
            List<Line> items,
            Money itemsTotal,
            Money deliveryFee,
            Money total,
            String currency,
            Address address,
            @Nullable String note,
            @Nullable String deliveryPin,
            @Nullable String courierName,
            Instant placedAt,
            @Nullable Instant readyAt,
            @Nullable Instant promisedAt,
            @Nullable Eta eta,
            List<TimelineEntry> timeline) {}

    /// One step of an order's life.
    ///
    /// @param by who moved it: "customer 12", "restaurant 7", "payment", "courier 31", "deadline"
    public record TimelineEntry(
            int step, OrderStatus status, Instant at, String by, @Nullable String why) {}

    public record OrderList(List<OrderSummary> orders, @Nullable String nextCursor) {}

    public record OrderSummary(
            long orderId,
            OrderStatus status,
            long restaurantId,
            String restaurantName,
            Money total,
            String currency,
            Instant placedAt) {}

    /// `POST /orders/{order_id}/cancel`.
    public record Cancellation(@Nullable String reason) {
        public Cancellation {
            InvalidField.text("reason", reason, 1, 200);
        }
    }

    /// `POST /callback/orders/{order_id}/complete`, request and reply, to the letter of the seed.
    public record Completion(long orderId, OrderStatus status, String message) {
        public Completion {
            if (status != null && status != OrderStatus.COMPLETE)
                throw new InvalidField("status", "must be \"Complete\"");
            InvalidField.text("message", message, 0, 500);
        }
    }

    /// How urgent a wait has become: first the one who is waited for is reminded, then the operator
    /// is told; after the last step the order is cancelled.
    public enum Urgency {
        @JsonProperty("remind")
        REMIND,
        @JsonProperty("operator")
        OPERATOR
    }

    /// What happened to an order, for everyone who has a part in it.
    public sealed interface OrderEvent {
        long orderId();

        long customerId();

        long restaurantId();

        /// For payment: authorise this amount.
        record Placed(
                long orderId,
                long customerId,
                long restaurantId,
                Money total,
                String currency,
                PaymentMethod payment)
                implements OrderEvent {}

        /// For the kitchen (a ticket), delivery (a courier will be needed) and the inbox.
        record Paid(
                long orderId,
                long customerId,
                long restaurantId,
                String restaurantName,
                List<Line> items,
                Money itemsTotal,
                Money deliveryFee,
                @Nullable String note,
                Address pickup,
                Address dropoff,
                String deliveryPin,
                int preparationMinutes,
                Instant promisedAt)
                implements OrderEvent {}

        record Declined(long orderId, long customerId, long restaurantId, String reason)
                implements OrderEvent {}

        /// The kitchen confirmed: capture, and plan the ride for `readyAt`.
        record Received(
                long orderId,
                long customerId,
                long restaurantId,
                String restaurantName,
                Instant readyAt)
                implements OrderEvent {}

        record Preparing(long orderId, long customerId, long restaurantId) implements OrderEvent {}

        record Complete(long orderId, long customerId, long restaurantId) implements OrderEvent {}

        record PickedUp(long orderId, long customerId, long restaurantId) implements OrderEvent {}

        record Delivered(long orderId, long customerId, long restaurantId) implements OrderEvent {}

        record Rejected(long orderId, long customerId, long restaurantId, String reason)
                implements OrderEvent {}

        record Cancelled(long orderId, long customerId, long restaurantId, String by, String reason)
                implements OrderEvent {}

        /// Somebody is waited for too long.
        record Overdue(
                long orderId,
                long customerId,
                long restaurantId,
                OrderStatus status,
                Urgency urgency)
                implements OrderEvent {}
    }
}
