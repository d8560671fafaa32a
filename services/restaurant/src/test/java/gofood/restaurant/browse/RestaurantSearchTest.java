package gofood.restaurant.browse;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Point;
import gofood.platform.db.Db;
import gofood.restaurant.browse.RestaurantSearch.By;
import gofood.restaurant.browse.RestaurantSearch.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Restaurants are found batch by batch, whatever is asked for.
class RestaurantSearchTest {
    private static final Wish ANYTHING = new Wish(null, null, null);
    private static final Wish RARE = new Wish(null, "rare", null);
    private static final Wish ALL_WITH_A_CUISINE = new Wish(null, "x", null);
    private static Db db;

    private final RestaurantSearch search = new RestaurantSearch(Town.CONFIG);
    private final By ranked =
            new By.Rank(
                    Ranking.of(db.read(tx -> search.nearest(tx, Town.DOOR, 500)), List.of(), 60));

    @BeforeAll
    static void open() {
        db = Town.of(600, 100);
    }

    @AfterAll
    static void close() {
        db.close();
    }

    private List<Long> all(Wish wish, By by) {
        var ids = new ArrayList<Long>();
        Long next = 0L;
        while (next != null) {
            var after = next;
            var batch = db.read(tx -> search.find(tx, wish, by, after, 7));
            assertThat(batch.found()).hasSizeLessThanOrEqualTo(7);
            batch.found().forEach(it -> ids.add(it.restaurant().restaurantId()));
            next = batch.next();
        }
        return ids;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void a_ranking_is_gone_through_to_its_end() {
        assertThat(all(ANYTHING, ranked)).isEqualTo(upTo(500));
    }

    @Test
    void the_nearest_are_found_without_a_look_at_all() {
        var doors =
                List.of(
                        Town.DOOR,
                        new Point(43.77, 7.431),
                        new Point(48.85, 2.35),
                        new Point(-17, 179.9999),
                        new Point(-17, -179.9),
                        new Point(89.99, -170),
                        new Point(-90, 0));
        for (var door : doors) {
            var straight = new By.StraightLine(door);
            assertThat(all(ANYTHING, straight))
                    .hasSize(700)
                    .isEqualTo(all(ALL_WITH_A_CUISINE, straight));
        }
    }

    @Test
    void what_is_rare_is_found_however_far_behind() {
        assertThat(all(RARE, ranked)).containsExactly(100L, 200L, 300L, 400L, 500L);
    }
}
