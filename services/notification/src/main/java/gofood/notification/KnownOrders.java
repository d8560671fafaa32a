package gofood.notification;

import gofood.contracts.Money;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Storage of what is known about orders.
final class KnownOrders {
    /// @return those that are known, by their number
    Map<Long, KnownOrder> find(Tx tx, Collection<Long> orderIds) {
        var found = new HashMap<Long, KnownOrder>();
        if (orderIds.isEmpty()) return found;
        tx.list(
                        """
                        SELECT order_id, customer_id, restaurant_id, restaurant_name, confirmed,
                               courier_id, total, currency, cash
                          FROM known_order WHERE order_id = ANY (?)
                        """,
                        KnownOrders::read,
                        (Object) orderIds.stream().distinct().toArray(Long[]::new))
                .forEach(order -> found.put(order.orderId(), order));
        return found;
    }

    /// Stores all but who brings them.
    void store(Tx tx, List<KnownOrder> orders, Instant now) {
        if (orders.isEmpty()) return;
        tx.update(
                """
                INSERT INTO known_order AS known
                       (order_id, customer_id, restaurant_id, restaurant_name, confirmed, total,
                        currency, cash, known_at)
                SELECT *, ? FROM unnest(?, ?, ?, ?, ?::boolean[], ?, ?, ?::boolean[])
                ON CONFLICT (order_id) DO UPDATE
                   SET confirmed = excluded.confirmed, total = excluded.total,
                       currency = excluded.currency, cash = excluded.cash,
                       known_at = CASE WHEN known.total IS NULL
                                       THEN excluded.known_at ELSE known.known_at END
                """,
                now,
                numbers(orders, KnownOrder::orderId),
                numbers(orders, KnownOrder::customerId),
                numbers(orders, KnownOrder::restaurantId),
                texts(orders, KnownOrder::restaurantName),
                texts(orders, order -> Boolean.toString(order.confirmed())),
                numbers(
                        orders,
                        order -> order.bill() == null ? null : order.bill().total().mills()),
                texts(orders, order -> order.bill() == null ? null : order.bill().currency()),
                texts(orders, order -> Boolean.toString(isCash(order))));
    }

    private static boolean isCash(KnownOrder order) {
        return order.bill() != null && order.bill().cash();
    }

    /// Stores who brings them, if anybody.
    void storeCouriers(Tx tx, List<KnownOrder> orders) {
        if (orders.isEmpty()) return;
        tx.update(
                """
                UPDATE known_order k SET courier_id = b.courier_id
                  FROM unnest(?, ?) AS b (order_id, courier_id) WHERE k.order_id = b.order_id
                """,
                numbers(orders, KnownOrder::orderId),
                numbers(orders, KnownOrder::courierId));
    }

    void forget(Tx tx, Instant before) {
        tx.update("DELETE FROM known_order WHERE known_at < ?", before);
    }

    private static Long[] numbers(
            List<KnownOrder> orders, Function<KnownOrder, @Nullable Long> of) {
        return orders.stream().map(of).toArray(Long[]::new);
    }

    private static String[] texts(
            List<KnownOrder> orders, Function<KnownOrder, @Nullable String> of) {
        return orders.stream().map(of).toArray(String[]::new);
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
