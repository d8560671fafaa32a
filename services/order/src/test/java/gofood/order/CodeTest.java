package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Resolution;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.platform.testing.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What screens say in their own language they know by its code.
class CodeTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    @Test
    void every_code_is_described() throws Exception {
        described("gofood.order.life.StepReason", "StepReason");
        described("gofood.order.settlement.CostReason", "CostReason");
        described("gofood.order.problem.AnswerCode", "AnswerCode");
    }

    private static void described(String type, String schema)
            throws ClassNotFoundException, IOException {
        var description = story.bed.anyone().get("/openapi.yaml").raw().body();
        var told = new YAMLMapper().readTree(description).at("/components/schemas/" + schema);
        var codes =
                Arrays.stream(Class.forName(type).getEnumConstants())
                        .map(code -> ((Enum<?>) code).name().toLowerCase(Locale.ROOT))
                        .toList();
        var listed =
                StreamSupport.stream(told.path("enum").spliterator(), false).map(JsonNode::asText);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(codes);
        for (var code : codes)
            assertThat(told.path("description").asText()).contains("- `" + code + "`: ");
    }

    private static String lastCode(long id) {
        return story.lastStep(id).path("code").asText();
    }

    private static String declined(String reason) {
        var id = story.place();
        story.bed
                .asService("payment")
                .tell("payment.declined", id, new PaymentEvent.Declined(id, 12, reason));
        return lastCode(id);
    }

    @Test
    void a_decline_has_a_code_whatever_the_provider_says() {
        assertThat(declined("insufficient_funds")).isEqualTo("insufficient_funds");
        assertThat(declined("expired_card")).isEqualTo("expired_card");
        assertThat(declined("insufficient_credit")).isEqualTo("insufficient_credit");
        assertThat(declined("do_not_honor")).isEqualTo("card_declined");
        assertThat(declined("restaurant_silent"))
                .as("no provider's word")
                .isEqualTo("card_declined");
    }

    @Test
    void what_we_say_has_a_code_and_what_people_say_has_none() {
        var silent = story.paid();
        var bare = story.paid();
        story.customer.post("/orders/" + bare + "/cancel", "");
        assertThat(lastCode(bare)).isEqualTo("customer_cancelled");
        story.customer.post("/orders/" + silent + "/cancel", "{\"reason\": \"Wrong address\"}");
        assertThat(story.lastStep(silent).path("code").isNull()).isTrue();
        assertThat(story.lastStep(silent).path("why").asText()).startsWith("Wrong address");
        var ours = story.paid();
        story.operator.post("/orders/" + ours + "/cancel", "");
        assertThat(lastCode(ours)).isEqualTo("operator_cancelled");
        var rejected = story.paid();
        story.rejected(rejected);
        assertThat(story.lastStep(rejected).path("code").isNull()).isTrue();
        assertThat(story.view(rejected).at("/timeline/0/code").isNull()).isTrue();
    }

    @Test
    void the_clock_and_the_road_say_why() {
        var id = story.received();
        var delivery = story.bed.asService("delivery");
        delivery.tell("delivery.assigned", id, new DeliveryEvent.Assigned(id, 31, "Max"));
        assertThat(lastCode(id)).isEqualTo("courier_assigned");
        delivery.tell("delivery.unassigned", id, new DeliveryEvent.Unassigned(id, 31, "flat tyre"));
        assertThat(lastCode(id)).isEqualTo("courier_gone");
        delivery.tell("delivery.failed", id, new DeliveryEvent.Failed(id, "no courier found"));
        assertThat(lastCode(id)).isEqualTo("no_courier");
        var silent = story.paid();
        var overdue = "UPDATE orders SET since = since - interval '1 hour' WHERE id = ?";
        story.sql(overdue, silent);
        story.sql("UPDATE timer SET at = now() WHERE key = ?", "" + silent);
        OrderStory.await(() -> story.status(silent).equals("Cancelled"));
        assertThat(lastCode(silent)).isEqualTo("restaurant_silent");
    }

    @Test
    void what_cancelling_costs_has_a_code() {
        assertThat(cost(story.paid())).isEqualTo("not_begun");
        assertThat(cost(story.received())).isEqualTo("just_confirmed");
        var id = story.preparing();
        assertThat(cost(id)).isEqualTo("cooking");
        var refused = story.customer.post("/orders/" + id + "/cancel", "");
        assertThat(refused.code()).isEqualTo("cost_changed");
        assertThat(refused.body().path("reason_code").asText()).isEqualTo("cooking");
    }

    private static String cost(long id) {
        return story.customer.get("/orders/" + id + "/cancellation").body().path("code").asText();
    }

    @Test
    void an_answer_has_a_code_until_somebody_answers() {
        var path = "/orders/%d/problems".formatted(story.delivered());
        var missing = "{\"kind\": \"missing\", \"items\": [{\"line\": 2, \"quantity\": 1}]}";
        var believed = story.customer.post(path, missing).body();
        assertThat(believed.path("code").asText()).isEqualTo("dishes_refunded");
        var other = "{\"kind\": \"other\", \"text\": \"The bag was wet\"}";
        var open = story.customer.post(path, other).body();
        assertThat(open.path("code").asText()).isEqualTo("looked_into");
        var resolve = "/problems/%d/resolve".formatted(open.path("problem_id").asLong());
        var answered =
                story.operator.post(resolve, new Resolution(null, Liable.PLATFORM, "Sorry."));
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.body().path("code").isNull()).isTrue();
        var late = story.delivered();
        story.sql("UPDATE orders SET promised_at = since - interval '1 hour' WHERE id = ?", late);
        assertThat(
                        story.customer
                                .post("/orders/%d/problems".formatted(late), "{\"kind\": \"late\"}")
                                .body()
                                .path("code")
                                .asText())
                .isEqualTo("ride_refunded");
    }

    @Test
    void operators_see_under_which_trace_each_step_was_made() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var placed =
                story.customer.post(
                        "/orders",
                        OrderStory.order(),
                        "traceparent",
                        "00-" + trace + "-00f067aa0ba902b7-01");
        var id = placed.body().path("order_id").asLong();
        story.authorized(id);
        var steps = story.view(id).path("timeline");
        assertThat(steps.get(0).path("trace_id").asText()).isEqualTo(trace);
        assertThat(steps.get(1).path("trace_id").asText()).matches("[0-9a-f]{32}");
        for (var client : new TestClient[] {story.customer, story.kitchen})
            for (var step : client.get("/orders/" + id).body().path("timeline"))
                assertThat(step.path("trace_id").isNull()).isTrue();
    }

    @Test
    void a_kitchen_is_told_until_when_it_is_waited_for() {
        var id = story.paid();
        var told = story.bed.neighbour("restaurant").awaitEvent("order.paid", id);
        var paid = Instant.parse(story.lastStep(id).path("at").asText());
        assertThat(Instant.parse(told.path("answer_by").asText()))
                .isEqualTo(paid.plus(Duration.ofSeconds(480)));
    }
}
