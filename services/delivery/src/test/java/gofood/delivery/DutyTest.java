package gofood.delivery;

import static gofood.delivery.Road.KITCHEN;
import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.Reassignment;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.Vehicle;
import gofood.delivery.Following.Heard;
import gofood.platform.testing.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What a courier's screen follows.
class DutyTest extends WithRoad {
    private static final Duration QUIET = Duration.ofMillis(2500);

    private static Following follow(TestClient who, long courier, String lastSeen) {
        return new Following(who, "/couriers/" + courier + "/stream", lastSeen);
    }

    private static Predicate<Heard> duty(Predicate<JsonNode> kind) {
        return heard -> heard.event().equals("duty") && kind.test(heard.data());
    }

    @Test
    void a_duty_comes_whole_at_first_and_whenever_it_changes() {
        var id = road.online(0.1);
        try (var stream = follow(road.courier(id), id, "0")) {
            var first = stream.next();
            assertThat(first.event()).isEqualTo("duty");
            assertThat(first.data().at("/courier/online").asBoolean()).isTrue();
            assertThat(first.data().at("/courier/lat").isNull()).isTrue();
            assertThat(first.data().path("why").asText()).isEqualTo("nothing_waits");
            assertThat(first.data().path("offers")).isEmpty();

            var order = road.ready();
            var asked = stream.await(duty(it -> !it.path("offers").isEmpty())).data();
            assertThat(asked.path("why").isNull()).isTrue();
            var path = road.accepted(id);
            var taken = stream.await(duty(it -> !it.path("rides").isEmpty())).data();
            assertThat(taken.path("offers")).isEmpty();
            assertThat(taken.path("why").asText()).isEqualTo("bag_full");
            assertThat(taken.at("/rides/0/status").asText()).isEqualTo("Assigned");
            assertThat(taken.at("/rides/0/note").asText()).isEqualTo("Ring twice");
            assertThat(taken.at("/rides/0/courier_lat").isNull()).isTrue();
            assertThat(taken.path("stops"))
                    .extracting(stop -> stop.path("kind").asText())
                    .containsExactly("pickup", "dropoff");
            assertThat(taken.at("/stops/0/address/text").asText()).isEqualTo(KITCHEN.text());
            assertThat(taken.at("/stops/0/eta_at").isNull()).isFalse();

            road.step(id, path, "pickup");
            var fetched = stream.await(duty(it -> it.path("stops").size() == 1)).data();
            assertThat(fetched.at("/rides/0/status").asText()).isEqualTo("PickedUp");
            road.cancelled(order);
            var free = stream.await(duty(it -> it.path("rides").isEmpty())).data();
            assertThat(free.path("stops")).isEmpty();
        }
    }

    @Test
    void their_own_position_is_no_news_and_the_end_of_the_shift_is() {
        var id = road.online(0.1);
        try (var stream = follow(road.courier(id), id, "0")) {
            stream.next();
            for (int i = 0; i < 5; i++)
                road.at(id, KITCHEN.lat(), KITCHEN.lon() + i / 1000.0, Instant.now());
            assertThat(stream.within(QUIET)).isNull();
            var off = road.operator().put("/couriers/" + id + "/shift", "{\"online\": false}");
            assertThat(off.status()).isEqualTo(200);
            var last = stream.next().data();
            assertThat(last.at("/courier/online").asBoolean()).isFalse();
            assertThat(last.path("why").asText()).isEqualTo("offline");
        }
    }

    @Test
    void who_was_nowhere_hears_at_once_that_they_are_found() {
        var id = Road.newId();
        var ann = new NewCourier(null, "Ann", Vehicle.BICYCLE, 1);
        road.courier(id).post("/couriers", ann);
        road.shift(id, true);
        try (var stream = follow(road.courier(id), id, "0")) {
            assertThat(stream.next().data().path("why").asText()).isEqualTo("no_position");
            road.at(id, KITCHEN.lat(), KITCHEN.lon(), Instant.now());
            var found = stream.within(Duration.ofSeconds(5));
            assertThat(found).isNotNull();
            assertThat(found.data().path("why").asText()).isEqualTo("nothing_waits");
        }
    }

    @Test
    void who_comes_back_hears_only_what_has_changed() {
        var id = road.online(0.1);
        String seen;
        try (var stream = follow(road.courier(id), id, "0")) {
            seen = stream.next().id();
        }
        try (var again = follow(road.courier(id), id, seen)) {
            assertThat(again.within(QUIET)).isNull();
            // what nobody announces is seen by its mark
            var order = road.paid();
            road.received(order, Instant.now().plusSeconds(7200));
            var path = "/deliveries/" + road.ride(order).path("delivery_id").asText();
            var wish = new Reassignment(id, "an old friend");
            assertThat(road.operator().post(path + "/reassign", wish).status()).isEqualTo(200);
            again.await(duty(it -> !it.path("rides").isEmpty()));
            road.tell(
                    "order.delayed",
                    order,
                    new OrderEvent.Delayed(
                            order,
                            Road.CUSTOMER,
                            Road.RESTAURANT,
                            "Chez Nous",
                            Instant.parse("2099-01-01T00:00:00Z")));
            again.await(duty(it -> it.at("/rides/0/ready_at").asText().startsWith("2099-01-01")));
        }
        try (var old = follow(road.courier(id), id, seen)) {
            assertThat(old.next().data().path("rides")).hasSize(1);
        }
    }

    @Test
    void rides_and_stops_come_in_the_order_of_the_plan() {
        var id = road.online(0.1, 2);
        road.ready();
        var first = road.accepted(id);
        road.step(id, first, "pickup");
        var order = road.paid();
        road.received(order, Instant.now().plusSeconds(7200));
        var second = "/deliveries/" + road.ride(order).path("delivery_id").asText();
        road.operator().post(second + "/reassign", new Reassignment(id, "on the way"));
        try (var stream = follow(road.operator(), id, "0")) {
            var duty = stream.next().data();
            assertThat(duty.path("stops"))
                    .extracting(stop ->
                            stop.path("kind").asText()
                                    + " /deliveries/"
                                    + stop.path("delivery_id").asText())
                    .containsExactly("dropoff " + first, "pickup " + second, "dropoff " + second);
            assertThat(duty.path("rides"))
                    .extracting(ride -> "/deliveries/" + ride.path("delivery_id").asText())
                    .containsExactly(first, second);
        }
    }

    @Test
    void a_duty_is_for_its_courier_and_operators() {
        var id = road.online(0.1);
        var path = "/couriers/" + id + "/stream";
        refuses(road.courier(Road.newId()).get(path), 404, "not_found");
        var nobody = Road.newId();
        refuses(road.courier(nobody).get("/couriers/" + nobody + "/stream"), 404, "not_found");
        refuses(road.customer().get(path), 403, "not_allowed");
        assertThat(road.bed.anyone().get(path).status()).isEqualTo(401);
        try (var operator = follow(road.operator(), id, "0")) {
            assertThat(operator.next().data().at("/courier/courier_id").asLong()).isEqualTo(id);
        }
    }
}
