package gofood.delivery.courier;

import gofood.contracts.DeliveryApi.Courier;
import gofood.contracts.Stars;
import gofood.contracts.Vehicle;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The couriers' table. Who locks both locks the ride first, then the courier.
public final class Couriers {
    /// Their rides, those whose stops come first in front; and what they are asked now.
    private static final String SELECT =
            """
            SELECT c.*,
                   coalesce((SELECT array_agg(d.delivery_id ORDER BY
                                    (SELECT min(s.place)
                                       FROM ROWS FROM (jsonb_to_recordset(c.tour)
                                                       AS (delivery_id bigint, kind text))
                                            WITH ORDINALITY AS s (delivery_id, kind, place)
                                      WHERE s.delivery_id = d.delivery_id
                                        AND (s.kind = 'DROPOFF'
                                             OR d.status IN ('ASSIGNED', 'AT_RESTAURANT')))
                                    NULLS LAST, d.delivery_id)
                               FROM delivery d
                              WHERE d.courier_id = c.courier_id
                                AND d.slot IS NOT NULL AND d.status <> 'OFFERED'),
                            '{}') AS rides,
                   (SELECT d.delivery_id FROM delivery d
                     WHERE d.courier_id = c.courier_id
                       AND d.slot IS NOT NULL AND d.status = 'OFFERED') AS asked
              FROM courier c
            """;

    /// @param rides what they bring, in the order of their stops
    /// @param asked the ride that they are asked for, if there is one
    /// @param tour their stops in the order that was planned last, as stored
    /// @param stars all that customers gave them, together
    /// @param rated how many did
    public record Known(
            long courierId,
            String name,
            Vehicle vehicle,
            int capacity,
            boolean online,
            List<Long> rides,
            @Nullable Long asked,
            String tour,
            long stars,
            int rated) {
        /// So few could be made out, and say little.
        private static final int LEAST_RATED = 3;

        public boolean hasRoom() {
            return rides.size() + (asked == null ? 0 : 1) < capacity;
        }

        private @Nullable Stars rating() {
            if (rated < LEAST_RATED) return null;
            return Stars.of(stars, rated);
        }

        /// As they and operators see it. Where somebody is who doesn't work is forgotten within
        /// seconds, and shown to nobody.
        ///
        /// @param last where they are
        public Courier view(Optional<Sign> last) {
            var sign = last.filter(_ -> online || !rides.isEmpty());
            return new Courier(
                    courierId,
                    name,
                    vehicle,
                    capacity,
                    online,
                    sign.map(Sign::lat).orElse(null),
                    sign.map(Sign::lon).orElse(null),
                    sign.map(Sign::seenAt).orElse(null),
                    rating(),
                    rides);
        }
    }

    /// @param capacity null leaves it as it is, or makes it two
    /// @return whether they are new
    boolean register(
            Tx tx, long courierId, String name, Vehicle vehicle, @Nullable Integer capacity) {
        return tx.one(
                """
                INSERT INTO courier AS c (courier_id, name, vehicle, capacity)
                VALUES (?, ?, ?, coalesce(?::int, 2))
                ON CONFLICT (courier_id) DO UPDATE
                   SET name = excluded.name, vehicle = excluded.vehicle,
                       capacity = coalesce(?::int, c.capacity)
                RETURNING xmax = 0 AS fresh
                """,
                row -> row.flag("fresh"),
                courierId,
                name,
                vehicle,
                capacity,
                capacity);
    }

    public Optional<Known> find(Tx tx, long courierId) {
        return tx.find(SELECT + "WHERE c.courier_id = ?", Couriers::read, courierId);
    }

    public List<Known> find(Tx tx, Collection<Long> couriers) {
        return tx.list(
                SELECT + "WHERE c.courier_id = ANY (?)",
                Couriers::read,
                (Object) couriers.toArray(Long[]::new));
    }

    /// Nobody else changes them, or asks them for a ride, until this transaction ends.
    public Optional<Known> lock(Tx tx, long courierId) {
        return lock(tx, List.of(courierId)).stream().findFirst();
    }

    /// The same for many, always in the same order, so that two who do this don't wait for each
    /// other.
    public List<Known> lock(Tx tx, Collection<Long> couriers) {
        var locked =
                tx.list(
                        """
                        SELECT courier_id FROM courier WHERE courier_id = ANY (?)
                         ORDER BY courier_id FOR NO KEY UPDATE
                        """,
                        row -> row.number("courier_id"),
                        (Object) couriers.toArray(Long[]::new));
        // read in a second statement, which sees what was committed while we waited
        return locked.isEmpty() ? List.of() : find(tx, locked);
    }

    /// @param online null for all
    List<Known> page(Tx tx, @Nullable Boolean online, long after, int limit) {
        var order = " ORDER BY c.courier_id LIMIT ?";
        if (online == null)
            return tx.list(SELECT + "WHERE c.courier_id > ?" + order, Couriers::read, after, limit);
        return tx.list(
                SELECT + "WHERE c.online = ? AND c.courier_id > ?" + order,
                Couriers::read,
                online,
                after,
                limit);
    }

    void goOnline(Tx tx, long courierId, Instant now) {
        tx.update(
                """
                UPDATE courier
                   SET free_since = CASE WHEN online THEN free_since ELSE ? END,
                       online = true, missed = 0, taken_off_change = NULL
                 WHERE courier_id = ?
                """,
                now,
                courierId);
    }

    public void goOffline(Tx tx, long courierId) {
        tx.update("UPDATE courier SET online = false WHERE courier_id = ?", courierId);
    }

    /// Ends their shift without their own word, as a change that their live stream shows.
    public void takeOff(Tx tx, long courierId) {
        tx.update(
                """
                UPDATE courier
                   SET online = false, offer_changes = offer_changes + 1,
                       taken_off_change = offer_changes + 1
                 WHERE courier_id = ? AND online
                """,
                courierId);
    }

    /// The number of the change that took them off shift, if they still are.
    public Optional<Long> takenOff(Tx tx, long courierId) {
        return tx.find(
                """
                SELECT taken_off_change FROM courier
                 WHERE courier_id = ? AND taken_off_change IS NOT NULL
                """,
                row -> row.number("taken_off_change"),
                courierId);
    }

    /// Who is on shift without a ride or an offer, and has given no sign since then.
    public List<Long> idleSince(Tx tx, Instant since) {
        return tx.list(
                """
                SELECT c.courier_id
                  FROM courier c LEFT JOIN courier_position p ON p.courier_id = c.courier_id
                 WHERE c.online AND greatest(c.free_since, p.heard_at) < ?
                   AND NOT EXISTS (
                       SELECT FROM delivery d
                        WHERE d.courier_id = c.courier_id AND d.slot IS NOT NULL)
                 ORDER BY c.courier_id
                """,
                row -> row.number("courier_id"),
                since);
    }

    /// They brought a ride, or lost it.
    ///
    /// @return whether they are on shift
    public boolean free(Tx tx, long courierId, Instant now) {
        return tx.one(
                "UPDATE courier SET free_since = ? WHERE courier_id = ? RETURNING online",
                row -> row.flag("online"),
                now,
                courierId);
    }

    public void answered(Tx tx, long courierId) {
        tx.update("UPDATE courier SET missed = 0 WHERE courier_id = ?", courierId);
    }

    /// @return how many offers in a row they have let pass now
    public int missed(Tx tx, long courierId) {
        return tx.one(
                "UPDATE courier SET missed = missed + 1 WHERE courier_id = ? RETURNING missed",
                row -> row.integer("missed"),
                courierId);
    }

    private static Known read(Row row) {
        return new Known(
                row.number("courier_id"),
                row.text("name"),
                Vehicle.valueOf(row.text("vehicle")),
                row.integer("capacity"),
                row.flag("online"),
                List.of(row.numbers("rides")),
                row.findNumber("asked"),
                row.text("tour"),
                row.number("stars"),
                row.integer("rated"));
    }
}
