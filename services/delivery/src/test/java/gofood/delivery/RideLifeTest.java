package gofood.delivery;

import static gofood.delivery.Road.CUSTOMER;
import static gofood.delivery.Road.HOME;
import static gofood.delivery.Road.KITCHEN;
import static gofood.delivery.Road.RESTAURANT;
import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.Delivery;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.OpenApi;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Rides from the paid order to the door, through the API, with played neighbours.
class RideLifeTest extends WithRoad {
    @Test
    void the_description_and_the_routes_agree() {
        assertThat(OpenApi.of(road.bed.anyone()).differencesTo(road.bed.routes())).isEmpty();
    }

    @Test
    void a_ride_goes_from_the_paid_order_to_the_door() {
        var courier = road.online(0.1);
        var order = road.paid();
        Road.pause(300);
        assertThat(road.status(order)).isEqualTo("Waiting");
        road.received(order, Instant.now());

        var offer = road.awaitOffer(courier);
        assertThat(offer.path("restaurant_name").asText()).isEqualTo("Chez Nous");
        assertThat(offer.has("dropoff")).isFalse();
        assertThat(offer.at("/dropoff_area/text").asText()).isEqualTo("Avenue de la Costa");
        assertThat(offer.at("/dropoff_area/lat").asDouble())
                .isNotEqualTo(HOME.lat())
                .isBetween(HOME.lat() - 0.002, HOME.lat() + 0.002);
        assertThat(offer.path("together")).isEmpty();
        assertThat(offer.path("ready_at").isNull()).isFalse();
        assertThat(offer.path("currency").asText()).isEqualTo("EUR");
        assertThat(offer.path("pay").asDouble()).isBetween(3.5, 3.8);
        assertThat(offer.path("distance_metres").asLong()).isBetween(750L, 900L);
        var told = road.bed.neighbour("notification").awaitEvent("delivery.offered", order);
        assertThat(told.path("courier_id").asLong()).isEqualTo(courier);

        var taken = road.accept(courier, offer).as(Delivery.class);
        assertThat(taken.status()).isEqualTo(DeliveryStatus.ASSIGNED);
        assertThat(taken.dropoff()).isEqualTo(HOME);
        for (var who : List.of("order", "restaurant", "notification"))
            road.bed.neighbour(who).awaitEvent("delivery.assigned", order);
        var path = "/deliveries/" + taken.deliveryId();
        assertThat(road.courierView(courier).at("/delivery_ids/0").asLong())
                .isEqualTo(taken.deliveryId());

        assertThat(road.step(courier, path, "arrive").status()).isEqualTo(200);
        assertThat(road.step(courier, path, "pickup").status()).isEqualTo(200);
        road.bed.neighbour("order").awaitEvent("delivery.picked_up", order);
        var seen = road.customer().get(path).body();
        assertThat(seen.path("courier_lat").asDouble()).isEqualTo(KITCHEN.lat() + 0.001);
        assertThat(seen.path("courier_name").asText()).isEqualTo("Courier " + courier);
        assertThat(road.step(courier, path, "arrive-door").status()).isEqualTo(200);
        road.bed.neighbour("notification").awaitEvent("delivery.at_door", order);
        var done = road.deliver(courier, path, "1234");
        assertThat(done.body().path("status").asText()).isEqualTo("Delivered");
        road.bed.neighbour("order").awaitEvent("delivery.delivered", order);

        var after = road.customer().get(path);
        assertThat(after.body().path("courier_lat").isNull()).isTrue();
        assertThat(after.body().toString()).doesNotContain("1234").doesNotContain("delivery_pin");
        assertThat(road.operator().get(path).body().toString()).doesNotContain("1234");
        assertThat(after.body().path("timeline"))
                .extracting(step -> step.path("status").asText())
                .containsExactly(
                        "Waiting", "Assigned", "AtRestaurant", "PickedUp", "AtDoor", "Delivered");
        assertThat(road.courierView(courier).path("delivery_ids")).isEmpty();
        assertThat(after.body().path("proof").asText()).isEqualTo("pin");
        assertThat(after.body().path("eta").isNull()).isTrue();
    }

    @Test
    void steps_repeat_skip_forward_and_are_refused_otherwise() {
        var courier = road.online(0.1);
        road.ready();
        var path = road.accepted(courier);
        var early = road.deliver(courier, path, "1234");
        refuses(early, 409, "wrong_state");
        assertThat(early.body().path("state").asText()).isEqualTo("Assigned");
        assertThat(early.body().path("allowed"))
                .extracting(action -> action.asText())
                .containsExactly("arrive", "pickup", "reassign");
        refuses(road.step(courier, path, "arrive-door"), 409, "wrong_state");
        assertThat(road.step(courier, path, "pickup").status()).isEqualTo(200);
        assertThat(road.step(courier, path, "pickup").status()).isEqualTo(200);
        refuses(road.step(courier, path, "arrive"), 409, "wrong_state");
        assertThat(road.deliver(courier, path, "1234").status()).isEqualTo(200);
        assertThat(road.deliver(courier, path, "1234").status()).isEqualTo(200);
        refuses(road.step(courier, path, "pickup"), 409, "wrong_state");
    }

    @Test
    void a_ride_is_for_those_who_have_a_part_in_it() {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        var stranger = road.courier(Road.newId());
        refuses(stranger.get(path), 404, "not_found");
        for (var step : List.of("arrive", "pickup", "arrive-door"))
            refuses(stranger.post(path + "/" + step, ""), 404, "not_found");
        refuses(stranger.post(path + "/deliver", "{\"pin\": \"1234\"}"), 404, "not_found");
        refuses(road.bed.as(Role.CUSTOMER, 99).get(path), 404, "not_found");
        refuses(road.bed.as(Role.STAFF, 98, RESTAURANT).get(path), 404, "not_found");
        refuses(road.customer().post(path + "/pickup", ""), 403, "not_allowed");
        refuses(road.courier(courier).post(path + "/reassign", "{}"), 403, "not_allowed");
        assertThat(road.bed.anyone().get(path).status()).isEqualTo(401);
        assertThat(road.customer().get(path).status()).isEqualTo(200);
        assertThat(road.operator().get(path).status()).isEqualTo(200);
        refuses(road.operator().get("/deliveries/999999"), 404, "not_found");
        refuses(road.operator().get("/deliveries/x"), 404, "not_found");

        var mine = "/deliveries?order_id=" + order;
        assertThat(road.customer().get(mine).body().path("deliveries")).hasSize(1);
        assertThat(road.courier(courier).get("/deliveries").body().path("deliveries")).hasSize(1);
        assertThat(stranger.get(mine).body().path("deliveries")).isEmpty();
        assertThat(road.bed.as(Role.CUSTOMER, 99).get(mine).body().path("deliveries")).isEmpty();
    }

    @Test
    void a_cancelled_order_calls_the_ride_off_or_the_food_back() {
        var waiting = road.paid();
        road.cancelled(waiting);
        assertThat(road.status(waiting)).isEqualTo("Cancelled");

        var courier = road.online(0.1);
        var asked = road.ready();
        var offer = road.awaitOffer(courier);
        road.cancelled(asked);
        refuses(road.accept(courier, offer), 409, "offer_gone");

        var riding = road.ready();
        var path = road.accepted(courier);
        road.step(courier, path, "arrive");
        road.cancelled(riding);
        road.cancelled(riding);
        var seen = road.courier(courier).get(path).body();
        assertThat(seen.path("status").asText()).isEqualTo("Cancelled");
        assertThat(road.courierView(courier).path("delivery_ids")).isEmpty();

        var late = road.ready();
        var last = road.accepted(courier);
        road.step(courier, last, "pickup");
        road.cancelled(late);
        assertThat(road.status(late)).isEqualTo("Returned");
        refuses(road.deliver(courier, last, "1234"), 409, "wrong_state");
    }

    @Test
    void a_restaurant_that_says_no_ends_the_ride_and_a_delivered_one_stays() {
        var order = road.paid();
        road.tell(
                "order.rejected",
                order,
                new OrderEvent.Rejected(order, CUSTOMER, RESTAURANT, "too busy", Road.UNCHARGED));
        assertThat(road.status(order)).isEqualTo("Cancelled");

        var courier = road.online(0.1);
        var done = road.ready();
        var path = road.accepted(courier);
        road.step(courier, path, "pickup");
        road.deliver(courier, path, "1234");
        road.cancelled(done);
        road.received(done, Instant.now());
        assertThat(road.status(done)).isEqualTo("Delivered");
    }

    @Test
    void an_event_that_comes_twice_makes_one_ride() {
        var order = Road.newId();
        var paid = Road.paid(order, HOME);
        var id = UUID.randomUUID();
        var service = road.bed.asService("order");
        for (int i = 0; i < 2; i++)
            assertThat(service.tell(id, "order.paid", order, paid).body().path("failed")).isEmpty();
        road.tell("order.paid", order, paid);
        var all = road.operator().get("/deliveries?order_id=" + order).body().path("deliveries");
        assertThat(all).hasSize(1);
        // all that is not for us is taken and ignored
        road.tell("order.preparing", order, new OrderEvent.Preparing(order, CUSTOMER, RESTAURANT));
        road.tell(
                "order.declined", 5, new OrderEvent.Declined(5, CUSTOMER, RESTAURANT, "no money"));
        road.cancelled(Road.newId());
        assertThat(road.status(order)).isEqualTo("Waiting");
    }

    @Test
    void an_operator_or_a_service_can_order_a_ride() {
        var order = Road.newId();
        var wish =
                new NewDelivery(
                        order,
                        CUSTOMER,
                        RESTAURANT,
                        "Chez Nous",
                        KITCHEN,
                        HOME,
                        "1234",
                        Money.cents(250),
                        Money.cents(150),
                        null,
                        "Blue door",
                        Instant.now(),
                        null);
        refuses(road.customer().post("/deliveries", wish), 403, "not_allowed");
        var service = road.bed.asService("order");
        var first = service.post("/deliveries", wish, "Idempotency-Key", "ride-" + order);
        var again = service.post("/deliveries", wish, "Idempotency-Key", "ride-" + order);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.body().path("note").asText()).isEqualTo("Blue door");
        assertThat(first.header("Location"))
                .isEqualTo("/deliveries/" + first.body().path("delivery_id").asLong());
        refuses(road.operator().post("/deliveries", wish), 409, "delivery_exists");
        assertThat(road.awaitOffer(road.online(0.2))).isNotNull();
        refuses(service.post("/deliveries", "{}"), 422, "invalid_field");
        var endless =
                new NewDelivery(
                        Road.newId(),
                        CUSTOMER,
                        RESTAURANT,
                        "Chez Nous",
                        KITCHEN,
                        HOME,
                        "1234",
                        Money.cents(250),
                        Money.ZERO,
                        null,
                        null,
                        null,
                        null);
        refuses(service.post("/deliveries", endless), 422, "missing_field");
        refuses(service.post("/deliveries", "{"), 400, "malformed_json");
    }

    @Test
    void lists_are_filtered_and_paged() {
        var orders = List.of(road.paid(), road.paid(), road.paid());
        var first = road.operator().get("/deliveries?status=Waiting&limit=2").body();
        assertThat(first.path("deliveries"))
                .extracting(ride -> ride.path("order_id").asLong())
                .containsExactly(orders.get(2), orders.get(1));
        var cursor = first.path("next_cursor").asText();
        var next = road.operator().get("/deliveries?status=Waiting&limit=2&cursor=" + cursor);
        assertThat(next.body().path("deliveries"))
                .extracting(ride -> ride.path("order_id").asLong())
                .containsExactly(orders.get(0));
        assertThat(next.body().path("next_cursor").isNull()).isTrue();
        var mine = "/deliveries?status=Waiting&order_id=" + orders.get(1);
        assertThat(road.customer().get(mine).body().path("deliveries")).hasSize(1);
        var other = mine.replace("Waiting", "Delivered");
        assertThat(road.customer().get(other).body().path("deliveries")).isEmpty();
        var page = road.customer().get("/deliveries?limit=2").body();
        assertThat(page.path("deliveries"))
                .extracting(ride -> ride.path("order_id").asLong())
                .containsExactly(orders.get(2), orders.get(1));
        assertThat(page.path("next_cursor").isNull()).isFalse();
        var stranger = road.bed.as(Role.CUSTOMER, CUSTOMER + 1);
        assertThat(stranger.get(mine).body().path("deliveries")).isEmpty();
        refuses(road.operator().get("/deliveries?status=Lost"), 422, "invalid_field");
        refuses(road.operator().get("/deliveries?limit=0"), 422, "invalid_field");
        refuses(road.operator().get("/deliveries?cursor=%21"), 422, "invalid_field");
    }
}
