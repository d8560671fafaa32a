package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.platform.testing.TestClient.Told;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A payment's life as an order leads it, with every test card.
class PaymentLifeTest {
    private static PaymentBed shop;

    @BeforeAll
    static void start() {
        shop = new PaymentBed(provider -> provider);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tok_visa",
                "tok_mastercard",
                "tok_twice",
                "tok_timeout_after_charge",
                "tok_late"
            })
    void a_good_card_is_authorised_captured_and_charged_once(String token) {
        var order = shop.place(token);
        var authorized = shop.awaitOrderEvent("payment.authorized", order);
        assertThat(authorized.path("payment_id").asLong())
                .isEqualTo(shop.payment(order).path("payment_id").asLong());
        shop.receive(order);
        shop.awaitStatus(order, "Captured");
        assertThat(shop.payment(order).path("captured").asText()).isEqualTo("34.4");
        PaymentBed.sleep(400); // the webhooks of it
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Captured");
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 0");
        assertThat(shop.count("order", "payment.authorized", order)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "tok_declined,card_declined",
        "tok_insufficient_funds,insufficient_funds",
        "tok_expired_card,expired_card",
        "tok_nobody_knows,unknown_token"
    })
    void a_bad_card_is_declined_with_its_reason(String token, String reason) {
        var order = shop.place(token);
        var declined = shop.awaitOrderEvent("payment.declined", order);
        assertThat(declined.path("reason").asText()).isEqualTo(reason);
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Declined");
        assertThat(shop.payment(order).path("reason").asText()).isEqualTo(reason);
        shop.cancel(order);
        shop.receive(order);
        assertThat(shop.charges(order)).containsExactly("DECLINED 0 0");
    }

    @Test
    void a_token_is_forgotten_once_the_answer_is_known() {
        var order = shop.placeAndAuthorize("tok_visa");
        assertThat(shop.query("SELECT token FROM payment WHERE order_id = ?", order))
                .containsExactly((String) null);
        assertThat(shop.payment(order).toString()).doesNotContain("tok_");
    }

    @Test
    void a_capture_that_is_refused_is_shown_told_and_can_still_be_voided() {
        var order = shop.placeAndAuthorize("tok_capture_fails");
        shop.receive(order);
        var stuck = shop.bed.neighbour("notification").awaitEvent("payment.stuck", order);
        assertThat(stuck.path("what").asText()).contains("capture", "capture_failed");
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Authorized");
        assertThat(shop.payment(order).path("reason").asText()).contains("capture_failed");
        shop.cancel(order);
        shop.awaitStatus(order, "Voided");
        assertThat(shop.charges(order)).containsExactly("VOIDED 0 0");
        assertThat(shop.count("notification", "payment.stuck", order)).isEqualTo(1);
    }

    @Test
    void an_order_that_is_cancelled_at_once_costs_nothing() {
        var order = shop.place("tok_visa");
        shop.cancel(order);
        shop.awaitStatus(order, "Voided");
        PaymentBed.await(
                "nothing held", () -> shop.charges(order).stream().allMatch("VOIDED 0 0"::equals));
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Voided");
    }

    @Test
    void an_order_that_is_cancelled_while_the_provider_is_working_on_it_is_voided() {
        var order = shop.place("tok_late");
        shop.awaitStatus(order, "Unknown");
        shop.cancel(order);
        shop.awaitStatus(order, "Voided");
        assertThat(shop.charges(order)).containsExactly("VOIDED 0 0");
        assertThat(shop.count("order", "payment.authorized", order)).isZero();
    }

    @Test
    void an_authorised_order_that_is_rejected_is_voided_and_never_captured() {
        var order = shop.placeAndAuthorize("tok_visa");
        shop.reject(order);
        shop.receive(order);
        shop.awaitStatus(order, "Voided");
        PaymentBed.sleep(300);
        assertThat(shop.charges(order)).containsExactly("VOIDED 0 0");
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Voided");
    }

    @Test
    void a_captured_payment_is_refunded_when_cancelled() {
        var order = shop.placeAndCapture();
        shop.cancel(order);
        var refunded = shop.awaitRefund(order);
        assertThat(refunded.path("amount").asText()).isEqualTo("34.4");
        assertThat(refunded.path("reason").asText()).isEqualTo("too slow");
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Refunded");
        assertThat(shop.payment(order).path("refunded").asText()).isEqualTo("34.4");
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 34400");
    }

    @Test
    void doubled_events_have_one_effect() {
        var order = shop.place("tok_visa");
        shop.tell("order.placed", PaymentBed.placed(order, "tok_mastercard"));
        shop.awaitOrderEvent("payment.authorized", order);
        shop.receive(order);
        shop.receive(order);
        shop.awaitStatus(order, "Captured");
        shop.receive(order);
        shop.cancel(order);
        shop.reject(order);
        shop.cancel(order);
        shop.awaitRefund(order);
        shop.cancel(order);
        PaymentBed.sleep(300);
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 34400");
        assertThat(shop.count("order", "payment.authorized", order)).isEqualTo(1);
        assertThat(shop.count("notification", "payment.refunded", order)).isEqualTo(1);
    }

    private static Told event(String type, OrderEvent data) {
        return new Told(type, data.orderId(), (Record) data);
    }

    @Test
    void what_comes_together_has_the_effects_of_what_comes_one_by_one() {
        var known = shop.placeAndAuthorize("tok_visa");
        var fresh = 88_001L;
        var recalled = 88_002L;
        var batch =
                List.of(
                        event("order.placed", PaymentBed.placed(recalled, "tok_visa")),
                        event("order.placed", PaymentBed.placed(fresh, "tok_visa")),
                        // somebody's number was given twice; the first keeps it
                        event(
                                "order.placed",
                                PaymentBed.placed(fresh, 99, PaymentBed.by("tok_visa"))),
                        event("order.placed", PaymentBed.placed(fresh, "tok_visa")),
                        event("order.placed", PaymentBed.placed(known, "tok_visa")),
                        event(
                                "order.cancelled",
                                new OrderEvent.Cancelled(
                                        recalled,
                                        PaymentBed.CUSTOMER,
                                        PaymentBed.RESTAURANT,
                                        "customer 12",
                                        "too slow",
                                        PaymentBed.FREE)));
        var answer = shop.bed.asService("order").post("/events", batch);
        assertThat(answer.body().path("failed")).as(answer.body().toString()).isEmpty();
        var declined = shop.awaitOrderEvent("payment.declined", fresh);
        assertThat(declined.path("customer_id").asLong()).isEqualTo(99);
        shop.awaitOrderEvent("payment.authorized", fresh);
        shop.awaitStatus(recalled, "Voided");
        PaymentBed.sleep(200);
        assertThat(shop.charges(fresh)).containsExactly("AUTHORIZED 0 0");
        assertThat(shop.charges(recalled)).isEmpty();
        assertThat(shop.charges(known)).containsExactly("AUTHORIZED 0 0");
        assertThat(shop.count("order", "payment.authorized", known)).isEqualTo(1);
        assertThat(shop.count("order", "payment.declined", fresh)).isEqualTo(1);
    }

    @Test
    void all_events_at_once_end_in_a_capture_and_the_order_hears_only_what_it_waits_for() {
        var order = shop.place("tok_visa");
        shop.receive(order);
        shop.awaitStatus(order, "Captured");
        var types =
                shop.bed.neighbour("order").events().stream()
                        .filter(e -> e.path("subject").asText().equals(Long.toString(order)))
                        .map(e -> e.path("type").asText())
                        .toList();
        assertThat(types).containsExactly("payment.authorized");
    }

    @Test
    void events_of_orders_without_a_payment_are_left_alone() {
        shop.receive(99_001);
        shop.cancel(99_002);
        assertThat(shop.payment(99_001).isMissingNode()).isTrue();
    }

    @Test
    void an_order_without_a_price_fails_and_its_card_is_not_told() {
        var half =
                new OrderEvent.Placed(
                        99_003,
                        12,
                        7,
                        "Chez Test",
                        PaymentBed.ITEMS,
                        null,
                        PaymentBed.by("tok_visa"));
        var answer = shop.bed.asService("order").tell("order.placed", 99_003, half);
        assertThat(answer.body().at("/failed/0/error").asText())
                .isNotEmpty()
                .doesNotContain("tok_visa");
    }

    @Test
    void timers_that_ring_again_do_nothing_again() {
        var order = shop.placeAndCapture();
        shop.cancel(order);
        shop.awaitRefund(order);
        for (var kind : new String[] {"payment.advance", "payment.look"})
            shop.query(
                    """
                    INSERT INTO timer (kind, key, at)
                    SELECT ?, payment_id, now() FROM payment WHERE order_id = ?
                    """,
                    kind,
                    order);
        shop.query(
                """
                INSERT INTO timer (kind, key, at)
                SELECT 'payment.refund', refund_id, now()
                  FROM refund JOIN payment USING (payment_id) WHERE order_id = ?
                """,
                order);
        PaymentBed.await(
                "all timers rang",
                () ->
                        shop.query(
                                        """
                                        SELECT kind FROM timer
                                         WHERE kind LIKE 'payment.%' AND attempts = 0
                                           AND kind <> 'payment.check'
                                        """)
                                .isEmpty());
        PaymentBed.sleep(100);
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 34400");
        assertThat(shop.count("notification", "payment.refunded", order)).isEqualTo(1);
    }
}
