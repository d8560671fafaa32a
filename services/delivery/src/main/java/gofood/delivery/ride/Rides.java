package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.DeliveryApi.RoadProblem;
import gofood.contracts.Money;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rides' table. Whoever changes a ride locks it first; an offer changes only under the lock of
/// its ride.
public final class Rides {
    public Optional<Ride> find(Tx tx, long deliveryId) {
        return tx.find(RideRows.SELECT + "WHERE d.delivery_id = ?", RideRows::read, deliveryId);
    }

    /// Nobody else changes it until this transaction ends.
    public Optional<Ride> lock(Tx tx, long deliveryId) {
        return tx.find(
                RideRows.SELECT + "WHERE d.delivery_id = ? FOR UPDATE", RideRows::read, deliveryId);
    }

    /// The same for the ride that a courier was asked for.
    public Optional<Ride> lockOfOffer(Tx tx, long offerId, long courierId) {
        return tx.find(
                RideRows.SELECT
                        + """
                        WHERE d.delivery_id = (SELECT o.delivery_id FROM offer o
                                                WHERE o.offer_id = ? AND o.courier_id = ?)
                          FOR UPDATE
                        """,
                RideRows::read,
                offerId,
                courierId);
    }

    /// The same for many, always in the same order, so that two who do this don't wait for each
    /// other.
    public List<Ride> lock(Tx tx, Collection<Long> deliveries) {
        return lockAll(tx, "d.delivery_id = ANY (?)", deliveries);
    }

    private static List<Ride> lockAll(Tx tx, String which, Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return tx.list(
                RideRows.SELECT + "WHERE " + which + " ORDER BY d.delivery_id FOR UPDATE",
                RideRows::read,
                (Object) ids.toArray(Long[]::new));
    }

    /// The rides of these orders, locked in the same way.
    List<Ride> lockByOrders(Tx tx, Collection<Long> orders) {
        return lockAll(tx, "d.order_id = ANY (?)", orders);
    }

    void priced(Tx tx, long deliveryId, Money tip, @Nullable Money cashDue) {
        tx.update(
                "UPDATE delivery SET tip = ?, cash_due = ?::bigint WHERE delivery_id = ?",
                tip.mills(),
                cashDue == null ? null : cashDue.mills(),
                deliveryId);
    }

    /// With the commit, as kitchens' news come together.
    void confirmed(Tx tx, long deliveryId, Instant at, Instant readyAt) {
        tx.gather(
                """
                UPDATE delivery d SET confirmed_at = n.at, ready_at = n.ready_at
                  FROM unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[])
                       AS n (delivery_id, at, ready_at)
                 WHERE d.delivery_id = n.delivery_id
                """,
                deliveryId,
                at,
                readyAt);
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
        note(tx, "cooked_at", deliveryId, at);
    }

    void lookingSince(Tx tx, long deliveryId, Instant since) {
        note(tx, "looking_since", deliveryId, since);
    }

    /// With the commit as well.
    private static void note(Tx tx, String column, long deliveryId, Instant at) {
        tx.gather(
                """
                UPDATE delivery d SET %s = n.at
                  FROM unnest(?::bigint[], ?::timestamptz[]) AS n (delivery_id, at)
                 WHERE d.delivery_id = n.delivery_id
                """
                        .formatted(column),
                deliveryId,
                at);
    }

    /// What the plan is for the courier who is asked.
    ///
    /// @param pickupAt when they would have the food
    /// @param doorSeconds from the kitchen to the door, by the map
    public record RidePlan(Instant pickupAt, int doorSeconds) {}

    public void planned(Tx tx, long deliveryId, RidePlan plan) {
        tx.update(
                "UPDATE delivery SET pickup_at = ?, door_seconds = ? WHERE delivery_id = ?",
                plan.pickupAt,
                plan.doorSeconds,
                deliveryId);
    }

    public void silenceTold(Tx tx, long deliveryId, Instant at) {
        tx.update("UPDATE delivery SET silence_told_at = ? WHERE delivery_id = ?", at, deliveryId);
    }

    /// What a customer is to be told.
    ///
    /// @param ride as it was when this was foreseen
    /// @param pickup when the courier has the food, by the same forecast
    public record Foreseen(Ride ride, Eta eta, @Nullable Instant pickup) {
        private @Nullable String delayedAt() {
            var delay = ride.food().delay();
            return delay == null ? null : delay.at().toString();
        }
    }

    /// Customers are told another time, unless their ride has moved on meanwhile, or its kitchen
    /// has said that it needs longer. Who moves a ride just now isn't waited for, as all others
    /// would wait for that one: the next round knows more.
    ///
    /// @return the rides of those who are
    public Set<Long> told(Tx tx, List<Foreseen> all) {
        var free =
                Set.copyOf(
                        tx.list(
                                """
                                SELECT delivery_id FROM delivery WHERE delivery_id = ANY (?)
                                   FOR NO KEY UPDATE SKIP LOCKED
                                """,
                                row -> row.number("delivery_id"),
                                (Object) ids(all)));
        var news = all.stream().filter(it -> free.contains(it.ride.deliveryId())).toList();
        return Set.copyOf(
                tx.list(
                        """
                        UPDATE delivery d
                           SET eta_from = n.eta_from, eta_to = n.eta_to, eta_status = d.status,
                               eta_pickup = n.pickup, first_from = coalesce(first_from, n.eta_from),
                               picked_from = CASE WHEN d.status IN ('PICKED_UP', 'AT_DOOR')
                                                  THEN coalesce(picked_from, n.eta_from) END,
                               picked_to = CASE WHEN d.status IN ('PICKED_UP', 'AT_DOOR')
                                                THEN coalesce(picked_to, n.eta_to) END
                          FROM unnest(?, ?, ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                                      ?::timestamptz[])
                               AS n (delivery_id, status, delayed_at, eta_from, eta_to, pickup)
                         WHERE d.delivery_id = n.delivery_id AND d.status = n.status
                           AND d.delayed_at IS NOT DISTINCT FROM n.delayed_at
                        RETURNING d.delivery_id
                        """,
                        row -> row.number("delivery_id"),
                        ids(news),
                        texts(news, it -> it.ride.state().status().name()),
                        texts(news, Foreseen::delayedAt),
                        texts(news, it -> it.eta.from().toString()),
                        texts(news, it -> it.eta.to().toString()),
                        texts(news, it -> it.pickup == null ? null : it.pickup.toString())));
    }

    private static Long[] ids(List<Foreseen> of) {
        return of.stream().map(it -> it.ride.deliveryId()).toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> of, Function<T, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
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
