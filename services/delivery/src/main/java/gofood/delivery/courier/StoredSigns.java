package gofood.delivery.courier;

import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The table of the couriers' latest signs: one row each, no trail.
final class StoredSigns {
    private StoredSigns() {}

    /// Of these couriers, who is off shift and has no ride.
    static Set<Long> offDuty(Tx tx, List<Sign> signs) {
        return Set.copyOf(
                tx.list(
                        """
                        SELECT c.courier_id FROM courier c
                         WHERE c.courier_id = ANY (?) AND NOT c.online
                           AND NOT EXISTS (
                               SELECT FROM delivery d
                                WHERE d.courier_id = c.courier_id
                                  AND d.slot IS NOT NULL AND d.status <> 'OFFERED')
                        """,
                        row -> row.number("courier_id"),
                        (Object) signs.stream().map(Sign::courierId).toArray(Long[]::new)));
    }

    /// The latest by the courier's clock wins.
    static void store(Tx tx, List<Sign> signs, Instant now) {
        tx.update(
                """
                INSERT INTO courier_position AS p
                       (courier_id, lat, lon, seen_at, heard_at, stored_at)
                SELECT s.courier_id, s.lat, s.lon, s.seen_at, s.heard_at, ?
                  FROM jsonb_to_recordset(?::jsonb)
                       AS s (courier_id bigint, lat float8, lon float8,
                             seen_at timestamptz, heard_at timestamptz)
                  JOIN courier c ON c.courier_id = s.courier_id
                 ORDER BY s.courier_id
                ON CONFLICT (courier_id) DO UPDATE
                   SET lat = CASE WHEN p.seen_at IS NULL OR excluded.seen_at > p.seen_at
                                  THEN excluded.lat ELSE p.lat END,
                       lon = CASE WHEN p.seen_at IS NULL OR excluded.seen_at > p.seen_at
                                  THEN excluded.lon ELSE p.lon END,
                       seen_at = greatest(p.seen_at, excluded.seen_at),
                       heard_at = greatest(p.heard_at, excluded.heard_at),
                       stored_at = excluded.stored_at
                """,
                now,
                Tx.json(signs));
    }

    static List<Sign> storedSince(Tx tx, Instant since) {
        return tx.list(
                "SELECT * FROM courier_position WHERE stored_at > ?", StoredSigns::read, since);
    }

    static void forget(Tx tx, long courierId) {
        tx.update(
                """
                UPDATE courier_position
                   SET lat = NULL, lon = NULL, heard_at = NULL, stored_at = now()
                 WHERE courier_id = ?
                """,
                courierId);
    }

    /// Deletes what wasn't renewed since then.
    static void prune(Tx tx, Instant before) {
        tx.update("DELETE FROM courier_position WHERE stored_at < ?", before);
    }

    private static Sign read(Row row) {
        return new Sign(
                row.number("courier_id"),
                row.findDecimal("lat"),
                row.findDecimal("lon"),
                row.findInstant("seen_at"),
                row.findInstant("heard_at"));
    }
}
