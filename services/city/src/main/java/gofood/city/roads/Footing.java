package gofood.city.roads;

import com.graphhopper.util.EdgeIteratorState;

/// A point of a request, moved to the nearest street that the vehicle may use. The way between both
/// is walked, and counts.
///
/// @param edge the street's edge, which leads from `from` to `to`
/// @param part how far along the edge it is, 0 to 1
/// @param forwardMillis the whole edge in its direction; infinite where that is not allowed
/// @param backwardMillis the same against its direction
/// @param edgeDecimetres length of the whole edge
/// @param lat of the point on the street
/// @param lon of the point on the street
/// @param offMetres from there to where was asked
public record Footing(
        int edge,
        int from,
        int to,
        double part,
        double forwardMillis,
        double backwardMillis,
        double edgeDecimetres,
        double lat,
        double lon,
        double offMetres) {
    /// What is nearer than this is the same spot: nobody rides around the block of a one-way street
    /// for a hair's breadth.
    private static final double SAME_METRES = 0.5;

    private static final double WALKING_METRES_PER_SECOND = 1.3;

    /// @param edge in its own direction
    static Footing of(StreetIndex.Hit hit, EdgeIteratorState edge, Speeds speeds) {
        return new Footing(
                hit.edge(),
                edge.getBaseNode(),
                edge.getAdjNode(),
                part(hit, edge.getDistance()),
                speeds.millis(edge, false),
                speeds.millis(edge, true),
                edge.getDistance() * 10,
                hit.lat(),
                hit.lon(),
                hit.metres());
    }

    private static double part(StreetIndex.Hit hit, double edgeMetres) {
        if (hit.part() * edgeMetres < SAME_METRES) return 0;
        return (1 - hit.part()) * edgeMetres < SAME_METRES ? 1 : hit.part();
    }

    void startAt(Search search) {
        start(search, to, (1 - part) * forwardMillis, 1 - part);
        start(search, from, part * backwardMillis, part);
    }

    void endAt(Search search) {
        start(search, from, part * forwardMillis, part);
        start(search, to, (1 - part) * backwardMillis, 1 - part);
    }

    private void start(Search search, int node, double millis, double share) {
        // no part of a street that may not be used: 0 * infinity is no number
        if (share == 0) search.start(node, offMillis(), offDecimetres());
        else if (!Double.isInfinite(millis))
            search.start(
                    node,
                    offMillis() + (int) Math.round(millis),
                    offDecimetres() + (int) Math.round(share * edgeDecimetres));
    }

    int offMillis() {
        return (int) Math.round(offMetres / WALKING_METRES_PER_SECOND * 1000);
    }

    int offDecimetres() {
        return (int) Math.round(offMetres * 10);
    }

    /// Milliseconds along this one edge, or [Search#NONE]; none at all to the same point.
    int millisTo(Footing other) {
        if (edge != other.edge) return Search.NONE;
        if (equals(other)) return 0;
        var off = offMillis() + other.offMillis();
        var share = Math.abs(other.part - part);
        if (share * edgeDecimetres < SAME_METRES * 10) return off;
        var millis = share * (other.part > part ? forwardMillis : backwardMillis);
        return Double.isInfinite(millis) ? Search.NONE : off + (int) Math.round(millis);
    }

    int decimetresTo(Footing other) {
        if (equals(other)) return 0;
        return offDecimetres()
                + other.offDecimetres()
                + (int) Math.round(Math.abs(other.part - part) * edgeDecimetres);
    }
}
