package gofood.city.map;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/// Puts an area together out of the lines that bound it, in any order and direction, as
/// OpenStreetMap's multipolygons are. What has an odd number of lines between itself and the world
/// outside is in it: so there are holes, islands in them, and neighbours that share a line.
final class Rings {
    private Rings() {}

    /// @return empty when the lines enclose nothing
    static Geometry area(List<? extends Geometry> lines) {
        var polygonizer = new Polygonizer();
        // lines that meet themselves or each other are cut there, and doubled ones are one
        polygonizer.add(World.SHAPES.buildGeometry(lines).union());
        var inside = new ArrayList<Polygon>();
        for (var face : polygonizer.getPolygons())
            if (isInside(((Polygon) face).getInteriorPoint().getCoordinate(), lines))
                inside.add((Polygon) face);
        // the same lines give the same area every time, which the polygonizer doesn't
        inside.replaceAll(face -> (Polygon) face.norm());
        inside.sort((one, other) -> one.compareTo(other));
        return World.SHAPES.buildGeometry(inside).union().norm();
    }

    private static boolean isInside(Coordinate point, List<? extends Geometry> lines) {
        var counter = new RayCrossingCounter(point);
        for (var line : lines) {
            var points = line.getCoordinates();
            for (int i = 1; i < points.length; i++) counter.countSegment(points[i - 1], points[i]);
        }
        return counter.isPointInPolygon();
    }
}
