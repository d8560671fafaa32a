package gofood.delivery;

import static gofood.delivery.Road.CUSTOMER;
import static gofood.delivery.Road.HOME;
import static gofood.delivery.Road.KITCHEN;
import static gofood.delivery.Road.RESTAURANT;
import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.EstimateWish;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.Point;
import gofood.platform.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What customers are told, and what was learned for it.
@Execution(ExecutionMode.CONCURRENT)
class EtaTest {
    private static EstimateWish wish(int minutes) {
        return new EstimateWish(
                RESTAURANT,
                new Point(KITCHEN.lat(), KITCHEN.lon()),
                new Point(HOME.lat(), HOME.lon()),
                minutes);
    }

    private static long minutes(TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        var eta = answer.as(Eta.class);
        assertThat(eta.to()).isAfter(eta.from());
        return Duration.between(Instant.now(), eta.from()).toMinutes();
    }

    @Test
    void an_order_is_estimated_and_its_time_told_at_each_step() {
        try (var road = new Road()) {
            var service = road.bed.asService("order");
            var nobody = minutes(service.post("/estimates", wish(20)));
            var courier = road.online(0.1);
            // how busy everybody is is looked up every two seconds
            Road.pause(2300);
            var somebody = minutes(service.post("/estimates", wish(20)));
            assertThat(somebody).isBetween(20L, 30L);
            assertThat(nobody).isGreaterThan(somebody + 20);
            assertThat(minutes(road.operator().post("/estimates", wish(40))))
                    .isBetween(somebody + 18, somebody + 22);
            refuses(road.customer().post("/estimates", wish(20)), 403, "not_allowed");
            refuses(service.post("/estimates", "{}"), 422, "invalid_field");

            var order = road.paid();
            road.bed.neighbour("order").awaitEvent("delivery.eta_changed", order);
            var first = road.ride(order);
            assertThat(first.at("/eta/from").asText()).isNotBlank();
            assertThat(first.path("promised_at").asText()).isNotBlank();
            road.received(order, Instant.now());
            var path = road.accepted(courier);
            road.step(courier, path, "pickup");
            Road.await(() -> isToldOnTheRoad(road, order) ? true : null, "an eta for the road");
            var last = road.ride(order);
            assertThat(Instant.parse(last.at("/eta/from").asText()))
                    .isBefore(Instant.parse(first.at("/eta/from").asText()));
            assertThat(road.deliver(courier, path, "1234").status()).isEqualTo(200);

            var accuracy = road.operator().get("/estimates/accuracy").body().path("accuracy");
            assertThat(accuracy).hasSize(2);
            for (var one : accuracy) {
                assertThat(one.path("deliveries").asInt()).isEqualTo(1);
                assertThat(one.path("within_percent").asInt()).isEqualTo(100);
                assertThat(one.path("early_half_percent").asInt()).isEqualTo(100);
                assertThat(one.path("mean_error_seconds").asLong()).isNegative();
            }
            refuses(road.courier(courier).get("/estimates/accuracy"), 403, "not_allowed");
            var metrics =
                    new String(
                            road.bed.anyone().get("/metrics").raw().body(), StandardCharsets.UTF_8);
            assertThat(metrics).contains("delivery_eta_within_percent{at=\"ordered\"} 100");
        }
    }

    /// Its news come in their order, so what follows the pick-up was told after it.
    private static boolean isToldOnTheRoad(Road road, long order) {
        return road.bed.neighbour("order").events().stream()
                .filter(event -> event.path("subject").asLong() == order)
                .map(event -> event.path("type").asText())
                .dropWhile(type -> !type.equals("delivery.picked_up"))
                .anyMatch("delivery.eta_changed"::equals);
    }

    @Test
    void a_kitchen_that_is_quicker_than_its_word_is_found_out() {
        try (var road = new Road()) {
            for (int i = 0; i < 6; i++) {
                var order = road.paid();
                road.received(order, Instant.now().plusSeconds(60));
                Road.pause(60);
                road.tell(
                        "order.complete",
                        order,
                        new OrderEvent.Complete(order, CUSTOMER, RESTAURANT));
                road.cancelled(order);
            }
            var courier = road.online(0.1);
            // minutes by its word; by experience at once
            road.received(road.paid(), Instant.now().plusSeconds(400));
            assertThat(road.awaitOffer(courier)).isNotNull();
        }
    }
}
