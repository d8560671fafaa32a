package gofood.delivery;

import static gofood.delivery.Road.KITCHEN;
import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.LiveCity;
import gofood.delivery.Following.Heard;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What operators see of the whole city.
class LiveCityTest extends WithRoad {
    private static final String PATH = "/deliveries/stream";

    private static List<Long> orders(JsonNode rides) {
        var orders = new ArrayList<Long>();
        for (var ride : rides) orders.add(ride.path("order_id").asLong());
        return orders;
    }

    private static JsonNode of(Heard heard, String list, String key, long id) {
        for (var one : heard.data().path(list)) if (one.path(key).asLong() == id) return one;
        return Json.tree("null".getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode ride(Heard heard, long order) {
        return of(heard, "deliveries", "order_id", order);
    }

    private static JsonNode courier(Heard heard, long courier) {
        return of(heard, "couriers", "courier_id", courier);
    }

    @Test
    void operators_get_all_that_is_under_way_oldest_first() {
        var first = road.ready();
        var second = road.paid();
        var over = road.paid();
        road.cancelled(over);
        var live = road.operator().get("/deliveries?live=true").body();
        assertThat(orders(live.path("deliveries"))).containsExactly(first, second);
        assertThat(live.path("next_cursor").isNull()).isTrue();
        refuses(road.customer().get("/deliveries?live=true"), 403, "not_allowed");
        refuses(road.courier(5).get("/deliveries?live=true"), 403, "not_allowed");
        refuses(road.operator().get("/deliveries?live=yes"), 422, "invalid_field");
        for (var other : new String[] {"status=Waiting", "order_id=" + first, "cursor=MTA"})
            refuses(road.operator().get("/deliveries?live=true&" + other), 422, "invalid_field");
        assertThat(road.customer().get("/deliveries?live=false").status()).isEqualTo(200);
    }

    @Test
    void the_city_comes_whole_at_first_and_then_what_changed() {
        var id = road.online(0.1);
        var waiting = road.paid();
        try (var stream = new Following(road.operator(), PATH, "0")) {
            var whole = stream.next();
            assertThat(whole.event()).isEqualTo("city");
            assertThat(Json.read(Json.write(whole.data()), LiveCity.class).deliveries()).hasSize(1);
            assertThat(ride(whole, waiting).path("status").asText()).isEqualTo("Waiting");
            assertThat(courier(whole, id).path("lat").asDouble()).isEqualTo(KITCHEN.lat() + 0.001);

            road.at(id, KITCHEN.lat() + 0.002, KITCHEN.lon(), Instant.now());
            var moved = stream.await(heard -> !courier(heard, id).isNull());
            assertThat(moved.event()).isEqualTo("changes");
            assertThat(courier(moved, id).path("lat").asDouble()).isEqualTo(KITCHEN.lat() + 0.002);

            var order = road.ready();
            var path = road.accepted(id);
            var taken =
                    stream.await(
                            heard -> ride(heard, order).path("status").asText().equals("Assigned"));
            assertThat(ride(taken, order).path("timeline")).hasSize(3);
            assertThat(courier(taken, id).at("/delivery_ids")).hasSize(1);

            road.step(id, path, "pickup");
            road.deliver(id, path, "1234");
            var done =
                    stream.await(heard ->
                            ride(heard, order).path("status").asText().equals("Delivered"));
            assertThat(courier(done, id).at("/delivery_ids")).isEmpty();
            road.shift(id, false);
            var left = stream.await(heard -> !courier(heard, id).isNull());
            assertThat(courier(left, id).path("online").asBoolean()).isFalse();
            assertThat(courier(left, id).path("lat").isNull()).isTrue();

            try (var late = new Following(road.operator(), PATH, whole.id())) {
                var missed = late.await(heard -> heard.id().equals(moved.id()));
                assertThat(missed.event()).isEqualTo("changes");
                assertThat(missed.data()).isEqualTo(moved.data());
            }
            try (var fresh = new Following(road.operator(), PATH, "17")) {
                var now = fresh.next();
                assertThat(now.event()).isEqualTo("city");
                assertThat(orders(now.data().path("deliveries"))).containsExactly(waiting);
                assertThat(courier(now, id).isNull()).isTrue();
            }
        }
    }

    @Test
    void changes_are_gathered_for_two_seconds_and_the_same_for_all() {
        var id = road.online(0.1);
        try (var one = new Following(road.operator(), PATH, "0");
                var other = new Following(road.operator(), PATH, "0")) {
            one.next();
            var begun = Long.parseLong(other.next().id());
            var from = Instant.now();
            var heard = 0;
            while (Instant.now().isBefore(from.plusSeconds(6))) {
                road.at(id, KITCHEN.lat(), KITCHEN.lon() + heard / 1e5, Instant.now());
                var news = one.within(Duration.ofMillis(50));
                if (news == null || Long.parseLong(news.id()) <= begun) continue;
                heard++;
                assertThat(other.next().id()).isEqualTo(news.id());
            }
            assertThat(heard).isBetween(1, 4);
        }
    }

    @Test
    void the_live_city_is_for_operators() {
        refuses(road.customer().get(PATH), 403, "not_allowed");
        refuses(road.courier(5).get(PATH), 403, "not_allowed");
        assertThat(road.bed.anyone().get(PATH).status()).isEqualTo(401);
    }
}
