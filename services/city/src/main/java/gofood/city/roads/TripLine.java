package gofood.city.roads;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import gofood.city.roads.Searches.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Draws a way: the shape of its streets, and parts of those at its two ends.
record TripLine(BaseGraph graph, Footing from, Footing to) {
    Trip along(Path path) {
        var line = new ArrayList<double[]>();
        add(line, from.lon(), from.lat());
        if (path.isOnOneEdge()) {
            addPart(line, from.edge(), from.part(), to.part());
        } else {
            var first = path.keys().length > 0 ? startOf(path.keys()[0]) : path.top();
            addPart(line, from.edge(), from.part(), first == from.to() ? 1 : 0);
            for (var key : path.keys())
                addAll(line, graph.getEdgeIteratorStateForKey(key).fetchWayGeometry(FetchMode.ALL));
            var last = path.keys().length > 0 ? endOf(path.keys()) : path.top();
            addPart(line, to.edge(), last == to.from() ? 0 : 1, to.part());
        }
        add(line, to.lon(), to.lat());
        // a line has two points, even where one stays
        if (line.size() == 1) line.add(line.getFirst());
        return new Trip(path.millis(), path.decimetres(), line);
    }

    private int startOf(int key) {
        return graph.getEdgeIteratorStateForKey(key).getBaseNode();
    }

    private int endOf(int[] keys) {
        return graph.getEdgeIteratorStateForKey(keys[keys.length - 1]).getAdjNode();
    }

    /// The shape of an edge between two parts of its length.
    private void addPart(List<double[]> line, int edge, double start, double end) {
        var shape = graph.getEdgeIteratorStateForKey(2 * edge).fetchWayGeometry(FetchMode.ALL);
        var along = distances(shape);
        var whole = along[along.length - 1];
        var low = Math.min(start, end) * whole;
        var high = Math.max(start, end) * whole;
        var inside = new ArrayList<double[]>();
        for (int i = 0; i < shape.size(); i++)
            if (along[i] >= low && along[i] <= high)
                inside.add(new double[] {shape.getLon(i), shape.getLat(i)});
        for (var point : start <= end ? inside : inside.reversed()) add(line, point[0], point[1]);
    }

    private static double[] distances(PointList shape) {
        var along = new double[shape.size()];
        for (int i = 1; i < along.length; i++)
            along[i] =
                    along[i - 1]
                            + DistanceCalcEarth.DIST_EARTH.calcDist(
                                    shape.getLat(i - 1),
                                    shape.getLon(i - 1),
                                    shape.getLat(i),
                                    shape.getLon(i));
        return along;
    }

    private static void addAll(List<double[]> line, PointList shape) {
        for (int i = 0; i < shape.size(); i++) add(line, shape.getLon(i), shape.getLat(i));
    }

    /// Rounded to 1e-6 degrees, a tenth of a metre; the same point is not drawn twice.
    private static void add(List<double[]> line, double lon, double lat) {
        var point = new double[] {Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6};
        if (line.isEmpty() || !Arrays.equals(line.getLast(), point)) line.add(point);
    }
}
