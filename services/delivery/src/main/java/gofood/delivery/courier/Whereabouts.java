package gofood.delivery.courier;

import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.Point;
import gofood.platform.Foundation;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.run.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where couriers are: the latest position of each, in memory, in the cells of a grid. What comes
/// in goes to the database every few seconds in one statement, and what other replicas stored comes
/// back with it. A ping itself touches no database; the latest by the courier's clock wins, here
/// and there.
///
/// No trail is kept: a new position replaces the one before.
public final class Whereabouts implements Running {
    /// Of what other replicas stored, a little is read twice: who began earlier may commit later.
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final Duration NEWS_EVERY = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(Whereabouts.class.getName());

    private final Foundation base;
    private final Duration every;
    private final Map<Long, Sign> signs = new HashMap<>();
    private final Map<Cell, Set<Long>> cells = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private Instant readUntil = Instant.EPOCH;
    private @Nullable Thread flushing;

    /// What we know of somebody.
    ///
    /// @param lat null with `lon` when they are nowhere: not seen yet, or off shift
    /// @param seenAt by their clock, when they were there
    /// @param heardAt by our clock, when they last sent a position or asked us something
    public record Sign(
            long courierId,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Instant seenAt,
            @Nullable Instant heardAt) {
        public @Nullable Point at() {
            return lat == null || lon == null ? null : new Point(lat, lon);
        }

        /// Whether they have given a sign of life since then.
        public boolean isFresh(Instant since) {
            return (seenAt != null && seenAt.isAfter(since)) || isHeardSince(since);
        }

        /// Whether they were somewhere since then.
        public boolean isSeenSince(Instant since) {
            return seenAt != null && seenAt.isAfter(since);
        }

        /// From the same moment, without the place.
        private Sign nowhere() {
            return new Sign(courierId, null, null, seenAt, null);
        }

        private boolean isHeardSince(Instant since) {
            return heardAt != null && heardAt.isAfter(since);
        }

        /// What is known after another sign of theirs. Of two from the same moment the newer
        /// counts: that they are nowhere is stored with the moment of the position that it deletes.
        private Sign and(Sign other) {
            var where = isAfter(seenAt, other.seenAt) || other.seenAt == null ? this : other;
            var heard = isAfter(heardAt, other.heardAt) ? heardAt : other.heardAt;
            return new Sign(courierId, where.lat, where.lon, where.seenAt, heard);
        }

        private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
            return one != null && (other == null || one.isAfter(other));
        }
    }

    /// A square of the grid with sides of 0.005 degrees, which are 560 m from north to south.
    private record Cell(long row, long column) {
        private static final double DEGREES = 0.005;
        private static final double METRES = DEGREES * 111_195;

        static Cell of(Point point) {
            return new Cell(
                    (long) Math.floor(point.lat() / DEGREES),
                    (long) Math.floor(point.lon() / DEGREES));
        }

        boolean isWithin(double metres, Cell other) {
            var narrower = Math.max(0.1, Math.cos(Math.toRadians(row * DEGREES)));
            return Math.abs(row - other.row) <= metres / METRES + 1
                    && Math.abs(column - other.column) <= metres / METRES / narrower + 1;
        }
    }

    public Whereabouts(Foundation base, Duration every) {
        this.base = base;
        this.every = every;
    }

    public Whereabouts start() {
        exchange();
        flushing = Thread.ofVirtual().name("positions").start(this::exchangeAgainAndAgain);
        return this;
    }

    void seen(long courierId, Ping ping) {
        noteOurs(new Sign(courierId, ping.lat(), ping.lon(), ping.at(), base.clock().instant()));
    }

    /// Someone who asks us something is there, even if they stand still and send no position. That
    /// we keep an old stream open is no sign of them.
    public synchronized void heard(long courierId) {
        var now = base.clock().instant();
        var known = signs.get(courierId);
        // who looks every second is noted only now and then
        if (known == null || !known.isHeardSince(now.minus(NEWS_EVERY)))
            noteOurs(new Sign(courierId, null, null, null, now));
    }

    private synchronized void noteOurs(Sign sign) {
        note(sign);
        changed.add(sign.courierId);
    }

    private synchronized void note(Sign sign) {
        var before = signs.get(sign.courierId);
        put(before, before == null ? sign : before.and(sign));
    }

    private void put(@Nullable Sign before, Sign now) {
        signs.put(now.courierId, now);
        var from = before == null ? null : before.at();
        if (from != null) leave(Cell.of(from), now.courierId);
        var at = now.at();
        if (at != null) cells.computeIfAbsent(Cell.of(at), _ -> new HashSet<>()).add(now.courierId);
    }

    private void leave(Cell cell, long courierId) {
        cells.computeIfPresent(
                cell,
                (_, there) -> {
                    there.remove(courierId);
                    return there.isEmpty() ? null : there;
                });
    }

    /// Where somebody is who doesn't work is nobody's business.
    ///
    /// @param tx in which their shift ends
    public void forget(Tx tx, long courierId) {
        tx.update(
                """
                UPDATE courier_position
                   SET lat = NULL, lon = NULL, heard_at = NULL, stored_at = now()
                 WHERE courier_id = ?
                """,
                courierId);
        tx.afterCommit(() -> forget(courierId));
    }

    private synchronized void forget(long courierId) {
        var before = signs.get(courierId);
        if (before != null) put(before, before.nowhere());
        changed.add(courierId);
    }

    /// The last sign of somebody who is somewhere.
    public synchronized Optional<Sign> find(long courierId) {
        return Optional.ofNullable(signs.get(courierId)).filter(sign -> sign.at() != null);
    }

    /// The same for a courier who may not be there at all.
    public Optional<Sign> ofCourier(@Nullable Long courierId) {
        return courierId == null ? Optional.empty() : find(courierId);
    }

    /// Who is within so many metres of one of these places; a few more, too, by whole cells.
    public synchronized Set<Long> near(Collection<Point> places, double metres) {
        var centres = places.stream().map(Cell::of).collect(Collectors.toSet());
        var near = new HashSet<Long>();
        cells.forEach((cell, there) -> {
            if (centres.stream().anyMatch(centre -> cell.isWithin(metres, centre)))
                near.addAll(there);
        });
        return near;
    }

    private void exchangeAgainAndAgain() {
        while (true) {
            try {
                Thread.sleep(every);
                exchange();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) return;
                LOG.log(System.Logger.Level.WARNING, "positions not stored: " + e.getMessage());
            }
        }
    }

    /// Stores what is new here, and reads what is new elsewhere. Who doesn't work may send
    /// positions: they are thrown away here, so that a ping need not ask the database whose it is.
    public void exchange() {
        var ours = takeChanged();
        try {
            var from = readFrom();
            var now = base.clock().instant();
            var theirs =
                    base.db()
                            .tx(tx -> {
                                if (!ours.isEmpty()) {
                                    var off = offDuty(tx, ours);
                                    store(tx, blurred(ours, off), now);
                                    var dropped =
                                            ours.stream()
                                                    .filter(it -> off.contains(it.courierId))
                                                    .toList();
                                    tx.afterCommit(() -> drop(dropped));
                                }
                                return tx.list(
                                        "SELECT * FROM courier_position WHERE stored_at > ?",
                                        Whereabouts::read,
                                        from);
                            });
            for (var sign : theirs) note(sign);
            readUpTo(now);
        } catch (RuntimeException e) {
            giveBack(ours);
            throw e;
        }
    }

    private synchronized List<Sign> takeChanged() {
        var taken = changed.stream().map(signs::get).filter(Objects::nonNull).toList();
        changed.clear();
        return taken;
    }

    private static Set<Long> offDuty(Tx tx, List<Sign> signs) {
        return Set.copyOf(
                tx.list(
                        """
                        SELECT c.courier_id FROM courier c
                         WHERE c.courier_id = ANY (?) AND NOT c.online
                           AND NOT EXISTS (
                               SELECT FROM delivery d
                                WHERE d.courier_id = c.courier_id
                                  AND d.status IN ('ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP',
                                                   'AT_DOOR'))
                        """,
                        row -> row.number("courier_id"),
                        (Object) signs.stream().map(Sign::courierId).toArray(Long[]::new)));
    }

    private static List<Sign> blurred(List<Sign> signs, Set<Long> off) {
        return signs.stream()
                .map(sign -> off.contains(sign.courierId) ? sign.nowhere() : sign)
                .toList();
    }

    /// Unless they have been seen again meanwhile: their shift may have begun.
    private synchronized void drop(List<Sign> seen) {
        for (var sign : seen) if (sign.equals(signs.get(sign.courierId))) put(sign, sign.nowhere());
    }

    private synchronized void giveBack(List<Sign> taken) {
        for (var sign : taken) changed.add(sign.courierId);
    }

    private synchronized Instant readFrom() {
        return readUntil;
    }

    private synchronized void readUpTo(Instant now) {
        readUntil = now.minus(OVERLAP);
    }

    private static void store(Tx tx, List<Sign> signs, Instant now) {
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

    /// Deletes what wasn't renewed since then.
    public void prune(Tx tx, Instant before) {
        tx.update("DELETE FROM courier_position WHERE stored_at < ?", before);
        tx.afterCommit(() -> dropOlderThan(before));
    }

    private synchronized void dropOlderThan(Instant before) {
        for (var sign : List.copyOf(signs.values())) {
            var at = sign.at();
            if (sign.isFresh(before)) continue;
            if (at != null) leave(Cell.of(at), sign.courierId);
            signs.remove(sign.courierId);
        }
    }

    private static Sign read(Row row) {
        return new Sign(
                row.number("courier_id"),
                row.findDecimal("lat"),
                row.findDecimal("lon"),
                row.findInstant("seen_at"),
                row.findInstant("heard_at"));
    }

    /// Stores the last of it.
    @Override
    public void close() {
        if (flushing != null) flushing.interrupt();
        exchange();
    }
}
