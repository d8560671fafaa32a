package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient.Told;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who locks several couriers does it in the order of their ids, or two would wait in a circle.
class LockOrderTest {
    private static Told calledOff(long order) {
        return new Told("order.cancelled", order, Road.calledOff(order));
    }

    private static void lock(Tx tx, long courier) {
        tx.one(
                "SELECT online FROM courier WHERE courier_id = ? FOR NO KEY UPDATE NOWAIT",
                row -> row.flag("online"),
                courier);
    }

    private static boolean isAnyWaiting(Db db) {
        return db.tx(tx ->
                tx.one(
                        """
                        SELECT count(*) > 0 AS waiting FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """,
                        row -> row.flag("waiting")));
    }

    @Test
    void orders_called_off_together_are_so_in_the_order_of_their_couriers() throws Exception {
        var env = TestBed.emptyDatabase("delivery");
        var database =
                env.values().entrySet().stream()
                        .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                        .toArray(String[]::new);
        try (var road = new Road(database);
                var db = Db.open(env, "delivery", new SimpleMeterRegistry());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = road.online(0.1);
            var firstOrder = road.ready();
            road.accepted(first);
            var second = road.online(0.2);
            var secondOrder = road.ready();
            road.accepted(second);
            var batch = List.of(calledOff(secondOrder), calledOff(firstOrder));
            var answer =
                    db.tx(tx -> {
                        lock(tx, first);
                        var told = threads.submit(() -> road.bed.asService("order").tell(batch));
                        Road.await(() -> isAnyWaiting(db) ? true : null, "the batch to wait");
                        // who holds the first can have the second
                        lock(tx, second);
                        return told;
                    });
            assertThat(answer.get().body().path("failed")).isEmpty();
            assertThat(road.status(firstOrder)).isEqualTo("Cancelled");
            assertThat(road.status(secondOrder)).isEqualTo("Cancelled");
        }
    }
}
