package gofood.city.roads;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.routing.subnetwork.PrepareRoutingSubnetworks;
import com.graphhopper.routing.subnetwork.PrepareRoutingSubnetworks.PrepareJob;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.storage.DAType;
import com.graphhopper.storage.GHDirectory;
import com.graphhopper.storage.RoutingCHGraphImpl;
import com.graphhopper.util.PMap;
import gofood.contracts.Vehicle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// Makes the files that [Roads] opens: the graph, and one hierarchy for each vehicle.
public final class RoadImport {
    /// Raise it when the same extract would give other files.
    public static final int VERSION = 2;

    /// A piece of net of fewer edges is a car park, a yard behind steps or a mistake in the map, or
    /// else a small island: nothing snaps to it.
    private static final int LEAST_EDGES = 100;

    private RoadImport() {}

    /// Hears how far the work is.
    public interface Progress {
        void at(String what, double part);
    }

    /// @param pieces about how many pieces of streets there are, for the progress only
    /// @throws IllegalStateException with a sentence for people, where no street is
    public static void build(Path extract, Path folder, long pieces, Progress progress) {
        var files = new GHDirectory(folder.toString(), DAType.MMAP);
        files.create();
        var graph = new BaseGraph.Builder(Speeds.STORED).setDir(files).create();
        try {
            read(extract, graph, pieces, progress);
            if (graph.getNodes() == 0)
                throw new IllegalStateException(
                        "The map file has no street that anybody may use. Use an extract of a"
                                + " city.");
            graph.freeze();
            markIslands(graph);
            for (var vehicle : Vehicle.values()) {
                progress.at("ordering the streets for " + Speeds.name(vehicle), 0);
                contracted(graph, vehicle).write(Hierarchy.file(folder, vehicle));
            }
            graph.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            graph.close();
        }
    }

    private static void read(Path extract, BaseGraph graph, long pieces, Progress progress)
            throws IOException {
        var seen = new AtomicLong();
        var parsers =
                Speeds.parsers(() ->
                        progress.at(
                                "joining the streets",
                                seen.incrementAndGet() / (double) Math.max(1, pieces)));
        new Streets(graph, parsers).setFile(extract.toFile()).readGraph();
    }

    /// Nobody delivers by ferry.
    private static final class Streets extends OSMReader {
        Streets(BaseGraph graph, OSMParsers parsers) {
            super(graph, parsers, new OSMReaderConfig().setWorkerThreads(1));
        }

        @Override
        protected boolean acceptWay(ReaderWay way) {
            return way.hasTag("highway") && super.acceptWay(way);
        }
    }

    private static void markIslands(BaseGraph graph) {
        var jobs =
                Arrays.stream(Vehicle.values())
                        .map(vehicle ->
                                new PrepareJob(
                                        Speeds.island(vehicle),
                                        new TravelTime(new Speeds(vehicle))))
                        .toList();
        new PrepareRoutingSubnetworks(graph, jobs).setMinNetworkSize(LEAST_EDGES).doWork();
    }

    private static Hierarchy contracted(BaseGraph graph, Vehicle vehicle) {
        var speeds = new Speeds(vehicle);
        var config = CHConfig.nodeBased(Speeds.name(vehicle), new TravelTime(speeds));
        var preparation = PrepareContractionHierarchies.fromGraph(graph, config);
        preparation.setParams(new PMap());
        var shortcuts = preparation.doWork().getCHStorage();
        var hierarchy =
                Hierarchy.of(RoutingCHGraphImpl.fromGraph(graph, shortcuts, config), speeds);
        // it is copied now, and its files are as large as the hierarchy
        graph.getDirectory().remove("nodes_ch_" + config.getName());
        graph.getDirectory().remove("shortcuts_" + config.getName());
        return hierarchy;
    }
}
