package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A kitchen turns out not to have a dish. Line 1: two of 301 for 13.99; line 2: one of 302 for
/// 6.00.
class SubstitutionTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    private static String path(long id) {
        return "/orders/" + id + "/substitutions";
    }

    private static TestClient.Answer propose(long id, String body) {
        return story.kitchen.post(path(id), body);
    }

    private static long proposed(long id, String body) {
        var answer = propose(id, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("substitution_id").asLong();
    }

    private static TestClient.Answer answer(long id, long substitution, String word) {
        return story.customer.post(path(id) + "/" + substitution + "/" + word, "");
    }

    private static BigDecimal total(JsonNode order) {
        return order.at("/price/total").decimalValue();
    }

    private static String outcome(long id) {
        return story.view(id).at("/substitutions/0/status").asText();
    }

    private static void nobodyAnswers(long substitution) {
        story.sql(
                "UPDATE substitution SET answer_by = now() - interval '1 second' WHERE id = ?",
                substitution);
        story.sql(
                "UPDATE timer SET at = now() WHERE kind = 'order.substitution' AND key = ?",
                Long.toString(substitution));
    }

    @Test
    void an_accepted_dish_takes_the_place_of_the_missing_one_and_the_difference_goes_back() {
        var id = story.received();
        var before = story.view(id);
        var answer = propose(id, "{\"line\": 1, \"item_id\": \"302\"}");
        assertThat(answer.status()).isEqualTo(201);
        var asked = answer.body();
        var told =
                story.bed.neighbour("notification").awaitEvent("order.substitution_proposed", id);
        assertThat(told.path("question").asText()).contains("2 × Dish 301", "Dish 302", "6.00 EUR");
        assertThat(story.view(id).at("/substitutions/0/status").asText()).isEqualTo("Proposed");
        var after = answer(id, asked.path("substitution_id").asLong(), "accept").body();
        assertThat(after.path("status").asText()).isEqualTo("Received");
        assertThat(after.at("/items/0/item_id").asText()).isEqualTo("302");
        assertThat(after.at("/price/items_total").decimalValue()).isEqualByComparingTo("18.00");
        assertThat(total(before).subtract(total(after))).isEqualByComparingTo("15.98");
        assertThat(asked.path("total_if_accepted").decimalValue())
                .isEqualByComparingTo(total(after));
        for (var who : new String[] {"payment", "restaurant", "delivery", "notification"}) {
            var changed = story.bed.neighbour(who).awaitEvent("order.changed", id);
            assertThat(changed.at("/price/total")).isEqualTo(after.at("/price/total"));
        }
        assertThat(story.lastStep(id).path("why").asText())
                .isEqualTo("Dish 302 comes instead of 2 × Dish 301.");
        assertThat(answer(id, asked.path("substitution_id").asLong(), "drop").code())
                .isEqualTo("already_answered");
    }

    @Test
    void a_dearer_dish_is_sold_for_what_the_missing_one_cost() {
        var id = story.received();
        var total = total(story.view(id));
        var body = "{\"line\": 2, \"item_id\": \"301\", \"options\": [\"2\"]}";
        var answer = propose(id, body);
        assertThat(answer.body().at("/instead/price").decimalValue()).isEqualByComparingTo("6.00");
        assertThat(answer.body().path("total_if_accepted").decimalValue())
                .isEqualByComparingTo(total);
        assertThat(story.lastStep(id).path("why").asText()).contains("instead of 16.99");
        var after = answer(id, answer.body().path("substitution_id").asLong(), "accept").body();
        assertThat(total(after)).isEqualByComparingTo(total);
    }

    @Test
    void a_dropped_dish_is_not_paid() {
        var id = story.preparing();
        var total = total(story.view(id));
        var asked = propose(id, "{\"line\": 1, \"quantity\": 1}").body();
        assertThat(asked.path("instead").isNull()).isTrue();
        var after = answer(id, asked.path("substitution_id").asLong(), "drop").body();
        assertThat(total.subtract(total(after))).isEqualByComparingTo("13.99");
        assertThat(after.at("/items/0/quantity").asInt()).isEqualTo(1);
    }

    @Test
    void an_order_of_which_nothing_is_left_is_cancelled_for_nothing() {
        var id = story.received();
        answer(id, proposed(id, "{\"line\": 1}"), "drop");
        var after = answer(id, proposed(id, "{\"line\": 2}"), "drop").body();
        assertThat(after.path("status").asText()).isEqualTo("Cancelled");
        var told = story.bed.neighbour("payment").awaitEvent("order.cancelled", id);
        assertThat(told.at("/settlement/liable").asText()).isEqualTo("restaurant");
        assertThat(told.at("/settlement/charged").decimalValue()).isZero();
    }

    @Test
    void who_is_asked_may_cancel_for_nothing() {
        var id = story.preparing();
        assertThat(story.customer.post("/orders/" + id + "/cancel", "").code())
                .isEqualTo("cost_changed");
        proposed(id, "{\"line\": 1}");
        var cost = story.customer.get("/orders/" + id + "/cancellation").body();
        assertThat(cost.path("charged").decimalValue()).isZero();
        assertThat(story.customer.post("/orders/" + id + "/cancel", "").status()).isEqualTo(200);
        var told = story.bed.neighbour("payment").awaitEvent("order.cancelled", id);
        assertThat(told.at("/settlement/liable").asText()).isEqualTo("restaurant");
        assertThat(outcome(id)).isEqualTo("Void");
    }

    @Test
    void who_does_not_answer_gets_what_they_wished_when_they_ordered() {
        var swap = story.received("\"if_unavailable\": \"swap\"");
        nobodyAnswers(proposed(swap, "{\"line\": 1, \"item_id\": \"302\"}"));
        var drop = story.received("\"if_unavailable\": \"drop\"");
        nobodyAnswers(proposed(drop, "{\"line\": 1, \"item_id\": \"302\"}"));
        var cancel = story.received("\"if_unavailable\": \"cancel\"");
        nobodyAnswers(proposed(cancel, "{\"line\": 1, \"item_id\": \"302\"}"));
        OrderStory.await(() -> outcome(swap).equals("Accepted"));
        OrderStory.await(() -> outcome(drop).equals("Dropped"));
        OrderStory.await(() -> outcome(cancel).equals("Void"));
        assertThat(story.view(swap).path("items")).hasSize(2);
        assertThat(story.view(drop).path("items")).hasSize(1);
        assertThat(story.status(cancel)).isEqualTo("Cancelled");
        var told = story.bed.neighbour("payment").awaitEvent("order.cancelled", cancel);
        assertThat(told.at("/settlement/restaurant").decimalValue()).isZero();
    }

    @Test
    void a_late_answer_is_refused() {
        var id = story.received();
        var substitution = proposed(id, "{\"line\": 1}");
        story.sql(
                "UPDATE substitution SET answer_by = now() - interval '1 second' WHERE id = ?",
                substitution);
        assertThat(answer(id, substitution, "accept").code()).isEqualTo("too_late");
    }

    @Test
    void food_that_is_ready_decides_an_open_question() {
        var drop = story.received();
        proposed(drop, "{\"line\": 1, \"item_id\": \"302\"}");
        assertThat(story.status(story.ready(drop))).isEqualTo("Complete");
        assertThat(outcome(drop)).isEqualTo("Dropped");
        assertThat(story.view(drop).path("items")).hasSize(1);
        var swap = story.received("\"if_unavailable\": \"swap\"");
        proposed(swap, "{\"line\": 1, \"item_id\": \"302\"}");
        story.ready(swap);
        assertThat(outcome(swap)).isEqualTo("Accepted");
    }

    @Test
    void two_answers_at_once_are_one() {
        var id = story.received();
        var substitution = proposed(id, "{\"line\": 1, \"item_id\": \"302\"}");
        assertThat(
                        OrderStory.atOnce(
                                8, i -> answer(id, substitution, i % 2 == 0 ? "accept" : "drop")))
                .filteredOn(answer -> answer.status() == 200)
                .hasSize(1);
    }

    @Test
    void what_waits_for_another_answer_is_counted_anew() {
        var id = story.received();
        var first = proposed(id, "{\"line\": 1}");
        proposed(id, "{\"line\": 2}");
        var after = answer(id, first, "drop").body();
        assertThat(after.at("/substitutions/1/status").asText()).isEqualTo("Proposed");
        assertThat(after.at("/substitutions/1/total_if_accepted").decimalValue())
                .as("nothing would be left")
                .isZero();
    }

    @Test
    void each_bad_proposal_is_told_what_is_wrong() {
        var id = story.received();
        assertThat(propose(id, "{\"line\": 9}").status()).isEqualTo(422);
        assertThat(propose(id, "{\"line\": 1, \"quantity\": 3}").status()).isEqualTo(422);
        assertThat(propose(id, "{\"line\": 1, \"item_id\": \"999\"}").code())
                .isEqualTo("unknown_item");
        assertThat(propose(id, "{\"line\": 1, \"item_id\": \"303\"}").code()).isEqualTo("sold_out");
        assertThat(propose(id, "{\"line\": 2, \"item_id\": \"301\"}").code())
                .isEqualTo("wrong_choice");
        proposed(id, "{\"line\": 1}");
        assertThat(propose(id, "{\"line\": 1}").code()).isEqualTo("already_asked");
        for (var wrong : new long[] {story.paid(), story.complete()})
            assertThat(propose(wrong, "{\"line\": 1}").code()).isEqualTo("wrong_state");
    }

    @Test
    void kitchens_ask_and_customers_answer() {
        var id = story.received();
        assertThat(story.customer.post(path(id), "{\"line\": 1}").status()).isEqualTo(403);
        var other = story.bed.as(Role.STAFF, 21, 8L);
        assertThat(other.post(path(id), "{\"line\": 1}").status()).isEqualTo(404);
        var accept = path(id) + "/" + proposed(id, "{\"line\": 1}") + "/accept";
        assertThat(story.kitchen.post(accept, "").status()).isEqualTo(403);
        assertThat(story.customer(99).post(accept, "").status()).isEqualTo(404);
        assertThat(story.bed.anyone().post(accept, "").status()).isEqualTo(401);
        var foreign = path(story.received()) + accept.substring(path(id).length());
        assertThat(story.customer.post(foreign, "").status()).isEqualTo(404);
    }
}
