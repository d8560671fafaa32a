package gofood.delivery;

import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.LateStep;
import gofood.contracts.DeliveryApi.LateSteps;
import gofood.contracts.DeliveryApi.NewRoadProblem;
import gofood.contracts.DeliveryApi.Reassignment;
import gofood.contracts.DeliveryApi.RoadStep;
import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.platform.testing.TestClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What stands in a courier's way, and rides that are given back.
class RoadProblemTest extends WithRoad {
    private static final NewRoadProblem LOST =
            new NewRoadProblem(RoadTrouble.CANNOT_FIND, "Which entrance?", null);
    private static final NewRoadProblem FLAT =
            new NewRoadProblem(RoadTrouble.BROKEN_DOWN, "A flat tyre", true);

    private TestClient.Answer report(long courier, String path, NewRoadProblem problem) {
        return road.courier(courier).post(path + "/problem", problem);
    }

    private List<JsonNode> told(long order) {
        return road.bed.neighbour("notification").events().stream()
                .filter(event -> event.path("type").asText().equals("delivery.trouble_reported"))
                .map(event -> event.path("data"))
                .filter(data -> data.path("order_id").asLong() == order)
                .toList();
    }

    @Test
    void a_problem_is_told_and_stays_until_the_next_step() {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        var answer = report(courier, path, LOST);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().at("/problem/kind").asText()).isEqualTo("cannot_find");
        assertThat(answer.body().path("status").asText()).isEqualTo("Assigned");
        var event =
                road.bed.neighbour("notification").awaitEvent("delivery.trouble_reported", order);
        assertThat(event.path("courier_id").asLong()).isEqualTo(courier);
        assertThat(event.path("courier_name").asText()).isEqualTo("Courier " + courier);
        assertThat(event.path("kind").asText()).isEqualTo("cannot_find");
        assertThat(event.path("text").asText()).isEqualTo("Which entrance?");

        assertThat(road.operator().get(path).body().at("/problem/text").asText())
                .isEqualTo("Which entrance?");
        assertThat(road.customer().get(path).body().path("problem").isNull()).isTrue();
        assertThat(road.customer().get(path).body().path("note").isNull()).isTrue();
        for (var who : List.of(road.courier(courier), road.operator()))
            assertThat(who.get(path).body().path("note").asText()).isEqualTo("Ring twice");

        var next = road.step(courier, path, "arrive").body();
        assertThat(next.path("problem").isNull()).isTrue();
        road.step(courier, path, "pickup");
        assertThat(report(courier, path, LOST).status()).isEqualTo(200);
        road.deliver(courier, path, "1234");
        refuses(report(courier, path, LOST), 409, "wrong_state");
    }

    @Test
    void the_same_problem_within_a_minute_is_told_once() {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        report(courier, path, LOST);
        var more = new NewRoadProblem(RoadTrouble.CANNOT_FIND, "The blue door?", false);
        var again = report(courier, path, more).body();
        assertThat(again.at("/problem/text").asText()).isEqualTo("The blue door?");
        var late = new NewRoadProblem(RoadTrouble.LONG_WAIT, null, null);
        report(courier, path, late);
        Road.await(() -> told(order).size() > 1 ? true : null, "the other problem");
        assertThat(told(order))
                .extracting(data -> data.path("kind").asText())
                .containsExactly("cannot_find", "long_wait");
    }

    @Test
    void a_ride_that_is_given_back_goes_to_somebody_else_and_earns_nothing() {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        road.step(courier, path, "arrive");
        var answer = report(courier, path, FLAT);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("Waiting");
        assertThat(answer.body().path("courier_id").isNull()).isTrue();
        road.bed.neighbour("notification").awaitEvent("delivery.trouble_reported", order);
        var lost = road.bed.neighbour("order").awaitEvent("delivery.unassigned", order);
        assertThat(lost.path("reason").asText())
                .isEqualTo("The courier could not go on. Another one is being looked for.");

        // they stay on shift, and are asked for others but not for this one
        assertThat(road.courierView(courier).path("online").asBoolean()).isTrue();
        var other = road.ready();
        assertThat(road.awaitOffer(courier).path("delivery_id").asLong())
                .isEqualTo(road.ride(other).path("delivery_id").asLong());
        road.cancelled(other);
        Road.pause(500);
        assertThat(road.courier(courier).get("/offers").body().path("offers")).isEmpty();
        assertThat(road.status(order)).isEqualTo("Waiting");

        refuses(report(courier, path, FLAT), 404, "not_found");
        refuses(road.step(courier, path, "pickup"), 404, "not_found");
        var seen = road.operator().get(path).body();
        assertThat(seen.path("timeline"))
                .extracting(step -> step.path("why").asText())
                .contains("The courier could not go on. Another one is being looked for.");
        var decisions = road.operator().get(path + "/decisions").body().path("decisions");
        assertThat(decisions.get(0).path("reason").asText())
                .isEqualTo(
                        "courier %d gave the ride back: the vehicle broke down: \"A flat tyre\""
                                .formatted(courier));

        var helper = road.online(0.2);
        assertThat(road.accepted(helper)).isEqualTo(path);
        road.step(helper, path, "pickup");
        road.deliver(helper, path, "1234");
        road.bed.neighbour("payment").awaitEvent("delivery.earned", order);
        assertThat(road.bed.neighbour("payment").events())
                .extracting(event -> event.at("/data/courier_id").asLong())
                .doesNotContain(courier);
    }

    @Test
    void who_gave_a_ride_back_takes_it_again_only_by_an_operators_word() {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        report(courier, path, FLAT);
        Road.pause(400);
        assertThat(road.status(order)).isEqualTo("Waiting");
        var wish = new Reassignment(courier, "they have a new tyre");
        assertThat(road.operator().post(path + "/reassign", wish).status()).isEqualTo(200);
        assertThat(road.step(courier, path, "pickup").status()).isEqualTo(200);
    }

    @Test
    void the_food_cannot_be_given_back() {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        road.step(courier, path, "pickup");
        var refused = report(courier, path, FLAT);
        refuses(refused, 409, "wrong_state");
        assertThat(refused.body().path("detail").asText()).contains("You have the food");
        assertThat(refused.body().path("state").asText()).isEqualTo("PickedUp");
        assertThat(road.ride(order).path("problem").isNull()).isTrue();
        var only = new NewRoadProblem(RoadTrouble.BROKEN_DOWN, null, false);
        assertThat(report(courier, path, only).status()).isEqualTo(200);
    }

    @Test
    void a_give_back_that_is_sent_again_with_its_key_gets_the_same_answer() {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier) + "/problem";
        var key = "give-back-" + order;
        var first = road.courier(courier).post(path, FLAT, "Idempotency-Key", key);
        var again = road.courier(courier).post(path, FLAT, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_problem_is_told_by_its_courier_alone() {
        var courier = road.online(0.1);
        road.ready();
        var path = road.accepted(courier);
        refuses(report(Road.newId(), path, LOST), 404, "not_found");
        refuses(report(courier, "/deliveries/999999", LOST), 404, "not_found");
        refuses(report(courier, "/deliveries/x", LOST), 404, "not_found");
        refuses(road.customer().post(path + "/problem", LOST), 403, "not_allowed");
        refuses(road.operator().post(path + "/problem", LOST), 403, "not_allowed");
        assertThat(road.bed.anyone().post(path + "/problem", LOST).status()).isEqualTo(401);
        var me = road.courier(courier);
        refuses(me.post(path + "/problem", "{}"), 422, "missing_field");
        refuses(me.post(path + "/problem", "{\"kind\": \"bored\"}"), 422, "invalid_field");
        var long301 = new LongProblem("other", "x".repeat(301));
        refuses(me.post(path + "/problem", long301), 422, "invalid_field");
    }

    private record LongProblem(String kind, String text) {}

    @Test
    void a_step_that_is_told_late_does_not_end_a_problem_that_came_after_it() {
        var courier = road.online(0.1);
        road.ready();
        var path = road.accepted(courier);
        var arrived = Instant.now();
        Road.pause(20);
        report(courier, path, LOST);
        var steps = new LateSteps(List.of(new LateStep(RoadStep.ARRIVE, arrived, null)));
        var told = road.courier(courier).post(path + "/steps", steps).body();
        assertThat(told.path("status").asText()).isEqualTo("AtRestaurant");
        assertThat(told.at("/problem/kind").asText()).isEqualTo("cannot_find");
        // what was done without signal before the ride was given back comes too late
        report(courier, path, FLAT);
        var late = new LateSteps(List.of(new LateStep(RoadStep.PICKUP, Instant.now(), null)));
        refuses(road.courier(courier).post(path + "/steps", late), 404, "not_found");
    }

    @Test
    void two_problems_at_once_are_told_once_and_one_gives_back() throws Exception {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        RacesTest.together(
                List.<Supplier<Integer>>of(
                        () -> report(courier, path, LOST).status(),
                        () -> report(courier, path, LOST).status(),
                        () -> report(courier, path, LOST).status()));
        var back =
                RacesTest.together(
                        List.<Supplier<Integer>>of(
                                () -> report(courier, path, FLAT).status(),
                                () -> report(courier, path, FLAT).status()));
        assertThat(back).containsExactlyInAnyOrder(200, 404);
        Road.await(() -> told(order).size() > 1 ? true : null, "both problems");
        assertThat(told(order)).hasSize(2);
    }

    @Test
    void giving_back_and_fetching_at_once_has_one_outcome() throws Exception {
        for (int round = 0; round < 6; round++) {
            var courier = road.online(0.1);
            var order = road.ready();
            var path = road.accepted(courier);
            var step = round % 2 == 0 ? "pickup" : "arrive";
            var actions = new ArrayList<Supplier<Integer>>();
            actions.add(() -> report(courier, path, FLAT).status());
            actions.add(() -> road.step(courier, path, step).status());
            var answers = RacesTest.together(actions);
            var expected =
                    Map.of(
                            "pickup", List.of(List.of(200, 404), List.of(409, 200)),
                            // who has arrived may still give back
                            "arrive", List.of(List.of(200, 404), List.of(200, 200)));
            assertThat(expected.getOrDefault(step, List.of())).contains(answers);
            assertThat(road.status(order))
                    .isEqualTo(answers.getFirst() == 200 ? "Waiting" : "PickedUp");
            clear();
        }
    }
}
