package gofood.city.map;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/// Writes one layer of a Mapbox Vector Tile (specification 2.1), which is protobuf. Written by hand
/// since the libraries for it and the one that reads extracts want protobuf in versions that
/// exclude each other.
final class MvtWriter {
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE = 15;

    private final ByteArrayOutputStream features = new ByteArrayOutputStream();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private final String name;
    private int penX;
    private int penY;

    MvtWriter(String name) {
        this.name = name;
    }

    /// @param shape in whole tile units, y to the south
    void add(Geometry shape, Map<String, Object> tags) {
        var path = new ByteArrayOutputStream();
        penX = 0;
        penY = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) draw(path, shape.getGeometryN(i));
        if (path.size() == 0) return;
        var tagged = new ByteArrayOutputStream();
        tags.forEach((key, value) -> {
            varint(tagged, keys.computeIfAbsent(key, _ -> keys.size()));
            varint(tagged, values.computeIfAbsent(value, _ -> values.size()));
        });
        var feature = new ByteArrayOutputStream();
        if (tagged.size() > 0) bytes(feature, 2, tagged.toByteArray());
        number(feature, 3, shape.getDimension() + 1);
        bytes(feature, 4, path.toByteArray());
        bytes(features, 2, feature.toByteArray());
    }

    /// The layer as it stands in a tile; nothing for a layer without features.
    byte[] layer() {
        if (features.size() == 0) return new byte[0];
        var layer = new ByteArrayOutputStream();
        number(layer, 15, 2);
        bytes(layer, 1, name.getBytes(StandardCharsets.UTF_8));
        layer.writeBytes(features.toByteArray());
        keys.keySet().forEach(key -> bytes(layer, 3, key.getBytes(StandardCharsets.UTF_8)));
        values.keySet().forEach(value -> bytes(layer, 4, value(value)));
        number(layer, 5, TileCutter.EXTENT);
        var tile = new ByteArrayOutputStream();
        bytes(tile, 3, layer.toByteArray());
        return tile.toByteArray();
    }

    private static byte[] value(Object value) {
        var out = new ByteArrayOutputStream();
        if (value instanceof Integer whole) number(out, 5, whole);
        else bytes(out, 1, value.toString().getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private void draw(ByteArrayOutputStream path, Geometry part) {
        switch (part) {
            case Point point -> line(path, point.getCoordinateSequence(), 1);
            case Polygon polygon -> {
                // outer rings run clockwise on the screen, which is counter-clockwise to who
                // thinks that y grows upwards
                ring(path, polygon.getExteriorRing(), true);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++)
                    ring(path, polygon.getInteriorRingN(i), false);
            }
            case LineString line -> line(path, line.getCoordinateSequence(), line.getNumPoints());
            default -> throw new IllegalArgumentException(part.getGeometryType());
        }
    }

    private void ring(ByteArrayOutputStream path, LinearRing ring, boolean counterClockwise) {
        var turns = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
        var points = (turns ? ring : ring.reverse()).getCoordinateSequence();
        // the last point is the first again, which closing says
        line(path, points, points.size() - 1);
        varint(path, CLOSE);
    }

    private void line(ByteArrayOutputStream path, CoordinateSequence points, int count) {
        var steps = new ByteArrayOutputStream();
        var drawn = 0;
        varint(path, MOVE_TO | (1 << 3));
        step(path, points, 0);
        for (int i = 1; i < count; i++) {
            var still = Math.round(points.getX(i)) == penX && Math.round(points.getY(i)) == penY;
            if (still) continue;
            step(steps, points, i);
            drawn++;
        }
        if (drawn == 0) return;
        varint(path, LINE_TO | (drawn << 3));
        path.writeBytes(steps.toByteArray());
    }

    private void step(ByteArrayOutputStream out, CoordinateSequence points, int i) {
        var x = (int) Math.round(points.getX(i));
        var y = (int) Math.round(points.getY(i));
        varint(out, zigzag(x - penX));
        varint(out, zigzag(y - penY));
        penX = x;
        penY = y;
    }

    private static int zigzag(int n) {
        return (n << 1) ^ (n >> 31);
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, field << 3);
        varint(out, value);
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, (field << 3) | 2);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        var left = value;
        for (; (left & ~0x7FL) != 0; left >>>= 7) out.write((int) ((left & 0x7F) | 0x80));
        out.write((int) left);
    }
}
