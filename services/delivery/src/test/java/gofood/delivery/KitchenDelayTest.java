package gofood.delivery;

import static gofood.delivery.Road.CUSTOMER;
import static gofood.delivery.Road.RESTAURANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.platform.db.Db;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A kitchen that needs longer.
class KitchenDelayTest extends WithRoad {
    private static void delay(Road road, long order, Instant to) {
        road.tell(
                "order.delayed",
                order,
                new OrderEvent.Delayed(order, CUSTOMER, RESTAURANT, "Chez Nous", to));
    }

    private static Instant in(long minutes) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(minutes));
    }

    private static boolean isToldAfter(JsonNode event, long order, Instant at) {
        return event.path("type").asText().equals("delivery.eta_changed")
                && event.at("/data/order_id").asLong() == order
                && Instant.parse(event.at("/data/eta/from").asText()).isAfter(at);
    }

    @Test
    void a_delay_moves_the_ride_and_the_customers_eta() {
        var courier = road.online(0.1);
        var order = road.paid();
        road.received(order, in(90));
        road.bed.neighbour("order").awaitEvent("delivery.eta_changed", order);
        var to = in(180);
        delay(road, order, to);
        assertThat(Instant.parse(road.ride(order).path("ready_at").asText())).isEqualTo(to);
        Road.await(
                () ->
                        road.bed.neighbour("order").events().stream()
                                        .anyMatch(event -> isToldAfter(event, order, to))
                                ? true
                                : null,
                "a later eta");
        Road.pause(300);
        assertThat(road.courier(courier).get("/offers").body().path("offers")).isEmpty();
        // what is there isn't waited for any more
        road.tell("order.complete", order, new OrderEvent.Complete(order, CUSTOMER, RESTAURANT));
        delay(road, order, in(300));
        assertThat(Instant.parse(road.ride(order).path("ready_at").asText())).isBefore(in(1));
        road.accepted(courier);
    }

    @Test
    void a_delay_after_the_end_or_of_something_unknown_changes_nothing() {
        var order = road.paid();
        road.received(order, in(90));
        var before = road.ride(order).path("ready_at");
        road.cancelled(order);
        delay(road, order, in(180));
        assertThat(road.ride(order).path("ready_at")).isEqualTo(before);
        delay(road, Road.newId(), in(180));
    }

    /// Orders that were ready long before the kitchen's word.
    private static void teachQuick(Road road) {
        for (int i = 0; i < 6; i++) {
            var order = road.paid();
            road.received(order, Instant.now().plusSeconds(20));
            Road.pause(600);
            road.tell(
                    "order.complete", order, new OrderEvent.Complete(order, CUSTOMER, RESTAURANT));
            road.cancelled(order);
        }
    }

    private static void isPossible(Road road, long courier, Instant ready) {
        try (var stream = new Following(road.operator(), "/couriers/" + courier + "/stream", "0")) {
            var duty = stream.next().data();
            var stops = duty.path("stops");
            var pickup = Instant.parse(stops.get(0).path("eta_at").asText());
            var dropoff = Instant.parse(stops.get(1).path("eta_at").asText());
            var latest = Instant.parse(duty.at("/rides/0/eta/to").asText());
            assertThat(ready).isBeforeOrEqualTo(pickup);
            assertThat(pickup).isBeforeOrEqualTo(dropoff);
            assertThat(dropoff).isBeforeOrEqualTo(latest);
        }
    }

    @Test
    void a_quick_kitchen_that_needs_longer_is_believed_at_once_and_by_the_next_round() {
        // what is learned here is not for the other tests
        try (var own = new Road()) {
            teachQuick(own);
            var courier = own.online(0.1);
            var order = own.paid();
            own.bed.neighbour("order").awaitEvent("delivery.eta_changed", order);
            own.received(order, in(10));
            own.accepted(courier);
            for (var minutes : new int[] {15, 25, 48}) {
                var to = in(minutes);
                delay(own, order, to);
                isPossible(own, courier, to);
                Road.pause(500);
                isPossible(own, courier, to);
            }
        }
    }

    /// The deadlines are in the database, and so is their moving.
    @Test
    void nobody_is_missed_before_the_delayed_food_is_there_whatever_dies_meanwhile() {
        var env = TestBed.emptyDatabase("delivery");
        long order;
        try (var short1 = new Road(settings(env))) {
            order = short1.ready();
            short1.bed.neighbour("notification").awaitEvent("delivery.no_courier", order);
            delay(short1, order, in(60));
        }
        try (var again = new Road(settings(env))) {
            Road.pause(5000);
            assertThat(again.status(order)).isEqualTo("Waiting");
            try (var db = Db.open(env, "delivery", new SimpleMeterRegistry())) {
                // an hour later, less the way there
                var due =
                        db.tx(tx ->
                                tx.one(
                                        "SELECT at FROM timer WHERE kind = 'delivery.give_up'",
                                        row -> row.instant("at")));
                assertThat(due).isBetween(in(48), in(52));
            }
        }
    }

    private static String[] settings(Env env) {
        var mine = Stream.of("DELIVERY_NO_COURIER_SECONDS", "1", "DELIVERY_GIVE_UP_SECONDS", "4");
        var database =
                env.values().entrySet().stream()
                        .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()));
        return Stream.concat(mine, database).toArray(String[]::new);
    }
}
