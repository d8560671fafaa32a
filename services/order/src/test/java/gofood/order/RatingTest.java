package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RatingTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    private static Answer rate(TestClient by, long id, String said) {
        return by.put("/orders/" + id + "/rating", said);
    }

    private static Answer rate(long id, String said) {
        return rate(story.customer, id, said);
    }

    private static List<JsonNode> told(String service, long id) {
        return story.bed.neighbour(service).events().stream()
                .filter(it -> it.path("type").asText().equals("order.rated"))
                .filter(it -> it.path("subject").asText().equals("" + id))
                .map(it -> it.path("data"))
                .toList();
    }

    @Test
    void a_customer_says_how_it_was_and_kitchen_and_courier_hear_it() {
        var id = story.delivered();
        var said = rate(id, "{\"food\": 5, \"ride\": 4, \"comment\": \"  Still hot \"}");
        assertThat(said.status()).as(said.body().toString()).isEqualTo(200);
        assertThat(said.body().path("comment").asText()).isEqualTo("Still hot");
        for (var service : List.of("restaurant", "delivery")) {
            var told = story.bed.neighbour(service).awaitEvent("order.rated", id);
            assertThat(told.path("courier_id").asLong()).isEqualTo(31);
            assertThat(told.path("rating")).isEqualTo(said.body());
        }
        assertThat(story.view(id).path("rating")).isEqualTo(said.body());
        var listed = story.customer.get("/orders?limit=100").body().path("orders");
        assertThat(listed)
                .anyMatch(it ->
                        it.path("order_id").asLong() == id
                                && it.path("rating").equals(said.body()));
        assertThat(story.lastStep(id).path("status").asText()).isEqualTo("Delivered");
    }

    @Test
    void how_it_was_brought_is_not_for_the_kitchen() {
        var id = story.delivered();
        rate(id, "{\"food\": 5, \"ride\": 1, \"comment\": \"Warm\"}");
        var seen = story.kitchen.get("/orders/" + id).body().path("rating");
        var listed = story.kitchen.get("/orders?limit=1").body().at("/orders/0");
        assertThat(listed.path("order_id").asLong()).isEqualTo(id);
        for (var rating : List.of(seen, listed.path("rating"))) {
            assertThat(rating.path("ride").isNull()).isTrue();
            assertThat(rating.path("food").asInt()).isEqualTo(5);
            assertThat(rating.path("comment").asText()).isEqualTo("Warm");
        }
        for (var who : List.of(story.customer, story.operator)) {
            assertThat(who.get("/orders/" + id).body().at("/rating/ride").asInt()).isEqualTo(1);
            assertThat(who.get("/orders?limit=1").body().at("/orders/0/rating/ride").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_second_one_takes_the_first_ones_place_and_the_same_again_is_not_told() {
        var id = story.delivered();
        var first = rate(id, "{\"food\": 2}");
        assertThat(rate(id, "{\"food\": 2, \"comment\": \" \"}").body()).isEqualTo(first.body());
        var second = rate(id, "{\"food\": 3}");
        OrderStory.await(() -> told("delivery", id).size() > 1);
        assertThat(told("delivery", id))
                .extracting(it -> it.at("/rating/food").asInt())
                .containsExactly(2, 3);
        assertThat(story.view(id).path("rating")).isEqualTo(second.body());
    }

    @Test
    void said_in_many_places_at_once_the_last_one_told_is_the_one_kept() {
        var id = story.delivered();
        var same = OrderStory.atOnce(8, _ -> rate(id, "{\"food\": 4}"));
        assertThat(same).allMatch(it -> it.status() == 200);
        var each =
                OrderStory.atOnce(
                        8, i -> rate(id, "{\"food\": 1, \"ride\": %d}".formatted(1 + i % 5)));
        assertThat(each).allMatch(it -> it.status() == 200);
        rate(id, "{\"food\": 5}");
        OrderStory.await(() ->
                !told("restaurant", id).isEmpty()
                        && told("restaurant", id).getLast().at("/rating/food").asInt() == 5);
        var told = told("restaurant", id);
        assertThat(told.stream().filter(it -> it.at("/rating/food").asInt() == 4)).hasSize(1);
        assertThat(story.view(id).path("rating")).isEqualTo(told.getLast().path("rating"));
    }

    @Test
    void only_what_was_delivered_can_be_rated_and_only_for_14_days() {
        var onTheWay = rate(story.pickedUp(), "{\"food\": 5}");
        assertThat(onTheWay.status()).isEqualTo(409);
        assertThat(onTheWay.body().path("state").asText()).isEqualTo("PickedUp");
        var cancelled = story.paid();
        story.customer.post("/orders/" + cancelled + "/cancel", "");
        assertThat(rate(cancelled, "{\"food\": 1}").code()).isEqualTo("wrong_state");
        var old = story.delivered();
        story.sql("UPDATE orders SET since = since - interval '14 days' WHERE id = ?", old);
        var late = rate(old, "{\"food\": 5}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("too_late");
        assertThat(told("restaurant", cancelled)).isEmpty();
    }

    @Test
    void nobody_says_it_for_the_customer() {
        var id = story.delivered();
        var five = "{\"food\": 5}";
        assertThat(rate(story.operator, id, five).status()).isEqualTo(403);
        assertThat(rate(story.kitchen, id, five).status()).isEqualTo(403);
        assertThat(rate(story.bed.asService("payment"), id, five).status()).isEqualTo(403);
        assertThat(rate(story.bed.anyone(), id, five).status()).isEqualTo(401);
        assertThat(rate(story.customer(99), id, five).status()).isEqualTo(404);
        assertThat(rate(story.customer, 999_999, five).status()).isEqualTo(404);
        var guest = story.bed.as(Role.GUEST, 70);
        assertThat(rate(guest, story.delivered(guest), five).status()).isEqualTo(200);
    }

    @Test
    void stars_are_one_to_five() {
        var id = story.delivered();
        for (var bad :
                List.of(
                        "{\"food\": 0}",
                        "{\"food\": 6}",
                        "{\"food\": 4.5}",
                        "{\"ride\": 5}",
                        "{\"food\": 5, \"ride\": 0}",
                        "{\"food\": 5, \"at\": \"2036-05-01T12:00:00Z\"}",
                        "{\"food\": 5, \"comment\": \"" + "x".repeat(501) + "\"}"))
            assertThat(rate(id, bad).status()).as(bad).isEqualTo(422);
        assertThat(story.view(id).path("rating").isNull()).isTrue();
    }
}
