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
             WHERE true%s
             ORDER BY key LIMIT ?
            """;

    /// Of a ranking, so many times what is asked for is looked through for what passes a filter. If
    /// one in ten does, once is enough.
    private static final int SIFTED = 10;

    private static final String METRES =
            """
            round(2 * 6371000 * asin(least(1, sqrt(
                power(sin(radians(restaurant.lat - asked.lat) / 2), 2)
                + cos(radians(asked.lat)) * cos(radians(restaurant.lat))
                * power(sin(radians(restaurant.lon - asked.lon) / 2), 2)))))::bigint
            """;

    /// Where a restaurant stands in a list in a straight line.
    private static final String KEY =
            "(%d::bigint << %d) + (METRES << %d) + restaurant_id"
                    .formatted(Ranking.STRAIGHT, Ranking.TIER_BIT, Ranking.MEASURE_BIT)
                    .replace("METRES", METRES);

    private static final String IN_STRAIGHT_LINE =
            """
            WITH asked AS (SELECT ?::float8 AS lat, ?::float8 AS lon),
            found AS (SELECT restaurant.*, KEY AS key FROM restaurant, asked WHERE true%s)
            SELECT * FROM found WHERE key > ? ORDER BY key LIMIT ?
            """
                    .replace("KEY", KEY);

    /// How far so many degrees of latitude reach to the east; all around with a pole or the date
    /// line in between.
    private static final String WIDE =
            """
            CASE WHEN abs(lat) + high < 90 AND abs(lon) + EAST < 180 THEN EAST ELSE 360 END
            """
                    .replace(
                            "EAST",
                            "degrees(asin(least(1, sin(radians(high)) / cos(radians(lat)))))");

    /// Like [#IN_STRAIGHT_LINE] without a filter, and only the columns that are asked for (`%s`).
    /// The index knows degrees, and a degree of longitude is shorter than one of latitude: the
    /// nearest in degrees say how many metres suffice, and of all within those the nearest count.
    private static final String NEAREST =
            """
            WITH asked AS (
                 SELECT ?::float8 AS lat, ?::float8 AS lon, ?::bigint AS after, ?::int AS most),
            enough AS MATERIALIZED (
                 SELECT degrees((max(METRES) + 1) / 6371000::float8) AS high
                   FROM asked, LATERAL (
                        SELECT lat, lon FROM restaurant
                         WHERE asked.after = 0 OR KEY > asked.after
                         ORDER BY point(lon, lat) <-> point(asked.lon, asked.lat)
                         LIMIT asked.most) AS restaurant),
            around AS MATERIALIZED (SELECT asked.*, high, WIDE AS wide FROM asked, enough)
            SELECT %s, KEY AS key
              FROM around AS asked, restaurant
             WHERE point(restaurant.lon, restaurant.lat)
                   <@ box(point(asked.lon - wide, asked.lat - high),
                          point(asked.lon + wide, asked.lat + high))
               AND (asked.after = 0 OR KEY > asked.after)
             ORDER BY key LIMIT (SELECT most FROM asked)
            """
                    .replace("KEY", KEY)
                    .replace("METRES", METRES)
                    .replace("WIDE", WIDE);

    private static final String NEAREST_RESTAURANTS = NEAREST.formatted("restaurant.*");
    private static final String NEAREST_PLACES =
            NEAREST.formatted(
                    """
                    restaurant_id, restaurant.lat, restaurant.lon, rating_sum, rating_count,
                    METRES AS metres
                    """
                            .replace("METRES", METRES));

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

    /// @param next the key after which to look further; null when nothing is left
    record Batch(List<Found> found, @Nullable Long next) {
        private static Batch of(List<Found> found, int most, @Nullable Long nextOfFewer) {
            var next = found.size() < most ? nextOfFewer : (Long) found.getLast().key;
            return new Batch(found, next);
        }
    }

    private record Filter(String sql, List<Object> arguments) {}

    /// @param most at once; something can be left even after fewer
    Batch find(Tx tx, Wish wish, By by, long after, int most) {
        var filter = filter(wish);
        return switch (by) {
            case By.Age() -> {
                var found = list(tx, OLDEST, List.of(), filter, after, most);
                yield Batch.of(found, most, null);
            }
            case By.Rank(var ranking) -> ranked(tx, ranking, filter, after, most);
            case By.StraightLine(var from) -> {
                var sql = filter.sql.isEmpty() ? NEAREST_RESTAURANTS : IN_STRAIGHT_LINE;
                var found = list(tx, sql, List.of(from.lat(), from.lon()), filter, after, most);
                yield Batch.of(found, most, null);
            }
        };
    }

    /// Only rows that may be on the page are looked at, however many are ranked.
    private Batch ranked(Tx tx, Ranking ranking, Filter filter, long after, int most) {
        var size = filter.sql.isEmpty() ? most : most * SIFTED;
        var part = ranking.after(after, size);
        var found = list(tx, RANKED, List.of(part.ids(), part.keys()), filter, most);
        return Batch.of(found, most, part.size() < size ? null : (Long) part.lastKey());
    }

    private static List<Found> list(
            Tx tx, String sql, List<?> before, Filter filter, Object... after) {
        var arguments = new ArrayList<Object>(before);
        arguments.addAll(filter.arguments);
        arguments.addAll(List.of(after));
        return tx.list(
                sql.formatted(filter.sql),
                row -> new Found(Restaurants.read(row), row.number("key")),
                arguments.toArray());
    }

    private Filter filter(Wish wish) {
        var sql = new StringBuilder();
        var arguments = new ArrayList<Object>();
        if (wish.words != null) {
            sql.append(
                    " AND restaurant_id IN (SELECT restaurant_id FROM restaurant_words"
                            + " WHERE words @@ ?::tsquery)");
            arguments.add(wish.words);
        }
        if (wish.cuisine != null) {
            sql.append(" AND cuisines @> ARRAY[?::text]");
            arguments.add(wish.cuisine);
        }
        if (wish.stars != null) {
            // rounded as it is shown
            sql.append(
                    " AND rating_count >= ?"
                            + " AND round(rating_sum::numeric / nullif(rating_count, 0), 1) >= ?");
            arguments.addAll(List.of(config.ratingsShown(), wish.stars));
        }
        return new Filter(sql.toString(), arguments);
    }

    /// Those that stand nearest to a point, in a straight line.
    List<Near> nearest(Tx tx, Point to, int most) {
        return tx.list(
                NEAREST_PLACES,
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
                0L,
                most);
    }
}
