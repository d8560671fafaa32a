package gofood.order;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderSummary;
import gofood.contracts.OrderApi.Quote;
import gofood.contracts.OrderApi.TimelineEntry;
import gofood.order.Order.State;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where orders are stored.
final class Orders {
    /// What is known of an order before it has a number.
    record Draft(
            long customerId,
            String restaurantName,
            Quote quote,
            Address pickup,
            Address dropoff,
            @Nullable String note,
            String deliveryPin) {}

    /// Stores a new order with its first step.
    ///
    /// @return its number
    long insert(Tx tx, Draft draft, String by, Instant now) {
        return tx.one(
                """
                WITH placed AS (
                    INSERT INTO orders (customer_id, restaurant_id, restaurant_name, items, items_total,
                                        delivery_fee, currency, pickup, dropoff, note, delivery_pin,
                                        preparation_minutes, placed_at, status, state, step, since)
                    VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?,
                            'PLACED', '{}', 1, ?)
                    RETURNING id)
                INSERT INTO order_step (order_id, step, status, at, by)
                SELECT id, 1, 'PLACED', ?, ? FROM placed
                RETURNING order_id
                """,
                row -> row.number("order_id"),
                draft.customerId,
                draft.quote.restaurantId(),
                draft.restaurantName,
                Tx.json(draft.quote.items()),
                draft.quote.itemsTotal().minor(),
                draft.quote.deliveryFee().minor(),
                draft.quote.currency(),
                Tx.json(draft.pickup),
                Tx.json(draft.dropoff),
                draft.note,
                draft.deliveryPin,
                draft.quote.preparationMinutes(),
                now,
                now,
                now,
                by);
    }

    Optional<Order> find(Tx tx, long id) {
        return tx.find("SELECT * FROM orders WHERE id = ?", Orders::order, id);
    }

    /// Finds an order and keeps others from changing it until the transaction ends.
    Optional<Order> lock(Tx tx, long id) {
        return tx.find("SELECT * FROM orders WHERE id = ? FOR UPDATE", Orders::order, id);
    }

    /// Stores a step that was made with the order locked.
    void save(Tx tx, Order order, Instant at, String by, @Nullable String why) {
        tx.update(
                """
                WITH moved AS (
                    UPDATE orders
                       SET status = ?, state = ?::jsonb, step = ?, since = ?, ready_at = ?,
                           courier_name = ?
                     WHERE id = ?)
                INSERT INTO order_step (order_id, step, status, at, by, why)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                order.state().status(),
                Tx.json(order.state()),
                order.step(),
                order.since(),
                order.readyAt(),
                order.courierName(),
                order.id(),
                order.id(),
                order.step(),
                order.state().status(),
                at,
                by,
                why);
    }

    List<TimelineEntry> timeline(Tx tx, long id) {
        return tx.list(
                "SELECT * FROM order_step WHERE order_id = ? ORDER BY step",
                row ->
                        new TimelineEntry(
                                row.integer("step"),
                                OrderStatus.valueOf(row.text("status")),
                                row.instant("at"),
                                row.text("by"),
                                row.findText("why")),
                id);
    }

    /// What a list is narrowed to; null means all.
    record Filter(
            @Nullable Long customer, Long @Nullable [] restaurants, @Nullable OrderStatus status) {}

    /// A page of orders, newest first.
    ///
    /// @param before only orders with a smaller number
    List<OrderSummary> page(Tx tx, Filter filter, long before, int limit) {
        return tx.list(
                """
                SELECT * FROM orders
                 WHERE id < ?
                   AND (?::bigint IS NULL OR customer_id = ?)
                   AND (?::bigint[] IS NULL OR restaurant_id = ANY (?))
                   AND (?::text IS NULL OR status = ?)
                 ORDER BY id DESC
                 LIMIT ?
                """,
                row -> summary(order(row)),
                before,
                filter.customer,
                filter.customer,
                filter.restaurants,
                filter.restaurants,
                filter.status,
                filter.status,
                limit);
    }

    private static OrderSummary summary(Order order) {
        return new OrderSummary(
                order.id(),
                order.state().status(),
                order.restaurantId(),
                order.restaurantName(),
                order.total(),
                order.currency(),
                order.placedAt());
    }

    private static Order order(Row row) {
        return new Order(
                row.number("id"),
                row.number("customer_id"),
                row.number("restaurant_id"),
                row.text("restaurant_name"),
                List.of(row.json("items", Line[].class)),
                new Money(row.number("items_total")),
                new Money(row.number("delivery_fee")),
                row.text("currency"),
                row.json("pickup", Address.class),
                row.json("dropoff", Address.class),
                row.findText("note"),
                row.text("delivery_pin"),
                row.findText("courier_name"),
                row.findInstant("ready_at"),
                row.integer("preparation_minutes"),
                row.instant("placed_at"),
                state(row),
                row.integer("step"),
                row.instant("since"));
    }

    private static State state(Row row) {
        Class<? extends State> type =
                switch (OrderStatus.valueOf(row.text("status"))) {
                    case PLACED -> State.Placed.class;
                    case DECLINED -> State.Declined.class;
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
