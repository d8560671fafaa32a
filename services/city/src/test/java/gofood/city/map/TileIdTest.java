package gofood.city.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TileIdTest {
    @Test
    void a_point_lies_in_the_tile_that_all_web_maps_give_it() {
        assertThat(TileId.at(0, 43.7384, 7.4246)).isEqualTo(new TileId(0, 0, 0));
        assertThat(TileId.at(14, 43.7384, 7.4246)).isEqualTo(new TileId(14, 8529, 5974));
        assertThat(TileId.at(10, 51.5, -0.12)).isEqualTo(new TileId(10, 511, 340));
        assertThat(TileId.at(10, -33.87, 151.2)).isEqualTo(new TileId(10, 942, 614));
    }

    @Test
    void the_projection_goes_there_and_back() {
        for (var lat = -85.0; lat <= 85; lat += 8.5)
            assertThat(World.lat(World.y(lat))).isEqualTo(lat, within(1e-9));
        assertThat(World.lon(World.x(7.42))).isEqualTo(7.42, within(1e-9));
        assertThat(World.y(85.0511)).isEqualTo(0, within(1e-6));
        // half the way round the equator is 20,037.5 km
        assertThat(World.metres(20_037_508, 0.5)).isEqualTo(0.5, within(1e-6));
    }

    @Test
    void neighbours_meet_and_a_margin_overlaps() {
        var tile = new TileId(14, 8529, 5973);
        var east = new TileId(14, 8530, 5973);
        assertThat(tile.area(0).getMaxX()).isEqualTo(east.area(0).getMinX());
        assertThat(tile.area(0.1).getMaxX()).isGreaterThan(east.area(0).getMinX());
        assertThat(new TileId(0, 0, 0).area(0).getArea()).isEqualTo(1);
    }

    @Test
    void numbers_of_no_tile_are_none() {
        assertThat(TileId.of("17", "131071", "0")).isPresent();
        assertThat(TileId.of("18", "0", "0")).isEmpty();
        assertThat(TileId.of("3", "8", "0")).isEmpty();
        assertThat(TileId.of("3", "0", "8")).isEmpty();
        assertThat(TileId.of("3", "-1", "0")).isEmpty();
        assertThat(TileId.of("3", "1.5", "0")).isEmpty();
        assertThat(TileId.of("x", "0", "0")).isEmpty();
        assertThat(TileId.of("99999999999", "0", "0")).isEmpty();
        assertThat(TileId.of("3", "99999999999", "0")).isEmpty();
    }
}
