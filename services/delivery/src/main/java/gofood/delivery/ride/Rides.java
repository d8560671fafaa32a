package gofood.delivery.ride;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.DeliveryApi.ProofKind;
import gofood.contracts.Vehicle;
import gofood.delivery.ride.Ride.Food;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rides' table. Whoever changes a ride locks it first; an offer changes only under the lock of
/// its ride.
public final class Rides {
    private static final String SELECT =
            """
            SELECT d.*, c.name AS courier_name, c.vehicle AS courier_vehicle
              FROM delivery d LEFT JOIN courier c ON c.courier_id = d.courier_id
            """;

    /// Which rides a list shows; null means any.
    ///
    /// @param personId who ordered or brings it
    record Filter(
            @Nullable Long personId, @Nullable DeliveryStatus status, @Nullable Long orderId) {}

    /// @param preparationMinutes as the order said, if it did
    /// @return the new ride's id; nothing when the order has one already
    public Optional<Long> add(
            Tx tx,
            NewDelivery order,
            @Nullable Integer preparationMinutes,
            String by,
            Instant now) {
        var first = new DeliveryStep(1, DeliveryStatus.WAITING, now, by, null);
        return tx.find(
                """
                INSERT INTO delivery (order_id, customer_id, restaurant_id, restaurant_name,
                                      pickup, dropoff, pin, fee, preparation_minutes, ready_at,
                                      promised_at, created_at, timeline)
                VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb)
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
                preparationMinutes,
                order.readyAt(),
                order.promisedAt(),
                now,
                Tx.json(List.of(first)));
    }

    public Optional<Ride> find(Tx tx, long deliveryId) {
        return tx.find(SELECT + "WHERE d.delivery_id = ?", Rides::read, deliveryId);
    }

    /// Nobody else changes it until this transaction ends.
    public Optional<Ride> lock(Tx tx, long deliveryId) {
        // read in a second statement, which sees what was committed while we waited
        return tx.find(
                        "SELECT delivery_id FROM delivery WHERE delivery_id = ? FOR UPDATE",
                        row -> row.number("delivery_id"),
                        deliveryId)
                .flatMap(id -> find(tx, id));
    }

    public Optional<Ride> lockByOrder(Tx tx, long orderId) {
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

    /// Those that aren't over, the most urgent first.
    public List<Ride> live(Tx tx, int limit) {
        return tx.list(
                SELECT
                        + """
                        WHERE d.status IN ('WAITING', 'OFFERED', 'ASSIGNED', 'AT_RESTAURANT',
                                           'PICKED_UP', 'AT_DOOR')
                        ORDER BY coalesce(d.cooked_at, d.ready_at, d.created_at), d.delivery_id
                        LIMIT ?
                        """,
                Rides::read,
                limit);
    }

    /// Who takes a ride on gets the first free place in their bag; the table's constraints refuse
    /// what doesn't fit.
    void move(Tx tx, Ride ride, RideState to, DeliveryStep step) {
        var courier = to.bagOf() == null ? to.courierId() : to.bagOf();
        tx.update(
                """
                UPDATE delivery
                   SET status = ?, courier_id = ?, timeline = timeline || ?::jsonb,
                       delivered_at = CASE WHEN ? THEN ?::timestamptz END,
                       slot = CASE WHEN NOT ? THEN NULL
                                   WHEN courier_id = ? THEN slot
                                   ELSE (SELECT min(place)
                                           FROM courier c, generate_series(1, c.capacity) place
                                          WHERE c.courier_id = ?
                                            AND NOT EXISTS (
                                                SELECT FROM delivery o
                                                 WHERE o.courier_id = c.courier_id
                                                   AND o.slot = place
                                                   -- as in the index that is to serve
                                                   AND o.status IN (
                                                       'OFFERED', 'ASSIGNED', 'AT_RESTAURANT',
                                                       'PICKED_UP', 'AT_DOOR'))) END
                 WHERE delivery_id = ?
                """,
                to.status(),
                courier,
                Tx.json(List.of(step)),
                to instanceof RideState.Delivered,
                step.at(),
                to.bagOf() != null,
                courier,
                courier,
                ride.deliveryId());
    }

    void confirmed(Tx tx, long deliveryId, Instant at, Instant readyAt) {
        tx.update(
                "UPDATE delivery SET confirmed_at = ?, ready_at = ? WHERE delivery_id = ?",
                at,
                readyAt,
                deliveryId);
    }

    void cooked(Tx tx, long deliveryId, Instant at) {
        tx.update("UPDATE delivery SET cooked_at = ? WHERE delivery_id = ?", at, deliveryId);
    }

    public void lookingSince(Tx tx, long deliveryId, @Nullable Instant since) {
        tx.update("UPDATE delivery SET looking_since = ? WHERE delivery_id = ?", since, deliveryId);
    }

    /// What the plan is for the courier who is asked.
    ///
    /// @param pickupAt when they would have the food
    /// @param doorSeconds from the kitchen to the door, by the map
    public void planned(Tx tx, long deliveryId, Instant pickupAt, int doorSeconds) {
        tx.update(
                "UPDATE delivery SET pickup_at = ?, door_seconds = ? WHERE delivery_id = ?",
                pickupAt,
                doorSeconds,
                deliveryId);
    }

    /// When its courier was to have the food.
    Optional<Instant> plannedPickup(Tx tx, long deliveryId) {
        return tx.find(
                """
                SELECT pickup_at FROM delivery
                 WHERE delivery_id = ? AND pickup_at IS NOT NULL
                """,
                row -> row.instant("pickup_at"),
                deliveryId);
    }

    /// Rides under way of which nobody has given a sign since then: neither their courier, nor
    /// whoever moved the ride last. Those that were told of since then are left out.
    public List<Silent> silent(Tx tx, Instant since) {
        return tx.list(
                """
                SELECT d.delivery_id, greatest(p.heard_at, s.moved_at) AS heard_at
                  FROM delivery d
                  CROSS JOIN LATERAL (
                       SELECT (d.timeline -> -1 ->> 'at')::timestamptz AS moved_at) s
                  LEFT JOIN courier_position p ON p.courier_id = d.courier_id
                 WHERE d.status IN ('ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR')
                   AND greatest(p.heard_at, s.moved_at, d.silence_told_at) < ?
                 ORDER BY d.delivery_id
                """,
                row -> new Silent(row.number("delivery_id"), row.instant("heard_at")),
                since);
    }

    /// @param heardAt the last sign
    public record Silent(long deliveryId, Instant heardAt) {}

    public void silenceTold(Tx tx, long deliveryId, Instant at) {
        tx.update("UPDATE delivery SET silence_told_at = ? WHERE delivery_id = ?", at, deliveryId);
    }

    /// The customer is told another time, unless the ride has moved on meanwhile.
    ///
    /// @return whether they are
    public boolean told(Tx tx, Ride ride, Eta eta) {
        return tx.update(
                        """
                        UPDATE delivery
                           SET eta_from = ?, eta_to = ?, eta_status = status,
                               first_from = coalesce(first_from, ?),
                               picked_from = CASE WHEN status IN ('PICKED_UP', 'AT_DOOR')
                                                  THEN coalesce(picked_from, ?) END,
                               picked_to = CASE WHEN status IN ('PICKED_UP', 'AT_DOOR')
                                                THEN coalesce(picked_to, ?) END
                         WHERE delivery_id = ? AND status = ?
                        """,
                        eta.from(),
                        eta.to(),
                        eta.from(),
                        eta.from(),
                        eta.to(),
                        ride.deliveryId(),
                        ride.state().status())
                > 0;
    }

    void proved(Tx tx, long deliveryId, ProofKind proof) {
        tx.update("UPDATE delivery SET proof = ? WHERE delivery_id = ?", proof, deliveryId);
    }

    /// Whether its courier had nothing else to bring since then.
    boolean wasAlone(Tx tx, Ride ride, Instant since) {
        return tx.one(
                """
                SELECT NOT EXISTS (
                       SELECT FROM delivery o
                        WHERE o.courier_id = ? AND o.delivery_id <> ?
                          AND o.status IN ('ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR'))
                   AND NOT EXISTS (
                       SELECT FROM delivery o
                        WHERE o.courier_id = ? AND o.delivery_id <> ?
                          AND o.delivered_at > ?) AS alone
                """,
                row -> row.flag("alone"),
                ride.state().courierId(),
                ride.deliveryId(),
                ride.state().courierId(),
                ride.deliveryId(),
                since);
    }

    void pinFailed(Tx tx, long deliveryId) {
        tx.update(
                "UPDATE delivery SET pin_failures = pin_failures + 1 WHERE delivery_id = ?",
                deliveryId);
    }

    private static Ride read(Row row) {
        var status = DeliveryStatus.valueOf(row.text("status"));
        var from = row.findInstant("eta_from");
        var to = row.findInstant("eta_to");
        var door = row.findNumber("door_seconds");
        var minutes = row.findNumber("preparation_minutes");
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
                new Food(
                        minutes == null ? null : minutes.intValue(),
                        row.findInstant("confirmed_at"),
                        row.findInstant("ready_at"),
                        row.findInstant("cooked_at")),
                row.findInstant("looking_since"),
                row.findInstant("promised_at"),
                from == null || to == null ? null : new Eta(from, to),
                word(row, "eta_status", DeliveryStatus.class),
                door == null ? null : door.intValue(),
                word(row, "proof", ProofKind.class),
                row.instant("created_at"),
                RideState.of(status, row.findNumber("courier_id")),
                row.findText("courier_name"),
                word(row, "courier_vehicle", Vehicle.class),
                List.of(row.json("timeline", DeliveryStep[].class)));
    }

    private static <E extends Enum<E>> @Nullable E word(Row row, String column, Class<E> words) {
        var text = row.findText(column);
        return text == null ? null : Enum.valueOf(words, text);
    }
}
