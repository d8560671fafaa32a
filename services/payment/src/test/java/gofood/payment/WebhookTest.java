package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.payment.BadLine.Fault;
import gofood.platform.http.Signature;
import gofood.platform.testing.TestClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The provider's news: forged, doubled, late and out of order.
class WebhookTest {
    private static final String OTHER = "b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldC1vdGhlci1zZWM=";
    private static final BadLine[] LINES = new BadLine[1];
    private static PaymentBed shop;

    /// Questions are repeated so slowly that only a webhook can bring news.
    @BeforeAll
    static void start() {
        shop =
                new PaymentBed(
                        provider -> LINES[0] = new BadLine(provider),
                        "PAYMENT_RETRY_FIRST_MILLIS",
                        "60000",
                        "PAYMENT_RETRY_LONGEST_SECONDS",
                        "60");
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    private static String news(long payment, String type) {
        return "{\"type\":\"payment.%s\",\"payment_id\":%d}".formatted(type, payment);
    }

    private static Map<String, String> signed(String secret, Instant at, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new HashMap<>(Signature.of(secret).sign("msg_test", at, bytes));
    }

    private static Answer post(String body, Map<String, String> headers) {
        var list = new ArrayList<String>();
        headers.forEach((name, value) -> {
            list.add(name);
            list.add(value);
        });
        return shop.bed.anyone().post("/webhooks/provider", body, list.toArray(String[]::new));
    }

    private static void tell(long payment, String type) {
        var body = news(payment, type);
        assertThat(post(body, signed(PaymentBed.SECRET, Instant.now(), body)).status())
                .isEqualTo(204);
    }

    private static long paymentOf(long order) {
        return shop.payment(order).path("payment_id").asLong();
    }

    @Test
    void a_late_result_comes_by_webhook() {
        var order = shop.place("tok_late");
        shop.awaitOrderEvent("payment.authorized", order);
        assertThat(shop.charges(order)).containsExactly("AUTHORIZED 0 0");
    }

    @Test
    void what_is_not_signed_rightly_is_refused_and_changes_nothing() {
        var order = shop.placeAndAuthorize("tok_visa");
        var body = news(paymentOf(order), "voided");
        var now = Instant.now();
        shop.query(
                "UPDATE provider_charge SET status = 'VOIDED' WHERE payment_id = ?",
                paymentOf(order));
        refused(body, Map.of());
        refused(body, signed(OTHER, now, body));
        refused(body, signed(PaymentBed.SECRET, now.minusSeconds(600), body));
        refused(body, signed(PaymentBed.SECRET, now.plusSeconds(600), body));
        refused(body.replace("voided", "captured"), signed(PaymentBed.SECRET, now, body));
        for (var name : new String[] {"webhook-id", "webhook-timestamp", "webhook-signature"}) {
            var headers = signed(PaymentBed.SECRET, now, body);
            headers.remove(name);
            refused(body, headers);
            headers.put(name, "");
            refused(body, headers);
            headers.put(name, "v1,xyz");
            refused(body, headers);
        }
        PaymentBed.sleep(200);
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Authorized");
        assertThat(post(body, signed(PaymentBed.SECRET, now, body)).status()).isEqualTo(204);
        shop.awaitStatus(order, "Voided");
    }

    private static void refused(String body, Map<String, String> headers) {
        var answer = post(body, headers);
        assertThat(answer.status()).as(headers.toString()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("signature_invalid");
    }

    @Test
    void doubled_and_disordered_news_change_nothing() {
        var order = shop.placeAndCapture();
        var payment = paymentOf(order);
        for (var type :
                new String[] {"captured", "authorized", "voided", "declined", "refunded", "new"}) {
            tell(payment, type);
            tell(payment, type);
        }
        PaymentBed.sleep(300);
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Captured");
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 0");
        assertThat(shop.count("order", "payment.authorized", order)).isEqualTo(1);
    }

    @Test
    void news_that_are_not_true_change_nothing() {
        var order = shop.placeAndAuthorize("tok_visa");
        tell(paymentOf(order), "captured");
        tell(paymentOf(order), "voided");
        PaymentBed.sleep(300);
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Authorized");
        var declined = shop.place("tok_declined");
        shop.awaitOrderEvent("payment.declined", declined);
        tell(paymentOf(declined), "authorized");
        PaymentBed.sleep(300);
        assertThat(shop.payment(declined).path("status").asText()).isEqualTo("Declined");
    }

    @Test
    void a_hold_that_lapses_is_told_whenever_it_was_needed() {
        var waiting = shop.placeAndAuthorize("tok_visa");
        lapse(waiting);
        shop.awaitOrderEvent("payment.hold_lost", waiting);
        shop.bed.neighbour("notification").awaitEvent("payment.hold_lost", waiting);
        // the kitchen had said yes already
        shop.receive(waiting);
        shop.bed.neighbour("notification").awaitEvent("payment.stuck", waiting);
        assertThat(shop.count("order", "payment.hold_lost", waiting)).isEqualTo(1);

        var order = shop.placeAndAuthorize("tok_visa");
        LINES[0].cut("capture", Fault.SILENT);
        shop.receive(order);
        lapse(order);
        shop.awaitOrderEvent("payment.hold_lost", order);
        LINES[0].repair();
        // given back as wanted, it is not lost
        var cancelled = shop.placeAndAuthorize("tok_visa");
        shop.cancel(cancelled);
        shop.awaitStatus(cancelled, "Voided");
        assertThat(shop.count("order", "payment.hold_lost", cancelled)).isZero();
    }

    private static void lapse(long order) {
        shop.query(
                "UPDATE provider_charge SET status = 'VOIDED' WHERE payment_id = ?",
                paymentOf(order));
        tell(paymentOf(order), "voided");
        shop.awaitStatus(order, "Voided");
    }

    @Test
    void signed_news_about_nothing_are_taken_and_dropped() {
        tell(999_999, "authorized");
        for (var body : new String[] {"{}", "{\"type\":\"payout.paid\"}", "{\"payment_id\":1}"})
            assertThat(post(body, signed(PaymentBed.SECRET, Instant.now(), body)).status())
                    .as(body)
                    .isEqualTo(204);
        var broken = post("{", signed(PaymentBed.SECRET, Instant.now(), "{"));
        assertThat(broken.status()).isEqualTo(400);
        var huge = "{\"x\":\"" + "x".repeat(100_000) + "\"}";
        assertThat(post(huge, signed(PaymentBed.SECRET, Instant.now(), huge)).status())
                .isEqualTo(413);
    }

    @Test
    void webhooks_are_repeated_until_they_are_taken_and_then_gone() {
        var order = shop.placeAndAuthorize("tok_twice");
        PaymentBed.await(
                "all webhooks delivered",
                () ->
                        shop.query(
                                        """
                                        SELECT type FROM provider_webhook
                                          JOIN payment USING (payment_id) WHERE order_id = ?
                                        """,
                                        order)
                                .isEmpty());
    }
}
