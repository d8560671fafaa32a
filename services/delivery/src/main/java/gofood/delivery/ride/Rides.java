package gofood.delivery.ride;

import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.DeliveryApi.ProofKind;
import gofood.contracts.DeliveryApi.RoadProblem;
import gofood.contracts.Money;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rides' table. Whoever changes a ride locks it first; an offer changes only under the lock of
/// its ride.
public final class Rides {
    /// What is to be brought.
    ///
    /// @param currency of all its amounts
    /// @param preparationMinutes as the order said, if it did
    /// @param notBefore when it may be at the door at the earliest, if that matters
    public record Wish(
            NewDelivery order,
            Currency currency,
            @Nullable Integer preparationMinutes,
            @Nullable Instant notBefore) {}

    /// @return the new ride's id; nothing when the order has one already
    public Optional<Long> add(Tx tx, Wish wish, String by, Instant now) {
        var order = wish.order;
        var cash = order.cashDue();
        var first = new DeliveryStep(1, DeliveryStatus.WAITING, now, by, null);
        return tx.find(
                """
                INSERT INTO delivery (order_id, customer_id, restaurant_id, restaurant_name,
                                      pickup, dropoff, pin, fee, tip, cash_due, currency, note,
                                      preparation_minutes, ready_at, not_before, promised_at,
                                      created_at, timeline)
                VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
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
                order.fee().mills(),
                order.tip().mills(),
                cash == null ? null : cash.mills(),
                wish.currency.code(),
                order.note(),
                wish.preparationMinutes,
                order.readyAt(),
                wish.notBefore,
                order.promisedAt(),
                now,
                Tx.json(List.of(first)));
    }

    public Optional<Ride> find(Tx tx, long deliveryId) {
        return tx.find(RideRows.SELECT + "WHERE d.delivery_id = ?", RideRows::read, deliveryId);
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

    /// Who takes a ride on gets the first free place in their bag; the table's constraints refuse
    /// what doesn't fit. A problem ends with the step that comes after it: one that is told late
    /// may have come before.
    void move(Tx tx, Ride ride, RideState to, DeliveryStep step) {
        var courier = to.bagOf() == null ? to.courierId() : to.bagOf();
        tx.update(
                """
                UPDATE delivery
                   SET status = ?, courier_id = ?, timeline = timeline || ?::jsonb,
                       pay = CASE WHEN ? THEN pay END,
                       problem = CASE WHEN (problem ->> 'at')::timestamptz > ? THEN problem END,
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
                to.courierId() != null,
                step.at(),
                to instanceof RideState.Delivered,
                step.at(),
                to.bagOf() != null,
                courier,
                courier,
                ride.deliveryId());
    }

    /// What its courier gets for it; noted before they get it.
    public void agreed(Tx tx, long deliveryId, Money pay) {
        tx.update("UPDATE delivery SET pay = ? WHERE delivery_id = ?", pay.mills(), deliveryId);
    }

    void priced(Tx tx, long deliveryId, Money tip, @Nullable Money cashDue) {
        tx.update(
                "UPDATE delivery SET tip = ?, cash_due = ?::bigint WHERE delivery_id = ?",
                tip.mills(),
                cashDue == null ? null : cashDue.mills(),
                deliveryId);
    }

    void confirmed(Tx tx, long deliveryId, Instant at, Instant readyAt) {
        tx.update(
                "UPDATE delivery SET confirmed_at = ?, ready_at = ? WHERE delivery_id = ?",
                at,
                readyAt,
                deliveryId);
    }

    /// What was foreseen moves by as much as the food comes later than the courier would have had
    /// it; the next round knows better.
    void delayed(Tx tx, long deliveryId, Instant at, Instant to) {
        tx.update(
                """
                UPDATE delivery
                   SET delayed_at = ?, delayed_to = ?, eta_pickup = eta_pickup + later,
                       eta_from = eta_from + later, eta_to = eta_to + later
                  FROM (SELECT delivery_id AS of,
                               greatest(?::timestamptz - eta_pickup, interval '0') AS later
                          FROM delivery WHERE delivery_id = ?) moved
                 WHERE delivery_id = of
                """,
                at,
                to,
                to,
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
    public Optional<Instant> plannedPickup(Tx tx, long deliveryId) {
        return tx.find(
                """
                SELECT pickup_at FROM delivery
                 WHERE delivery_id = ? AND pickup_at IS NOT NULL
                """,
                row -> row.instant("pickup_at"),
                deliveryId);
    }

    public void silenceTold(Tx tx, long deliveryId, Instant at) {
        tx.update("UPDATE delivery SET silence_told_at = ? WHERE delivery_id = ?", at, deliveryId);
    }

    /// The customer is told another time, unless the ride has moved on meanwhile, or its kitchen
    /// has said that it needs longer.
    ///
    /// @param pickup when the courier has the food, by the same forecast
    /// @return whether they are
    public boolean told(Tx tx, Ride ride, Eta eta, @Nullable Instant pickup) {
        var delay = ride.food().delay();
        return tx.update(
                        """
                        UPDATE delivery
                           SET eta_from = ?, eta_to = ?, eta_status = status,
                               eta_pickup = ?::timestamptz,
                               first_from = coalesce(first_from, ?),
                               picked_from = CASE WHEN status IN ('PICKED_UP', 'AT_DOOR')
                                                  THEN coalesce(picked_from, ?) END,
                               picked_to = CASE WHEN status IN ('PICKED_UP', 'AT_DOOR')
                                                THEN coalesce(picked_to, ?) END
                         WHERE delivery_id = ? AND status = ?
                           AND delayed_at IS NOT DISTINCT FROM ?::timestamptz
                        """,
                        eta.from(),
                        eta.to(),
                        pickup,
                        eta.from(),
                        eta.from(),
                        eta.to(),
                        ride.deliveryId(),
                        ride.state().status(),
                        delay == null ? null : delay.at())
                > 0;
    }

    void proved(Tx tx, long deliveryId, ProofKind proof) {
        tx.update("UPDATE delivery SET proof = ? WHERE delivery_id = ?", proof, deliveryId);
    }

    public void troubled(Tx tx, long deliveryId, RoadProblem problem) {
        tx.update(
                "UPDATE delivery SET problem = ?::jsonb WHERE delivery_id = ?",
                Tx.json(problem),
                deliveryId);
    }

    void pinFailed(Tx tx, long deliveryId) {
        tx.update(
                "UPDATE delivery SET pin_failures = pin_failures + 1 WHERE delivery_id = ?",
                deliveryId);
    }
}
