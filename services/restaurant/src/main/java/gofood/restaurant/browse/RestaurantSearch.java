package gofood.restaurant.browse;

import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.Point;
import gofood.platform.db.Tx;
import gofood.restaurant.RestaurantConfig;
import gofood.restaurant.browse.Ranking.Near;
import gofood.restaurant.menu.Restaurant;
import gofood.restaurant.menu.Restaurants;
import gofood.restaurant.menu.StarSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds stored restaurants, in the order that is asked for.
public final class RestaurantSearch {
    /// Each list leaves room (`%s`) for the filters that are asked for.
    private static final String OLDEST =
            """
            SELECT *, restaurant_id AS key
              FROM restaurant WHERE true%s AND restaurant_id > ?
             ORDER BY restaurant_id LIMIT ?
            """;

    private static final String RANKED =
            """
            WITH ranked AS (
                 SELECT * FROM unnest(?::bigint[], ?::bigint[]) AS it (restaurant_id, key))
            SELECT restaurant.*, key FROM ranked JOIN restaurant USING (restaurant_id)
             WHERE true%s AND key > ?
             ORDER BY key LIMIT ?
            """;

    private static final String METRES =
            """
            round(2 * 6371000 * asin(least(1, sqrt(
                power(sin(radians(restaurant.lat - asked.lat) / 2), 2)
                + cos(radians(asked.lat)) * cos(radians(restaurant.lat))
                * power(sin(radians(restaurant.lon - asked.lon) / 2), 2)))))::bigint
            """;

    private static final String IN_STRAIGHT_LINE =
            """
            WITH asked AS (SELECT ?::float8 AS lat, ?::float8 AS lon),
            found AS (
                 SELECT restaurant.*,
                        (%d::bigint << %d) + (METRES << %d) + restaurant_id AS key
                   FROM restaurant, asked WHERE true%%s)
            SELECT * FROM found WHERE key > ? ORDER BY key LIMIT ?
            """
                    .formatted(Ranking.STRAIGHT, Ranking.TIER_BIT, Ranking.MEASURE_BIT)
                    .replace("METRES", METRES);

    /// The index knows degrees, and a degree of longitude is shorter than one of latitude: the
    /// nearest in degrees say how many metres suffice, and of all within those the nearest count.
    /// It does not look across the date line.
    private static final String NEAREST =
            """
            WITH asked AS (SELECT ?::float8 AS lat, ?::float8 AS lon, ?::int AS most),
            enough AS MATERIALIZED (
                 SELECT degrees((max(METRES) + 1) / 6371000::float8) AS high,
                        degrees((max(METRES) + 1) / 6371000::float8)
                            / cos(radians(asked.lat)) AS wide
                   FROM asked, LATERAL (
                        SELECT lat, lon FROM restaurant
                         ORDER BY point(lon, lat) <-> point(asked.lon, asked.lat)
                         LIMIT asked.most) AS restaurant
                  GROUP BY asked.lat)
            SELECT restaurant_id, restaurant.lat, restaurant.lon, rating_sum, rating_count,
                   METRES AS metres
              FROM asked, enough, restaurant
             WHERE point(restaurant.lon, restaurant.lat)
                   <@ box(point(asked.lon - wide, asked.lat - high),
                          point(asked.lon + wide, asked.lat + high))
             ORDER BY metres, restaurant_id LIMIT (SELECT most FROM asked)
            """
                    .replace("METRES", METRES);

    private final RestaurantConfig config;

    public RestaurantSearch(RestaurantConfig config) {
        this.config = config;
    }

    /// What is looked for; null for anything.
    ///
    /// @param stars the least average that is shown
    record Wish(@Nullable String words, @Nullable String cuisine, @Nullable BigDecimal stars) {}

    /// In which order.
    sealed interface By {
        record Age() implements By {}

        record Rank(Ranking ranking) implements By {}

        record StraightLine(Point from) implements By {}
    }

    /// @param key where it stands in the order that was asked for
    record Found(Restaurant restaurant, long key) {}

    List<Found> find(Tx tx, Wish wish, By by, long after, int most) {
        var filters = new StringBuilder();
        var arguments = new ArrayList<Object>();
        if (wish.words != null) {
            filters.append(
                    " AND restaurant_id IN (SELECT restaurant_id FROM restaurant_words"
                            + " WHERE words @@ ?::tsquery)");
            arguments.add(wish.words);
        }
        if (wish.cuisine != null) {
            filters.append(" AND cuisines @> ARRAY[?::text]");
            arguments.add(wish.cuisine);
        }
        if (wish.stars != null) {
            // rounded as it is shown
            filters.append(
                    " AND rating_count >= ?"
                            + " AND round(rating_sum::numeric / nullif(rating_count, 0), 1) >= ?");
            arguments.addAll(List.of(config.ratingsShown(), wish.stars));
        }
        arguments.addAll(List.of(after, most));
        var list =
                switch (by) {
                    case By.Age() -> OLDEST;
                    case By.Rank(var ranking) -> {
                        arguments.addAll(0, List.of(ranking.ids(), ranking.keys()));
                        yield RANKED;
                    }
                    case By.StraightLine(var from) -> {
                        arguments.addAll(0, List.of(from.lat(), from.lon()));
                        yield IN_STRAIGHT_LINE;
                    }
                };
        return tx.list(
                list.formatted(filters),
                row -> new Found(Restaurants.read(row), row.number("key")),
                arguments.toArray());
    }

    /// Those that stand nearest to a point, in a straight line.
    List<Near> nearest(Tx tx, Point to, int most) {
        return tx.list(
                NEAREST,
                row ->
                        new Near(
                                new Kitchen(
                                        row.number("restaurant_id"),
                                        row.decimal("lat"),
                                        row.decimal("lon")),
                                row.number("metres"),
                                StarSum.read(row).shown(config.ratingsShown())),
                to.lat(),
                to.lon(),
                most);
    }
}
