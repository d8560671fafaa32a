package gofood.delivery;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rides' table. Whoever changes a ride locks it first; an offer changes only under the lock of
/// its ride.
final class Rides {
    private static final String SELECT =
            """
            SELECT d.*, c.name AS courier_name, c.lat AS courier_lat, c.lon AS courier_lon
              FROM delivery d LEFT JOIN courier c ON c.courier_id = d.courier_id
            """;

    /// Which rides a list shows; null means any.
    ///
    /// @param personId who ordered or brings it
    record Filter(
            @Nullable Long personId, @Nullable DeliveryStatus status, @Nullable Long orderId) {}

    /// @return the new ride's id; nothing when the order has one already
    Optional<Long> add(Tx tx, NewDelivery order, String by, Instant now) {
        var first = new DeliveryStep(1, DeliveryStatus.WAITING, now, by, null);
        return tx.find(
                """
                INSERT INTO delivery (order_id, customer_id, restaurant_id, restaurant_name,
                                      pickup, dropoff, pin, fee, ready_at, created_at, timeline)
                VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?::jsonb)
                ON CONFLICT (order_id) DO NOTHING
                RETURNING delivery_id
                """,
                row -> row.number("delivery_id"),
                order.orderId(),
                order.customerId(),
                order.restaurantId(),
                order.restaurantName(),
                Tx.json(order.pickup()),
                Tx.json(order.dropoff()),
                order.deliveryPin(),
                order.fee().minor(),
                order.readyAt(),
                now,
                Tx.json(List.of(first)));
    }

    Optional<Ride> find(Tx tx, long deliveryId) {
        return tx.find(SELECT + "WHERE d.delivery_id = ?", Rides::read, deliveryId);
    }

    /// Nobody else changes it until this transaction ends.
    Optional<Ride> lock(Tx tx, long deliveryId) {
        // read in a second statement, which sees what was committed while we waited
        return tx.find(
                        "SELECT delivery_id FROM delivery WHERE delivery_id = ? FOR UPDATE",
                        row -> row.number("delivery_id"),
                        deliveryId)
                .flatMap(id -> find(tx, id));
    }

    Optional<Ride> lockByOrder(Tx tx, long orderId) {
        return tx.find(
                        "SELECT delivery_id FROM delivery WHERE order_id = ? FOR UPDATE",
                        row -> row.number("delivery_id"),
                        orderId)
                .flatMap(id -> find(tx, id));
    }

    /// Newest first. What somebody ordered and what they bring are looked up apart, each by its own
    /// index; as one condition they would be sought among everybody's rides.
    List<Ride> page(Tx tx, Filter filter, long before, int limit) {
        var rest = new StringBuilder(" AND delivery_id < ?");
        var arguments = new ArrayList<Object>(List.of(before));
        if (filter.status != null) {
            rest.append(" AND status = ?");
            arguments.add(filter.status);
        }
        if (filter.orderId != null) {
            rest.append(" AND order_id = ?");
            arguments.add(filter.orderId);
        }
        rest.append(" ORDER BY delivery_id DESC LIMIT ?");
        arguments.add(limit);
        if (filter.personId == null)
            return newest(tx, "SELECT delivery_id FROM delivery WHERE true" + rest, arguments);
        arguments.addFirst(filter.personId);
        var ordered = "SELECT delivery_id FROM delivery WHERE customer_id = ?" + rest;
        var brought =
                "SELECT delivery_id FROM delivery WHERE courier_id = ? AND status <> 'OFFERED'"
                        + rest;
        arguments.addAll(List.copyOf(arguments));
        return newest(tx, "(" + ordered + ") UNION (" + brought + ")", arguments).stream()
                .limit(limit)
                .toList();
    }

    private static List<Ride> newest(Tx tx, String which, List<Object> arguments) {
        return tx.list(
                SELECT + "WHERE d.delivery_id IN (" + which + ") ORDER BY d.delivery_id DESC",
                Rides::read,
                arguments.toArray());
    }

    /// The rides that a courier who just became free may be asked for, the most urgent first.
    List<Long> waiting(Tx tx, int limit) {
        return tx.list(
                """
                SELECT delivery_id FROM delivery
                 WHERE status = 'WAITING' AND ready_at IS NOT NULL
                 ORDER BY ready_at LIMIT ?
                """,
                row -> row.number("delivery_id"),
                limit);
    }

    void move(Tx tx, Ride ride, RideState to, DeliveryStep step) {
        var courier =
                to instanceof RideState.Offered(var asked) ? Long.valueOf(asked) : to.courierId();
        tx.update(
                """
                UPDATE delivery
                   SET status = ?, courier_id = ?, timeline = timeline || ?::jsonb
                 WHERE delivery_id = ?
                """,
                to.status(),
                courier,
                Tx.json(List.of(step)),
                ride.deliveryId());
    }

    void readyAt(Tx tx, long deliveryId, Instant at) {
        tx.update("UPDATE delivery SET ready_at = ? WHERE delivery_id = ?", at, deliveryId);
    }

    void lookingSince(Tx tx, long deliveryId, @Nullable Instant since) {
        tx.update("UPDATE delivery SET looking_since = ? WHERE delivery_id = ?", since, deliveryId);
    }

    void pinFailed(Tx tx, long deliveryId) {
        tx.update(
                "UPDATE delivery SET pin_failures = pin_failures + 1 WHERE delivery_id = ?",
                deliveryId);
    }

    private static Ride read(Row row) {
        var status = DeliveryStatus.valueOf(row.text("status"));
        return new Ride(
                row.number("delivery_id"),
                row.number("order_id"),
                row.number("customer_id"),
                row.number("restaurant_id"),
                row.text("restaurant_name"),
                row.json("pickup", Address.class),
                row.json("dropoff", Address.class),
                row.text("pin"),
                row.integer("pin_failures"),
                row.findInstant("ready_at"),
                row.findInstant("looking_since"),
                row.instant("created_at"),
                RideState.of(status, row.findNumber("courier_id")),
                row.findText("courier_name"),
                row.findDecimal("courier_lat"),
                row.findDecimal("courier_lon"),
                List.of(row.json("timeline", DeliveryStep[].class)));
    }
}
