package gofood.city.roads;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A drawn town: a grid of streets, a street in a ring that hangs on it by one corner, an island in
/// the west that has streets of its own, and smaller ones with a single lane.
class TownRoadsTest {
    private static final double METRE = 1 / 111_195.0;

    @TempDir static Path folder;
    private static Roads roads;

    private static final class Drawing {
        private final StringBuilder nodes = new StringBuilder();
        private final StringBuilder ways = new StringBuilder();
        private int count;

        int node(double north, double east) {
            var at = at(north, east);
            nodes.append(
                    "<node id=\"%d\" lat=\"%s\" lon=\"%s\"/>\n"
                            .formatted(++count, at.lat(), at.lon()));
            return count;
        }

        void street(List<Integer> its) {
            ways.append("<way id=\"%d\">".formatted(++count));
            for (var node : its) ways.append("<nd ref=\"%d\"/>".formatted(node));
            ways.append("<tag k=\"highway\" v=\"residential\"/></way>\n");
        }

        /// @return its north-eastern corner
        int grid(double north, double east, int size) {
            var corners = new int[size][size];
            for (int i = 0; i < size; i++)
                for (int j = 0; j < size; j++) corners[i][j] = node(north + i * 60, east + j * 60);
            for (int i = 0; i < size; i++) {
                var row = new ArrayList<Integer>();
                var column = new ArrayList<Integer>();
                for (int j = 0; j < size; j++) {
                    row.add(corners[i][j]);
                    column.add(corners[j][i]);
                }
                street(row);
                street(column);
            }
            return corners[size - 1][size - 1];
        }
    }

    private static Point at(double north, double east) {
        return new Point(50 + north * METRE, 10 + east * METRE / Math.cos(Math.toRadians(50)));
    }

    private static Point onRing(int degrees) {
        var angle = Math.toRadians(degrees);
        return at(400 - 100 * Math.cos(angle), 300 + 100 * Math.sin(angle));
    }

    @BeforeAll
    static void open() throws IOException {
        var drawing = new Drawing();
        var ring = new ArrayList<Integer>();
        ring.add(drawing.grid(-180, -180, 9));
        for (int degrees = 15; degrees < 360; degrees += 15) {
            var angle = Math.toRadians(degrees);
            ring.add(drawing.node(400 - 100 * Math.cos(angle), 300 + 100 * Math.sin(angle)));
        }
        ring.add(ring.getFirst());
        drawing.street(ring);
        drawing.grid(100, -1200, 8);
        drawing.street(List.of(drawing.node(200, -340), drawing.node(260, -340)));
        drawing.street(List.of(drawing.node(500, -400), drawing.node(560, -400)));
        var file =
                Files.writeString(
                        folder.resolve("town.osm"),
                        "<?xml version=\"1.0\"?><osm version=\"0.6\">"
                                + drawing.nodes
                                + drawing.ways
                                + "</osm>");
        var built = Files.createDirectory(folder.resolve("roads"));
        RoadImport.build(file, built, 1, (_, _) -> {});
        roads = Roads.open(built, 1000);
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    private static Trip trip(Point from, Point to) {
        return roads.trip(
                        Vehicle.BICYCLE,
                        roads.footing(Vehicle.BICYCLE, from).orElseThrow(),
                        roads.footing(Vehicle.BICYCLE, to).orElseThrow())
                .orElseThrow();
    }

    @Test
    void what_is_drawn_is_as_long_as_what_is_said_around_a_ring_too() {
        for (int from = 0; from < 360; from += 20)
            for (int to = 10; to < 360; to += 20) {
                var trip = trip(onRing(from), onRing(to));
                var metres = trip.decimetres() / 10.0;
                assertThat(RoadsTest.length(trip))
                        .as(from + " to " + to)
                        .isCloseTo(metres, Offset.offset(3.0));
                assertThat(metres).isLessThan(320);
            }
    }

    @Test
    void the_way_off_the_street_is_walked_at_both_ends() {
        var onStreet = trip(at(-180, 30), at(-180, 270));
        var off = trip(at(-245, 30), at(-310, 270));
        assertThat(off.decimetres() - onStreet.decimetres()).isBetween(1940, 1960);
        assertThat(off.millis() - onStreet.millis()).isBetween(149_000, 151_000);
        assertThat(trip(at(-245, 30), at(-245, 30)).millis()).isZero();
    }

    @Test
    void a_door_on_an_island_is_not_on_the_mainland() {
        var mainland = roads.footing(Vehicle.FOOT, at(0, 0)).orElseThrow();
        var island = roads.footing(Vehicle.FOOT, at(110, -1190)).orElseThrow();
        assertThat(roads.trip(Vehicle.FOOT, mainland, island)).isEmpty();
        // beside a street that leads nowhere, and far from all
        for (var alone : List.of(at(230, -340), at(530, -390), at(300, -435))) {
            assertThat(roads.footing(Vehicle.FOOT, alone)).as(alone.toString()).isEmpty();
            assertThat(roads.isOutside(alone)).isFalse();
        }
        assertThat(roads.isOutside(at(-1200, 0))).isTrue();
    }
}
