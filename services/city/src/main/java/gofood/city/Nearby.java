package gofood.city;

import java.util.Collection;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/// Finds the nearest of many things quickly.
final class Nearby {
    private static final double FIRST_LOOK_METRES = 50;
    private static final double WIDEN = 4;

    private final STRtree tree = new STRtree();

    /// A straight piece of something; a door begins where it ends.
    record Piece(String text, Spot from, Spot to) {}

    /// @param at its point nearest to where was asked
    record Hit(String text, Spot at, double metres) {}

    Nearby(Collection<Piece> pieces) {
        for (var piece : pieces)
            tree.insert(
                    new Envelope(
                            piece.from.lon(), piece.to.lon(), piece.from.lat(), piece.to.lat()),
                    piece);
        // now, since building at the first query is not for several threads
        tree.build();
    }

    Optional<Hit> nearest(Spot spot, double within) {
        for (var radius = Math.min(FIRST_LOOK_METRES, within); ; radius *= WIDEN) {
            var hit = look(spot, Math.min(radius, within));
            if (hit.isPresent() || radius >= within) return hit;
        }
    }

    private Optional<Hit> look(Spot spot, double radius) {
        var around = new Envelope(spot.lon(), spot.lon(), spot.lat(), spot.lat());
        around.expandBy(spot.longitudes(radius), Spot.latitudes(radius));
        Hit best = null;
        for (var found : tree.query(around)) {
            if (!(found instanceof Piece(var text, var from, var to))) continue;
            var at = spot.nearestBetween(from, to);
            var metres = spot.metresTo(at);
            if (metres <= radius && (best == null || metres < best.metres))
                best = new Hit(text, at, metres);
        }
        return Optional.ofNullable(best);
    }
}
