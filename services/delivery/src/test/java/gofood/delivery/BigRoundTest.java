package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// An evening's rush at once.
class BigRoundTest {
    private static final int COURIERS = 60;
    private static final int RIDES = 90;

    @Test
    void many_rides_and_couriers_find_each_other_in_a_few_rounds() {
        var database = TestBed.emptyDatabase("delivery");
        try (var db = Db.open(database, "delivery", new SimpleMeterRegistry())) {
            db.run(tx -> {
                tx.update(
                        """
                        CREATE FUNCTION spot(n int) RETURNS jsonb LANGUAGE sql AS $$
                        SELECT jsonb_build_object('lat', 43.73 + (n * 37 % 100) * 0.0002,
                                                  'lon', 7.41 + (n * 53 % 100) * 0.0003,
                                                  'text', 'somewhere') $$
                        """);
                tx.update(
                        """
                        INSERT INTO courier (courier_id, name, vehicle, capacity, online)
                        SELECT n, 'Courier ' || n, 'BICYCLE', 2, true
                          FROM generate_series(1, ?) n
                        """,
                        COURIERS);
                tx.update(
                        """
                        INSERT INTO courier_position (courier_id, lat, lon, seen_at, stored_at)
                        SELECT courier_id, 43.73 + (courier_id * 37 % 100) * 0.0002,
                               7.41 + (courier_id * 53 % 100) * 0.0003, now(), now()
                          FROM courier
                        """);
                tx.update(
                        """
                        INSERT INTO delivery (order_id, customer_id, restaurant_id,
                               restaurant_name, pickup, dropoff, pin, fee, tip, currency, confirmed_at, ready_at,
                               cooked_at, promised_at, created_at, timeline)
                        SELECT n, 1, n % 20, 'Chez Nous', spot(n % 20 * 5), spot(n * 7), '1234', 0, 0, 'EUR',
                               now(), now(), now(), now() + interval '40 minutes', now(), '[]'
                          FROM generate_series(1, ?) n
                        """,
                        RIDES);
            });
            var settings =
                    Stream.concat(
                                    database.values().entrySet().stream()
                                            .flatMap(it -> Stream.of(it.getKey(), it.getValue())),
                                    Stream.of("DELIVERY_ROUND_SECONDS", "0.5"))
                            .toArray(String[]::new);
            try (var _ = new Road(settings)) {
                Road.await(() -> asked(db) == COURIERS ? true : null, "everybody to be asked");
                assertThat(decisions(db)).isEqualTo(COURIERS);
            }
        }
    }

    private static long asked(Db db) {
        return count(db, "SELECT count(*) AS n FROM offer WHERE status = 'OPEN'");
    }

    private static long decisions(Db db) {
        return count(db, "SELECT count(*) AS n FROM decision");
    }

    private static long count(Db db, String sql) {
        return db.tx(tx -> tx.one(sql, row -> row.number("n")));
    }
}
