package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.payment.BadLine.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever breaks between us and the provider, an order is charged once or not at all.
class BadLineTest {
    private static final BadLine[] LINES = new BadLine[1];
    private static PaymentBed shop;

    @BeforeAll
    static void start() {
        shop = new PaymentBed(provider -> LINES[0] = new BadLine(provider));
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @AfterEach
    void repair() {
        line().repair();
    }

    private static BadLine line() {
        return LINES[0];
    }

    @Test
    void an_answer_that_was_lost_is_found_out() {
        line().cut("authorize", Fault.LOSES_THE_ANSWER);
        var order = shop.placeAndAuthorize("tok_visa");
        assertThat(shop.charges(order)).containsExactly("AUTHORIZED 0 0");
        assertThat(shop.count("order", "payment.authorized", order)).isEqualTo(1);
    }

    @Test
    void a_question_that_was_lost_is_asked_again() {
        line().cut("authorize", Fault.SILENT);
        var order = shop.place("tok_visa");
        shop.awaitStatus(order, "Unknown");
        line().repair();
        shop.awaitOrderEvent("payment.authorized", order);
        line().arriveLate(shop.payment(order).path("payment_id").asLong());
        assertThat(shop.charges(order)).containsExactly("AUTHORIZED 0 0");
    }

    @Test
    void a_crash_between_the_answer_and_our_commit_charges_once() {
        line().cut("authorize", Fault.CRASH);
        var order = shop.place("tok_visa");
        PaymentBed.await("the charge", () -> !shop.charges(order).isEmpty());
        line().repair();
        shop.awaitOrderEvent("payment.authorized", order);

        line().cut("capture", Fault.CRASH);
        shop.receive(order);
        PaymentBed.await("captured", () -> shop.charges(order).contains("CAPTURED 34400 0"));
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Authorized");
        line().repair();
        shop.awaitStatus(order, "Captured");

        line().cut("refund", Fault.CRASH);
        shop.cancel(order);
        PaymentBed.await("refunded", () -> shop.charges(order).contains("CAPTURED 34400 34400"));
        line().repair();
        shop.awaitRefund(order);
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 34400");
        assertThat(shop.count("order", "payment.authorized", order)).isEqualTo(1);
        assertThat(shop.count("notification", "payment.refunded", order)).isEqualTo(1);
    }

    @Test
    void a_crash_while_voiding_voids_once() {
        var order = shop.placeAndAuthorize("tok_visa");
        line().cut("void", Fault.CRASH);
        shop.cancel(order);
        PaymentBed.await("voided", () -> shop.charges(order).contains("VOIDED 0 0"));
        line().repair();
        shop.awaitStatus(order, "Voided");
    }

    @Test
    void a_cancel_while_the_answer_is_unknown_ends_in_a_void() {
        line().cut("authorize", Fault.LOSES_THE_ANSWER);
        line().cut("lookup", Fault.SILENT);
        var order = shop.place("tok_visa");
        shop.awaitStatus(order, "Unknown");
        shop.cancel(order);
        shop.receive(order);
        line().repair();
        shop.awaitStatus(order, "Voided");
        assertThat(shop.charges(order)).containsExactly("VOIDED 0 0");
        assertThat(shop.count("order", "payment.authorized", order)).isZero();
    }

    @Test
    void an_authorisation_that_arrives_after_a_cancel_is_voided() {
        line().cut("authorize", Fault.SILENT);
        var order = shop.place("tok_visa");
        shop.awaitStatus(order, "Unknown");
        shop.cancel(order);
        shop.awaitStatus(order, "Voided");
        assertThat(shop.charges(order)).isEmpty();
        line().repair();
        line().arriveLate(shop.payment(order).path("payment_id").asLong());
        PaymentBed.await("voided", () -> shop.charges(order).contains("VOIDED 0 0"));
        assertThat(shop.charges(order)).hasSize(1);
        shop.awaitStatus(order, "Voided");
        assertThat(shop.count("order", "payment.authorized", order)).isZero();
    }

    @Test
    void a_provider_that_stays_silent_is_told_once_and_asked_on() {
        line().cut("authorize", Fault.LOSES_THE_ANSWER);
        line().cut("lookup", Fault.SILENT);
        var order = shop.place("tok_visa");
        shop.bed.neighbour("notification").awaitEvent("payment.stuck", order);
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Unknown");
        assertThat(shop.payment(order).path("reason").asText()).contains("does not answer");
        PaymentBed.await("figure", () -> stuck() > 0);
        line().repair();
        shop.awaitOrderEvent("payment.authorized", order);
        assertThat(shop.count("notification", "payment.stuck", order)).isEqualTo(1);
        assertThat(shop.charges(order)).containsExactly("AUTHORIZED 0 0");
        assertThat(shop.payment(order).has("reason")).isTrue();
        assertThat(shop.payment(order).path("reason").isNull()).isTrue();
    }

    private static int stuck() {
        return shop.bed.anyone().get("/status").body().at("/figures/stuck_payments").asInt();
    }

    @Test
    void a_cancel_while_a_capture_is_unanswered_gives_all_back() {
        var taken = shop.placeAndAuthorize("tok_visa");
        line().cut("capture", Fault.LOSES_THE_ANSWER);
        shop.receive(taken);
        PaymentBed.await("captured", () -> shop.charges(taken).contains("CAPTURED 34400 0"));
        shop.cancel(taken);
        shop.awaitRefund(taken);
        assertThat(shop.charges(taken)).containsExactly("CAPTURED 34400 34400");

        line().repair();
        var held = shop.placeAndAuthorize("tok_visa");
        line().cut("capture", Fault.SILENT);
        shop.receive(held);
        shop.cancel(held);
        shop.awaitStatus(held, "Voided");
        assertThat(shop.charges(held)).containsExactly("VOIDED 0 0");
    }

    @Test
    void a_refund_is_asked_for_until_it_is_confirmed() {
        var order = shop.placeAndCapture();
        line().cut("refund", Fault.SILENT);
        shop.cancel(order);
        shop.bed.neighbour("notification").awaitEvent("payment.stuck", order);
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Captured");
        line().repair();
        shop.awaitRefund(order);
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 34400");
    }
}
