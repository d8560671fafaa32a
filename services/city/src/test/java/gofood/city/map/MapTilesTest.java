package gofood.city.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Monaco.
class MapTilesTest {
    @TempDir static Path folder;

    private static MapTiles map;

    @BeforeAll
    static void open() {
        map = MapTiles.open(Monaco.extract(), folder);
    }

    private static DecodedTile around(int zoom, double lat, double lon) {
        return DecodedTile.of(map.tile(TileId.at(zoom, lat, lon)));
    }

    private static boolean isWater(double lat, double lon) {
        var tile = TileId.at(15, lat, lon);
        var box = tile.area(0);
        var x = (World.x(lon) - box.getMinX()) / box.getWidth() * TileCutter.EXTENT;
        var y = (World.y(lat) - box.getMinY()) / box.getHeight() * TileCutter.EXTENT;
        return DecodedTile.of(map.tile(tile)).covers("water", (int) x, (int) y);
    }

    @Test
    void a_tile_has_the_layers_that_its_zoom_shows() {
        assertThat(around(14, 43.7384, 7.4246).layers().keySet())
                .contains("water", "park", "building", "transportation", "boundary");
        assertThat(around(17, 43.7333, 7.4190).layers().keySet())
                .contains("building", "transportation_name", "housenumber");
        assertThat(around(10, 43.7384, 7.4246).layers().keySet())
                .contains("water", "transportation", "place")
                .doesNotContain("building", "housenumber");
    }

    @Test
    void streets_and_places_have_their_names() {
        assertThat(around(15, 43.7405, 7.4285).values("transportation_name", "name"))
                .contains("Boulevard des Moulins");
        assertThat(around(12, 43.7311, 7.4197).values("place", "name")).contains("Monaco");
        assertThat(around(14, 43.7384, 7.4246).values("transportation", "class"))
                .contains("primary", "secondary", "minor");
    }

    @Test
    void the_sea_is_water_and_the_land_is_not() {
        assertThat(isWater(43.7347, 7.4255)).as("Port Hercule").isTrue();
        assertThat(isWater(43.7290, 7.4205)).as("the harbour of Fontvieille").isTrue();
        assertThat(isWater(43.7300, 7.4400)).as("the open sea").isTrue();
        assertThat(isWater(43.6500, 7.5000)).as("the sea far beyond the extract").isTrue();
        assertThat(isWater(43.7392, 7.4273)).as("Place du Casino").isFalse();
        assertThat(isWater(43.7311, 7.4200)).as("the palace on its rock").isFalse();
        assertThat(isWater(43.7600, 7.4000)).as("the hills of France").isFalse();
    }

    @Test
    void a_race_track_is_no_street_and_tunnels_say_so() {
        var tile = around(14, 43.7384, 7.4246);
        assertThat(tile.values("transportation", "class")).doesNotContain("raceway");
        assertThat(tile.values("transportation", "brunnel")).contains("tunnel");
    }

    @Test
    void courtyards_are_holes_and_all_areas_are_valid() {
        var holes = 0;
        for (int x = -1; x <= 1; x++)
            for (int y = -1; y <= 1; y++) {
                var tile = DecodedTile.of(map.tile(new TileId(15, 17059 + x, 11947 + y)));
                for (var layer : tile.layers().values())
                    for (var thing : layer)
                        if (thing.type() == 3) assertThat(TileCutterTest.valid(thing)).isTrue();
                for (var house : tile.layer("building")) holes += house.parts().size() - 1;
            }
        assertThat(holes).isPositive();
    }

    @Test
    void tiles_stay_small() {
        for (int zoom = 10; zoom <= TileId.MAX_ZOOM; zoom++)
            assertThat(map.tile(TileId.at(zoom, 43.7384, 7.4246)).plain().length)
                    .isLessThan(100_000);
    }

    @Test
    void outside_of_the_map_tiles_are_empty() {
        assertThat(map.tile(TileId.at(14, 48.85, 2.35)).isEmpty()).isTrue();
        assertThat(map.tile(TileId.at(14, 43.7384, 7.4246)).isEmpty()).isFalse();
    }

    @Test
    void the_next_start_needs_no_extract_and_gives_the_same_tiles() {
        var again = MapTiles.open(Path.of("is-not-read.osm.pbf"), folder);
        var tile = TileId.at(14, 43.7384, 7.4246);
        assertThat(again.tile(tile).etag()).isEqualTo(map.tile(tile).etag());
    }

    @Test
    void a_second_reading_gives_the_same_tiles(@TempDir Path elsewhere) {
        var again = MapTiles.open(Monaco.extract(), elsewhere);
        var tile = TileId.at(15, 43.7384, 7.4246);
        assertThat(again.tile(tile).etag()).isEqualTo(map.tile(tile).etag());
    }

    @Test
    void a_damaged_map_is_made_anew(@TempDir Path elsewhere) throws IOException {
        var whole = Files.list(folder).toList().getFirst();
        var damaged = elsewhere.resolve(whole.getFileName());
        var bytes = Files.readAllBytes(whole);
        Files.write(damaged, Arrays.copyOf(bytes, bytes.length / 2));
        MapTiles.open(Monaco.extract(), elsewhere);
        assertThat(Files.size(damaged)).isEqualTo(bytes.length);
    }

    @Test
    void a_file_that_is_no_extract_is_refused_and_leaves_nothing(@TempDir Path elsewhere)
            throws IOException {
        var broken = Files.writeString(elsewhere.resolve("broken.osm.pbf"), "this is no map");
        var target = elsewhere.resolve("map");
        assertThatThrownBy(() -> MapTiles.open(broken, target))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken.osm.pbf")
                .hasMessageContaining("Download it again");
        assertThat(Files.list(target)).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_told(@TempDir Path elsewhere) throws IOException {
        var file = Files.writeString(elsewhere.resolve("file"), "not a folder");
        assertThatThrownBy(() -> MapTiles.open(Monaco.extract(), file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can't be kept");
    }
}
