package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.Money;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What customers report of delivered orders. Line 1: two of 301 for 13.99; line 2: one of 302 for
/// 6.00.
class ProblemTest {
    private static final String ONE_OF_FIRST =
            "{\"kind\": \"missing\", \"items\": [{\"line\": 1, \"quantity\": 1}]}";
    private static final String SECOND =
            "{\"kind\": \"damaged\", \"items\": [{\"line\": 2, \"quantity\": 1}]}";
    private static final String PNG = "\u0089PNG\r\n\u001a\n....";
    private static final AtomicLong CUSTOMERS = new AtomicLong(1000);
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    /// A customer who has never reported anything, and their delivered order.
    private record Case(TestClient customer, long order) {
        static Case fresh() {
            var customer = story.customer(CUSTOMERS.incrementAndGet());
            return new Case(customer, story.delivered(customer));
        }

        TestClient.Answer report(String problem) {
            return customer.post("/orders/" + order + "/problems", problem);
        }

        JsonNode taken(String problem) {
            var answer = report(problem);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            return answer.body();
        }

        TestClient.Answer send(byte[] picture) {
            return ProblemTest.send(customer, order, picture);
        }
    }

    private static TestClient.Answer send(TestClient by, long order, byte[] picture) {
        var request =
                HttpRequest.newBuilder(by.address().resolve("/orders/" + order + "/photos"))
                        .header("Authorization", "Bearer " + by.token())
                        .header("Content-Type", "image/png")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var raw = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new TestClient.Answer(
                    raw.statusCode(), gofood.platform.wire.Json.tree(raw.body()), raw);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] png() {
        return PNG.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static TestClient.Answer resolve(JsonNode problem, String body) {
        return story.operator.post(
                "/problems/" + problem.path("problem_id").asLong() + "/resolve", body);
    }

    /// Plays that it isn't the same tap any more.
    private static void later(long order) {
        story.sql(
                "UPDATE problem SET created_at = created_at - interval '11 seconds' WHERE order_id ="
                        + " ?",
                order);
    }

    private static long refunds(long order) {
        return story.bed.neighbour("payment").events().stream()
                .filter(event -> event.path("type").asText().equals("order.refund_granted"))
                .filter(event -> event.path("subject").asText().equals("" + order))
                .count();
    }

    @Test
    void a_missing_dish_is_given_back_at_once_by_the_restaurant() {
        var it = Case.fresh();
        var problem = it.taken(ONE_OF_FIRST);
        assertThat(problem.path("status").asText()).isEqualTo("Refunded");
        assertThat(problem.path("refund").decimalValue()).isEqualByComparingTo("13.99");
        assertThat(problem.path("liable").asText()).isEqualTo("restaurant");
        var granted = story.bed.neighbour("payment").awaitEvent("order.refund_granted", it.order);
        assertThat(granted.path("amount").decimalValue()).isEqualByComparingTo("13.99");
        assertThat(granted.path("problem_id")).isEqualTo(problem.path("problem_id"));
        assertThat(granted.path("reason").asText()).isEqualTo("1 × Dish 301 was missing.");
        later(it.order);
        var other = it.taken(ONE_OF_FIRST);
        assertThat(other.path("problem_id")).isNotEqualTo(problem.path("problem_id"));
        later(it.order);
        var third = it.report(ONE_OF_FIRST);
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.code()).isEqualTo("already_reported");
    }

    @Test
    void more_than_the_limit_is_looked_at_by_an_operator() {
        var it = Case.fresh();
        var both = ONE_OF_FIRST.replace("\"quantity\": 1", "\"quantity\": 2");
        var problem = it.taken(both);
        assertThat(problem.path("status").asText()).isEqualTo("Open");
        assertThat(problem.path("refund").decimalValue()).isZero();
        var told =
                story.bed.neighbour("notification").awaitEvent("order.problem_reported", it.order);
        assertThat(told.path("kind").asText()).isEqualTo("missing");
        assertThat(it.taken(SECOND).path("liable").asText()).isEqualTo("platform");
    }

    @Test
    void two_taps_at_once_give_one_refund() {
        var it = Case.fresh();
        var all = "{\"kind\": \"wrong\", \"items\": [{\"line\": 2, \"quantity\": 1}]}";
        var answers = OrderStory.atOnce(8, _ -> it.report(all));
        assertThat(answers).extracting(TestClient.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(TestClient.Answer::body)
                .containsOnly(answers.getFirst().body());
        story.bed.neighbour("payment").awaitEvent("order.refund_granted", it.order);
        assertThat(refunds(it.order)).isEqualTo(1);
    }

    @Test
    void nobody_is_believed_more_than_three_times_even_all_at_once() {
        var customer = story.customer(CUSTOMERS.incrementAndGet());
        var cases = new ArrayList<Case>();
        for (int i = 0; i < 6; i++) cases.add(new Case(customer, story.delivered(customer)));
        assertThat(OrderStory.atOnce(6, i -> cases.get(i).taken(SECOND)))
                .extracting(problem -> problem.path("status").asText())
                .containsExactlyInAnyOrder(
                        "Refunded", "Refunded", "Refunded", "Open", "Open", "Open");
    }

    @Test
    void what_came_late_costs_no_delivery_once() {
        var it = Case.fresh();
        story.sql(
                "UPDATE orders SET promised_at = since - interval '16 minutes' WHERE id = ?",
                it.order);
        var problem = it.taken("{\"kind\": \"late\"}");
        assertThat(problem.path("refund"))
                .isEqualTo(story.view(it.order).at("/price/delivery_fee"));
        assertThat(problem.path("liable").asText()).isEqualTo("platform");
        later(it.order);
        assertThat(it.report("{\"kind\": \"late\"}").code()).isEqualTo("already_reported");
        var granted = story.bed.neighbour("payment").awaitEvent("order.refund_granted", it.order);
        assertThat(granted.path("reason").asText())
                .isEqualTo("It came 16 minutes later than promised.");
        var early = Case.fresh();
        assertThat(early.taken("{\"kind\": \"late\"}").path("status").asText()).isEqualTo("Open");
    }

    @Test
    void an_operator_gives_back_or_refuses_once() {
        var it = Case.fresh();
        var first = it.taken("{\"kind\": \"other\", \"text\": \"rude\"}");
        for (var bad :
                List.of(
                        "{\"refund\": 5, \"answer\": \"Sorry.\"}",
                        "{\"refund\": 5, \"liable\": \"customer\", \"answer\": \"Sorry.\"}",
                        "{\"refund\": 1.005, \"liable\": \"courier\", \"answer\": \"Sorry.\"}",
                        "{\"refund\": 99, \"liable\": \"courier\", \"answer\": \"Sorry.\"}"))
            assertThat(resolve(first, bad).status()).as(bad).isEqualTo(422);
        var given = "{\"refund\": 5, \"liable\": \"courier\", \"answer\": \"We are sorry.\"}";
        var resolved = resolve(first, given);
        assertThat(resolved.body().path("status").asText()).isEqualTo("Refunded");
        var granted = story.bed.neighbour("payment").awaitEvent("order.refund_granted", it.order);
        assertThat(granted.path("liable").asText()).isEqualTo("courier");
        assertThat(granted.path("items")).isEmpty();
        assertThat(resolve(first, given).code()).isEqualTo("already_resolved");
        var second = it.taken("{\"kind\": \"not_arrived\"}");
        var total = story.view(it.order).at("/price/total").decimalValue();
        assertThat(resolve(second, given.replace("5", total.toPlainString())).status())
                .as("never more than was paid")
                .isEqualTo(422);
        resolve(second, "{\"answer\": \"The photo shows it at your door.\"}");
        var refused =
                story.bed.neighbour("notification").awaitEvent("order.problem_refused", it.order);
        assertThat(refused.path("answer").asText()).contains("at your door");
        var listed = it.customer.get("/orders/" + it.order + "/problems").body().path("problems");
        assertThat(listed).hasSize(2);
        assertThat(listed.get(1).path("status").asText()).isEqualTo("Refused");
    }

    @Test
    void what_the_payment_gave_back_counts_too() {
        var it = Case.fresh();
        var total = story.view(it.order).at("/price/total").decimalValue();
        var back =
                new PaymentEvent.Refunded(
                        it.order, 12, Money.of(total), "EUR", "by hand", RefundTo.METHOD);
        story.bed.asService("payment").tell("payment.refunded", it.order, back);
        var problem = it.taken(ONE_OF_FIRST);
        assertThat(problem.path("status").asText()).isEqualTo("Open");
        var wanted = "{\"refund\": 1, \"liable\": \"platform\", \"answer\": \"Sorry.\"}";
        var refused = resolve(problem, wanted);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("detail").asText()).contains("at most 0.00 EUR");
    }

    @Test
    void a_refund_that_fails_opens_the_problem_again_for_an_operator() {
        var it = Case.fresh();
        var problem = it.taken(ONE_OF_FIRST);
        var id = problem.path("problem_id").asLong();
        var failed =
                new PaymentEvent.RefundFailed(
                        it.order, 12, id, Money.cents(1000), "EUR", "the card is closed");
        story.bed.asService("payment").tell("payment.refund_failed", it.order, failed);
        var open =
                it.customer.get("/orders/" + it.order + "/problems").body().path("problems").get(0);
        assertThat(open.path("status").asText()).isEqualTo("Open");
        assertThat(open.path("refund").decimalValue()).isEqualByComparingTo("3.99");
        assertThat(open.path("answer").asText()).contains("10.00 EUR could not be sent back");
        var again = "{\"refund\": 10, \"liable\": \"platform\", \"answer\": \"Sorry.\"}";
        assertThat(resolve(open, again).code()).isEqualTo("refund_failed");
        var resolved = resolve(open, "{\"answer\": \"You got the rest as credit.\"}").body();
        assertThat(resolved.path("status").asText()).isEqualTo("Refunded");
        assertThat(resolved.path("refund").decimalValue()).isEqualByComparingTo("3.99");
    }

    @Test
    void operators_see_what_is_open() {
        var it = Case.fresh();
        var problem = it.taken("{\"kind\": \"other\"}");
        var page = story.operator.get("/problems?status=Open&limit=1").body();
        assertThat(page.path("problems")).hasSize(1);
        assertThat(page.path("problems").get(0)).isEqualTo(problem);
        assertThat(story.operator.get("/problems?status=Nope").status()).isEqualTo(422);
        assertThat(it.customer.get("/problems").status()).isEqualTo(403);
        assertThat(story.kitchen.get("/problems").status()).isEqualTo(403);
        assertThat(it.customer.post("/problems/1/resolve", "{\"answer\": \"ok\"}").status())
                .isEqualTo(403);
        assertThat(story.operator.post("/problems/999999/resolve", "{\"answer\": \"ok\"}").status())
                .isEqualTo(404);
    }

    @Test
    void each_bad_report_is_told_what_is_wrong() {
        var it = Case.fresh();
        for (var bad :
                List.of(
                        "{\"kind\": \"missing\"}",
                        "{\"kind\": \"missing\", \"items\": []}",
                        "{\"kind\": \"late\", \"items\": [{\"line\": 1, \"quantity\": 1}]}",
                        ONE_OF_FIRST.replace("\"line\": 1", "\"line\": 9"),
                        ONE_OF_FIRST.replace("\"quantity\": 1", "\"quantity\": 3"),
                        ONE_OF_FIRST.replace("missing", "cold"),
                        "{\"kind\": \"other\", \"photo\": \"nope\"}"))
            assertThat(it.report(bad).status()).as(bad).isEqualTo(422);
        var underWay = story.pickedUp();
        assertThat(story.customer.post("/orders/" + underWay + "/problems", ONE_OF_FIRST).code())
                .isEqualTo("wrong_state");
        story.sql("UPDATE orders SET since = since - interval '49 hours' WHERE id = ?", it.order);
        var late = it.report(ONE_OF_FIRST);
        assertThat(late.code()).isEqualTo("too_late");
        assertThat(late.body().path("detail").asText())
                .isEqualTo("Problems can be reported within 48 hours of the delivery.");
    }

    @Test
    void only_those_with_a_part_in_it_see_problems_and_only_the_customer_reports() {
        var it = Case.fresh();
        var path = "/orders/" + it.order + "/problems";
        assertThat(story.kitchen.get(path).status()).isEqualTo(200);
        assertThat(story.customer(99).get(path).status()).isEqualTo(404);
        assertThat(story.bed.as(Role.STAFF, 21, 8L).get(path).status()).isEqualTo(404);
        assertThat(story.bed.anyone().get(path).status()).isEqualTo(401);
        assertThat(story.kitchen.post(path, ONE_OF_FIRST).status()).isEqualTo(403);
        assertThat(story.customer(99).post(path, ONE_OF_FIRST).status()).isEqualTo(404);
    }

    @Test
    void a_picture_shows_what_was_wrong_to_those_who_have_a_part_in_it() {
        var it = Case.fresh();
        var sent = it.send(png());
        assertThat(sent.status()).isEqualTo(201);
        var photo = sent.body().path("photo").asText();
        var path = sent.header("Location");
        assertThat(path).isEqualTo("/orders/" + it.order + "/photos/" + photo);
        for (var who : List.of(it.customer, story.kitchen, story.operator)) {
            var seen = who.get(path);
            assertThat(seen.raw().body()).isEqualTo(png());
            assertThat(seen.header("Content-Type")).isEqualTo("image/png");
        }
        assertThat(story.customer(99).get(path).status()).isEqualTo(404);
        assertThat(it.customer.get("/orders/" + it.order + "/photos/x").status()).isEqualTo(404);
        var other = Case.fresh();
        var foreign = "{\"kind\": \"other\", \"photo\": \"" + photo + "\"}";
        assertThat(other.report(foreign).status()).isEqualTo(422);
        assertThat(it.taken(foreign).path("photo").asText()).isEqualTo(photo);
    }

    @Test
    void pictures_are_pictures_and_few() {
        var it = Case.fresh();
        assertThat(it.send("<svg>".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(415);
        assertThat(it.send(new byte[(1 << 20) + 1]).status()).isEqualTo(413);
        assertThat(OrderStory.atOnce(8, _ -> it.send(png())))
                .filteredOn(answer -> answer.status() == 201)
                .hasSize(5);
        assertThat(it.send(png()).code()).isEqualTo("too_many");
        assertThat(send(story.kitchen, it.order, png()).status()).isEqualTo(403);
        assertThat(send(story.customer, story.paid(), png()).code()).isEqualTo("wrong_state");
    }
}
