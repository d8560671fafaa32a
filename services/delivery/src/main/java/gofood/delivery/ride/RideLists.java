package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at many rides at once: for a list, for a round, for those who are silent.
public final class RideLists {
    /// So many an operator sees at once.
    public static final int MOST_UNDER_WAY = 500;

    /// Which rides a list shows; null means any.
    ///
    /// @param personId who ordered or brings it
    record Filter(
            @Nullable Long personId, @Nullable DeliveryStatus status, @Nullable Long orderId) {}

    /// Newest first. What somebody ordered and what they bring are looked up apart, each by its own
    /// index; as one condition they would be sought among everybody's rides.
    List<Ride> page(Tx tx, Filter filter, long before, int limit) {
        var rest = new StringBuilder(" AND delivery_id < ?");
        var arguments = new ArrayList<Object>(List.of(before));
        if (filter.status != null) {
            // so that an index serves: one knows those that are live, one how the others ended
            var over = RideState.of(filter.status, 0L).isOver();
            rest.append(over ? " AND ended = ?" : " AND ended IS NULL AND status = ?");
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
                RideRows.SELECT
                        + "WHERE d.delivery_id IN ("
                        + which
                        + ") ORDER BY d.delivery_id DESC",
                RideRows::read,
                arguments.toArray());
    }

    public List<Ride> find(Tx tx, Collection<Long> deliveries) {
        return tx.list(
                RideRows.SELECT + "WHERE d.delivery_id = ANY (?) ORDER BY d.delivery_id",
                RideRows::read,
                (Object) deliveries.toArray(Long[]::new));
    }

    /// Those that aren't over, the oldest first.
    List<Ride> underWay(Tx tx) {
        return tx.list(
                RideRows.SELECT + "WHERE d.ended IS NULL ORDER BY d.delivery_id LIMIT ?",
                RideRows::read,
                MOST_UNDER_WAY);
    }

    /// Those that aren't over, the most urgent first.
    List<LiveRides.Version> live(Tx tx, int limit) {
        return tx.list(
                """
                SELECT delivery_id, xmin::text::bigint AS writer FROM delivery
                 WHERE ended IS NULL
                 ORDER BY coalesce(cooked_at, delayed_to, ready_at, created_at), delivery_id
                 LIMIT ?
                """,
                row -> new LiveRides.Version(row.number("delivery_id"), row.number("writer")),
                limit);
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
                 WHERE d.slot IS NOT NULL AND d.status <> 'OFFERED'
                   AND greatest(p.heard_at, s.moved_at, d.silence_told_at) < ?
                 ORDER BY d.delivery_id
                """,
                row -> new Silent(row.number("delivery_id"), row.instant("heard_at")),
                since);
    }

    /// @param heardAt the last sign
    public record Silent(long deliveryId, Instant heardAt) {}

    /// Whether its courier had nothing else to bring since then.
    boolean wasAlone(Tx tx, Ride ride, Instant since) {
        return tx.one(
                """
                SELECT NOT EXISTS (
                       SELECT FROM delivery o
                        WHERE o.courier_id = ? AND o.delivery_id <> ?
                          AND o.slot IS NOT NULL AND o.status <> 'OFFERED')
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
}
