package gofood.city.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;

class RingsTest {
    private static final LineString SQUARE = square(0, 0, 10);

    private static LineString square(double x, double y, double side) {
        return World.line(x, y, x + side, y, x + side, y + side, x, y + side, x, y);
    }

    private static double size(LineString... lines) {
        var area = Rings.area(List.of(lines));
        assertThat(area.isValid()).isTrue();
        return area.getArea();
    }

    @Test
    void pieces_in_any_order_and_direction_make_one_area() {
        var west = World.line(0, 0, 0, 10);
        var rest = World.line(0, 0, 10, 0, 10, 10);
        var south = World.line(0, 10, 10, 10);
        assertThat(size(rest, west, south)).isEqualTo(100);
        assertThat(size(south.reverse(), west, rest.reverse())).isEqualTo(100);
    }

    @Test
    void rings_within_are_holes_and_rings_within_those_are_islands() {
        assertThat(size(SQUARE, square(2, 2, 6))).isEqualTo(100 - 36);
        assertThat(size(square(4, 4, 2), SQUARE, square(2, 2, 6))).isEqualTo(100 - 36 + 4);
    }

    @Test
    void areas_that_share_a_line_become_one() {
        var area = Rings.area(List.of(SQUARE, square(10, 0, 10)));
        assertThat(area.getArea()).isEqualTo(200);
        assertThat(area.getNumGeometries()).isEqualTo(1);
    }

    @Test
    void rings_that_touch_in_a_point_stay_two() {
        assertThat(Rings.area(List.of(SQUARE, square(10, 10, 5))).getNumGeometries()).isEqualTo(2);
    }

    @Test
    void lines_that_enclose_nothing_are_no_area() {
        assertThat(Rings.area(List.of(World.line(0, 0, 5, 5, 9, 0))).isEmpty()).isTrue();
        // where an extract ends, what is left closed still counts
        assertThat(size(World.line(20, 0, 30, 5), SQUARE)).isEqualTo(100);
    }
}
