package gofood.city.map;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// Cuts the shapes of one tile: as exact as one can see at its zoom, and no further than a little
/// beyond its edges.
final class TileCutter {
    /// Units along a tile's side. A tile is mostly 512 points wide, so a unit is an eighth of one.
    static final int EXTENT = 4096;

    /// What reaches over the edge, so that thick lines and names don't end there, as a share of the
    /// side.
    static final double MARGIN = 1.0 / 32;

    /// Areas of fewer square units, or some 2 × 2 points, are left out.
    private static final double SMALLEST = 256;

    private static final PrecisionModel WHOLE_UNITS = new PrecisionModel(1);
    private static final Geometry FRAME =
            World.SHAPES.toGeometry(
                    new Envelope(
                            -MARGIN * EXTENT,
                            (1 + MARGIN) * EXTENT,
                            -MARGIN * EXTENT,
                            (1 + MARGIN) * EXTENT));

    private final AffineTransformation toUnits;
    private final double tolerance;

    private TileCutter(TileId tile) {
        var scale = (double) EXTENT * (1 << tile.zoom());
        toUnits =
                new AffineTransformation(
                        scale, 0, -1.0 * EXTENT * tile.x(), 0, scale, -1.0 * EXTENT * tile.y());
        // less than a point wherever there are more zooms to come
        tolerance = tile.zoom() < 14 ? 6 : tile.zoom() < TileId.MAX_ZOOM ? 3 : 1;
    }

    /// @param features in the order in which they are drawn
    static byte[] cut(TileId tile, List<Feature> features) {
        var cutter = new TileCutter(tile);
        var layers = new LinkedHashMap<Layer, MvtWriter>();
        cutter.grouped(features)
                .forEach((meaning, shapes) -> {
                    var layer =
                            layers.computeIfAbsent(
                                    meaning.layer(), key -> new MvtWriter(key.wireName()));
                    for (var shape : shapes) layer.add(shape, meaning.tags());
                });
        var tileBytes = new ByteArrayOutputStream();
        layers.values().forEach(layer -> tileBytes.writeBytes(layer.layer()));
        return tileBytes.toByteArray();
    }

    private Map<Meaning, List<Geometry>> grouped(List<Feature> features) {
        var raw = new LinkedHashMap<Meaning, List<Geometry>>();
        for (var feature : features) {
            // what differs only in its first zoom may become one
            var meaning = feature.meaning().at(0);
            raw.computeIfAbsent(meaning, _ -> new ArrayList<>())
                    .add(toUnits.transform(feature.shape()));
        }
        var cut = new LinkedHashMap<Meaning, List<Geometry>>();
        raw.forEach((meaning, shapes) -> cut.put(meaning, cut(shapes, meaning.layer().merges)));
        return cut;
    }

    private List<Geometry> cut(List<Geometry> shapes, boolean merges) {
        var areas = new ArrayList<Geometry>();
        var lines = new ArrayList<Geometry>();
        var cut = new ArrayList<Geometry>();
        for (var shape : shapes)
            switch (shape) {
                case Polygonal _ -> area(shape, areas);
                case Lineal _ -> lines.add(shape);
                case Point point -> cut.add(inWholeUnits(point));
                default -> throw new IllegalArgumentException(shape.getGeometryType());
            }
        if (merges && areas.size() > 1) union(areas, cut);
        else cut.addAll(areas);
        for (var line : merges ? merged(lines) : lines) line(line, cut);
        return cut;
    }

    private void area(Geometry area, List<Geometry> into) {
        if (area.getArea() < SMALLEST) return;
        var rough = clipped(DouglasPeuckerSimplifier.simplify(area, tolerance));
        var whole = inWholeUnits(rough);
        var valid =
                whole.isValid()
                        ? whole
                        : OverlayNG.overlay(rough, FRAME, OverlayNG.INTERSECTION, WHOLE_UNITS);
        addParts(valid, Polygon.class, into);
    }

    /// Pieces of one sea, or neighbouring woods.
    private static void union(List<Geometry> areas, List<Geometry> into) {
        addParts(UnaryUnionNG.union(areas, WHOLE_UNITS), Polygon.class, into);
    }

    private static List<Geometry> merged(List<Geometry> lines) {
        var merger = new LineMerger();
        merger.add(lines);
        var merged = new ArrayList<Geometry>();
        for (var line : merger.getMergedLineStrings()) merged.add((Geometry) line);
        return merged;
    }

    private void line(Geometry line, List<Geometry> into) {
        var cut = clipped(DouglasPeuckerSimplifier.simplify(line, tolerance));
        addParts(inWholeUnits(cut), LineString.class, into);
    }

    private static Geometry clipped(Geometry shape) {
        return FRAME.getEnvelopeInternal().covers(shape.getEnvelopeInternal())
                ? shape
                : OverlayNGRobust.overlay(shape, FRAME, OverlayNG.INTERSECTION);
    }

    private static void addParts(
            Geometry shape, Class<? extends Geometry> kind, List<Geometry> into) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            var part = shape.getGeometryN(i);
            if (kind.isInstance(part) && part.getLength() > 0) into.add(part);
        }
    }

    private static Geometry inWholeUnits(Geometry shape) {
        var whole = shape.copy();
        whole.apply(new Rounding());
        return whole;
    }

    private static final class Rounding implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence points, int i) {
            points.setOrdinate(i, 0, Math.rint(points.getX(i)));
            points.setOrdinate(i, 1, Math.rint(points.getY(i)));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
