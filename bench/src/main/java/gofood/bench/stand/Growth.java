package gofood.bench.stand;

import java.sql.SQLException;

/// Makes a small town a large one, with copies of its rows made by SQL.
public final class Growth {
    private static final int DISHES = 5;

    private final Cluster cluster;

    public Growth(Cluster cluster) {
        this.cluster = cluster;
    }

    /// Copies of the first restaurant with some of its dishes, anywhere in the city.
    public void toRestaurants(long most) throws SQLException {
        var missing = most - cluster.number("restaurant", "SELECT count(*) FROM restaurant");
        cluster.run(
                "restaurant",
                """
                CREATE TEMP TABLE copied AS
                WITH original AS (SELECT * FROM restaurant ORDER BY restaurant_id LIMIT 1),
                made AS (
                    INSERT INTO restaurant (%1$s, lat, lon)
                    SELECT %1$s, 43.725 + random() * 0.026, 7.41 + random() * 0.028
                      FROM original, generate_series(1, %2$d)
                    RETURNING restaurant_id)
                SELECT made.restaurant_id, original.restaurant_id AS original FROM made, original;
                INSERT INTO restaurant_words (restaurant_id, words)
                SELECT c.restaurant_id, w.words
                  FROM copied c JOIN restaurant_words w ON w.restaurant_id = c.original;
                INSERT INTO dish (restaurant_id, %3$s)
                SELECT c.restaurant_id, %3$s
                  FROM copied c CROSS JOIN (
                       SELECT %3$s FROM dish
                        WHERE restaurant_id = (SELECT min(original) FROM copied)
                        ORDER BY item_id LIMIT %4$d) d;
                """
                        .formatted(
                                columns("restaurant", "restaurant", "'lat', 'lon'"),
                                missing,
                                columns("restaurant", "dish", "'restaurant_id'"),
                                DISHES));
        cluster.run("restaurant", "VACUUM ANALYZE");
    }

    /// Copies of an order that has ended, of very many customers.
    public void toOrders(long most, long original) throws SQLException {
        var missing = most - cluster.number("order", "SELECT count(*) FROM orders");
        cluster.run(
                "order",
                """
                WITH made AS (
                    INSERT INTO orders (%1$s, customer_id, restaurant_id)
                    SELECT %1$s, 1000000 + n %% 50000, 1 + n %% 997
                      FROM orders, generate_series(1, %2$d) n WHERE id = %3$d
                    RETURNING id)
                INSERT INTO order_step (order_id, %4$s)
                SELECT made.id, %4$s FROM made, order_step WHERE order_id = %3$d
                """
                        .formatted(
                                columns("order", "orders", "'customer_id', 'restaurant_id'"),
                                missing,
                                original,
                                columns("order", "order_step", "'order_id'")));
        cluster.run("order", "VACUUM ANALYZE");
    }

    /// All but these and those that the database makes.
    private String columns(String service, String table, String without) throws SQLException {
        return cluster.text(
                service,
                """
                SELECT string_agg(attname, ', ') FROM pg_attribute
                 WHERE attrelid = 'public.%s'::regclass AND attnum > 0 AND NOT attisdropped
                   AND attidentity = '' AND attgenerated = '' AND attname NOT IN (%s)
                """
                        .formatted(table, without));
    }
}
