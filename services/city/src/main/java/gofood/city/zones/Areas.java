package gofood.city.zones;

import gofood.contracts.CityApi.Area;
import gofood.platform.wire.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/// GeoJSON areas and those of JTS.
final class Areas {
    private static final int MOST_POINTS = 500;
    private static final double LEAST_SQUARE_METRES = 1000;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final String COORDINATES = "area.coordinates";
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private Areas() {}

    /// @throws Refused 422 where it is no area, or not within the map
    static Geometry read(Area area, Envelope map) {
        var shape = shape(area);
        if (shape.getNumPoints() > MOST_POINTS)
            throw refused("must have at most " + MOST_POINTS + " points");
        var fault = new IsValidOp(shape).getValidationError();
        if (fault != null) {
            var at = fault.getCoordinate();
            throw refused(
                    "is no valid area: %s at %s, %s".formatted(fault.getMessage(), at.x, at.y));
        }
        if (squareMetres(shape) < LEAST_SQUARE_METRES)
            throw refused("must enclose at least %.0f m²".formatted(LEAST_SQUARE_METRES));
        if (!map.contains(shape.getEnvelopeInternal()))
            throw refused("must lie within the bounds of the map, see GET /map");
        return shape;
    }

    private static double squareMetres(Geometry shape) {
        if (shape.isEmpty()) return 0;
        var narrowing = Math.cos(Math.toRadians(shape.getEnvelopeInternal().centre().y));
        return shape.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * narrowing;
    }

    /// Reads an area that was checked before.
    static Geometry shape(Area area) {
        return switch (area.type()) {
            case "Polygon" -> polygon(area.coordinates());
            case "MultiPolygon" ->
                    SHAPES.createMultiPolygon(
                            area.coordinates().stream()
                                    .map(each -> polygon(list(each, "a list of rings")))
                                    .toArray(Polygon[]::new));
            default -> throw Refused.invalid("area.type", "must be Polygon or MultiPolygon");
        };
    }

    private static Polygon polygon(List<?> rings) {
        if (rings.isEmpty()) throw refused("must have a ring");
        var all = rings.stream().map(Areas::ring).toArray(LinearRing[]::new);
        return SHAPES.createPolygon(all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    private static LinearRing ring(Object ring) {
        var points =
                list(ring, "a list of points").stream()
                        .map(Areas::point)
                        .toArray(Coordinate[]::new);
        if (points.length < 4) throw refused("must have rings of at least 4 points");
        if (!points[0].equals2D(points[points.length - 1]))
            throw refused("must have closed rings: the last point is the first again");
        return SHAPES.createLinearRing(points);
    }

    /// The third coordinate, where there is one, is a height.
    private static Coordinate point(Object point) {
        var pair = list(point, "a point");
        if ((pair.size() == 2 || pair.size() == 3)
                && pair.get(0) instanceof Number lon
                && pair.get(1) instanceof Number lat
                && Math.abs(lon.doubleValue()) <= 180
                && Math.abs(lat.doubleValue()) <= 90)
            return new Coordinate(lon.doubleValue(), lat.doubleValue());
        throw refused("must have points of longitude and latitude in degrees");
    }

    private static List<?> list(Object value, String what) {
        if (value instanceof List<?> list) return list;
        throw refused("must have " + what + " where something else is");
    }

    private static Refused refused(String rule) {
        return Refused.invalid(COORDINATES, rule);
    }

    static Area write(Geometry shape) {
        var polygons = new ArrayList<Object>();
        for (int i = 0; i < shape.getNumGeometries(); i++)
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty())
                polygons.add(rings(polygon));
        var single = polygons.size() == 1 && !(shape instanceof MultiPolygon);
        return single
                ? new Area("Polygon", (List<?>) polygons.getFirst())
                : new Area("MultiPolygon", polygons);
    }

    private static List<Object> rings(Polygon polygon) {
        var rings = new ArrayList<Object>();
        rings.add(points(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++)
            rings.add(points(polygon.getInteriorRingN(i)));
        return rings;
    }

    private static List<Object> points(LinearRing ring) {
        return Arrays.stream(ring.getCoordinates())
                .<Object>map(at -> List.of(rounded(at.x), rounded(at.y)))
                .toList();
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
