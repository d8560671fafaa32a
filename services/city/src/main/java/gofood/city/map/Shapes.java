package gofood.city.map;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Brings what was read into the form in which tiles are cut from it: valid, in pieces of bounded
/// size, and each from the zoom on at which one can see it.
final class Shapes {
    /// An area shows from about this size on: 4 × 4 of the 512 × 512 points of a tile.
    private static final double VISIBLE = 16.0 / (512 * 512);

    /// Areas of more points are cut in two, since every tile that touches one looks at all of it.
    private static final int POINTS = 1000;

    private final Consumer<Feature> sink;

    Shapes(Consumer<Feature> sink) {
        this.sink = sink;
    }

    void spot(Meaning meaning, Point at) {
        sink.accept(new Feature(meaning, at));
    }

    void line(Meaning meaning, LineString line) {
        sink.accept(new Feature(meaning, line));
    }

    void area(Meaning meaning, Geometry area) {
        var valid = valid(area);
        var from = meaning.from(visibleFrom(valid));
        for (int i = 0; i < valid.getNumGeometries(); i++)
            if (valid.getGeometryN(i) instanceof Polygon polygon) pieces(from, polygon);
    }

    /// A name in the middle of what it names, once that is large enough to have one.
    void middle(Meaning meaning, Geometry area) {
        var valid = valid(area);
        if (valid.isEmpty() || valid.getArea() == 0) return;
        // about four times the side: a name needs more room than a colour
        var from = Math.min(visibleFrom(valid) + 2, TileId.MAX_ZOOM);
        spot(meaning.from(from), valid.getInteriorPoint());
    }

    void sea(List<Polygon> sea) {
        var meaning = new Meaning(Layer.WATER, 0, 0, Map.of("class", "ocean"));
        for (var part : sea) pieces(meaning, part);
    }

    /// Mending finds the same rings every time, and doesn't begin them at the same point.
    private static Geometry valid(Geometry area) {
        return area.isValid() ? area : GeometryFixer.fix(area).norm();
    }

    private static int visibleFrom(Geometry area) {
        for (int zoom = 0; zoom < TileId.MAX_ZOOM; zoom++)
            if (area.getArea() * (1L << (2 * zoom)) >= VISIBLE) return zoom;
        return TileId.MAX_ZOOM;
    }

    private void pieces(Meaning meaning, Polygon polygon) {
        if (polygon.getNumPoints() <= POINTS) {
            sink.accept(new Feature(meaning, polygon));
            return;
        }
        var box = polygon.getEnvelopeInternal();
        var wide = box.getWidth() > box.getHeight();
        var middle = box.centre();
        var first =
                wide
                        ? new Envelope(box.getMinX(), middle.x, box.getMinY(), box.getMaxY())
                        : new Envelope(box.getMinX(), box.getMaxX(), box.getMinY(), middle.y);
        var second =
                wide
                        ? new Envelope(middle.x, box.getMaxX(), box.getMinY(), box.getMaxY())
                        : new Envelope(box.getMinX(), box.getMaxX(), middle.y, box.getMaxY());
        for (var half : List.of(first, second)) {
            var cut =
                    OverlayNGRobust.overlay(
                            polygon, World.SHAPES.toGeometry(half), OverlayNG.INTERSECTION);
            for (int i = 0; i < cut.getNumGeometries(); i++)
                if (cut.getGeometryN(i) instanceof Polygon piece) pieces(meaning, piece);
        }
    }
}
