package gofood.platform.events;

import gofood.platform.db.Tx;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// From where on a carrier has to look: at and below this position nothing of its own is left, and
/// nothing can come any more. Without it each look would begin at the oldest row that was ever
/// deleted: that stays in the index until the next vacuum, and for as long as any transaction is
/// open that might still see it.
///
/// Who commits later may have drawn a lower position. But whoever draws one has locked the table
/// for writing before. So the last position that was drawn is noted, and then who holds that lock;
/// once they have all ended, whatever stands at or below that position has been committed or never
/// will be.
final class LowMark {
    private static final String MARKS = "unnest(?, ?) AS m (subscriber, position)";

    private final String subscriber;
    private volatile long position;
    private volatile long drawn;
    private Set<String> writing = Set.of();

    LowMark(String subscriber) {
        this.subscriber = subscriber;
    }

    String subscriber() {
        return subscriber;
    }

    long position() {
        return position;
    }

    /// Of these, where something waits or is parked: one index probe each, however much there is
    /// and was.
    static List<String> withWork(Tx tx, List<LowMark> all) {
        return tx.list(
                """
                SELECT m.subscriber FROM %s
                 WHERE EXISTS (SELECT FROM outbox o
                                WHERE o.subscriber = m.subscriber AND o.position > m.position)
                """
                        .formatted(MARKS),
                row -> row.text("subscriber"),
                arguments(all));
    }

    /// What waits above them, counted up to a bound.
    static Waiting waiting(Tx tx, List<LowMark> all) {
        return tx.one(
                """
                SELECT count(*) AS waiting,
                       coalesce(extract(epoch FROM now() - min(o.created_at)), 0) AS oldest
                  FROM %s
                 CROSS JOIN LATERAL (
                       SELECT created_at FROM outbox o
                        WHERE o.subscriber = m.subscriber AND o.position > m.position
                          AND o.parked_at IS NULL
                        ORDER BY o.position LIMIT 10000) o
                """
                        .formatted(MARKS),
                row -> new Waiting(row.number("waiting"), row.decimal("oldest")),
                arguments(all));
    }

    record Waiting(long events, double oldestSeconds) {}

    private static Object[] arguments(List<LowMark> all) {
        return new Object[] {
            all.stream().map(LowMark::subscriber).toArray(String[]::new),
            all.stream().map(LowMark::position).toArray(Long[]::new)
        };
    }

    /// Goes on to what was the last position the last time but one, if nobody who wrote then still
    /// does, and not beyond an event that is still there.
    synchronized void advance(Tx tx) {
        // in this order: who draws the next position may lock after we have looked
        var last = lastDrawn(tx);
        var now = writing(tx);
        if (!Collections.disjoint(writing, now)) return;
        position = beforeTheFirst(tx, drawn);
        drawn = last;
        writing = now;
    }

    /// Looks at everything again: what was deleted without waiting for the disk may have come back.
    void forget() {
        position = 0;
        drawn = 0;
    }

    private static long lastDrawn(Tx tx) {
        return tx.one(
                """
                SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END AS drawn
                  FROM outbox_position_seq
                """,
                row -> row.number("drawn"));
    }

    private static Set<String> writing(Tx tx) {
        return tx.one(
                """
                SELECT array(SELECT DISTINCT virtualtransaction FROM pg_locks
                              WHERE relation = 'outbox'::regclass AND mode = 'RowExclusiveLock'
                                AND database = (SELECT oid FROM pg_database
                                                 WHERE datname = current_database())) AS writing
                """,
                row -> Set.of(row.texts("writing")));
    }

    private long beforeTheFirst(Tx tx, long end) {
        return tx.one(
                """
                SELECT coalesce(min(position) - 1, greatest(?, ?)) AS mark FROM outbox
                 WHERE subscriber = ? AND position > ? AND position <= ?
                """,
                row -> row.number("mark"),
                position,
                end,
                subscriber,
                position,
                end);
    }
}
