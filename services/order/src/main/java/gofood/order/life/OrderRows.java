package gofood.order.life;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderSummary;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Rating;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.OrderApi.TimelineEntry;
import gofood.order.life.Order.State;
import gofood.order.life.Orders.Whole;
import gofood.platform.db.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Orders as they are read from the database.
final class OrderRows {
    private OrderRows() {}

    static OrderSummary summary(Order order) {
        var bought = order.purchase();
        return new OrderSummary(
                order.id(),
                order.state().status(),
                bought.restaurantId(),
                bought.restaurantName(),
                bought.price().total(),
                bought.price().currency(),
                bought.placedAt(),
                order.since(),
                order.rating());
    }

    /// A step, as the database puts it beside its order.
    record Step(
            int step,
            String status,
            Instant at,
            String by,
            @Nullable String why,
            @Nullable String reason,
            @Nullable String whyForOperators,
            String traceId) {

        /// @param trusted with what is for operators alone: reasons as they came, and the traces
        TimelineEntry view(boolean trusted) {
            return new TimelineEntry(
                    step,
                    OrderStatus.valueOf(status),
                    at,
                    by,
                    trusted && whyForOperators != null ? whyForOperators : why,
                    reason == null ? null : StepReason.valueOf(reason).code(),
                    trusted ? traceId : null);
        }
    }

    static Whole whole(Row row) {
        return new Whole(
                order(row), List.of(row.json("steps", Step[].class)), row.flag("has_proposals"));
    }

    static Order order(Row row) {
        return new Order(
                row.number("id"),
                purchase(row),
                state(row),
                row.integer("step"),
                row.integer("version"),
                row.instant("since"),
                row.findInstant("ready_at"),
                row.findText("courier_name"),
                new Eta(row.instant("eta_from"), row.instant("eta_to")),
                new Money(row.number("refunded")),
                new Money(row.number("cheaper")),
                row.findJson("rating", Rating.class),
                row.integer("links_ended"));
    }

    private static Purchase purchase(Row row) {
        return new Purchase(
                row.number("customer_id"),
                row.flag("guest"),
                row.number("restaurant_id"),
                row.text("restaurant_name"),
                List.of(row.json("items", Line[].class)),
                row.json("price", Price.class),
                PayBy.valueOf(row.text("pay_by")),
                IfUnavailable.valueOf(row.text("if_unavailable")),
                row.findJson("slot", Slot.class),
                row.findInstant("kitchen_at"),
                row.integer("preparation_minutes"),
                row.json("pickup", Address.class),
                row.json("dropoff", Address.class),
                row.findText("note"),
                row.text("delivery_pin"),
                row.instant("placed_at"),
                row.instant("promised_at"));
    }

    private static State state(Row row) {
        Class<? extends State> type =
                switch (OrderStatus.valueOf(row.text("status"))) {
                    case PLACED -> State.Placed.class;
                    case DECLINED -> State.Declined.class;
                    case SCHEDULED -> State.Scheduled.class;
                    case PAID -> State.Paid.class;
                    case RECEIVED -> State.Received.class;
                    case PREPARING -> State.Preparing.class;
                    case COMPLETE -> State.Complete.class;
                    case PICKED_UP -> State.PickedUp.class;
                    case DELIVERED -> State.Delivered.class;
                    case REJECTED -> State.Rejected.class;
                    case CANCELLED -> State.Cancelled.class;
                };
        return row.json("state", type);
    }
}
