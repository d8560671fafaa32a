package gofood.delivery.courier;

import gofood.contracts.Point;
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

/// The latest sign of each courier, in memory, in the cells of a grid; and which of them the
/// database doesn't know yet.
final class Grid {
    private final Map<Long, Sign> signs = new HashMap<>();
    private final Map<Cell, Set<Long>> cells = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();

    /// A square with sides of 0.005 degrees, which are 560 m from north to south.
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

    /// What we were told here.
    synchronized void noteOurs(Sign sign) {
        note(sign);
        changed.add(sign.courierId());
    }

    /// The same, unless they were heard of since then.
    synchronized void noteOursUnlessHeard(Sign sign, Instant since) {
        var known = signs.get(sign.courierId());
        if (known == null || !known.isHeardSince(since)) noteOurs(sign);
    }

    /// What the database knows.
    synchronized void note(Sign sign) {
        var before = signs.get(sign.courierId());
        put(before, before == null ? sign : before.and(sign));
    }

    private void put(@Nullable Sign before, Sign now) {
        signs.put(now.courierId(), now);
        if (before != null) leave(before);
        var at = now.at();
        if (at != null)
            cells.computeIfAbsent(Cell.of(at), _ -> new HashSet<>()).add(now.courierId());
    }

    private void leave(Sign before) {
        var at = before.at();
        if (at == null) return;
        cells.computeIfPresent(
                Cell.of(at),
                (_, there) -> {
                    there.remove(before.courierId());
                    return there.isEmpty() ? null : there;
                });
    }

    synchronized void forget(long courierId) {
        var before = signs.get(courierId);
        if (before != null) put(before, before.nowhere());
        changed.add(courierId);
    }

    /// Of these, who hasn't given another sign since is nowhere from now on.
    synchronized void forget(List<Sign> seen) {
        for (var sign : seen)
            if (sign.equals(signs.get(sign.courierId()))) put(sign, sign.nowhere());
    }

    synchronized void forgetOlderThan(Instant before) {
        for (var sign : List.copyOf(signs.values())) {
            if (sign.isFresh(before)) continue;
            leave(sign);
            signs.remove(sign.courierId());
        }
    }

    /// The last sign of somebody who is somewhere.
    synchronized Optional<Sign> find(long courierId) {
        return Optional.ofNullable(signs.get(courierId)).filter(sign -> sign.at() != null);
    }

    /// Who is within so many metres of one of these places; a few more, too, by whole cells.
    synchronized Set<Long> near(Collection<Point> places, double metres) {
        var centres = places.stream().map(Cell::of).collect(Collectors.toSet());
        var near = new HashSet<Long>();
        cells.forEach((cell, there) -> {
            if (centres.stream().anyMatch(centre -> cell.isWithin(metres, centre)))
                near.addAll(there);
        });
        return near;
    }

    /// What the database doesn't know yet; the caller stores it or [#giveBack]s it.
    synchronized List<Sign> takeChanged() {
        var taken = changed.stream().map(signs::get).filter(Objects::nonNull).toList();
        changed.clear();
        return taken;
    }

    synchronized void giveBack(List<Sign> taken) {
        for (var sign : taken) changed.add(sign.courierId());
    }
}
