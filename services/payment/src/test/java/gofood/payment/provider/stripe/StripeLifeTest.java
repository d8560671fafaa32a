package gofood.payment.provider.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.OrderApi.Tax;
import gofood.contracts.UserApi.Role;
import gofood.payment.PaymentService;
import gofood.payment.provider.ProviderDesk;
import gofood.payment.provider.stripe.FakeStripe.Fault;
import gofood.platform.testing.TestBed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The payment service with Stripe: whole lives of payments, as orders lead them.
class StripeLifeTest {
    private static final long CUSTOMER = 12;
    private static final long RESTAURANT = 7;
    private static final AtomicLong ORDERS = new AtomicLong(5_000);
    private static FakeStripe stripe;
    private static TestBed bed;

    @BeforeAll
    static void start() {
        stripe = new FakeStripe();
        var settings =
                StripeBed.settings(
                        stripe,
                        "PAYMENT_PROVIDER_TIMEOUT_MILLIS",
                        "1000",
                        "PAYMENT_RETRY_FIRST_MILLIS",
                        "50",
                        "PAYMENT_RETRY_LONGEST_SECONDS",
                        "1");
        bed = new TestBed(new PaymentService(), settings);
    }

    @AfterAll
    static void stop() {
        bed.close();
        stripe.close();
    }

    private static long place(String token) {
        var order = ORDERS.incrementAndGet();
        var rate = BigDecimal.TEN;
        var dish = Money.cents(1720);
        var total = Money.cents(3440);
        var none = Money.ZERO;
        var tax = new Tax(rate, total, Money.cents(3127), Money.cents(313));
        var soup = new Line(1, "301", "Soup", 2, List.of(), null, dish, rate);
        var taxes = List.of(tax);
        var price = new Price(total, none, none, none, none, none, total, "EUR", null, taxes);
        tell(
                "order.placed",
                new OrderEvent.Placed(
                        order,
                        CUSTOMER,
                        RESTAURANT,
                        "Chez Test",
                        List.of(soup),
                        price,
                        new PaymentMethod(PayBy.CARD, token)));
        return order;
    }

    private static void tell(String type, Record event) {
        var order = ((OrderEvent) event).orderId();
        var answer = bed.asService("order").tell(type, order, event);
        assertThat(answer.body().path("failed")).as(answer.body().toString()).isEmpty();
    }

    private static void authorized(long order) {
        var _ = bed.neighbour("order").awaitEvent("payment.authorized", order);
    }

    private static void receive(long order) {
        tell(
                "order.received",
                new OrderEvent.Received(order, CUSTOMER, RESTAURANT, "Chez Test", Instant.now()));
    }

    private static void cancel(long order) {
        var nothing = new Settlement(Liable.CUSTOMER, Money.ZERO, Money.ZERO);
        tell(
                "order.cancelled",
                new OrderEvent.Cancelled(
                        order, CUSTOMER, RESTAURANT, "customer 12", "too slow", nothing));
    }

    private static JsonNode payment(long order) {
        return bed.as(Role.OPERATOR, 1).get("/payments?order_id=" + order).body().at("/payments/0");
    }

    private static void awaitStatus(long order, String status) {
        ProviderDesk.await(status, () -> payment(order).path("status").asText().equals(status));
    }

    private static List<String> charges(long order) {
        return stripe.books.charges(payment(order).path("payment_id").asLong());
    }

    @Test
    void an_order_is_authorised_captured_and_partly_refunded() {
        var order = place("pm_card_visa");
        authorized(order);
        assertThat(charges(order)).containsExactly("requires_capture 0 0");
        receive(order);
        awaitStatus(order, "Captured");
        var refund = Map.of("amount", 5.5, "reason", "the soup was cold");
        var path = "/payments/" + payment(order).path("payment_id").asLong() + "/refunds";
        assertThat(bed.as(Role.OPERATOR, 1).post(path, refund).status()).isEqualTo(201);
        var refunded = bed.neighbour("notification").awaitEvent("payment.refunded", order);
        assertThat(refunded.path("amount").asDouble()).isEqualTo(5.5);
        assertThat(charges(order)).containsExactly("succeeded 3440 550");
    }

    @Test
    void an_order_that_is_cancelled_before_the_kitchen_took_it_is_voided() {
        var order = place("pm_card_visa");
        authorized(order);
        cancel(order);
        awaitStatus(order, "Voided");
        assertThat(charges(order)).containsExactly("canceled 0 0");
    }

    @Test
    void a_declined_card_is_told_to_the_order() {
        var order = place("pm_card_chargeDeclinedInsufficientFunds");
        var declined = bed.neighbour("order").awaitEvent("payment.declined", order);
        assertThat(declined.path("reason").asText()).isEqualTo("insufficient_funds");
    }

    @Test
    void lost_answers_at_every_step_are_found_out_and_the_customer_is_charged_once() {
        stripe.plan("/payment_intents", Fault.LOSES_THE_ANSWER)
                .plan("/confirm", Fault.LOSES_THE_ANSWER)
                .plan("/capture", Fault.LOSES_THE_ANSWER);
        var order = place("pm_card_visa");
        authorized(order);
        receive(order);
        awaitStatus(order, "Captured");
        assertThat(stripe.isAllPlayed()).isTrue();
        assertThat(charges(order)).containsExactly("succeeded 3440 0");
    }

    @Test
    void what_is_held_after_the_order_was_cancelled_is_given_back() {
        stripe.plan("/confirm", Fault.DELAYED);
        var order = place("pm_card_visa");
        awaitStatus(order, "Unknown");
        cancel(order);
        awaitStatus(order, "Voided");
        stripe.arrive();
        StripeBed.deliver(stripe, bed);
        ProviderDesk.await("given back", () -> charges(order).equals(List.of("canceled 0 0")));
        assertThat(payment(order).path("status").asText()).isEqualTo("Voided");
    }

    @Test
    void a_late_result_comes_by_webhook_and_old_news_change_nothing() {
        var order = place("pm_processing");
        awaitStatus(order, "Unknown");
        var payment = payment(order).path("payment_id").asLong();
        stripe.books.settle(stripe.books.intentOf(payment));
        StripeBed.deliver(stripe, bed);
        authorized(order);
        receive(order);
        awaitStatus(order, "Captured");
        StripeBed.deliver(stripe, bed);
        assertThat(payment(order).path("status").asText()).isEqualTo("Captured");
        assertThat(charges(order)).containsExactly("succeeded 3440 0");
    }
}
