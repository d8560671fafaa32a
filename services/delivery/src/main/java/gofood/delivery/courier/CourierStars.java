package gofood.delivery.courier;

import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What customers gave couriers: one row for each order, of which the latest word counts, and each
/// courier's sum, which is changed with it.
public final class CourierStars {
    private record Given(long courierId, int stars, Instant at) {
        static Given read(Row row) {
            return new Given(
                    row.number("courier_id"), row.integer("stars"), row.instant("rated_at"));
        }
    }

    /// @param tx which has locked the order's ride
    /// @param stars null takes back what was given before
    public void rate(Tx tx, long orderId, long courierId, @Nullable Integer stars, Instant at) {
        var before = tx.find("SELECT * FROM ride_rating WHERE order_id = ?", Given::read, orderId);
        if (before.isPresent()) {
            if (before.get().at.isAfter(at)) return;
            add(tx, before.get().courierId, -before.get().stars, -1);
            tx.update("DELETE FROM ride_rating WHERE order_id = ?", orderId);
        }
        if (stars == null) return;
        tx.update(
                """
                INSERT INTO ride_rating (order_id, courier_id, stars, rated_at)
                VALUES (?, ?, ?, ?)
                """,
                orderId,
                courierId,
                stars,
                at);
        add(tx, courierId, stars, 1);
    }

    private static void add(Tx tx, long courierId, int stars, int times) {
        tx.update(
                "UPDATE courier SET stars = stars + ?, rated = rated + ? WHERE courier_id = ?",
                stars,
                times,
                courierId);
    }
}
