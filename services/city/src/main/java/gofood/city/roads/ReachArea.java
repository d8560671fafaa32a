package gofood.city.roads;

import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import gofood.contracts.Vehicle;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/// Draws what a vehicle reaches within a time: a hull around the reached streets. It is there to be
/// looked at; whether a door is within reach its own travel time decides.
public final class ReachArea {

    /// What is nearer to a reached street than this is within the area.
    private static final double MARGIN_METRES = 30;

    /// The hull follows gaps between streets that are wider than this.
    private static final double GAP_METRES = 400;

    /// Of points that are nearer to each other one is enough.
    private static final double GRAIN_METRES = 20;

    private static final double SMOOTH_METRES = 8;

    private final Roads roads;
    private final Vehicle vehicle;
    private final double narrowing;
    private final double limit;
    private final int[] millis;
    private final Set<Coordinate> reached = new LinkedHashSet<>();

    private ReachArea(Roads roads, Vehicle vehicle, Footing from, Duration time) {
        this.roads = roads;
        this.vehicle = vehicle;
        narrowing = Math.cos(Math.toRadians(from.lat()));
        limit = time.toMillis();
        millis = roads.reach(vehicle, from);
        add(from.lon(), from.lat());
    }

    /// @return an area in longitude and latitude
    public static Geometry around(Roads roads, Vehicle vehicle, Footing from, Duration time) {
        return new ReachArea(roads, vehicle, from, time).area();
    }

    private Geometry area() {
        var explorer = roads.graph().createEdgeExplorer();
        for (int node = 0; node < millis.length; node++) {
            if (millis[node] > limit) continue;
            var edges = explorer.setBaseNode(node);
            while (edges.next()) walk(edges, limit - millis[node]);
        }
        var points =
                new GeometryFactory()
                        .createMultiPointFromCoords(reached.toArray(Coordinate[]::new));
        var hull = ConcaveHull.concaveHullByLength(points, GAP_METRES).buffer(MARGIN_METRES);
        var smooth = TopologyPreservingSimplifier.simplify(hull, SMOOTH_METRES);
        return AffineTransformation.scaleInstance(
                        1 / (StreetIndex.METRES_PER_DEGREE * narrowing),
                        1 / StreetIndex.METRES_PER_DEGREE)
                .transform(smooth);
    }

    /// Along one street until the time is over.
    private void walk(EdgeIteratorState edge, double left) {
        var whole = roads.millis(vehicle, edge);
        if (Double.isInfinite(whole)) return;
        var shape = edge.fetchWayGeometry(FetchMode.ALL);
        var share = whole == 0 ? 1 : Math.min(1, left / whole);
        var segments = shape.size() - 1;
        // pieces of a street are taken as equally long: this is for the eye
        for (int i = 0; i <= Math.floor(share * segments); i++)
            add(shape.getLon(i), shape.getLat(i));
        var at = (int) Math.floor(share * segments);
        if (at == segments) return;
        var rest = share * segments - at;
        add(
                shape.getLon(at) + rest * (shape.getLon(at + 1) - shape.getLon(at)),
                shape.getLat(at) + rest * (shape.getLat(at + 1) - shape.getLat(at)));
    }

    private void add(double lon, double lat) {
        reached.add(
                new Coordinate(
                        grain(lon * StreetIndex.METRES_PER_DEGREE * narrowing),
                        grain(lat * StreetIndex.METRES_PER_DEGREE)));
    }

    private static double grain(double metres) {
        return Math.round(metres / GRAIN_METRES) * GRAIN_METRES;
    }
}
