package gofood.restaurant.review;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.Review;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.util.List;
import java.util.function.LongConsumer;

/// The stored reviews, one for each order, and the stars that they come to.
public final class Reviews {
    private final LongConsumer rated;

    /// @param rated told of a restaurant whose stars have changed
    public Reviews(LongConsumer rated) {
        this.rated = rated;
    }

    /// @param reviewId grows with each word that a customer says, so the newest has the largest
    record Listed(long reviewId, Review review) {}

    public void heard(Tx tx, OrderEvent event) {
        if (event instanceof OrderEvent.Rated it) put(tx, it);
    }

    /// The latest word takes the place of the one before, and its stars the place of that one's.
    /// The restaurant is locked first, so that the next statement sees what was said before.
    private void put(Tx tx, OrderEvent.Rated it) {
        tx.find(
                "SELECT FROM restaurant WHERE restaurant_id = ? FOR UPDATE",
                _ -> true,
                it.restaurantId());
        tx.update(
                """
                WITH before AS (SELECT food FROM review WHERE order_id = ?),
                kept AS (
                     INSERT INTO review (order_id, customer_id, restaurant_id, food, comment, at)
                     VALUES (?, ?, ?, ?, ?, ?)
                         ON CONFLICT (order_id) DO UPDATE
                        SET review_id = DEFAULT, food = excluded.food,
                            comment = excluded.comment, at = excluded.at)
                UPDATE restaurant
                   SET rating_sum = rating_sum + ? - (SELECT coalesce(sum(food), 0) FROM before),
                       rating_count = rating_count + 1 - (SELECT count(*) FROM before)
                 WHERE restaurant_id = ?
                """,
                it.orderId(),
                it.orderId(),
                it.customerId(),
                it.restaurantId(),
                it.rating().food(),
                it.rating().comment(),
                it.rating().at(),
                it.rating().food(),
                it.restaurantId());
        tx.afterCommit(() -> rated.accept(it.restaurantId()));
    }

    /// Newest first.
    ///
    /// @param before the review before the page
    List<Listed> page(Tx tx, long restaurantId, long before, int most) {
        return tx.list(
                """
                SELECT * FROM review WHERE restaurant_id = ? AND review_id < ?
                 ORDER BY review_id DESC LIMIT ?
                """,
                Reviews::read,
                restaurantId,
                before,
                most);
    }

    private static Listed read(Row row) {
        return new Listed(
                row.number("review_id"),
                new Review(
                        row.number("order_id"),
                        row.integer("food"),
                        row.findText("comment"),
                        row.instant("at")));
    }
}
