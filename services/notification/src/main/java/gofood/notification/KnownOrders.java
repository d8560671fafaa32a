package gofood.notification;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Storage of what is known about orders.
final class KnownOrders {
    Optional<KnownOrder> find(Tx tx, long orderId) {
        return tx.find(
                """
                SELECT order_id, customer_id, restaurant_id, restaurant_name, confirmed, courier_id
                  FROM known_order WHERE order_id = ?
                """,
                KnownOrders::read,
                orderId);
    }

    void paid(Tx tx, OrderEvent.Paid paid, Instant now) {
        tx.update(
                """
                INSERT INTO known_order
                       (order_id, customer_id, restaurant_id, restaurant_name, known_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                paid.orderId(),
                paid.customerId(),
                paid.restaurantId(),
                paid.restaurantName(),
                now);
    }

    void confirmed(Tx tx, long orderId) {
        tx.update("UPDATE known_order SET confirmed = true WHERE order_id = ?", orderId);
    }

    /// @param courierId null when it has none any more
    void broughtBy(Tx tx, long orderId, @Nullable Long courierId) {
        tx.update(
                "UPDATE known_order SET courier_id = ?::bigint WHERE order_id = ?",
                courierId,
                orderId);
    }

    void forget(Tx tx, Instant before) {
        tx.update("DELETE FROM known_order WHERE known_at < ?", before);
    }

    private static KnownOrder read(Row row) {
        return new KnownOrder(
                row.number("order_id"),
                row.number("customer_id"),
                row.number("restaurant_id"),
                row.text("restaurant_name"),
                row.flag("confirmed"),
                row.findNumber("courier_id"));
    }
}
