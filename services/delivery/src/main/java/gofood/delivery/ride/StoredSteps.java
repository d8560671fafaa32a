package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.DeliveryApi.ProofKind;
import gofood.contracts.Money;
import gofood.delivery.ride.RideState.Offered;
import gofood.delivery.ride.Rides.RidePlan;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a ride's next state is written. Who takes a ride on gets the first free place in their bag;
/// the table's constraints refuse what doesn't fit. A problem ends with the step that comes after
/// it: one that is told late may have come before.
final class StoredSteps {
    private static final String FREE_PLACE =
            """
            (SELECT min(place)
               FROM courier c, generate_series(1, c.capacity) place
              WHERE c.courier_id = %s
                AND NOT EXISTS (
                    SELECT FROM delivery o
                     WHERE o.courier_id = c.courier_id AND o.slot = place))
            """;

    private static final String MOVE =
            """
            UPDATE delivery d
               SET status = ?, courier_id = ?, timeline = timeline || ?::jsonb,
                   pay = ?::bigint, proof = nullif(?, ''),
                   looking_since = CASE WHEN ? THEN looking_since END,
                   problem = CASE WHEN (problem ->> 'at')::timestamptz > ? THEN problem END,
                   delivered_at = CASE WHEN ? THEN ?::timestamptz END,
                   slot = CASE WHEN NOT ? THEN NULL WHEN courier_id = ? THEN slot ELSE %s END
             WHERE delivery_id = ?
            RETURNING %s
            """
                    .formatted(FREE_PLACE.formatted("?"), RideRows.COLUMNS);

    private static final String OFFER =
            """
            UPDATE delivery d
               SET status = 'OFFERED', courier_id = n.courier_id,
                   timeline = d.timeline || n.step, looking_since = n.looking_since,
                   problem = CASE WHEN (d.problem ->> 'at')::timestamptz > n.at THEN d.problem END,
                   pickup_at = n.pickup_at, door_seconds = n.door_seconds, slot = %s
              FROM unnest(?::bigint[], ?::bigint[], ?::jsonb[], ?::timestamptz[], ?::timestamptz[],
                          ?::timestamptz[], ?::int[])
                   AS n (delivery_id, courier_id, step, at, looking_since, pickup_at, door_seconds)
             WHERE d.delivery_id = n.delivery_id
            """
                    .formatted(FREE_PLACE.formatted("n.courier_id"));

    private StoredSteps() {}

    /// @param pay what its courier gets
    /// @return the ride as it is then
    static Ride move(
            Tx tx,
            Ride ride,
            RideState to,
            DeliveryStep step,
            @Nullable Money pay,
            @Nullable ProofKind proof) {
        var courier = to.bagOf() == null ? to.courierId() : to.bagOf();
        return tx.one(
                MOVE,
                RideRows::read,
                to.status(),
                courier,
                Tx.json(List.of(step)),
                pay == null ? null : pay.mills(),
                // a null has no type, and the driver would prepare the statement anew at each
                // change
                proof == null ? "" : proof.name(),
                to.isWanted(),
                step.at(),
                to instanceof RideState.Delivered,
                step.at(),
                to.bagOf() != null,
                courier,
                courier,
                ride.deliveryId());
    }

    /// With the commit, as many are asked at once.
    ///
    /// @param missedFrom since when a courier is needed and missing
    static void offer(
            Tx tx, Ride ride, Offered to, DeliveryStep step, RidePlan plan, Instant missedFrom) {
        tx.gather(
                OFFER,
                ride.deliveryId(),
                to.courier(),
                Tx.json(List.of(step)),
                step.at(),
                missedFrom,
                plan.pickupAt(),
                plan.doorSeconds());
    }
}
