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
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.OrderApi.TimelineEntry;
import gofood.order.life.Order.State;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where orders are stored.
public final class Orders {
    /// Stores a new order with its first step.
    ///
    /// @return its number
    public long insert(Tx tx, Purchase bought, Eta eta, String by) {
        return tx.one(
                """
                WITH placed AS (
                    INSERT INTO orders (customer_id, guest, restaurant_id, restaurant_name, items, price,
                                        pay_by, if_unavailable, slot, kitchen_at,
                                        preparation_minutes, pickup, dropoff, note, delivery_pin,
                                        placed_at, promised_at, eta_from, eta_to, status, state,
                                        step, version, since)
                    VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?::jsonb,
                            ?, ?, ?, ?, ?, ?, 'PLACED', '{}', 1, 1, ?)
                    RETURNING id)
                INSERT INTO order_step (order_id, step, status, at, by)
                SELECT id, 1, 'PLACED', ?, ? FROM placed
                RETURNING order_id
                """,
                row -> row.number("order_id"),
                bought.customerId(),
                bought.guest(),
                bought.restaurantId(),
                bought.restaurantName(),
                Tx.json(bought.items()),
                Tx.json(bought.price()),
                bought.payBy(),
                bought.ifUnavailable(),
                bought.slot() == null ? null : Tx.json(bought.slot()),
                bought.kitchenAt(),
                bought.preparationMinutes(),
                Tx.json(bought.pickup()),
                Tx.json(bought.dropoff()),
                bought.note(),
                bought.deliveryPin(),
                bought.placedAt(),
                bought.promisedAt(),
                eta.from(),
                eta.to(),
                bought.placedAt(),
                bought.placedAt(),
                by);
    }

    public Optional<Order> find(Tx tx, long id) {
        return tx.find("SELECT * FROM orders WHERE id = ?", Orders::order, id);
    }

    /// Finds an order and keeps others from changing it until the transaction ends.
    public Optional<Order> lock(Tx tx, long id) {
        return tx.find("SELECT * FROM orders WHERE id = ? FOR UPDATE", Orders::order, id);
    }

    /// Stores a step that was made with the order locked.
    void save(Tx tx, Order order, Instant at, String by, @Nullable String why) {
        tx.update(
                """
                WITH moved AS (
                    UPDATE orders
                       SET status = ?, state = ?::jsonb, step = ?, version = ?, since = ?,
                           ready_at = ?, courier_name = ?
                     WHERE id = ?)
                INSERT INTO order_step (order_id, step, status, at, by, why)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                order.state().status(),
                Tx.json(order.state()),
                order.step(),
                order.version(),
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

    /// Stores other dishes and their price, with the order locked; [#save] stores the step.
    void saveDishes(Tx tx, Order order) {
        tx.update(
                """
                UPDATE orders SET items = ?::jsonb, price = ?::jsonb, cheaper = ? WHERE id = ?
                """,
                Tx.json(order.purchase().items()),
                Tx.json(order.purchase().price()),
                order.cheaper().mills(),
                order.id());
    }

    /// @return false if it was noted before
    boolean handOver(Tx tx, long orderId) {
        return tx.update(
                        "UPDATE orders SET handed_over = true WHERE id = ? AND NOT handed_over",
                        orderId)
                == 1;
    }

    /// Stores what went back to the customer, with the order locked.
    void saveRefunded(Tx tx, Order order) {
        tx.update(
                "UPDATE orders SET refunded = ?, version = ? WHERE id = ?",
                order.refunded().mills(),
                order.version(),
                order.id());
    }

    /// Stores another moment of arrival, with the order locked.
    void saveEta(Tx tx, Order order) {
        tx.update(
                "UPDATE orders SET eta_from = ?, eta_to = ?, version = ? WHERE id = ?",
                order.eta().from(),
                order.eta().to(),
                order.version(),
                order.id());
    }

    /// How the order came to where it was read: a step that was made since then is not shown yet.
    List<TimelineEntry> timeline(Tx tx, Order order) {
        return tx.list(
                "SELECT * FROM order_step WHERE order_id = ? AND step <= ? ORDER BY step",
                row ->
                        new TimelineEntry(
                                row.integer("step"),
                                OrderStatus.valueOf(row.text("status")),
                                row.instant("at"),
                                row.text("by"),
                                row.findText("why")),
                order.id(),
                order.step());
    }

    /// What a list is narrowed to; null means all.
    public record Filter(
            @Nullable Long customer, Long @Nullable [] restaurants, @Nullable OrderStatus status) {}

    /// A page of orders, newest first. Each filter that is there is one condition, so that the
    /// database can choose the index for it.
    ///
    /// @param before only orders with a smaller number
    public List<OrderSummary> page(Tx tx, Filter filter, long before, int limit) {
        var conditions = new StringBuilder("id < ?");
        var arguments = new ArrayList<@Nullable Object>();
        arguments.add(before);
        narrow(conditions, arguments, " AND customer_id = ?", filter.customer);
        narrow(conditions, arguments, " AND restaurant_id = ANY (?)", filter.restaurants);
        narrow(conditions, arguments, " AND status = ?", filter.status);
        arguments.add(limit);
        return tx.list(
                "SELECT * FROM orders WHERE " + conditions + " ORDER BY id DESC LIMIT ?",
                row -> summary(order(row)),
                arguments.toArray());
    }

    private static void narrow(
            StringBuilder conditions,
            List<@Nullable Object> arguments,
            String condition,
            @Nullable Object value) {
        if (value == null) return;
        conditions.append(condition);
        arguments.add(value);
    }

    private static OrderSummary summary(Order order) {
        var bought = order.purchase();
        return new OrderSummary(
                order.id(),
                order.state().status(),
                bought.restaurantId(),
                bought.restaurantName(),
                bought.price().total(),
                bought.price().currency(),
                bought.placedAt());
    }

    private static Order order(Row row) {
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
                new Money(row.number("cheaper")));
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
