package gofood.city.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/// Makes the sea out of the coast, which OpenStreetMap has as lines with the land on their left.
///
/// The coast, and the frame of the map, cut the map into faces. Each is sea or land by what the
/// pieces of coast around it say, the longer the piece the more, so that a line drawn the wrong way
/// drowns nothing. Where the extract ends, the coast goes on straight away from the map's middle to
/// the frame.
final class Coast {
    /// 4 mm, as a share of the equator: noding moves points by less.
    private static final double TOUCHING = 1e-10;

    private final Envelope frame;
    private final Coordinate middle;
    private final List<LineString> lines;
    private final STRtree directed = new STRtree();

    private Coast(Collection<LineString> coast, Envelope frame) {
        this.frame = frame;
        this.middle = frame.centre();
        this.lines = new ArrayList<>(coast);
    }

    /// @param coast lines as they are drawn in OpenStreetMap
    static List<Polygon> sea(Collection<LineString> coast, Envelope frame) {
        return coast.isEmpty() ? List.of() : new Coast(coast, frame).sea();
    }

    private List<Polygon> sea() {
        lines.addAll(onwards());
        for (var line : lines) index(line);
        var shapes = new ArrayList<Geometry>(lines);
        shapes.add(((Polygon) World.SHAPES.toGeometry(frame)).getExteriorRing());
        var polygonizer = new Polygonizer();
        polygonizer.add(World.SHAPES.buildGeometry(shapes).union());
        var sea = new ArrayList<Polygon>();
        for (var face : polygonizer.getPolygons()) {
            var normal = (Polygon) ((Polygon) face).norm();
            if (isSea(normal)) sea.add(normal);
        }
        // the polygonizer finds them in any order
        sea.sort((one, other) -> one.compareTo(other));
        return sea;
    }

    /// From each open end of the coast to beyond the frame.
    private List<LineString> onwards() {
        Map<Coordinate, Integer> ends = new HashMap<>();
        for (var line : lines) {
            ends.merge(line.getStartPoint().getCoordinate(), -1, Integer::sum);
            ends.merge(line.getEndPoint().getCoordinate(), 1, Integer::sum);
        }
        var rays = new ArrayList<LineString>();
        ends.forEach((end, balance) -> {
            if (balance != 0 && frame.contains(end)) rays.add(ray(end, balance > 0));
        });
        return rays;
    }

    private LineString ray(Coordinate end, boolean outwards) {
        var away = Math.max(end.distance(middle), TOUCHING);
        var reach = (frame.getWidth() + frame.getHeight()) / away;
        var x = end.x + (end.x - middle.x) * reach;
        var y = end.y + (end.y - middle.y) * reach;
        return outwards ? World.line(end.x, end.y, x, y) : World.line(x, y, end.x, end.y);
    }

    private void index(LineString line) {
        for (int i = 1; i < line.getNumPoints(); i++) {
            var segment = new LineSegment(line.getCoordinateN(i - 1), line.getCoordinateN(i));
            directed.insert(new Envelope(segment.p0, segment.p1), segment);
        }
    }

    private boolean isSea(Polygon face) {
        if (!frame.contains(face.getInteriorPoint().getCoordinate())) return false;
        var votes = votes(face.getExteriorRing());
        for (int i = 0; i < face.getNumInteriorRing(); i++)
            votes += votes(face.getInteriorRingN(i));
        return votes > 0;
    }

    /// Along the rings of a normal face its inside is on the right, to who thinks that y grows
    /// upwards; on the screen, as everything, it is mirrored. A coast that runs against the ring
    /// has thus the face on its sea side.
    private double votes(LinearRing ring) {
        double votes = 0;
        for (int i = 1; i < ring.getNumPoints(); i++) {
            var edge = new LineSegment(ring.getCoordinateN(i - 1), ring.getCoordinateN(i));
            var along = along(edge);
            if (along != 0) votes += edge.getLength() * (along < 0 ? 1 : -1);
        }
        return votes;
    }

    /// Positive for an edge in the direction of the coast that it is a part of, negative against
    /// it, 0 for the frame's.
    private double along(LineSegment edge) {
        var centre = edge.midPoint();
        var near = new Envelope(centre);
        near.expandBy(TOUCHING);
        double along = 0;
        var nearest = TOUCHING;
        for (var found : directed.query(near)) {
            var coast = (LineSegment) found;
            var distance = coast.distance(centre);
            if (distance >= nearest) continue;
            nearest = distance;
            along =
                    (coast.p1.x - coast.p0.x) * (edge.p1.x - edge.p0.x)
                            + (coast.p1.y - coast.p0.y) * (edge.p1.y - edge.p0.y);
        }
        return along;
    }
}
