package gofood.user;

import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;

/// The restaurants that people like. Whether there is such a restaurant is not known here; who
/// shows them leaves out what is gone.
final class SavedFavourites {
    /// The latest first.
    List<Long> of(Tx tx, long userId) {
        return tx.list(
                """
                SELECT restaurant_id FROM favourite WHERE user_id = ?
                 ORDER BY at DESC, restaurant_id
                """,
                row -> row.number("restaurant_id"),
                userId);
    }

    void add(Tx tx, long userId, long restaurantId, Instant now) {
        tx.update(
                "INSERT INTO favourite (user_id, restaurant_id, at) VALUES (?, ?, ?)",
                userId,
                restaurantId,
                now);
    }

    void remove(Tx tx, long userId, long restaurantId) {
        tx.update(
                "DELETE FROM favourite WHERE user_id = ? AND restaurant_id = ?",
                userId,
                restaurantId);
    }
}
