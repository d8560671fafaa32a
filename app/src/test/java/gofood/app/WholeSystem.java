package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.platform.testing.OtlpReceiver;
import gofood.platform.testing.TestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole of goFOOD with its demo city, as its people meet it. The same rules hold in one
/// process and in one process per service.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 200, unit = TimeUnit.SECONDS)
abstract class WholeSystem {
    final List<String> said = new CopyOnWriteArrayList<>();
    Launcher launcher;
    private final OtlpReceiver collector = new OtlpReceiver();
    Path data;
    Map<String, URI> urls;
    TestClient visitor;
    Town town;

    abstract Map<String, URI> start(Launcher launcher, DataFolder data, Options options);

    @BeforeAll
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void start(@TempDir Path folder) throws Exception {
        data = folder;
        launcher = new Launcher(Main.services(), Main.class, new SimulatedCity(), said::add);
        urls = start(launcher, DataFolder.open(folder), Scratch.options(true, traced()));
        visitor = new TestClient(urls.get("gateway"), "");
        town = Town.settle(urls.get("gateway"), "gofood-demo");
    }

    private Map<String, String> traced() {
        return Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url().toString());
    }

    /// After all that was done here, the files that the processes wrote tell no secret.
    @AfterAll
    void stop() throws IOException {
        launcher.close();
        collector.close();
        try (var files = Files.newDirectoryStream(data.resolve("logs"))) {
            for (var file : files)
                assertThat(Telltale.in(Files.readString(file))).as(file.toString()).isEmpty();
        }
    }

    @Test
    void every_service_says_how_it_is_and_what_it_offers() {
        urls.forEach((name, url) -> {
            var service = new TestClient(url, "");
            var status = service.get("/status");
            assertThat(status.status()).as(name).isEqualTo(200);
            assertThat(status.body().path("status").asText()).isEqualTo("ok");
            assertThat(service.get("/health/live").status()).as(name).isEqualTo(200);
            assertThat(service.get("/health/ready").status()).as(name).isEqualTo(200);
            assertThat(text(service.get("/metrics"))).as(name).contains("jvm_memory_used");
            assertThat(text(service.get("/openapi.yaml"))).as(name).startsWith("openapi: 3.1");
            var shown = visitor.get("/openapi/" + name + ".yaml");
            assertThat(shown.status()).as("/openapi/%s.yaml", name).isEqualTo(200);
        });
        assertThat(visitor.get("/status").body().path("services")).hasSize(7);
        assertThat(visitor.get("/docs").status()).isIn(200, 301, 302, 307, 308);
    }

    private static String text(TestClient.Answer answer) {
        return new String(answer.raw().body(), StandardCharsets.UTF_8);
    }

    @Test
    void dashboards_and_alerts_ask_for_what_is_measured() {
        var menu = "/restaurants/" + town.restaurantId();
        town.place("tok_visa");
        Town.await(
                "every metric",
                () -> {
                    visitor.get(menu);
                    var samples = new PromSamples();
                    urls.values().forEach(url -> samples.read(metrics(url)));
                    return PromFiles.missingFrom(samples);
                },
                List::isEmpty);
    }

    private static String metrics(URI service) {
        return text(new TestClient(service, "").get("/metrics"));
    }

    @Test
    void the_demo_city_is_there_with_its_people() {
        var count = 0;
        var path = "/restaurants?limit=100";
        while (true) {
            var page = visitor.get(path).body();
            count += page.path("restaurants").size();
            if (page.path("next_cursor").isNull()) break;
            path = "/restaurants?limit=100&cursor=" + page.path("next_cursor").asText();
        }
        assertThat(count).isGreaterThan(130);
        for (var who : List.of("customer", "kitchen", "courier", "operator"))
            Town.signIn(visitor, who + "@gofood.test", "gofood-demo");
        var found = visitor.get("/addresses?q=rue%20grimaldi").body();
        assertThat(found.path("addresses")).as(found.toString()).isNotEmpty();
        var open = visitor.get("/restaurants?open=true").body().path("restaurants");
        assertThat(open).as("somewhere one can order at any hour").isNotEmpty();
    }

    @Test
    void the_seed_is_spoken_to_the_letter_at_the_gateway_and_at_each_service() {
        speakSeed(urls.get("gateway"), urls.get("gateway"));
        speakSeed(urls.get("restaurant"), urls.get("order"));
    }

    private void speakSeed(URI restaurants, URI orders) {
        var kitchen = new TestClient(restaurants, town.kitchen().token());
        var menu = "/restaurants/" + town.restaurantId();
        var listed = new TestClient(restaurants, "").get("/restaurants").body();
        assertThat(listed.path("restaurants").get(0).path("restaurant_id").isNumber()).isTrue();
        var dish = "{\"name\":\"New Dish\",\"description\":\"Delicious new dish\",\"price\":15.99}";
        var added = kitchen.post(menu, dish);
        var id = added.body().path("item_id").asText();
        var expected =
                "{\"item_id\":\"%s\",\"name\":\"New Dish\",\"description\":\"Delicious new"
                        + " dish\",\"price\":15.99}";
        assertThat(text(added)).isEqualTo(expected.formatted(id));
        var cheaper = kitchen.put(menu, dish.replace("15.99", "14.5"));
        assertThat(text(cheaper)).isEqualTo(expected.formatted(id).replace("15.99", "14.50"));
        var read = new TestClient(restaurants, "").get(menu).body();
        assertThat(read.path("restaurant_id").asLong()).isEqualTo(town.restaurantId());
        assertThat(read.toString()).contains("\"New Dish\"").contains("14.5");
        assertThat(kitchen.delete(menu + "/items/" + id).status()).isEqualTo(204);

        var customer = new TestClient(orders, town.customer().token());
        var placed = customer.post("/orders", town.order("tok_visa"));
        var order = placed.body().path("order_id").asLong();
        assertThat(text(placed))
                .isEqualTo(
                        "{\"order_id\":%d,\"message\":\"Order placed successfully\"}"
                                .formatted(order));
        assertThat(customer.get("/orders/" + order).body().path("status").asText())
                .isIn("Placed", "Paid");
        var callback =
                "{\"restaurant_id\":%d,\"order_id\":%d,\"status\":\"Received\"}"
                        .formatted(town.restaurantId(), order);
        // at once: the kitchen may be faster than the events
        assertThat(text(kitchen.post("/callback/restaurants/orders", callback)))
                .isEqualTo(callback);
        var ready =
                "{\"order_id\":%d,\"status\":\"Complete\",\"message\":\"Order is ready for pickup\"}"
                        .formatted(order);
        var staff = new TestClient(orders, town.kitchen().token());
        assertThat(text(staff.post("/callback/orders/%d/complete".formatted(order), ready)))
                .isEqualTo(ready);
        assertThat(customer.get("/orders/" + order).body().path("status").asText())
                .isEqualTo("Complete");
        town.operator().post("/orders/" + order + "/cancel", "{\"reason\":\"only a test\"}");
    }

    @Test
    void an_order_lives_its_whole_life_through_four_people() {
        var order = town.place("tok_visa");
        town.finish(order);
        var steps = new ArrayList<String>();
        town.seen(order).path("timeline").forEach(step -> steps.add(step.path("status").asText()));
        assertThat(steps)
                .containsSubsequence(
                        "Placed",
                        "Paid",
                        "Received",
                        "Preparing",
                        "Complete",
                        "PickedUp",
                        "Delivered");
        town.awaitPayment(order, "Captured");
        var total = town.seen(order).at("/price/total");
        assertThat(town.payment(order).path("captured")).isEqualTo(total);
        Town.await(
                "a message at the end",
                () -> town.customer().get("/notifications").body(),
                inbox -> inbox.toString().contains("order.delivered"));
        assertThat(town.kitchen().get("/notifications").body().path("notifications")).isNotEmpty();
        Town.await(
                "a collected ticket",
                () ->
                        town.kitchen()
                                .get("/restaurants/" + town.restaurantId() + "/tickets?limit=100")
                                .body(),
                board -> ticket(board, order).path("status").asText().equals("Collected"));
        assertThat(metrics(urls.get("order")))
                .containsPattern("orders_reached_total\\{status=\"delivered\"} [1-9]")
                .containsPattern("orders_arrived_total\\{on_time=\"yes\"} [1-9]")
                .containsPattern("order_kitchen_answer_seconds_count\\{answer=\"confirmed\"} [1-9]")
                .containsPattern("order_to_door_seconds_count [1-9]");
        assertThat(metrics(urls.get("payment")))
                .containsPattern("payments_total\\{method=\"card\",outcome=\"captured\"} [1-9]")
                .containsPattern("payment_captured_amount_total\\{currency=\"EUR\"} [1-9]");
        assertThat(metrics(urls.get("delivery")))
                .containsPattern("delivery_offers_made_total [1-9]")
                .containsPattern("delivery_offers_ended_total\\{answer=\"accepted\"} [1-9]")
                .containsPattern("delivery_assignment_seconds_count [1-9]");
        assertThat(metrics(urls.get("notification")))
                .containsPattern("notifications_sent_total\\{channel=\"inbox\"} [1-9]");
        assertThat(metrics(urls.get("gateway")))
                .containsPattern(
                        "gateway_journeys_seconds_count\\{journey=\"place_order\",outcome=\"ok\"}"
                                + " [1-9]");
    }

    @Test
    void one_trace_shows_an_orders_whole_life() {
        var order = town.place("tok_visa");
        town.finish(order);
        town.awaitPayment(order, "Captured");
        var wanted =
                List.of(
                        "gateway POST /",
                        "gateway POST order",
                        "order POST /orders",
                        "payment apply order.placed",
                        "order order Paid",
                        "restaurant apply order.paid",
                        "order order Received",
                        "payment apply order.received",
                        "order order Complete",
                        "order order PickedUp",
                        "order order Delivered",
                        "notification apply order.delivered");
        Town.await(
                "one trace with every step",
                () ->
                        collector.spans().stream()
                                .collect(Collectors.groupingBy(OtlpReceiver.Seen::trace))
                                .values(),
                traces -> traces.stream().anyMatch(trace -> tells(trace, wanted)));
    }

    private static boolean tells(List<OtlpReceiver.Seen> trace, List<String> wanted) {
        var spans = trace.stream().map(OtlpReceiver.Seen::span).toList();
        var told = trace.stream().map(span -> span.service() + " " + span.name()).toList();
        // it has one beginning, and everything else hangs on something that is there
        var whole = trace.stream().filter(span -> !spans.contains(span.parent())).count() == 1;
        return whole
                && wanted.stream()
                        .allMatch(step -> told.stream().anyMatch(span -> span.startsWith(step)));
    }

    private static JsonNode ticket(JsonNode board, long order) {
        for (var ticket : board.path("tickets"))
            if (ticket.path("order_id").asLong() == order) return ticket;
        return board.path("none");
    }

    @Test
    void the_money_follows_the_order() {
        var declined = town.place("tok_insufficient_funds");
        town.awaitStatus(declined, "Declined");

        var cancelled = town.place("tok_visa");
        town.awaitStatus(cancelled, "Paid");
        assertThat(town.customer().post("/orders/" + cancelled + "/cancel", "").status())
                .isEqualTo(200);
        town.awaitPayment(cancelled, "Voided");

        var refused = town.place("tok_visa");
        town.awaitStatus(refused, "Paid");
        town.say(refused, "Rejected");
        town.awaitStatus(refused, "Rejected");
        town.awaitPayment(refused, "Voided");

        var stopped = town.place("tok_visa");
        town.awaitStatus(stopped, "Paid");
        town.say(stopped, "Received");
        town.awaitPayment(stopped, "Captured");
        assertThat(town.operator().post("/orders/" + stopped + "/cancel", "").status())
                .isEqualTo(200);
        town.awaitPayment(stopped, "Refunded");
        assertThat(town.payment(stopped).path("refunded"))
                .isEqualTo(town.seen(stopped).at("/price/total"));
    }

    @Test
    void every_cent_of_an_order_has_an_owner() {
        var money = new MoneyStory(town);
        money.everyCentHasAnOwner();
        money.payoutsArePaidOnce();
    }

    @Test
    void a_card_that_was_charged_without_an_answer_is_found_again() {
        var order = town.place("tok_timeout_after_charge");
        town.awaitStatus(order, "Paid");
        var payments = town.operator().get("/payments?order_id=" + order).body().path("payments");
        assertThat(payments).hasSize(1);
    }

    @Test
    void the_same_order_sent_many_times_at_once_is_one() {
        var key = UUID.randomUUID().toString();
        var sent = new ArrayList<CompletableFuture<TestClient.Answer>>();
        for (int i = 0; i < 6; i++)
            sent.add(
                    CompletableFuture.supplyAsync(() ->
                            town.customer()
                                    .post(
                                            "/orders",
                                            town.order("tok_visa"),
                                            "Idempotency-Key",
                                            key)));
        var orders =
                sent.stream()
                        .map(CompletableFuture::join)
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.body().path("order_id").asLong())
                        .distinct()
                        .toList();
        assertThat(orders).hasSize(1);
    }

    @Test
    void bad_input_is_told_clearly_through_the_gateway() {
        var good =
                new String(
                        gofood.platform.wire.Json.write(town.order("tok_visa")),
                        StandardCharsets.UTF_8);
        problem(town.customer(), "{", 400, "malformed_json");
        problem(town.customer(), good.replace("\"items\"", "\"itemz\""), 422, "unknown_field");
        problem(
                town.customer(),
                good.replace("\"quantity\":2", "\"quantity\":\"2\""),
                422,
                "invalid_field");
        problem(
                town.customer(),
                good.replace("\"quantity\":2", "\"quantity\":0"),
                422,
                "invalid_field");
        problem(
                town.customer(),
                good.replace("\"" + town.dish() + "\"", "\"987654321\""),
                422,
                "unknown_item");
        problem(
                town.customer(),
                "{\"note\":\"" + "x".repeat(10 << 20) + "\"}",
                413,
                "body_too_large");
        problem(visitor, good, 401, "sign_in_needed");
        problem(town.courier(), good, 403, "not_allowed");
        problem(new TestClient(urls.get("gateway"), "a.b.c"), good, 401, "token_invalid");
        assertThat(visitor.get("/nothing/here").status()).isEqualTo(404);
        assertThat(visitor.post("/events", "[]").status())
                .as("events are internal")
                .isIn(401, 403, 404);
    }

    private static void problem(TestClient who, String body, int status, String code) {
        var answer = who.post("/orders", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("trace_id").asText()).hasSize(32);
    }

    @Test
    void a_callback_for_an_order_in_the_wrong_state_is_a_409() {
        var order = town.place("tok_visa");
        town.awaitStatus(order, "Paid");
        town.say(order, "Rejected");
        town.awaitStatus(order, "Rejected");
        var late = town.say(order, "Received");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("wrong_state");
    }

    @Test
    void the_stream_of_an_order_comes_through_the_gateway() {
        var order = town.place("tok_visa");
        var stream =
                CompletableFuture.supplyAsync(
                        () -> town.customer().get("/orders/" + order + "/stream").raw().body());
        town.awaitStatus(order, "Paid");
        town.customer().post("/orders/" + order + "/cancel", "");
        var text = new String(stream.join(), StandardCharsets.UTF_8);
        assertThat(text).contains("event: order").contains("\"status\":\"Cancelled\"");
    }
}
