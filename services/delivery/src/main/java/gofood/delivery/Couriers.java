package gofood.delivery;

import gofood.contracts.DeliveryApi.Courier;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Vehicle;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The couriers' table. Who locks both locks the ride first, then the courier.
final class Couriers {
    /// A courier who looks every second is noted only this often.
    private static final Duration NEWS_EVERY = Duration.ofSeconds(20);

    private static final String SELECT =
            """
            SELECT c.*, d.delivery_id
              FROM courier c
              LEFT JOIN delivery d ON d.courier_id = c.courier_id
                    AND d.status IN ('ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR')
            """;

    /// Somebody who could be asked.
    record Candidate(long courierId, Vehicle vehicle, double lat, double lon) {}

    /// Who may be asked for a ride.
    ///
    /// @param seenAfter they sent a position or looked for offers since then
    /// @param askedBefore they haven't let this ride go since then
    record Search(Ride ride, Instant seenAfter, Instant askedBefore, int reachMetres) {}

    /// @return whether they are new
    boolean register(Tx tx, long courierId, String name, Vehicle vehicle) {
        return tx.one(
                """
                INSERT INTO courier (courier_id, name, vehicle) VALUES (?, ?, ?)
                ON CONFLICT (courier_id) DO UPDATE
                   SET name = excluded.name, vehicle = excluded.vehicle
                RETURNING xmax = 0 AS fresh
                """,
                row -> row.flag("fresh"),
                courierId,
                name,
                vehicle);
    }

    Optional<Courier> find(Tx tx, long courierId) {
        return tx.find(SELECT + "WHERE c.courier_id = ?", Couriers::read, courierId);
    }

    /// Nobody else changes them, or asks them for a ride, until this transaction ends.
    Optional<Courier> lock(Tx tx, long courierId) {
        return tx.find(
                        """
                        SELECT courier_id FROM courier WHERE courier_id = ? FOR NO KEY UPDATE
                        """,
                        row -> row.number("courier_id"),
                        courierId)
                .flatMap(id -> find(tx, id));
    }

    /// @param online null for all
    List<Courier> page(Tx tx, @Nullable Boolean online, long after, int limit) {
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

    /// The nearest who is online, seen lately, free, and hasn't just let this ride go; locked, so
    /// that two rides don't ask them at once. Somebody who is locked is passed over.
    Optional<Candidate> lockNearest(Tx tx, Search search) {
        var kitchen = search.ride().pickup();
        return tx.find(
                """
                SELECT c.courier_id, c.vehicle, c.lat, c.lon
                  FROM courier c
                 CROSS JOIN LATERAL (
                       -- on so short a way the earth is flat; a degree has 111,195 metres
                       SELECT 111195 * sqrt((c.lat - ?) ^ 2 + ((c.lon - ?) * cosd(?)) ^ 2)
                       ) m (metres)
                 WHERE c.online AND m.metres <= ?
                   AND greatest(c.seen_at,
                                (SELECT at FROM courier_heard h
                                  WHERE h.courier_id = c.courier_id)) > ?
                   AND NOT EXISTS (
                       SELECT FROM delivery d
                        WHERE d.courier_id = c.courier_id
                          AND d.status IN ('OFFERED', 'ASSIGNED', 'AT_RESTAURANT',
                                           'PICKED_UP', 'AT_DOOR'))
                   AND NOT EXISTS (
                       SELECT FROM offer o
                        WHERE o.courier_id = c.courier_id AND o.delivery_id = ?
                          AND o.status <> 'ACCEPTED' AND o.ended_at > ?)
                 ORDER BY m.metres, c.courier_id
                 LIMIT 1
                   FOR NO KEY UPDATE OF c SKIP LOCKED
                """,
                row ->
                        new Candidate(
                                row.number("courier_id"),
                                Vehicle.valueOf(row.text("vehicle")),
                                row.decimal("lat"),
                                row.decimal("lon")),
                kitchen.lat(),
                kitchen.lon(),
                kitchen.lat(),
                search.reachMetres(),
                search.seenAfter(),
                search.ride().deliveryId(),
                search.askedBefore());
    }

    /// The ride that they have or are asked for.
    Optional<Long> rideOf(Tx tx, long courierId) {
        return tx.find(
                """
                SELECT delivery_id FROM delivery
                 WHERE courier_id = ?
                   AND status IN ('OFFERED', 'ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP', 'AT_DOOR')
                """,
                row -> row.number("delivery_id"),
                courierId);
    }

    void goOnline(Tx tx, long courierId) {
        tx.update("UPDATE courier SET online = true, missed = 0 WHERE courier_id = ?", courierId);
    }

    /// Where somebody is who doesn't work is nobody's business.
    void goOffline(Tx tx, long courierId) {
        tx.update(
                """
                UPDATE courier SET online = false, lat = NULL, lon = NULL, seen_at = NULL
                 WHERE courier_id = ?
                """,
                courierId);
    }

    void answered(Tx tx, long courierId) {
        tx.update("UPDATE courier SET missed = 0 WHERE courier_id = ?", courierId);
    }

    /// @return how many offers in a row they have let pass now
    int missed(Tx tx, long courierId) {
        return tx.one(
                "UPDATE courier SET missed = missed + 1 WHERE courier_id = ? RETURNING missed",
                row -> row.integer("missed"),
                courierId);
    }

    /// Someone who looks for offers is there, even if they stand still and send no position.
    void heard(Tx tx, long courierId, Instant now) {
        tx.update(
                """
                INSERT INTO courier_heard AS h (courier_id, at)
                SELECT courier_id, ? FROM courier WHERE courier_id = ?
                ON CONFLICT (courier_id) DO UPDATE SET at = excluded.at WHERE h.at < ?
                """,
                now,
                courierId,
                now.minus(NEWS_EVERY));
    }

    /// The latest by the courier's own clock wins, in whatever order they come.
    void seen(Tx tx, long courierId, Ping ping) {
        tx.update(
                """
                UPDATE courier SET lat = ?, lon = ?, seen_at = ?
                 WHERE courier_id = ? AND (seen_at IS NULL OR seen_at < ?)
                """,
                ping.lat(),
                ping.lon(),
                ping.at(),
                courierId,
                ping.at());
    }

    private static Courier read(Row row) {
        return new Courier(
                row.number("courier_id"),
                row.text("name"),
                Vehicle.valueOf(row.text("vehicle")),
                row.flag("online"),
                row.findDecimal("lat"),
                row.findDecimal("lon"),
                row.findInstant("seen_at"),
                row.findNumber("delivery_id"));
    }
}
