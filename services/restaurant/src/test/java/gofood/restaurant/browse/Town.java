package gofood.restaurant.browse;

import gofood.contracts.Currency;
import gofood.contracts.Point;
import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import gofood.restaurant.RestaurantConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;

/// A town in which the restaurants stand in a row from [#DOOR] to the north, numbered by how near
/// they are, every hundredth of them with rare food; and some all over the world.
final class Town {
    static final Point DOOR = new Point(43.74, 7.43);
    static final RestaurantConfig CONFIG =
            new RestaurantConfig(
                    ZoneOffset.UTC, new Currency("EUR"), 20, 8, Duration.ofSeconds(3), 60, 3, 60);

    private Town() {}

    /// @param near how many stand in the row
    /// @param far how many stand elsewhere
    static Db of(int near, int far) {
        var database = TestBed.emptyDatabase("restaurant");
        var db = Db.open(database, "restaurant", new SimpleMeterRegistry());
        db.run(tx ->
                tx.update(
                        """
                        INSERT INTO restaurant (
                               name, cuisine, cuisines, lat, lon, address,
                               preparation_minutes, minimum_order, hours, slot_capacity,
                               sections)
                        SELECT 'No. ' || n, 'x',
                               CASE WHEN n % 100 = 0 THEN '{x,rare}' ELSE '{x}' END::text[],
                               CASE WHEN n <= ? THEN ? + n * 0.0001 ELSE n % 13 * 14 - 84 END,
                               CASE WHEN n <= ? THEN ? ELSE n % 25 * 15 - 180 END, 'x',
                               20, 0, '{"weekly": [], "exceptions": []}', 8, '{}'
                          FROM generate_series(1, ?) AS n
                        """,
                        near, DOOR.lat(), near, DOOR.lon(), near + far));
        return db;
    }
}
