package gofood.notification;

import gofood.contracts.Money;
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
                SELECT order_id, customer_id, restaurant_id, restaurant_name, confirmed, courier_id,
                       total, currency, cash
                  FROM known_order WHERE order_id = ?
                """,
                KnownOrders::read,
                orderId);
    }

    void scheduled(Tx tx, OrderEvent.Scheduled later, Instant now) {
        tx.update(
                """
                INSERT INTO known_order
                       (order_id, customer_id, restaurant_id, restaurant_name, known_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                later.orderId(),
                later.customerId(),
                later.restaurantId(),
                later.restaurantName(),
                now);
    }

    void paid(Tx tx, OrderEvent.Paid paid, Instant now) {
        tx.update(
                """
                INSERT INTO known_order (order_id, customer_id, restaurant_id, restaurant_name,
                                         total, currency, cash, known_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (order_id) DO UPDATE
                   SET total = excluded.total, currency = excluded.currency,
                       cash = excluded.cash, known_at = excluded.known_at
                """,
                paid.orderId(),
                paid.customerId(),
                paid.restaurantId(),
                paid.restaurantName(),
                paid.price().total().mills(),
                paid.price().currency(),
                paid.cashDue() != null,
                now);
    }

    void changed(Tx tx, OrderEvent.Changed changed) {
        tx.update(
                "UPDATE known_order SET total = ? WHERE order_id = ?",
                changed.price().total().mills(),
                changed.orderId());
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
                row.findNumber("courier_id"),
                bill(row));
    }

    private static @Nullable Bill bill(Row row) {
        var total = row.findNumber("total");
        var currency = row.findText("currency");
        if (total == null || currency == null) return null;
        return new Bill(new Money(total), currency, row.flag("cash"));
    }
}
