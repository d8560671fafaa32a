package gofood.city.roads;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// The streets of Monaco, compared with GraphHopper's own search on the same graph.
class RoadsTest {
    private static final int PAIRS = 150;

    @TempDir static Path folder;
    private static Roads roads;
    private static LocationIndex index;

    @BeforeAll
    static void open() throws IOException {
        try (var demo = RoadsTest.class.getResourceAsStream("/monaco-latest.osm.pbf")) {
            Files.copy(demo, folder.resolve("demo.osm.pbf"));
        }
        var built = Files.createDirectory(folder.resolve("roads"));
        RoadImport.build(folder.resolve("demo.osm.pbf"), built, 1, (_, _) -> {});
        roads = Roads.open(built, 1000);
        index = new LocationIndexTree(roads.graph(), new RAMDirectory()).prepareIndex();
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    private static List<Point> points(int count, int seed) {
        var dice = new Random(seed);
        return Stream.generate(() ->
                        new Point(
                                43.7275 + dice.nextDouble() * 0.02,
                                7.412 + dice.nextDouble() * 0.022))
                .limit(count)
                .toList();
    }

    private static TravelTimes matrix(Vehicle vehicle, List<Point> from, List<Point> to) {
        return roads.matrix(vehicle, roads.footings(vehicle, from), roads.footings(vehicle, to));
    }

    private static boolean isSnappedAlike(Vehicle vehicle, Point asked, Footing ours) {
        var theirs = snap(vehicle, asked);
        assertThat(theirs.getQueryDistance()).isCloseTo(ours.offMetres(), Offset.offset(0.5));
        return theirs.getClosestEdge().getEdge() == ours.edge()
                || ours.part() == 0 && theirs.getClosestNode() == ours.from()
                || ours.part() == 1 && theirs.getClosestNode() == ours.to();
    }

    private static Snap snap(Vehicle vehicle, Point at) {
        var speeds = new TravelTime(new Speeds(vehicle));
        return index.findClosest(
                at.lat(), at.lon(), new DefaultSnapFilter(speeds, Speeds.island(vehicle)));
    }

    /// Seconds and metres, or empty.
    private static Optional<double[]> graphHopper(Vehicle vehicle, Point from, Point to) {
        var speeds = new TravelTime(new Speeds(vehicle));
        var start = snap(vehicle, from);
        var end = snap(vehicle, to);
        var graph = QueryGraph.create(roads.graph(), start, end);
        var path =
                new Dijkstra(graph, graph.wrapWeighting(speeds), TraversalMode.NODE_BASED)
                        .calcPath(start.getClosestNode(), end.getClosestNode());
        return path.isFound()
                ? Optional.of(new double[] {path.getWeight(), path.getDistance()})
                : Optional.empty();
    }

    @ParameterizedTest
    @EnumSource
    void the_matrix_the_routes_and_graphhopper_agree(Vehicle vehicle) {
        var from = points(PAIRS, 1);
        var to = points(PAIRS, 2);
        var times = matrix(vehicle, from, to);
        var ties = 0;
        for (int i = 0; i < PAIRS; i++) {
            var start = roads.footing(vehicle, from.get(i));
            var end = roads.footing(vehicle, to.get(i));
            if (start.isEmpty() || end.isEmpty()) {
                assertThat(times.isReachable(i, i)).isFalse();
                continue;
            }
            var trip = roads.trip(vehicle, start.get(), end.get());
            // at a barrier two corners lie at one spot, and either is the nearest
            if (!isSnappedAlike(vehicle, from.get(i), start.get())
                    || !isSnappedAlike(vehicle, to.get(i), end.get())) {
                assertThat(++ties).isLessThan(PAIRS / 20);
                continue;
            }
            var theirs = graphHopper(vehicle, from.get(i), to.get(i));
            assertThat(times.isReachable(i, i)).isEqualTo(trip.isPresent());
            assertThat(theirs.isPresent()).isEqualTo(trip.isPresent());
            if (trip.isEmpty()) continue;
            assertThat(times.seconds(i, i)).isEqualTo(TravelTimes.seconds(trip.get().millis()));
            assertThat(times.metres(i, i)).isEqualTo(TravelTimes.metres(trip.get().decimetres()));
            // theirs begins and ends on the street
            var off = start.get().offMetres() + end.get().offMetres();
            var metres = trip.get().decimetres() / 10.0 - off;
            // rounding of each street's time to milliseconds
            assertThat(trip.get().millis() / 1000.0 - off / 1.3)
                    .isCloseTo(theirs.get()[0], Offset.offset(0.25));
            // ways of nearly the same time may differ in length
            assertThat(metres)
                    .isCloseTo(theirs.get()[1], Offset.offset(1 + 0.05 * theirs.get()[1]));
            assertThat(length(trip.get())).isCloseTo(metres, Offset.offset(3 + 0.005 * metres));
        }
    }

    /// Metres along the drawn line.
    static double length(Trip trip) {
        double length = 0;
        for (int i = 1; i < trip.line().size(); i++)
            length +=
                    DistanceCalcEarth.DIST_EARTH.calcDist(
                            trip.line().get(i - 1)[1],
                            trip.line().get(i - 1)[0],
                            trip.line().get(i)[1],
                            trip.line().get(i)[0]);
        return length;
    }

    @Test
    void one_way_streets_make_the_way_back_another_one() {
        var points = points(60, 3);
        var times = matrix(Vehicle.SCOOTER, points, points);
        var differing = 0;
        for (int i = 0; i < 60; i++)
            for (int j = 0; j < i; j++)
                if (times.isReachable(i, j)
                        && Math.abs(times.seconds(i, j) - times.seconds(j, i)) > 60) differing++;
        assertThat(differing).isGreaterThan(20);
    }

    @Test
    void who_is_already_there_needs_no_time_and_far_away_is_outside() {
        var here = new Point(43.7384, 7.4246);
        var paris = new Point(48.85, 2.35);
        var times = matrix(Vehicle.FOOT, List.of(here, paris), List.of(here));
        assertThat(times.seconds(0, 0)).isZero();
        assertThat(times.isReachable(1, 0)).isFalse();
        assertThat(roads.footing(Vehicle.FOOT, paris)).isEmpty();
        var footing = roads.footing(Vehicle.FOOT, here).orElseThrow();
        assertThat(roads.trip(Vehicle.FOOT, footing, footing).orElseThrow().line()).hasSize(2);
    }

    @Test
    void the_area_within_reach_holds_what_is_reached_and_little_else() {
        var kitchen = roads.footing(Vehicle.BICYCLE, new Point(43.7384, 7.4246)).orElseThrow();
        var minutes = Duration.ofMinutes(4);
        var area = ReachArea.around(roads, Vehicle.BICYCLE, kitchen, minutes);
        assertThat(area.isValid()).isTrue();
        var all = points(400, 4);
        var start = List.of(Optional.of(kitchen));
        var footings = roads.footings(Vehicle.BICYCLE, all);
        var times = roads.matrix(Vehicle.BICYCLE, start, footings);
        var wrong = 0;
        for (int i = 0; i < all.size(); i++) {
            if (footings.get(i).isEmpty()) continue;
            var on = footings.get(i).get();
            var drawn =
                    area.covers(
                            new GeometryFactory().createPoint(new Coordinate(on.lon(), on.lat())));
            var reached = times.isReachable(0, i) && times.seconds(0, i) <= minutes.toSeconds();
            if (reached) assertThat(drawn).as(all.get(i).toString()).isTrue();
            else if (drawn) wrong++;
        }
        assertThat(wrong).isLessThan(80);
        var smaller = ReachArea.around(roads, Vehicle.BICYCLE, kitchen, Duration.ofMinutes(2));
        assertThat(smaller.getArea()).isLessThan(area.getArea() * 0.7);
    }

    @Test
    void big_matrices_and_single_routes_are_quick() {
        var from = points(500, 5);
        var to = points(750, 6);
        for (int round = 0; round < 4; round++) {
            var start = System.nanoTime();
            matrix(Vehicle.BICYCLE, from.subList(0, 100), to.subList(0, 100));
            var small = Duration.ofNanos(System.nanoTime() - start);
            start = System.nanoTime();
            matrix(Vehicle.BICYCLE, from, to);
            var large = Duration.ofNanos(System.nanoTime() - start);
            start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                var a = roads.footing(Vehicle.BICYCLE, from.get(i));
                var b = roads.footing(Vehicle.BICYCLE, to.get(i));
                if (a.isPresent() && b.isPresent()) roads.trip(Vehicle.BICYCLE, a.get(), b.get());
            }
            var route = Duration.ofNanos((System.nanoTime() - start) / 100);
            // warm: 3 ms, 44 ms and 0.05 ms on two cores
            assertThat(small).isLessThan(Duration.ofMillis(500));
            assertThat(large).isLessThan(Duration.ofSeconds(1));
            assertThat(route).isLessThan(Duration.ofMillis(5));
        }
    }

    @Test
    void many_threads_get_the_same_answers() {
        var points = points(30, 7);
        var expected = matrix(Vehicle.CAR, points, points);
        IntStream.range(0, 64)
                .parallel()
                .forEach(_ -> {
                    var times = matrix(Vehicle.CAR, points, points);
                    for (int i = 0; i < 30; i++)
                        for (int j = 0; j < 30; j++)
                            assertThat(times.isReachable(i, j) ? times.seconds(i, j) : -1)
                                    .isEqualTo(
                                            expected.isReachable(i, j)
                                                    ? expected.seconds(i, j)
                                                    : -1);
                });
    }
}
