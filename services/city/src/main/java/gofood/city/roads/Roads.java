package gofood.city.roads;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.DAType;
import com.graphhopper.storage.GHDirectory;
import com.graphhopper.util.shapes.BBox;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.platform.run.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The streets, ready to be asked. For any number of threads.
public final class Roads implements Running {
    /// Whoever is farther than this from every street that they may use doesn't get there: it may
    /// be across a river.
    private static final double SNAP_METRES = 250;

    private final BaseGraph graph;
    private final StreetIndex index;
    private final double outsideMetres;
    private final Map<Vehicle, Net> nets = new EnumMap<>(Vehicle.class);

    /// What is there for one vehicle.
    private record Net(Speeds speeds, Searches searches) {}

    private Roads(BaseGraph graph, double outsideMetres) {
        this.graph = graph;
        index = new StreetIndex(graph);
        this.outsideMetres = outsideMetres;
    }

    /// @param folder where [RoadImport] put its files
    /// @param outsideMetres what is farther than this from every street is not in the city
    public static Roads open(Path folder, int outsideMetres) {
        var files = new GHDirectory(folder.toString(), DAType.MMAP_RO);
        var graph = new BaseGraph.Builder(Speeds.STORED).setDir(files).build();
        if (!graph.loadExisting())
            throw new IllegalStateException("The folder " + folder + " has no streets.");
        var roads = new Roads(graph, outsideMetres);
        try {
            for (var vehicle : Vehicle.values()) roads.load(folder, vehicle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return roads;
    }

    private void load(Path folder, Vehicle vehicle) throws IOException {
        var speeds = new Speeds(vehicle);
        var hierarchy = Hierarchy.load(Hierarchy.file(folder, vehicle));
        nets.put(vehicle, new Net(speeds, new Searches(hierarchy)));
    }

    private Net net(Vehicle vehicle) {
        return Objects.requireNonNull(nets.get(vehicle));
    }

    public BBox bounds() {
        return graph.getBounds();
    }

    public int nodes() {
        return graph.getNodes();
    }

    /// Whether no street of anybody's is near.
    public boolean isOutside(Point point) {
        return !index.isNear(point, outsideMetres);
    }

    /// The nearest street that this vehicle may use; empty where it doesn't get near.
    public Optional<Footing> footing(Vehicle vehicle, Point point) {
        return index.nearest(vehicle, point, Math.min(SNAP_METRES, outsideMetres))
                .map(hit ->
                        Footing.of(
                                hit,
                                graph.getEdgeIteratorStateForKey(2 * hit.edge()),
                                net(vehicle).speeds));
    }

    /// The quickest way, or empty where no street leads there.
    public Optional<Trip> trip(Vehicle vehicle, Footing from, Footing to) {
        return net(vehicle)
                .searches
                .path(from, to)
                .map(path -> new TripLine(graph, from, to).along(path));
    }

    /// The same for each of many points.
    public List<Optional<Footing>> footings(Vehicle vehicle, List<Point> points) {
        return points.stream().map(point -> footing(vehicle, point)).toList();
    }

    /// From each to each; a point without a footing is reached by nobody.
    public TravelTimes matrix(
            Vehicle vehicle, List<Optional<Footing>> from, List<Optional<Footing>> to) {
        return net(vehicle).searches.matrix(array(from), array(to));
    }

    private static @Nullable Footing[] array(List<Optional<Footing>> footings) {
        return footings.stream().map(it -> it.orElse(null)).toArray(Footing[]::new);
    }

    /// How long it takes to reach each node from there, in milliseconds.
    int[] reach(Vehicle vehicle, Footing from) {
        return net(vehicle).searches.reach(from);
    }

    BaseGraph graph() {
        return graph;
    }

    double millis(Vehicle vehicle, com.graphhopper.util.EdgeIteratorState edge) {
        return net(vehicle).speeds.millis(edge, false);
    }

    @Override
    public void close() {
        graph.close();
    }
}
