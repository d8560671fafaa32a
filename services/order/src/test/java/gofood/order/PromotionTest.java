package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may use a promotion, and how often.
class PromotionTest {
    private static TestBed bed;
    private static TestClient operator;
    private static TestClient customer;

    @BeforeAll
    static void start() {
        bed = new TestBed(new OrderService());
        operator = bed.as(Role.OPERATOR, 1);
        customer = bed.as(Role.CUSTOMER, 12);
        bed.neighbour("restaurant").answer("GET", "/restaurants/7", 200, TestMenus.open());
        TestLastMile.near(bed);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static JsonNode add(String json) {
        var answer = operator.post("/promotions", json);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    private static JsonNode tenth(String code, String more) {
        return add(
                "{\"code\": \"%s\", \"kind\": \"percent\", \"percent\": 10%s}"
                        .formatted(code, more));
    }

    private static ObjectNode basket(String code) {
        var json =
                """
                {"restaurant_id": 7, "items": [{"item_id": "301", "quantity": 1, "options": ["1"]}],
                 "address": {"lat": 43.739, "lon": 7.425, "text": "1 Rue Grimaldi"},
                 "payment": {"method": "card", "token": "tok_visa"}, "promotion": "%s"}\
                """
                        .formatted(code);
        return (ObjectNode) Json.tree(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode refused(TestClient client, String code, int status, String why) {
        for (var path : List.of("/quotes", "/orders")) {
            var answer = client.post(path, basket(code));
            assertThat(answer.code()).as(answer.body().toString()).isEqualTo(why);
            assertThat(answer.status()).isEqualTo(status);
        }
        return client.post("/orders", basket(code)).body();
    }

    private static long place(String code) {
        var answer = customer.post("/orders", basket(code));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("order_id").asLong();
    }

    private static void uses(String code, int reserved, int used) {
        var promotion = operator.get("/promotions/" + code).body();
        assertThat(promotion.path("reserved").asInt()).as("reserved").isEqualTo(reserved);
        assertThat(promotion.path("used").asInt()).as("used").isEqualTo(used);
    }

    private static void authorized(long id) {
        bed.asService("payment")
                .tell("payment.authorized", id, new PaymentEvent.Authorized(id, 12, 900));
    }

    @Test
    void a_promotion_stays_used_when_the_restaurant_is_paid_although_it_came_to_nothing() {
        tenth("COOKED", "");
        var id = place("COOKED");
        authorized(id);
        bed.asService("restaurant")
                .tell(
                        "restaurant.received",
                        id,
                        new RestaurantEvent.Received(id, 7, OrderStory.READY));
        assertThat(operator.post("/orders/" + id + "/cancel", "").status()).isEqualTo(200);
        uses("COOKED", 0, 1);
        var free = place("COOKED");
        authorized(free);
        assertThat(customer.post("/orders/" + free + "/cancel", "").status()).isEqualTo(200);
        uses("COOKED", 0, 1);
    }

    @Test
    void operators_add_read_list_and_end_promotions() {
        var added =
                tenth(
                        "Hello10",
                        ", \"most_discount\": 5, \"funded_by\": \"restaurant\", \"restaurant_id\": 7");
        assertThat(added.path("code").asText()).isEqualTo("HELLO10");
        assertThat(added.path("most_discount").decimalValue()).isEqualByComparingTo("5");
        assertThat(operator.get("/promotions/hello10").body()).isEqualTo(added);
        assertThat(operator.get("/promotions?limit=1").body().path("promotions")).hasSize(1);
        var again =
                operator.post(
                        "/promotions", "{\"code\": \"HELLO10\", \"kind\": \"free_delivery\"}");
        assertThat(again.code()).isEqualTo("promotion_exists");
        assertThat(again.status()).isEqualTo(409);
        assertThat(operator.get("/promotions/NOSUCH").status()).isEqualTo(404);
        assertThat(operator.put("/promotions/NOSUCH", "{\"active\": false}").status())
                .isEqualTo(404);
        for (var bad :
                List.of(
                        "{\"code\": \"x\", \"kind\": \"free_delivery\"}",
                        "{\"code\": \"HALF\", \"kind\": \"percent\"}",
                        "{\"code\": \"HALF\", \"kind\": \"percent\", \"percent\": 101}",
                        "{\"code\": \"HALF\", \"kind\": \"amount\", \"percent\": 5}",
                        "{\"code\": \"HALF\", \"kind\": \"amount\", \"amount\": 0.005}",
                        "{\"code\": \"HALF\", \"kind\": \"free_delivery\", \"restaurant_id\": 0}",
                        "{\"code\": \"HALF\", \"kind\": \"free_delivery\", \"limit\": 0}"))
            assertThat(operator.post("/promotions", bad).status()).as(bad).isEqualTo(422);
        for (var path : List.of("/promotions", "/promotions/HELLO10")) {
            assertThat(customer.get(path).status()).isEqualTo(403);
            assertThat(bed.anyone().get(path).status()).isEqualTo(401);
        }
        assertThat(customer.post("/promotions", "{}").status()).isEqualTo(403);
        assertThat(customer.put("/promotions/HELLO10", "{\"active\": true}").status())
                .isEqualTo(403);
    }

    @Test
    void a_promotion_lowers_the_price_and_the_order_says_which() {
        tenth("LESS", "");
        var quote = customer.post("/quotes", basket("less")).body();
        assertThat(quote.at("/price/discount").decimalValue()).isEqualByComparingTo("1.40");
        assertThat(quote.at("/price/promotion/code").asText()).isEqualTo("LESS");
        assertThat(quote.at("/price/promotion/funded_by").asText()).isEqualTo("platform");
        var order = customer.get("/orders/" + place("LESS")).body();
        assertThat(order.path("price")).isEqualTo(quote.path("price"));
    }

    @Test
    void a_free_delivery_takes_the_delivery_off() {
        add("{\"code\": \"RIDE\", \"kind\": \"free_delivery\"}");
        var price = customer.post("/quotes", basket("RIDE")).body().path("price");
        assertThat(price.path("discount")).isEqualTo(price.path("delivery_fee"));
    }

    @Test
    void each_refusal_has_its_sentence() {
        refused(customer, "NOSUCH", 422, "promotion_unknown");
        tenth("PAST", ", \"ends_at\": \"2026-01-01T00:00:00Z\"");
        refused(customer, "PAST", 409, "promotion_over");
        tenth("SOON", ", \"starts_at\": \"2100-01-01T00:00:00Z\"");
        assertThat(refused(customer, "SOON", 409, "promotion_not_yet").path("starts_at").asText())
                .isEqualTo("2100-01-01T00:00:00Z");
        tenth("THERE", ", \"restaurant_id\": 8");
        refused(customer, "THERE", 422, "promotion_elsewhere");
        tenth("RICH", ", \"minimum_items\": 50");
        assertThat(
                        refused(customer, "RICH", 422, "promotion_below_minimum")
                                .path("missing")
                                .decimalValue())
                .isEqualByComparingTo("36.01");
        tenth("MINE", ", \"limit_per_customer\": 1");
        refused(bed.as(Role.GUEST, 99), "MINE", 422, "promotion_needs_account");
        assertThat(bed.anyone().post("/quotes", basket("MINE")).code())
                .isEqualTo("promotion_needs_account");
        place("MINE");
        refused(customer, "MINE", 409, "promotion_used");
        tenth("ONCE", ", \"limit\": 1");
        place("ONCE");
        refused(bed.as(Role.CUSTOMER, 13), "ONCE", 409, "promotion_used_up");
        tenth("ENDED", "");
        operator.put("/promotions/ENDED", "{\"active\": false}");
        refused(customer, "ENDED", 409, "promotion_over");
        operator.put("/promotions/ENDED", "{\"active\": true}");
        place("ENDED");
    }

    @Test
    void a_use_is_consumed_by_a_paid_order_and_given_back_when_it_is_cancelled() {
        tenth("LIFE", ", \"limit\": 1");
        var id = place("LIFE");
        uses("LIFE", 1, 0);
        authorized(id);
        authorized(id);
        uses("LIFE", 0, 1);
        customer.post("/orders/" + id + "/cancel", "");
        customer.post("/orders/" + id + "/cancel", "");
        uses("LIFE", 0, 0);
        var second = place("LIFE");
        customer.post("/orders/" + second + "/cancel", "");
        uses("LIFE", 0, 0);
    }

    @Test
    void a_declined_or_rejected_order_gives_its_use_back() {
        tenth("BACK", ", \"limit_per_customer\": 1");
        var declined = place("BACK");
        bed.asService("payment")
                .tell("payment.declined", declined, new PaymentEvent.Declined(declined, 12, "no"));
        uses("BACK", 0, 0);
        var rejected = place("BACK");
        authorized(rejected);
        bed.asService("restaurant")
                .tell(
                        "restaurant.rejected",
                        rejected,
                        new RestaurantEvent.Rejected(rejected, 7, "out of dough"));
        uses("BACK", 0, 0);
        place("BACK");
    }

    @Test
    void a_promotion_that_was_used_up_meanwhile_is_left_out_of_the_new_quote() {
        tenth("LAST", ", \"limit\": 1");
        var quote = customer.post("/quotes", basket("LAST")).body();
        place("LAST");
        var order = basket("LAST").put("quote", quote.path("quote").asText());
        var changed = bed.as(Role.CUSTOMER, 13).post("/orders", order);
        assertThat(changed.code()).isEqualTo("quote_changed");
        assertThat(changed.body().at("/changes/0/code").asText()).isEqualTo("promotion_used_up");
        assertThat(changed.body().at("/changes/1/code").asText()).isEqualTo("discount");
        var full = basket("LAST");
        full.remove("promotion");
        full.put("quote", changed.body().at("/quote/quote").asText());
        assertThat(customer.post("/orders", full).status()).isEqualTo(201);
    }

    @Test
    void a_limit_holds_however_many_order_at_once() {
        tenth("RACE", ", \"limit\": 5");
        var quote = customer.post("/quotes", basket("RACE")).body().path("quote").asText();
        var answers = new ArrayList<CompletableFuture<TestClient.Answer>>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 24; i++) {
                var client = bed.as(Role.CUSTOMER, 500 + i);
                // half of them with a quote, which promises the price but not the last use
                var order = i % 2 == 0 ? basket("RACE") : basket("RACE").put("quote", quote);
                answers.add(
                        CompletableFuture.supplyAsync(() -> client.post("/orders", order), all));
            }
        }
        var codes = answers.stream().map(answer -> answer.join().code()).toList();
        assertThat(codes).filteredOn(String::isEmpty).hasSize(5);
        assertThat(codes).isSubsetOf("", "promotion_used_up", "quote_changed");
        uses("RACE", 5, 0);
    }

    @Test
    void a_customer_cannot_use_it_twice_by_being_quick() {
        tenth("QUICK", ", \"limit_per_customer\": 1");
        var me = bed.as(Role.CUSTOMER, 600);
        var answers = new ArrayList<CompletableFuture<Integer>>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++)
                answers.add(
                        CompletableFuture.supplyAsync(
                                () -> me.post("/orders", basket("QUICK")).status(), all));
        }
        assertThat(answers.stream().map(CompletableFuture::join).toList())
                .containsOnlyOnce(201)
                .isSubsetOf(201, 409);
        uses("QUICK", 1, 0);
    }
}
