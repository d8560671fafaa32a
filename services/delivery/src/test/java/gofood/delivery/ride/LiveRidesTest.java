package gofood.delivery.ride;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRidesTest {
    private final Db db =
            Db.open(TestBed.emptyDatabase("delivery"), "delivery", new SimpleMeterRegistry());
    private final LiveRides live = new LiveRides(new RideLists());

    @BeforeEach
    void three_rides() {
        change(
                """
                INSERT INTO delivery (order_id, customer_id, restaurant_id, restaurant_name, pickup,
                       dropoff, pin, fee, tip, currency, created_at, timeline)
                SELECT n, 1, 1, 'Chez Nous', spot, spot, '1234', 0, 0, 'EUR',
                       now() + n * interval '1 second', '[]'
                  FROM generate_series(1, 3) n,
                       jsonb_build_object('lat', 43.7, 'lon', 7.4, 'text', 'somewhere') spot
                """);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void what_has_not_changed_is_not_read_again() {
        var before = read(9);
        change("UPDATE delivery SET tip = 500 WHERE order_id = 2");
        var after = read(9);
        assertThat(after.get(0)).isSameAs(before.get(0));
        assertThat(after.get(1).fare().tip().mills()).isEqualTo(500);
        assertThat(after.get(2)).isSameAs(before.get(2));
    }

    @Test
    void the_most_urgent_come_first_and_come_back() {
        assertThat(orders(read(2))).containsExactly(1L, 2L);
        change("UPDATE delivery SET cooked_at = now() - interval '1 minute' WHERE order_id = 3");
        assertThat(orders(read(2))).containsExactly(3L, 1L);
        change("UPDATE delivery SET status = 'CANCELLED' WHERE order_id = 3");
        assertThat(orders(read(2))).containsExactly(1L, 2L);
    }

    private List<Ride> read(int limit) {
        return db.tx(tx -> live.read(tx, limit));
    }

    private void change(String sql) {
        db.run(tx -> tx.update(sql));
    }

    private static List<Long> orders(List<Ride> rides) {
        return rides.stream().map(Ride::orderId).toList();
    }
}
