package gofood.delivery;

import static gofood.delivery.Road.CUSTOMER;
import static gofood.delivery.Road.KITCHEN;
import static gofood.delivery.Road.RESTAURANT;
import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Reassignment;
import gofood.contracts.OrderApi.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Who is asked for which ride, when, and what they say.
class DispatchTest extends WithRoad {
    @Test
    void nobody_is_asked_long_before_the_food_is_ready_but_at_once_when_it_is() {
        var courier = road.online(0.1);
        var order = road.paid();
        road.received(order, Instant.now().plusSeconds(3600));
        Road.pause(300);
        assertThat(road.status(order)).isEqualTo("Waiting");
        road.tell("order.complete", order, new OrderEvent.Complete(order, CUSTOMER, RESTAURANT));
        assertThat(road.awaitOffer(courier)).isNotNull();
    }

    @Test
    void the_nearest_free_courier_is_asked_and_the_next_one_when_they_decline() {
        var far = road.online(0.5);
        var near = road.online(0.1);
        var order = road.ready();
        var offer = road.awaitOffer(near);
        assertThat(road.courier(far).get("/offers").body().path("offers")).isEmpty();
        refuses(road.accept(far, offer), 404, "not_found");
        refuses(road.decline(far, offer), 404, "not_found");
        assertThat(road.decline(near, offer).status()).isEqualTo(204);
        assertThat(road.decline(near, offer).status()).isEqualTo(204);
        refuses(road.accept(near, offer), 409, "offer_gone");
        var path = road.accepted(far);
        assertThat(road.status(order)).isEqualTo("Assigned");
        refuses(road.courier(near).get(path), 404, "not_found");

        var decisions = road.operator().get(path + "/decisions").body().path("decisions");
        assertThat(decisions)
                .extracting(decision -> decision.path("courier_id").asLong())
                .containsExactly(far, near);
        assertThat(decisions.get(1).path("candidates"))
                .extracting(candidate -> candidate.path("courier_id").asLong())
                .containsExactly(near, far);
        assertThat(decisions.get(1).path("reason").asText()).isNotBlank();
        refuses(road.courier(far).get(path + "/decisions"), 403, "not_allowed");
        refuses(road.operator().get("/deliveries/999999/decisions"), 404, "not_found");
    }

    @Test
    void an_offer_accepted_twice_is_accepted_once() {
        var courier = road.online(0.1);
        var order = road.ready();
        var offer = road.awaitOffer(courier);
        var first = road.accept(courier, offer);
        var again = road.accept(courier, offer);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        refuses(road.decline(courier, offer), 409, "offer_gone");
        assertThat(road.ride(order).path("timeline")).hasSize(3);
    }

    @Test
    void a_courier_without_a_fresh_position_is_not_asked() {
        var courier = Road.newId();
        var named = "{\"name\": \"Late\", \"vehicle\": \"foot\"}";
        assertThat(road.courier(courier).post("/couriers", named).status()).isEqualTo(201);
        road.shift(courier, true);
        // they are there, but where?
        road.at(courier, KITCHEN.lat(), KITCHEN.lon(), Instant.now().minusSeconds(2000));
        var order = road.ready();
        Road.pause(300);
        assertThat(road.status(order)).isEqualTo("Waiting");
        road.at(courier, KITCHEN.lat(), KITCHEN.lon(), Instant.now());
        assertThat(road.awaitOffer(courier)).isNotNull();
    }

    @Test
    void nobody_is_assigned_before_the_kitchen_has_said_yes() {
        var courier = road.online(0.2);
        var path = "/deliveries/" + road.ride(road.paid()).path("delivery_id").asText();
        var early = road.operator().post(path + "/reassign", new Reassignment(courier, "hurry"));
        refuses(early, 409, "not_confirmed");
    }

    @Test
    void an_operator_gives_a_ride_to_the_next_or_to_a_chosen_courier() {
        var near = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(near);
        var far = road.online(0.5);
        var next = road.operator().post(path + "/reassign", new Reassignment(null, "flat tyre"));
        assertThat(next.status()).as(next.body().toString()).isEqualTo(200);
        var told = road.bed.neighbour("order").awaitEvent("delivery.unassigned", order);
        assertThat(told.path("courier_id").asLong()).isEqualTo(near);
        assertThat(told.path("reason").asText()).isEqualTo("flat tyre");
        road.accepted(far);
        refuses(road.step(near, path, "pickup"), 404, "not_found");

        var chosen = new Reassignment(near, "tyre is fine again");
        assertThat(road.operator().post(path + "/reassign", chosen).status()).isEqualTo(200);
        assertThat(road.operator().post(path + "/reassign", chosen).status()).isEqualTo(200);
        refuses(road.step(far, path, "pickup"), 404, "not_found");

        var other = road.ready();
        var second = road.accepted(far);
        var busy = new Reassignment(near, "why not");
        refuses(road.operator().post(second + "/reassign", busy), 409, "courier_busy");
        var gone = road.online(0.3);
        road.shift(gone, false);
        var offline = new Reassignment(gone, "is asleep");
        refuses(road.operator().post(second + "/reassign", offline), 409, "courier_offline");
        var unknown = new Reassignment(999_999L, "who");
        refuses(road.operator().post(second + "/reassign", unknown), 422, "invalid_field");
        refuses(road.operator().post(second + "/reassign", "{}"), 422, "missing_field");
        refuses(road.operator().post("/deliveries/999999/reassign", busy), 404, "not_found");
        assertThat(road.step(far, second, "pickup").status()).isEqualTo(200);
        var late = road.operator().post(second + "/reassign", new Reassignment(null, "late"));
        refuses(late, 409, "wrong_state");
        assertThat(road.status(other)).isEqualTo("PickedUp");
    }

    @Test
    void who_declined_is_never_asked_for_that_ride_again() {
        var only = road.online(0.1);
        var order = road.ready();
        assertThat(road.decline(only, road.awaitOffer(only)).status()).isEqualTo(204);
        Road.pause(800);
        assertThat(road.status(order)).isEqualTo("Waiting");
        assertThat(road.courier(only).get("/offers").body().path("offers")).isEmpty();
        assertThat(road.courierView(only).path("online").asBoolean()).isTrue();
        var other = road.ready();
        assertThat(road.awaitOffer(only).path("delivery_id"))
                .isEqualTo(road.ride(other).path("delivery_id"));
    }

    @Test
    void two_orders_of_one_kitchen_go_together_but_never_more_than_the_bag_holds() {
        var courier = road.online(0.1, 2);
        var first = road.ready();
        var one = road.accepted(courier);
        var second = road.ready(new Address(43.7402, 7.4302, "7 Avenue de la Costa"));
        var offer = road.awaitOffer(courier);
        assertThat(offer.at("/together/0").asText()).isEqualTo(one.substring(12));
        var two = road.accepted(courier);
        var third = road.ready();
        Road.pause(500);
        assertThat(road.status(third)).isEqualTo("Waiting");
        assertThat(road.courier(courier).get("/offers").body().path("offers")).isEmpty();
        assertThat(road.courierView(courier).path("delivery_ids"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(one.substring(12), two.substring(12));
        refuses(road.shift(courier, false), 409, "has_ride");

        assertThat(road.step(courier, one, "pickup").status()).isEqualTo(200);
        assertThat(road.step(courier, two, "pickup").status()).isEqualTo(200);
        assertThat(road.deliver(courier, one, "1234").status()).isEqualTo(200);
        assertThat(road.status(first)).isEqualTo("Delivered");
        assertThat(road.status(second)).isEqualTo("PickedUp");
        assertThat(road.awaitOffer(courier).path("delivery_id"))
                .isEqualTo(road.ride(third).path("delivery_id"));
        assertThat(road.deliver(courier, two, "1234").status()).isEqualTo(200);
    }

    @Test
    void an_operator_can_fill_a_bag_but_not_overfill_it() {
        var courier = road.online(0.1, 2);
        var paths = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var order = road.ready();
            paths.add("/deliveries/" + road.ride(order).path("delivery_id").asText());
        }
        var wish = new Reassignment(courier, "they stand there");
        var answers =
                paths.stream()
                        .map(path -> road.operator().post(path + "/reassign", wish).status())
                        .toList();
        // what they are asked for meanwhile takes a place too
        assertThat(answers.stream().filter(status -> status == 200).count()).isBetween(1L, 2L);
        assertThat(answers).contains(409);
        assertThat(road.courierView(courier).path("delivery_ids").size()).isLessThanOrEqualTo(2);
    }
}
