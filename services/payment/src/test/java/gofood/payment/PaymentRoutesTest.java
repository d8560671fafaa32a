package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Role;
import gofood.platform.testing.OpenApi;
import gofood.platform.testing.TestClient.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The paths, who may use them, and what they refuse.
class PaymentRoutesTest {
    private static final AtomicLong ORDERS = new AtomicLong(5000);
    private static PaymentBed shop;

    @BeforeAll
    static void start() {
        shop = new PaymentBed(provider -> provider);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    private static String body(long order) {
        return """
        {"order_id": %d, "customer_id": 12, "restaurant_id": 7, "restaurant_name": "Chez Test",
         "items": [{"line": 1, "item_id": "301", "name": "Dish", "quantity": 2, "options": [],
                    "price": 15.10, "vat_percent": 10}],
         "price": {"items_total": 30.20, "delivery_fee": 2.90, "service_fee": 1.30,
                   "small_order_fee": 0, "discount": 0, "tip": 0, "total": 34.40,
                   "currency": "EUR", "taxes": []},
         "payment": {"method": "card", "token": "tok_visa"}}\
        """
                .formatted(order);
    }

    private static Answer refund(long payment, String body) {
        return shop.operator().post("/payments/" + payment + "/refunds", body);
    }

    private static long captured() {
        return shop.payment(shop.placeAndCapture()).path("payment_id").asLong();
    }

    @Test
    void the_description_agrees_with_the_routes() {
        assertThat(OpenApi.of(shop.bed.anyone()).differencesTo(shop.bed.routes())).isEmpty();
    }

    @Test
    void a_payment_that_is_asked_for_lives_like_one_of_an_event() {
        var order = ORDERS.incrementAndGet();
        var answer = shop.bed.asService("order").post("/payments", body(order));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("status").asText()).isEqualTo("Pending");
        var id = answer.body().path("payment_id").asLong();
        assertThat(answer.header("Location")).isEqualTo("/payments/" + id);
        shop.tell("order.placed", PaymentBed.placed(order, "tok_declined"));
        shop.awaitOrderEvent("payment.authorized", order);
        assertThat(shop.charges(order)).hasSize(1);
        var again = shop.bed.asService("order").post("/payments", body(order));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("payment_exists");
        assertThat(again.body().path("payment_id").asLong()).isEqualTo(id);
    }

    @Test
    void one_key_makes_one_payment() {
        var order = ORDERS.incrementAndGet();
        var first =
                shop.bed.asService("order").post("/payments", body(order), "Idempotency-Key", "p1");
        var again =
                shop.bed.asService("order").post("/payments", body(order), "Idempotency-Key", "p1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void many_payments_at_once_for_one_order_become_one() {
        var order = ORDERS.incrementAndGet();
        var answers =
                IntStream.range(0, 5)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(() ->
                                        shop.bed.asService("order").post("/payments", body(order))))
                        .toList();
        assertThat(answers.stream().map(answer -> answer.join().status()))
                .containsExactlyInAnyOrder(201, 409, 409, 409, 409);
    }

    @Test
    void bad_payments_are_refused_and_say_nothing_of_the_card() {
        for (var bad :
                new String[] {
                    body(1).replace("34.40", "0"),
                    body(1).replace("34.40", "-5"),
                    body(1).replace("34.40", "1.0001"),
                    body(1).replace("34.40", "1.001"),
                    body(1).replace("34.40", "1e9"),
                    body(1).replace("34.40", "0.01"),
                    body(1).replace("30.20", "30.10"),
                    body(1).replace("15.10", "-15.10"),
                    body(1).replace("\"quantity\": 2", "\"quantity\": 2000000000"),
                    body(1).replace("\"quantity\": 2", "\"quantity\": 0"),
                    body(1).replace("EUR", "euro"),
                    body(1).replace("tok_visa", ""),
                    body(1).replace("card", "cash"),
                    body(1).replace("tok_visa", "4242 4242 4242 4242"),
                    body(1).replace("\"currency\": \"EUR\",", ""),
                    body(1).replace("\"restaurant_id\": 7,", ""),
                    body(1).replace("{\"order_id\"", "{\"status\": \"Captured\", \"order_id\"")
                }) {
            var answer = shop.bed.asService("order").post("/payments", bad);
            assertThat(answer.status()).as(bad).isEqualTo(422);
            assertThat(answer.body().toString()).doesNotContain("4242");
        }
        assertThat(shop.bed.asService("order").post("/payments", "{").status()).isEqualTo(400);
    }

    @Test
    void payments_are_for_their_customer_operators_and_services() {
        var order = shop.placeAndAuthorize("tok_visa");
        var path = "/payments/" + shop.payment(order).path("payment_id").asLong();
        var owner = shop.bed.as(Role.CUSTOMER, PaymentBed.CUSTOMER);
        var other = shop.bed.as(Role.CUSTOMER, 13);
        assertThat(owner.get(path).status()).isEqualTo(200);
        assertThat(shop.operator().get(path).status()).isEqualTo(200);
        assertThat(shop.bed.asService("order").get(path).status()).isEqualTo(200);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(shop.bed.as(Role.COURIER, 13).get(path).status()).isEqualTo(404);
        assertThat(shop.bed.anyone().get(path).status()).isEqualTo(401);
        assertThat(owner.get("/payments/999999").status()).isEqualTo(404);
        assertThat(owner.get("/payments/x").status()).isEqualTo(404);
        assertThat(owner.post("/payments", body(1)).status()).isEqualTo(403);
        assertThat(shop.operator().post("/payments", body(1)).status()).isEqualTo(403);
        assertThat(owner.post(path + "/refunds", "{\"reason\":\"x\"}").status()).isEqualTo(403);
        assertThat(shop.bed.anyone().post("/payments", body(1)).status()).isEqualTo(401);
        var known = owner.get(path);
        assertThat(owner.get(path, "If-None-Match", known.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void lists_are_paged_filtered_and_only_ones_own() {
        for (int i = 0; i < 3; i++) shop.placeAndAuthorize("tok_visa");
        var declined = shop.place("tok_declined");
        shop.awaitOrderEvent("payment.declined", declined);
        var first = shop.operator().get("/payments?limit=2");
        assertThat(first.body().path("payments")).hasSize(2);
        var next =
                shop.operator()
                        .get(
                                "/payments?limit=2&cursor="
                                        + first.body().path("next_cursor").asText());
        assertThat(next.body().at("/payments/0/payment_id").asLong())
                .isLessThan(first.body().at("/payments/1/payment_id").asLong());
        var filtered = shop.operator().get("/payments?status=Declined");
        assertThat(filtered.body().path("payments")).isNotEmpty();
        assertThat(filtered.body().path("payments"))
                .allMatch(payment -> payment.path("status").asText().equals("Declined"));
        var all = "/payments?status=Declined&order_id=" + declined;
        assertThat(shop.operator().get(all).body().path("payments")).hasSize(1);
        assertThat(shop.operator().get(all.replace("Declined", "Voided")).body().path("payments"))
                .isEmpty();
        var mine = shop.bed.as(Role.CUSTOMER, PaymentBed.CUSTOMER);
        assertThat(mine.get("/payments").body().path("payments")).isNotEmpty();
        var stranger = shop.bed.as(Role.CUSTOMER, 13);
        assertThat(stranger.get("/payments").body().path("payments")).isEmpty();
        assertThat(stranger.get("/payments?order_id=" + declined).body().path("payments"))
                .isEmpty();
        for (var bad : new String[] {"status=Paid", "limit=0", "limit=x", "cursor=%21"})
            assertThat(mine.get("/payments?" + bad).status()).as(bad).isEqualTo(422);
    }

    @Test
    void parts_are_refunded_until_nothing_is_left() {
        var payment = captured();
        var path = "/payments/" + payment;
        var part = refund(payment, "{\"amount\": 10.00, \"reason\": \"a dish was missing\"}");
        assertThat(part.status()).isEqualTo(201);
        PaymentBed.await("refunded", () -> refundedOf(path).equals("10.0"));
        assertThat(shop.operator().get(path).body().path("status").asText()).isEqualTo("Captured");
        var tooMuch = refund(payment, "{\"amount\": 24.41, \"reason\": \"x\"}");
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.code()).isEqualTo("exceeds_captured");
        assertThat(tooMuch.body().path("left").asText()).isEqualTo("24.4");
        assertThat(refund(payment, "{\"reason\": \"all the rest\"}").status()).isEqualTo(201);
        PaymentBed.await("refunded", () -> refundedOf(path).equals("34.4"));
        assertThat(shop.operator().get(path).body().path("status").asText()).isEqualTo("Refunded");
        var empty = refund(payment, "{\"reason\": \"again\"}");
        assertThat(empty.status()).isEqualTo(409);
        assertThat(empty.body().path("left").asText()).isEqualTo("0.0");
    }

    private static String refundedOf(String path) {
        return shop.operator().get(path).body().path("refunded").asText();
    }

    @Test
    void what_an_operator_refunded_is_not_refunded_again_by_a_cancel() {
        var order = shop.placeAndCapture();
        var payment = shop.payment(order).path("payment_id").asLong();
        assertThat(refund(payment, "{\"amount\": 4.40, \"reason\": \"cold\"}").status())
                .isEqualTo(201);
        shop.cancel(order);
        shop.awaitStatus(order, "Refunded");
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 34400");
        assertThat(shop.count("notification", "payment.refunded", order)).isLessThanOrEqualTo(2);
    }

    @Test
    void operators_who_refund_at_once_never_give_back_too_much() {
        var order = shop.placeAndCapture();
        var payment = shop.payment(order).path("payment_id").asLong();
        var answers =
                IntStream.range(0, 6)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(() ->
                                        refund(
                                                payment,
                                                "{\"amount\": 10," + " \"reason\": \"x\"}")))
                        .toList();
        assertThat(answers.stream().map(answer -> answer.join().status()))
                .containsExactlyInAnyOrder(201, 201, 201, 409, 409, 409);
        PaymentBed.await(
                "three refunds", () -> shop.charges(order).contains("CAPTURED 34400 30000"));
    }

    @Test
    void one_key_makes_one_refund() {
        var payment = captured();
        var path = "/payments/" + payment + "/refunds";
        var body = "{\"amount\": 20, \"reason\": \"x\"}";
        for (int i = 0; i < 3; i++)
            assertThat(shop.operator().post(path, body, "Idempotency-Key", "r1").status())
                    .isEqualTo(201);
        PaymentBed.await("20", () -> refundedOf("/payments/" + payment).equals("20.0"));
    }

    @Test
    void bad_refunds_are_refused() {
        var order = shop.placeAndAuthorize("tok_visa");
        var payment = shop.payment(order).path("payment_id").asLong();
        var early = refund(payment, "{\"amount\": 1, \"reason\": \"x\"}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().path("left").asText()).isEqualTo("0.0");
        assertThat(refund(999_999, "{\"reason\": \"x\"}").status()).isEqualTo(404);
        for (var bad :
                new String[] {
                    "{}",
                    "{\"reason\": \"\"}",
                    "{\"reason\": \"x\", \"amount\": 0}",
                    "{\"reason\": \"x\", \"amount\": -1}",
                    "{\"reason\": \"card 4242-4242 4242 4242\"}",
                    "{\"reason\": \"x\", \"why\": 1}"
                }) {
            var answer = refund(payment, bad);
            assertThat(answer.status()).as(bad).isEqualTo(422);
            assertThat(answer.body().toString()).doesNotContain("4242");
        }
    }
}
