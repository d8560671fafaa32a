package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.OrderApi.Completion;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.OpenApi;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The order service as its clients and neighbours meet it.
class OrderServiceTest {
    private static final String ORDER =
            """
            {"restaurant_id": 7, "items": [{"item_id": "301", "quantity": 2, "options": ["1"]}],
             "address": {"lat": 43.739, "lon": 7.425, "text": "1 Rue Grimaldi"},
             "note": "Second floor", "payment": {"method": "card", "token": "tok_visa"}}\
            """;
    private static final Instant READY = Instant.parse("2036-05-01T12:20:00Z");
    private static TestBed bed;
    private static TestClient customer;
    private static TestClient kitchen;

    @BeforeAll
    static void start() {
        bed = new TestBed(new OrderService(), "ORDER_FEE_BUSY", "none");
        customer = bed.as(Role.CUSTOMER, 12);
        kitchen = bed.as(Role.STAFF, 20, 7L);
        bed.neighbour("restaurant").answer("GET", "/restaurants/7", 200, TestMenus.open());
        bed.neighbour("restaurant").answer("GET", "/restaurants/8", 200, TestMenus.closed());
        TestLastMile.near(bed);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static long place() {
        var answer = customer.post("/orders", ORDER);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("order_id").asLong();
    }

    private static long paid() {
        var id = place();
        bed.asService("payment")
                .tell("payment.authorized", id, new PaymentEvent.Authorized(id, 12, 900));
        return id;
    }

    private static long received() {
        var id = paid();
        bed.asService("restaurant")
                .tell("restaurant.received", id, new RestaurantEvent.Received(id, 7, READY));
        return id;
    }

    private static String status(long id) {
        return customer.get("/orders/" + id).body().path("status").asText();
    }

    @Test
    void the_description_agrees_with_the_routes() {
        assertThat(OpenApi.of(bed.anyone()).differencesTo(bed.routes())).isEmpty();
    }

    @Test
    void placing_answers_to_the_letter_and_asks_for_the_payment() {
        var answer = customer.post("/orders", ORDER);
        assertThat(answer.status()).isEqualTo(201);
        var id = answer.body().path("order_id").asLong();
        assertThat(answer.body().toString())
                .isEqualTo(
                        "{\"order_id\":%d,\"message\":\"Order placed successfully\"}"
                                .formatted(id));
        assertThat(answer.header("Location")).isEqualTo("/orders/" + id);
        var asked = bed.neighbour("payment").awaitEvent("order.placed", id);
        var order = customer.get("/orders/" + id).body();
        assertThat(asked.at("/price/total")).isEqualTo(order.at("/price/total"));
        assertThat(order.at("/price/items_total").decimalValue()).isEqualByComparingTo("27.98");
        assertThat(order.at("/timeline/0/status").asText()).isEqualTo("Placed");
        assertThat(order.at("/timeline/0/by").asText()).isEqualTo("customer 12");
    }

    @Test
    void the_whole_life_is_told_and_kept() {
        var id = received();
        bed.asService("restaurant")
                .tell("restaurant.preparing", id, new RestaurantEvent.Preparing(id, 7));
        bed.asService("restaurant")
                .tell("restaurant.complete", id, new RestaurantEvent.Complete(id, 7));
        var delivery = bed.asService("delivery");
        delivery.tell("delivery.assigned", id, new DeliveryEvent.Assigned(id, 31, "Max"));
        delivery.tell("delivery.picked_up", id, new DeliveryEvent.PickedUp(id, 31));
        delivery.tell("delivery.delivered", id, new DeliveryEvent.Delivered(id, 31));
        var order = customer.get("/orders/" + id).body();
        var words = new ArrayList<String>();
        order.path("timeline").forEach(step -> words.add(step.path("status").asText()));
        assertThat(words)
                .containsExactly(
                        "Placed",
                        "Paid",
                        "Received",
                        "Preparing",
                        "Complete",
                        "Complete",
                        "PickedUp",
                        "Delivered");
        assertThat(order.path("courier_name").asText()).isEqualTo("Max");
        assertThat(bed.neighbour("restaurant").awaitEvent("order.paid", id).path("items"))
                .hasSize(1);
        bed.neighbour("delivery").awaitEvent("order.complete", id);
        bed.neighbour("notification").awaitEvent("order.delivered", id);
        var pin = bed.neighbour("delivery").awaitEvent("order.paid", id).path("delivery_pin");
        assertThat(order.path("delivery_pin")).isEqualTo(pin);
    }

    @Test
    void each_bad_order_is_told_what_is_wrong() {
        refused(ORDER.replace("\"301\"", "\"999\""), 422, "unknown_item");
        refused(ORDER.replace("[\"1\"]", "[]"), 422, "wrong_choice");
        refused(
                ORDER.replace(
                        "\"301\", \"quantity\": 2, \"options\": [\"1\"]",
                        "\"303\", \"quantity\": 1"),
                409,
                "sold_out");
        refused(
                ORDER.replace("\"restaurant_id\": 7", "\"restaurant_id\": 8"),
                409,
                "restaurant_closed");
        refused(
                ORDER.replace("\"restaurant_id\": 7", "\"restaurant_id\": 99"),
                422,
                "unknown_restaurant");
        refused(ORDER.replace(": 2,", ": 0,"), 422, "invalid_field");
        refused(ORDER.replace(": 2,", ": 1000000,"), 422, "invalid_field");
        refused(ORDER.replace("\"note\"", "\"price\": 0.01, \"note\""), 422, "unknown_field");
        refused(ORDER.replace("tok_visa", "4242 4242 4242 4242"), 422, "invalid_field");
        refused(
                ORDER.replace(", \"payment\": {\"method\": \"card\", \"token\": \"tok_visa\"}", "")
                        .replace(",\n \"note\"", ", \"note\""),
                422,
                "missing_field");
        refused("{", 400, "malformed_json");
    }

    private static JsonNode refused(String body, int status, String code) {
        var answer = customer.post("/orders", body);
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        return answer.body();
    }

    @Test
    void when_the_menu_cannot_be_had_nothing_is_placed() {
        bed.neighbour("restaurant").answer("GET", "/restaurants/77", 503, "{}");
        var answer = customer.post("/orders", ORDER.replace(": 7", ": 77"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void a_quote_is_the_same_price_and_time_without_an_order() {
        var quote = bed.anyone().post("/quotes", ORDER);
        assertThat(quote.status()).isEqualTo(200);
        assertThat(quote.body().path("distance_metres").asLong()).isEqualTo(TestLastMile.METRES);
        assertThat(quote.body().at("/price/delivery_fee").decimalValue())
                .isEqualByComparingTo("2.59");
        var id = place();
        var order = customer.get("/orders/" + id).body();
        assertThat(quote.body().at("/price/total")).isEqualTo(order.at("/price/total"));
        assertThat(quote.body().path("eta")).isEqualTo(order.path("eta"));
        assertThat(order.path("promised_at")).isEqualTo(quote.body().at("/eta/to"));
    }

    @Test
    void a_door_that_the_kitchen_does_not_deliver_to_is_told_why_and_until_when() {
        var city = bed.neighbour("city");
        try {
            city.answer("POST", "/zones/check", 200, TestLastMile.told(TestLastMile.tooFar()));
            var far = refused(ORDER.replace("43.739", "43.741"), 422, "too_far");
            assertThat(far.path("detail").asText()).contains("31 minutes' ride");
            city.answer("POST", "/zones/check", 200, TestLastMile.told(TestLastMile.paused()));
            var paused = refused(ORDER.replace("43.739", "43.742"), 409, "zone_paused");
            assertThat(paused.path("until").asText()).isEqualTo(TestLastMile.UNTIL.toString());
            assertThat(paused.path("reason").asText()).isEqualTo("storm");
            city.answer("POST", "/zones/check", 200, TestLastMile.told(TestLastMile.restricted()));
            var shrunk = refused(ORDER.replace("43.739", "43.744"), 409, "zone_restricted");
            assertThat(shrunk.path("reason").asText()).isEqualTo("rain");
            city.answer("POST", "/zones/check", 503, "{}");
            refused(ORDER.replace("43.739", "43.743"), 503, "unavailable");
        } finally {
            TestLastMile.near(bed);
        }
    }

    @Test
    void what_was_promised_stays_and_the_time_of_arrival_changes_until_it_is_there() {
        var id = received();
        var promised = customer.get("/orders/" + id).body().path("promised_at");
        assertThat(bed.neighbour("delivery").awaitEvent("order.paid", id).path("promised_at"))
                .isEqualTo(promised);
        var later = new Eta(READY, READY.plusSeconds(600));
        var delivery = bed.asService("delivery");
        var steps = customer.get("/orders/" + id).body().path("timeline").size();
        delivery.tell("delivery.eta_changed", id, new DeliveryEvent.EtaChanged(id, later));
        var order = customer.get("/orders/" + id).body();
        assertThat(Instant.parse(order.at("/eta/to").asText())).isEqualTo(later.to());
        assertThat(order.path("promised_at")).isEqualTo(promised);
        assertThat(order.path("timeline")).as("no step").hasSize(steps);
        delivery.tell("delivery.picked_up", id, new DeliveryEvent.PickedUp(id, 31));
        delivery.tell("delivery.delivered", id, new DeliveryEvent.Delivered(id, 31));
        delivery.tell("delivery.eta_changed", id, new DeliveryEvent.EtaChanged(id, later));
        var there = customer.get("/orders/" + id).body();
        assertThat(there.path("eta").isNull()).isTrue();
        assertThat(there.path("promised_at")).isEqualTo(promised);
    }

    @Test
    void the_same_order_sent_twice_at_once_is_one_order() {
        var key = UUID.randomUUID().toString();
        var sent = new ArrayList<CompletableFuture<TestClient.Answer>>();
        for (int i = 0; i < 8; i++)
            sent.add(
                    CompletableFuture.supplyAsync(
                            () -> customer.post("/orders", ORDER, "Idempotency-Key", key)));
        var ids = new HashSet<Long>();
        for (var answer : sent.stream().map(CompletableFuture::join).toList()) {
            assertThat(answer.status()).isIn(201, 409);
            if (answer.status() == 201) ids.add(answer.body().path("order_id").asLong());
        }
        assertThat(ids).hasSize(1);
        var again = customer.post("/orders", ORDER, "Idempotency-Key", key);
        assertThat(again.body().path("order_id").asLong()).isEqualTo(ids.iterator().next());
        var other = bed.as(Role.CUSTOMER, 13).post("/orders", ORDER, "Idempotency-Key", key);
        assertThat(other.status()).as("a key belongs to its customer").isEqualTo(201);
        assertThat(ids).doesNotContain(other.body().path("order_id").asLong());
    }

    @Test
    void only_those_with_a_part_in_it_see_an_order() {
        var id = place();
        assertThat(bed.anyone().get("/orders/" + id).status()).isEqualTo(401);
        assertThat(bed.as(Role.CUSTOMER, 99).get("/orders/" + id).status()).isEqualTo(404);
        assertThat(bed.as(Role.STAFF, 21, 8L).get("/orders/" + id).status()).isEqualTo(404);
        assertThat(bed.as(Role.COURIER, 31).get("/orders/" + id).status()).isEqualTo(404);
        assertThat(kitchen.get("/orders/" + id).body().path("delivery_pin").isNull()).isTrue();
        assertThat(bed.as(Role.OPERATOR, 1).get("/orders/" + id).status()).isEqualTo(200);
        assertThat(customer.get("/orders/999999").status()).isEqualTo(404);
        assertThat(bed.as(Role.COURIER, 31).post("/orders", ORDER).status()).isEqualTo(403);
        assertThat(bed.anyone().post("/orders", ORDER).status()).isEqualTo(401);
    }

    @Test
    void the_ready_callback_answers_to_the_letter_and_happens_once() {
        var id = received();
        var path = "/callback/orders/" + id + "/complete";
        var body =
                "{\"order_id\":%d,\"status\":\"Complete\",\"message\":\"Order is ready for pickup\"}"
                        .formatted(id);
        assertThat(bed.as(Role.STAFF, 21, 8L).post(path, body).status()).isEqualTo(404);
        assertThat(customer.post(path, body).status()).isEqualTo(403);
        var answer = kitchen.post(path, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).isEqualTo(body);
        assertThat(kitchen.post(path, body).body().toString()).isEqualTo(body);
        assertThat(status(id)).isEqualTo("Complete");
        assertThat(customer.get("/orders/" + id).body().path("timeline")).hasSize(4);
        var wrongOrder = new Completion(id + 1, OrderStatus.COMPLETE, "");
        assertThat(kitchen.post(path, wrongOrder).status()).isEqualTo(422);
    }

    @Test
    void a_callback_that_is_one_event_ahead_waits_for_it() {
        var id = paid();
        var ready = new Completion(id, OrderStatus.COMPLETE, "ready");
        var answer =
                CompletableFuture.supplyAsync(
                        () -> kitchen.post("/callback/orders/" + id + "/complete", ready));
        bed.asService("restaurant")
                .tell("restaurant.received", id, new RestaurantEvent.Received(id, 7, READY));
        assertThat(answer.join().status()).isEqualTo(200);
    }

    @Test
    void a_callback_in_the_wrong_state_is_a_409_that_names_it() {
        var id = place();
        customer.post("/orders/" + id + "/cancel", "");
        var answer =
                kitchen.post(
                        "/callback/orders/" + id + "/complete",
                        new Completion(id, OrderStatus.COMPLETE, "ready"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("wrong_state");
        assertThat(answer.body().path("state").asText()).isEqualTo("Cancelled");
    }

    @Test
    void an_order_is_cancelled_by_its_customer_or_by_operators() {
        var early = paid();
        var cancelled =
                customer.post("/orders/" + early + "/cancel", "{\"reason\":\"wrong address\"}");
        assertThat(cancelled.body().path("status").asText()).isEqualTo("Cancelled");
        assertThat(
                        bed.neighbour("payment")
                                .awaitEvent("order.cancelled", early)
                                .path("by")
                                .asText())
                .isEqualTo("customer");
        assertThat(customer.post("/orders/" + early + "/cancel", "").status())
                .as("a second tap")
                .isEqualTo(200);
        var late = received();
        assertThat(bed.as(Role.CUSTOMER, 99).post("/orders/" + late + "/cancel", "").status())
                .isEqualTo(404);
        assertThat(kitchen.post("/orders/" + late + "/cancel", "").status()).isEqualTo(403);
        assertThat(bed.as(Role.OPERATOR, 1).post("/orders/" + late + "/cancel", "").status())
                .isEqualTo(200);
    }

    @Test
    void a_late_word_changes_nothing() {
        var id = paid();
        customer.post("/orders/" + id + "/cancel", "");
        var told =
                bed.asService("restaurant")
                        .tell(
                                "restaurant.received",
                                id,
                                new RestaurantEvent.Received(id, 7, READY));
        assertThat(told.body().path("failed")).isEmpty();
        assertThat(status(id)).isEqualTo("Cancelled");
    }

    @Test
    void the_same_event_twice_is_one_step() {
        var id = place();
        var event = UUID.randomUUID();
        var authorized = new PaymentEvent.Authorized(id, 12, 900);
        bed.asService("payment").tell(event, "payment.authorized", id, authorized);
        bed.asService("payment").tell(event, "payment.authorized", id, authorized);
        bed.asService("payment").tell("payment.authorized", id, authorized);
        assertThat(customer.get("/orders/" + id).body().path("timeline")).hasSize(2);
    }

    @Test
    void a_declined_card_ends_the_order() {
        var id = place();
        bed.asService("payment")
                .tell(
                        "payment.declined",
                        id,
                        new PaymentEvent.Declined(id, 12, "insufficient funds"));
        var order = customer.get("/orders/" + id).body();
        assertThat(order.path("status").asText()).isEqualTo("Declined");
        assertThat(order.at("/timeline/1/why").asText()).isEqualTo("insufficient funds");
    }

    @Test
    void the_stream_tells_each_step_and_ends_with_the_order() {
        var id = paid();
        var stream =
                CompletableFuture.supplyAsync(
                        () -> customer.get("/orders/" + id + "/stream").raw());
        customer.post("/orders/" + id + "/cancel", "");
        var text = new String(stream.join().body(), StandardCharsets.UTF_8);
        assertThat(text).contains("id: 3\nevent: order\n").contains("\"status\":\"Cancelled\"");
        assertThat(bed.as(Role.CUSTOMER, 99).get("/orders/" + id + "/stream").status())
                .isEqualTo(404);
    }

    @Test
    void the_stream_tells_another_time_of_arrival_as_it_comes() throws Exception {
        var id = paid();
        var request =
                HttpRequest.newBuilder(customer.address().resolve("/orders/" + id + "/stream"))
                        .header("Authorization", "Bearer " + customer.token())
                        .header("Last-Event-ID", "2")
                        .build();
        try (var client = HttpClient.newHttpClient();
                var lines = client.send(request, BodyHandlers.ofLines()).body()) {
            bed.asService("delivery")
                    .tell(
                            "delivery.eta_changed",
                            id,
                            new DeliveryEvent.EtaChanged(
                                    id, new Eta(READY, READY.plusSeconds(600))));
            var told = lines.filter(line -> line.matches("id:.*|data:.*")).limit(2).toList();
            assertThat(told.getFirst()).isEqualTo("id: 3");
            assertThat(told.getLast()).contains("\"eta\":{\"from\":\"" + READY);
            customer.post("/orders/" + id + "/cancel", "");
        }
    }

    @Test
    void lists_are_paged_and_show_only_what_is_yours() {
        var me = bed.as(Role.CUSTOMER, 555);
        var mine = new ArrayList<Long>();
        for (int i = 0; i < 5; i++)
            mine.add(me.post("/orders", ORDER).body().path("order_id").asLong());
        var seen = new ArrayList<Long>();
        var path = "/orders?limit=2";
        while (true) {
            var page = me.get(path).body();
            page.path("orders").forEach(order -> seen.add(order.path("order_id").asLong()));
            if (page.path("next_cursor").isNull()) break;
            path = "/orders?limit=2&cursor=" + page.path("next_cursor").asText();
        }
        assertThat(seen).containsExactlyElementsOf(mine.reversed());
        assertThat(bed.as(Role.CUSTOMER, 556).get("/orders").body().path("orders")).isEmpty();
        assertThat(kitchen.get("/orders?status=Placed").body().path("orders")).isNotEmpty();
        for (var bad : List.of("limit=0", "limit=101", "limit=x", "cursor=!!", "status=Nope"))
            assertThat(me.get("/orders?" + bad).status()).as(bad).isEqualTo(422);
        assertThat(bed.as(Role.STAFF, 20, 7L).get("/orders?restaurant_id=8").status())
                .isEqualTo(404);
    }
}
