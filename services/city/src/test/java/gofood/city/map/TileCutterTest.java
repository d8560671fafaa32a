package gofood.city.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class TileCutterTest {
    private static final TileId TILE = new TileId(14, 8529, 5973);
    private static final Meaning WOOD = new Meaning(Layer.LANDCOVER, 0, 0, Map.of("class", "wood"));
    private static final Meaning STREET =
            new Meaning(Layer.TRANSPORTATION, 0, 0, Map.of("class", "minor"));

    /// @param xy in units of the tile
    private static double[] inTile(double... xy) {
        var box = TILE.area(0);
        for (int i = 0; i < xy.length; i++)
            xy[i] =
                    (i % 2 == 0 ? box.getMinX() : box.getMinY())
                            + xy[i] * box.getWidth() / TileCutter.EXTENT;
        return xy;
    }

    private static Polygon area(double... xy) {
        return World.SHAPES.createPolygon(World.line(inTile(xy)).getCoordinateSequence());
    }

    private static DecodedTile cut(TileId tile, Meaning meaning, Geometry... shapes) {
        var features = Arrays.stream(shapes).map(s -> new Feature(meaning, s)).toList();
        return DecodedTile.of(Tile.of(TileCutter.cut(tile, features)));
    }

    /// A star with rays like needles, which simplifying would fold over each other.
    private static Polygon star(Random random) {
        var xy = new double[2 * 201];
        for (int i = 0; i < 200; i++) {
            var reach =
                    i % 2 == 0 ? 20 + random.nextDouble() * 100 : 1000 + 2500 * random.nextDouble();
            xy[2 * i] = 2000 + reach * Math.cos(i * Math.PI / 100);
            xy[2 * i + 1] = 2000 + reach * Math.sin(i * Math.PI / 100);
        }
        xy[400] = xy[0];
        xy[401] = xy[1];
        return area(xy);
    }

    @Test
    void simplified_areas_stay_valid_and_turn_the_right_way() {
        var random = new Random(7);
        for (int round = 0; round < 10; round++) {
            var star = star(random);
            for (int zoom = 8; zoom <= 14; zoom++) {
                var tile = new TileId(zoom, TILE.x() >> (14 - zoom), TILE.y() >> (14 - zoom));
                for (var thing : cut(tile, WOOD, star).layer("landcover"))
                    assertThat(valid(thing))
                            .as(
                                    "zoom "
                                            + zoom
                                            + " "
                                            + thing.parts().stream()
                                                    .map(java.util.Arrays::toString)
                                                    .toList())
                            .isTrue();
            }
        }
    }

    /// The first ring is the outer one, and all others are holes in it.
    static boolean valid(DecodedTile.Thing thing) {
        var shell = ring(thing.parts().getFirst());
        var holes = thing.parts().stream().skip(1).map(TileCutterTest::ring).toList();
        // the specification's positive area is this library's negative one
        var turns = Area.ofRingSigned(shell) < 0;
        for (var hole : holes) turns &= Area.ofRingSigned(hole) > 0;
        var rings = holes.stream().map(World.SHAPES::createLinearRing);
        var polygon =
                World.SHAPES.createPolygon(
                        World.SHAPES.createLinearRing(shell), rings.toArray(LinearRing[]::new));
        return turns && polygon.isValid();
    }

    private static Coordinate[] ring(int[] xy) {
        var ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < ring.length; i++)
            ring[i] = new Coordinate(xy[2 * i % xy.length], xy[(2 * i + 1) % xy.length]);
        return ring;
    }

    @Test
    void holes_stay_holes() {
        var wood = area(100, 100, 3000, 100, 3000, 3000, 100, 3000, 100, 100);
        var glade = area(1000, 1000, 2000, 1000, 2000, 2000, 1000, 2000, 1000, 1000);
        var tile = cut(TILE, WOOD, wood.difference(glade));
        assertThat(tile.covers("landcover", 500, 500)).isTrue();
        assertThat(tile.covers("landcover", 1500, 1500)).isFalse();
        assertThat(tile.layer("landcover").getFirst().parts()).hasSize(2);
    }

    @Test
    void neighbours_that_mean_the_same_become_one() {
        var west = area(0, 0, 1000, 0, 1000, 1000, 0, 1000, 0, 0);
        var east = area(1000, 0, 2000, 0, 2000, 1000, 1000, 1000, 1000, 0);
        assertThat(cut(TILE, WOOD, west, east).layer("landcover")).hasSize(1);
        var first = World.line(inTile(0, 0, 1000, 10));
        var second = World.line(inTile(1000, 10, 2000, 500));
        var streets = cut(TILE, STREET, first, second).layer("transportation");
        assertThat(streets).hasSize(1);
        assertThat(streets.getFirst().parts().getFirst())
                .containsExactly(0, 0, 1000, 10, 2000, 500);
    }

    @Test
    void what_reaches_over_the_edge_ends_a_little_beyond_it() {
        var streets = cut(TILE, STREET, World.line(inTile(2000, 2000, 90_000, 2000)));
        assertThat(streets.layer("transportation").getFirst().parts().getFirst())
                .containsExactly(2000, 2000, 4224, 2000);
    }

    @Test
    void what_is_too_small_to_see_is_left_out() {
        assertThat(cut(TILE, WOOD, area(0, 0, 9, 0, 9, 9, 0, 9, 0, 0)).layers()).isEmpty();
        assertThat(cut(TILE, WOOD).layers()).isEqualTo(Map.<String, List<DecodedTile.Thing>>of());
    }
}
