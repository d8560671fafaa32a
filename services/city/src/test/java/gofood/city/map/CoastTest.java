package gofood.city.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;

/// A map of 10 × 10 with its north at y 0. The land is on a coast's left: one that runs to the east
/// has it in the north.
class CoastTest {
    private static final Envelope FRAME = new Envelope(0, 10, 0, 10);

    /// Drawn counter-clockwise on the screen, so that its inside is land.
    private static final LineString ISLAND = World.line(4, 7, 4, 8, 5, 8, 5, 7, 4, 7);

    private static boolean isSea(List<LineString> coast, double x, double y) {
        var at = World.SHAPES.createPoint(new Coordinate(x, y));
        return Coast.sea(coast, FRAME).stream().anyMatch(sea -> sea.contains(at));
    }

    @Test
    void the_sea_is_on_the_right() {
        var coast = List.of(World.line(-1, 5, 5, 4, 11, 5));
        assertThat(isSea(coast, 5, 3)).isFalse();
        assertThat(isSea(coast, 5, 6)).isTrue();
        var reversed = List.of(coast.getFirst().reverse());
        assertThat(isSea(reversed, 5, 3)).isTrue();
        assertThat(isSea(reversed, 5, 6)).isFalse();
    }

    @Test
    void where_the_extract_ends_the_coast_goes_on_to_the_frame() {
        var coast = List.of(World.line(3, 5, 5, 4), World.line(5, 4, 7, 5));
        assertThat(isSea(coast, 1, 3)).isFalse();
        assertThat(isSea(coast, 1, 7)).isTrue();
        assertThat(isSea(coast, 9, 7)).isTrue();
    }

    @Test
    void an_island_is_land_and_a_ring_the_other_way_is_sea() {
        assertThat(isSea(List.of(ISLAND), 4.5, 7.5)).isFalse();
        assertThat(isSea(List.of(ISLAND), 1, 1)).isTrue();
        assertThat(isSea(List.of(ISLAND.reverse()), 4.5, 7.5)).isTrue();
        assertThat(isSea(List.of(ISLAND.reverse()), 1, 1)).isFalse();
    }

    @Test
    void a_piece_drawn_the_wrong_way_drowns_nothing() {
        var coast =
                List.of(World.line(-1, 5, 6, 5), World.line(7, 5, 6, 5), World.line(7, 5, 11, 5));
        assertThat(isSea(coast, 5, 3)).isFalse();
        assertThat(isSea(coast, 5, 6)).isTrue();
    }

    @Test
    void sea_and_land_leave_nothing_over() {
        var coast = new ArrayList<>(List.of(World.line(-1, 5, 5, 4, 11, 5), ISLAND));
        var sea = Coast.sea(coast, FRAME).stream().mapToDouble(part -> part.getArea());
        // below the coast 55, without the island
        assertThat(sea.sum()).isBetween(53.0, 55.0);
    }

    @Test
    void without_a_coast_there_is_no_sea() {
        assertThat(Coast.sea(List.of(), FRAME)).isEmpty();
    }
}
