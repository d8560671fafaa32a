package gofood.bench.evening;

import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.osm.OSMInputFile;
import gofood.city.roads.RoadImport;
import gofood.city.roads.Roads;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// The demo city: real kitchens, real doors, and the ways between them along real streets.
final class EveningStreets {
    private static final Set<String> EATING =
            Set.of("restaurant", "fast_food", "cafe", "pub", "bar", "ice_cream");
    private static final List<Vehicle> RIDDEN = List.of(Vehicle.BICYCLE, Vehicle.SCOOTER);
    private static final int OUTSIDE_METRES = 200;
    private static final int KITCHENS = 60;
    private static final int DOORS = 120;

    final List<Point> kitchens;
    final List<Point> doors;
    private final List<Point> places = new ArrayList<>();
    private final Map<Point, Integer> numbers = new HashMap<>();
    private final Map<Vehicle, int[][]> seconds = new EnumMap<>(Vehicle.class);
    private final Map<Vehicle, int[][]> metres = new EnumMap<>(Vehicle.class);

    private EveningStreets(List<Point> kitchens, List<Point> doors) {
        this.kitchens = kitchens;
        this.doors = doors;
        places.addAll(kitchens);
        places.addAll(doors);
        for (int i = 0; i < places.size(); i++) numbers.put(places.get(i), i);
    }

    int seconds(Vehicle vehicle, Point from, Point to) {
        return table(seconds, vehicle)[number(from)][number(to)];
    }

    int metres(Vehicle vehicle, Point from, Point to) {
        return table(metres, vehicle)[number(from)][number(to)];
    }

    boolean knows(Point point) {
        return numbers.containsKey(point);
    }

    private int number(Point point) {
        var number = numbers.get(point);
        if (number == null) throw new IllegalArgumentException("not a place: " + point);
        return number;
    }

    private static int[][] table(Map<Vehicle, int[][]> tables, Vehicle vehicle) {
        var table = tables.get(vehicle);
        if (table == null) throw new IllegalArgumentException("nobody rides a " + vehicle);
        return table;
    }

    static EveningStreets ofDemoCity() {
        try {
            var folder = Files.createTempDirectory("gofood-bench");
            var extract = folder.resolve("city.osm.pbf");
            try (var in = EveningStreets.class.getResourceAsStream("/monaco-latest.osm.pbf")) {
                if (in == null) throw new IllegalStateException("the demo city isn't packed");
                Files.copy(in, extract);
                return of(extract, folder.resolve("graph"));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private static EveningStreets of(Path extract, Path graph) throws IOException {
        var kitchens = new ArrayList<Point>();
        var doors = new ArrayList<Point>();
        read(extract, kitchens, doors);
        var dice = new Random(1);
        Collections.shuffle(kitchens, dice);
        Collections.shuffle(doors, dice);
        RoadImport.build(extract, Files.createDirectory(graph), 1, (what, part) -> {});
        try (var roads = Roads.open(graph, OUTSIDE_METRES)) {
            var all = new ArrayList<>(kitchens);
            all.addAll(doors);
            var lost = new HashSet<Point>();
            for (var vehicle : RIDDEN) lost.addAll(unreachable(roads, vehicle, all));
            kitchens.removeAll(lost);
            doors.removeAll(lost);
            var streets = new EveningStreets(first(KITCHENS, kitchens), first(DOORS, doors));
            for (var vehicle : RIDDEN) streets.fill(roads, vehicle);
            return streets;
        }
    }

    private static List<Point> first(int most, List<Point> points) {
        return List.copyOf(points.subList(0, Math.min(most, points.size())));
    }

    private static void read(Path extract, List<Point> kitchens, List<Point> doors)
            throws IOException {
        try (var in = new OSMInputFile(extract.toFile()).setWorkerThreads(1).open()) {
            for (var e = in.getNext(); e != null; e = in.getNext()) {
                if (!(e instanceof ReaderNode node)) continue;
                var at = new Point(node.getLat(), node.getLon());
                if (EATING.contains(node.getTag("amenity", ""))) kitchens.add(at);
                else if (node.hasTag("addr:housenumber")) doors.add(at);
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("can't read the demo city", e);
        }
    }

    /// Those that have no way to or from half of the others: a roof, a pier, the neighbour's hill.
    private static Set<Point> unreachable(Roads roads, Vehicle vehicle, List<Point> all) {
        var feet = roads.footings(vehicle, all);
        var times = roads.matrix(vehicle, feet, feet);
        var lost = new HashSet<Point>();
        for (int i = 0; i < all.size(); i++) {
            int from = 0;
            int to = 0;
            for (int j = 0; j < all.size(); j++) {
                if (times.isReachable(i, j)) from++;
                if (times.isReachable(j, i)) to++;
            }
            if (2 * from < all.size() || 2 * to < all.size()) lost.add(all.get(i));
        }
        return lost;
    }

    private void fill(Roads roads, Vehicle vehicle) {
        int n = places.size();
        var feet = roads.footings(vehicle, places);
        var times = roads.matrix(vehicle, feet, feet);
        var time = new int[n][n];
        var way = new int[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                if (!times.isReachable(i, j))
                    throw new IllegalStateException(
                            "no way from %s to %s".formatted(places.get(i), places.get(j)));
                time[i][j] = times.seconds(i, j);
                way[i][j] = times.metres(i, j);
            }
        seconds.put(vehicle, time);
        metres.put(vehicle, way);
    }
}
