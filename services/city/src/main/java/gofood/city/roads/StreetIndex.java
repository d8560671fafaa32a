package gofood.city.roads;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Finds the street nearest to a point. The straight pieces of all streets lie in the cells of a
/// grid, and the cells around the point are looked into, ring by ring. GraphHopper's own index
/// needs two milliseconds for this, and here it is microseconds: a matrix asks a thousand times.
final class StreetIndex {
    static final double METRES_PER_DEGREE = 111_195;
    private static final double CELL_METRES = 100;
    private static final int MOST_CELLS = 4_000_000;

    private final double west;
    private final double south;
    private final double cellWidth;
    private final double cellHeight;
    private final int columns;
    private final int rows;

    /// Where the nearest street is cut off from the others, and theirs is so much farther, nobody
    /// gets there: it is an island, and no car park.
    private static final double ACROSS_METRES = 100;

    private static final int CUT_OFF_BITS = 4;
    private static final int ANYBODY = 0xFF;

    /// One bit for each vehicle that may use the edge, or another where it is cut off.
    private final byte[] usable;

    private final Pieces pieces = new Pieces();

    /// The pieces of cell `c` are those from `first[c]` to before `first[c + 1]`.
    private final int[] first;

    private final int[] inCells;

    /// The straight pieces: degrees from the south-western corner, and which part of its edge each
    /// one is, as shares of the edge's length.
    private static final class Pieces {
        private float[] line = new float[4096];
        private float[] share = new float[2048];
        private int[] edge = new int[1024];
        private int count;

        void add(int itsEdge, double[] ends, double start, double end) {
            if (count == edge.length) {
                line = Arrays.copyOf(line, line.length * 2);
                share = Arrays.copyOf(share, share.length * 2);
                edge = Arrays.copyOf(edge, edge.length * 2);
            }
            for (int i = 0; i < 4; i++) line[4 * count + i] = (float) ends[i];
            share[2 * count] = (float) start;
            share[2 * count + 1] = (float) end;
            edge[count++] = itsEdge;
        }
    }

    /// @param part how far along the edge, 0 to 1
    record Hit(int edge, double part, double lat, double lon, double metres) {}

    StreetIndex(BaseGraph graph) {
        var bounds = graph.getBounds();
        west = bounds.minLon;
        south = bounds.minLat;
        var narrowing = Math.cos(Math.toRadians((bounds.minLat + bounds.maxLat) / 2));
        var width = (bounds.maxLon - west) * METRES_PER_DEGREE * narrowing;
        var height = (bounds.maxLat - south) * METRES_PER_DEGREE;
        var cell = Math.max(CELL_METRES, Math.sqrt(width * height / MOST_CELLS));
        cellHeight = cell / METRES_PER_DEGREE;
        cellWidth = cellHeight / narrowing;
        columns = (int) ((bounds.maxLon - west) / cellWidth) + 1;
        rows = (int) ((bounds.maxLat - south) / cellHeight) + 1;
        usable = usable(graph);
        var edges = graph.getAllEdges();
        while (edges.next()) if (usable[edges.getEdge()] != 0) add(edges);
        first = new int[columns * rows + 1];
        eachCell((_, cellOf) -> first[cellOf + 1]++);
        for (int i = 1; i < first.length; i++) first[i] += first[i - 1];
        inCells = new int[first[first.length - 1]];
        var filled = Arrays.copyOf(first, first.length);
        eachCell((piece, cellOf) -> inCells[filled[cellOf]++] = piece);
    }

    private static byte[] usable(BaseGraph graph) {
        var usable = new byte[graph.getEdges()];
        Map<Vehicle, Speeds> speeds = new EnumMap<>(Vehicle.class);
        for (var vehicle : Vehicle.values()) speeds.put(vehicle, new Speeds(vehicle));
        var edges = graph.getAllEdges();
        while (edges.next())
            speeds.forEach((vehicle, its) -> {
                if (its.mayUse(edges))
                    usable[edges.getEdge()] |=
                            (byte) (its.isCutOff(edges) ? cutOff(vehicle) : bit(vehicle));
            });
        return usable;
    }

    private static int cutOff(Vehicle vehicle) {
        return bit(vehicle) << CUT_OFF_BITS;
    }

    private static int bit(Vehicle vehicle) {
        return switch (vehicle) {
            case BICYCLE -> 1;
            case SCOOTER -> 2;
            case CAR -> 4;
            case FOOT -> 8;
        };
    }

    private void add(EdgeIteratorState edge) {
        var shape = edge.fetchWayGeometry(FetchMode.ALL);
        var along = new double[shape.size()];
        var narrowing = Math.cos(Math.toRadians(shape.getLat(0)));
        for (int i = 1; i < along.length; i++)
            along[i] =
                    along[i - 1]
                            + Math.hypot(
                                    (shape.getLon(i) - shape.getLon(i - 1)) * narrowing,
                                    shape.getLat(i) - shape.getLat(i - 1));
        var whole = Math.max(along[along.length - 1], 1e-9);
        for (int i = 1; i < along.length; i++)
            pieces.add(
                    edge.getEdge(),
                    new double[] {
                        shape.getLon(i - 1) - west,
                        shape.getLat(i - 1) - south,
                        shape.getLon(i) - west,
                        shape.getLat(i) - south
                    },
                    along[i - 1] / whole,
                    along[i] / whole);
    }

    private interface Visit {
        void at(int piece, int cell);
    }

    private void eachCell(Visit visit) {
        for (int piece = 0; piece < pieces.count; piece++) {
            var x1 = column(pieces.line[4 * piece]);
            var y1 = row(pieces.line[4 * piece + 1]);
            var x2 = column(pieces.line[4 * piece + 2]);
            var y2 = row(pieces.line[4 * piece + 3]);
            for (int y = Math.min(y1, y2); y <= Math.max(y1, y2); y++)
                for (int x = Math.min(x1, x2); x <= Math.max(x1, x2); x++)
                    visit.at(piece, y * columns + x);
        }
    }

    private int column(double east) {
        return Math.clamp((long) Math.floor(east / cellWidth), 0, columns - 1);
    }

    private int row(double north) {
        return Math.clamp((long) Math.floor(north / cellHeight), 0, rows - 1);
    }

    /// Empty also where an island's street is much nearer than all that one can get to.
    Optional<Hit> nearest(Vehicle vehicle, Point point, double withinMetres) {
        var found = nearest(bit(vehicle), point, withinMetres);
        return found.filter(hit ->
                hit.metres() <= ACROSS_METRES
                        || nearest(cutOff(vehicle), point, hit.metres() - ACROSS_METRES).isEmpty());
    }

    /// Whether there is a street of anybody's.
    boolean isNear(Point point, double withinMetres) {
        return nearest(ANYBODY, point, withinMetres).isPresent();
    }

    private Optional<Hit> nearest(int bits, Point point, double withinMetres) {
        var look = new Look(point, bits, withinMetres);
        var ringMetres = cellHeight * METRES_PER_DEGREE;
        for (int ring = 0; (ring - 1) * ringMetres <= look.best; ring++) look.ring(ring);
        return look.hit();
    }

    /// One search.
    private final class Look {
        private final double east;
        private final double north;
        private final double narrowing;
        private final int bits;
        private final int column;
        private final int row;
        private double best;
        private int bestPiece = -1;
        private double bestPart;

        Look(Point point, int bits, double withinMetres) {
            this.bits = bits;
            east = point.lon() - west;
            north = point.lat() - south;
            narrowing = Math.cos(Math.toRadians(point.lat()));
            column = (int) Math.floor(east / cellWidth);
            row = (int) Math.floor(north / cellHeight);
            best = withinMetres;
        }

        void ring(int ring) {
            var top = Math.min(rows - 1, row + ring);
            for (int y = Math.max(0, row - ring); y <= top; y++) {
                var whole = Math.abs(y - row) == ring;
                var step = whole || ring == 0 ? 1 : 2 * ring;
                for (int x = column - ring; x <= column + ring; x += step)
                    if (x >= 0 && x < columns) cell(y * columns + x);
            }
        }

        private void cell(int cell) {
            for (int i = first[cell]; i < first[cell + 1]; i++)
                if ((usable[pieces.edge[inCells[i]]] & bits) != 0) measure(inCells[i]);
        }

        private void measure(int piece) {
            var x1 = (pieces.line[4 * piece] - east) * narrowing;
            var y1 = pieces.line[4 * piece + 1] - north;
            var x2 = (pieces.line[4 * piece + 2] - east) * narrowing;
            var y2 = pieces.line[4 * piece + 3] - north;
            var dx = x2 - x1;
            var dy = y2 - y1;
            var length = dx * dx + dy * dy;
            var part = length == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / length, 0.0, 1.0);
            var metres = Math.hypot(x1 + part * dx, y1 + part * dy) * METRES_PER_DEGREE;
            if (metres >= best) return;
            best = metres;
            bestPiece = piece;
            bestPart = part;
        }

        Optional<Hit> hit() {
            if (bestPiece < 0) return Optional.empty();
            var x = between(pieces.line[4 * bestPiece], pieces.line[4 * bestPiece + 2]);
            var y = between(pieces.line[4 * bestPiece + 1], pieces.line[4 * bestPiece + 3]);
            var part = between(pieces.share[2 * bestPiece], pieces.share[2 * bestPiece + 1]);
            return Optional.of(new Hit(pieces.edge[bestPiece], part, south + y, west + x, best));
        }

        private double between(float start, float end) {
            return start + bestPart * (end - start);
        }
    }
}
