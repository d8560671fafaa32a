package gofood.city.map;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/// The world as a square of side 1, in the projection of all web maps: x grows to the east, y to
/// the south.
final class World {
    /// Two doubles for each point, and no object.
    static final GeometryFactory SHAPES =
            new GeometryFactory(
                    new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    /// The equator's length in metres: the world's side.
    private static final double EQUATOR = 40_075_016.7;

    private World() {}

    static double x(double lon) {
        return (lon + 180) / 360;
    }

    static double y(double lat) {
        var sine = Math.sin(Math.toRadians(Math.clamp(lat, -85.0511, 85.0511)));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }

    static double lon(double x) {
        return x * 360 - 180;
    }

    static double lat(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
    }

    /// How much of the world's side a metre is at this height of the square.
    static double metres(double metres, double y) {
        return metres / (EQUATOR * Math.cos(Math.toRadians(lat(y))));
    }

    static Envelope box(double west, double south, double east, double north) {
        return new Envelope(x(west), x(east), y(south), y(north));
    }

    static Coordinate at(double lat, double lon) {
        return new Coordinate(x(lon), y(lat));
    }

    /// @param xy x and y of each point in turn
    static LineString line(double... xy) {
        return SHAPES.createLineString(new PackedCoordinateSequence.Double(xy, 2, 0));
    }
}
