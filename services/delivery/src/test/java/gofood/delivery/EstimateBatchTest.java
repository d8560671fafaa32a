package gofood.delivery;

import static gofood.delivery.Road.HOME;
import static gofood.delivery.Road.KITCHEN;
import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.EstimateList;
import gofood.contracts.DeliveryApi.EstimateWish;
import gofood.contracts.DeliveryApi.EstimateWishes;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Point;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A list of restaurants asks once for all of them.
class EstimateBatchTest extends WithRoad {
    private static final Point DOOR = new Point(HOME.lat(), HOME.lon());

    /// Each next one is farther away and cooks longer.
    private static List<EstimateWish> wishes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        new EstimateWish(
                                i, new Point(KITCHEN.lat() - i / 1000.0, KITCHEN.lon()), DOOR, i))
                .toList();
    }

    @BeforeEach
    void everything_is_two_minutes_away() {
        var rows = Collections.nCopies(50, Collections.nCopies(1, 120));
        var matrix = "{\"seconds\": %s, \"metres\": %s}".formatted(rows, rows);
        road.bed.neighbour("city").answer("POST", "/matrix", 200, matrix);
    }

    private long asked() {
        return road.bed.neighbour("city").requests().stream()
                .filter(request -> request.path().equals("/matrix"))
                .count();
    }

    @Test
    void fifty_estimates_ask_the_city_once_and_come_in_their_order() {
        // somebody is free for them, which is looked up every two seconds
        road.online(0.1);
        Road.pause(2300);
        var before = asked();
        var wishes = new EstimateWishes(wishes(50).reversed());
        var service = road.bed.asService("order");
        var answer = service.post("/estimates/batch", wishes);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(asked() - before).isEqualTo(1);
        var etas = answer.as(EstimateList.class).estimates();
        assertThat(etas).hasSize(50);
        assertThat(etas.reversed()).extracting(Eta::from).isSorted();
        assertThat(etas.getFirst().from()).isAfter(etas.getLast().from().plusSeconds(40 * 60));

        var alone = service.post("/estimates", wishes.wishes().getFirst()).as(Eta.class);
        assertThat(alone.from())
                .isBetween(etas.getFirst().from(), etas.getFirst().from().plusSeconds(20));
        var quickest = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            var from = System.nanoTime();
            assertThat(service.post("/estimates/batch", wishes).status()).isEqualTo(200);
            quickest = Math.min(quickest, System.nanoTime() - from);
        }
        assertThat(quickest).isLessThan(100_000_000);
        assertThat(asked() - before).isEqualTo(1);
    }

    @Test
    void a_batch_is_for_services_and_operators_and_bounded() {
        var one = new EstimateWishes(wishes(1));
        assertThat(road.operator().post("/estimates/batch", one).status()).isEqualTo(200);
        refuses(road.customer().post("/estimates/batch", one), 403, "not_allowed");
        refuses(road.courier(5).post("/estimates/batch", one), 403, "not_allowed");
        assertThat(road.bed.anyone().post("/estimates/batch", one).status()).isEqualTo(401);
        var operator = road.operator();
        refuses(operator.post("/estimates/batch", "{\"wishes\": []}"), 422, "invalid_field");
        refuses(operator.post("/estimates/batch", "{\"wishes\": [null]}"), 422, "invalid_field");
        var many = "{\"wishes\": [" + "{},".repeat(50) + "{}]}";
        assertThat(operator.post("/estimates/batch", many).status()).isEqualTo(422);
    }
}
