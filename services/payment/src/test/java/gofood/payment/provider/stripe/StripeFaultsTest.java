package gofood.payment.provider.stripe;

import static gofood.payment.provider.ProviderDesk.TOTAL;
import static gofood.payment.provider.ProviderDesk.newPayment;
import static gofood.payment.provider.ProviderDesk.reference;
import static gofood.payment.provider.ProviderDesk.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.payment.provider.Provider.Answer;
import gofood.payment.provider.Provider.Authorization;
import gofood.payment.provider.Provider.Charge;
import gofood.payment.provider.Provider.Standing;
import gofood.payment.provider.ProviderDesk;
import gofood.payment.provider.stripe.FakeStripe.Fault;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens on the way to Stripe and back, nobody is charged or refunded twice.
class StripeFaultsTest {
    private static final String GOOD = "pm_card_visa";
    private static final String POOR = "pm_card_chargeDeclinedInsufficientFunds";
    private static FakeStripe stripe;
    private static ProviderDesk desk;

    @BeforeAll
    static void start() {
        stripe = new FakeStripe();
        desk = new ProviderDesk(StripeBed.settings(stripe));
    }

    @AfterAll
    static void stop() {
        desk.close();
        stripe.close();
    }

    @AfterEach
    void everything_that_was_planned_has_happened() {
        assertThat(stripe.isAllPlayed()).isTrue();
    }

    private static String authorized(long payment) {
        return reference(desk.authorize(payment, GOOD));
    }

    private static Answer done() {
        return new Answer.Done();
    }

    /// At each of the two steps of an authorisation.
    @ParameterizedTest
    @CsvSource({
        "/payment_intents,NEVER_ARRIVES",
        "/payment_intents,LOSES_THE_ANSWER",
        "/payment_intents,RATE_LIMITED",
        "/payment_intents,FAILS",
        "/payment_intents,FAILS_AFTERWARDS",
        "/payment_intents,GARBAGE",
        "/payment_intents,STRANGER",
        "/confirm,NEVER_ARRIVES",
        "/confirm,LOSES_THE_ANSWER",
        "/confirm,RATE_LIMITED",
        "/confirm,LOCKED",
        "/confirm,FAILS",
        "/confirm,FAILS_AFTERWARDS",
        "/confirm,GARBAGE",
        "/confirm,STRANGER"
    })
    void whatever_becomes_of_an_authorisation_is_found_out_and_it_is_charged_once(
            String step, Fault fault) {
        var payment = newPayment();
        stripe.plan(step, fault);
        assertThat(desk.authorize(payment, GOOD)).isEqualTo(new Authorization.Unknown());
        var standing = desk.provider().lookup(payment);
        var wasDone = stripe.books.charges(payment).size() == 1;
        if (wasDone) assertThat(standing).isInstanceOf(Standing.Authorized.class);
        else assertThat(standing).isEqualTo(new Standing.NotFound());
        desk.capture(authorized(payment));
        assertThat(stripe.books.charges(payment)).containsExactly("succeeded 3440 0");
    }

    @Test
    void a_decline_whose_answer_was_lost_is_a_decline_and_the_card_is_not_tried_again() {
        var payment = newPayment();
        stripe.plan("/confirm", Fault.LOSES_THE_ANSWER);
        assertThat(desk.authorize(payment, POOR)).isEqualTo(new Authorization.Unknown());
        var confirmations = stripe.count("/confirm");
        assertThat(desk.provider().lookup(payment))
                .isEqualTo(new Standing.Declined("insufficient_funds"));
        assertThat(desk.authorize(payment, POOR))
                .isEqualTo(new Authorization.Declined("insufficient_funds"));
        assertThat(stripe.count("/confirm")).isEqualTo(confirmations);
    }

    @Test
    void a_confirmation_that_arrives_late_makes_no_second_charge() {
        var payment = newPayment();
        stripe.plan("/confirm", Fault.DELAYED);
        assertThat(desk.authorize(payment, GOOD)).isEqualTo(new Authorization.Unknown());
        assertThat(desk.provider().lookup(payment)).isEqualTo(new Standing.NotFound());
        desk.capture(authorized(payment));
        stripe.arrive();
        assertThat(stripe.books.charges(payment)).containsExactly("succeeded 3440 0");
    }

    @Test
    void after_a_day_when_stripe_has_forgotten_our_keys_nothing_happens_twice() {
        var payment = newPayment();
        var reference = authorized(payment);
        desk.capture(reference);
        assertThat(desk.provider().refund(reference, Money.cents(1000), "r")).isEqualTo(done());
        stripe.forgetKeys();
        assertThat(authorized(payment)).isEqualTo(reference);
        refuses(desk.provider().capture(reference, TOTAL, "again"));
        assertThat(desk.provider().refund(reference, Money.cents(1000), "r")).isEqualTo(done());
        assertThat(stripe.books.charges(payment)).containsExactly("succeeded 3440 1000");
    }

    @Test
    void an_intent_that_was_made_and_forgotten_is_never_confirmed() {
        var payment = newPayment();
        stripe.plan("/payment_intents", Fault.LOSES_THE_ANSWER);
        assertThat(desk.authorize(payment, GOOD)).isEqualTo(new Authorization.Unknown());
        stripe.forgetKeys();
        authorized(payment);
        assertThat(stripe.books.charges(payment)).containsExactly("requires_capture 0 0");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HANGS", "DELAYED"})
    void a_capture_is_done_once_whatever_happens_on_the_way(Fault fault) {
        var payment = newPayment();
        var reference = authorized(payment);
        stripe.plan("/capture", fault);
        assertThat(desk.provider().capture(reference, TOTAL, "c")).isEqualTo(new Answer.Unknown());
        // done now, or refused because it was done before
        assertThat(desk.provider().capture(reference, TOTAL, "c"))
                .isNotEqualTo(new Answer.Unknown());
        assertThat(desk.provider().lookup(payment))
                .isEqualTo(new Standing.Captured(reference, TOTAL));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HANGS", "DELAYED"})
    void a_void_is_done_whatever_happens_on_the_way(Fault fault) {
        var payment = newPayment();
        var reference = authorized(payment);
        stripe.plan("/cancel", fault);
        assertThat(desk.provider().voidAuthorization(reference, "v"))
                .isEqualTo(new Answer.Unknown());
        assertThat(desk.provider().voidAuthorization(reference, "v"))
                .isNotEqualTo(new Answer.Unknown());
        assertThat(desk.provider().lookup(payment)).isEqualTo(new Standing.Voided());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEVER_ARRIVES",
                "LOSES_THE_ANSWER",
                "RATE_LIMITED",
                "FAILS_AFTERWARDS",
                "GARBAGE"
            })
    void a_refund_is_done_once_whatever_happens_on_the_way(Fault fault) {
        var payment = newPayment();
        var reference = authorized(payment);
        desk.capture(reference);
        // the first looks which refunds there are, the second asks for one
        assertThat(desk.provider().refund(reference, Money.cents(500), "before")).isEqualTo(done());
        stripe.plan("/refunds", fault);
        assertThat(desk.provider().refund(reference, Money.cents(1000), "r"))
                .isIn(new Answer.Unknown(), done());
        assertThat(desk.provider().refund(reference, Money.cents(1000), "r")).isEqualTo(done());
        assertThat(stripe.books.charges(payment)).containsExactly("succeeded 3440 1500");
    }

    @Test
    void with_a_wrong_key_everything_is_unknown_and_nothing_is_declined() {
        var settings = StripeBed.settings(stripe, "PAYMENT_STRIPE_KEY", "sk_test_wrong");
        try (var wrong = desk.stripe(settings)) {
            var charge = new Charge(newPayment(), TOTAL, "EUR", "pm_card_visa");
            assertThat(wrong.authorize(charge, "a")).isEqualTo(new Authorization.Unknown());
        }
    }

    @Test
    void an_answer_that_does_not_come_is_not_waited_for() {
        var settings = StripeBed.settings(stripe, "PAYMENT_PROVIDER_TIMEOUT_MILLIS", "1000");
        try (var hasty = desk.stripe(settings)) {
            var charge = new Charge(newPayment(), TOTAL, "EUR", "pm_card_visa");
            stripe.plan("/payment_intents", Fault.HANGS);
            var began = System.nanoTime();
            assertThat(hasty.authorize(charge, "a")).isEqualTo(new Authorization.Unknown());
            var waited = Duration.ofNanos(System.nanoTime() - began);
            assertThat(waited).isLessThan(FakeStripe.HANGS_FOR.dividedBy(2));
        }
    }

    @Test
    void many_who_ask_at_once_get_one_charge_and_one_refund() throws InterruptedException {
        var payment = newPayment();
        together(() -> desk.authorize(payment, GOOD));
        var reference = authorized(payment);
        desk.capture(reference);
        together(() -> desk.provider().refund(reference, Money.cents(1000), "r"));
        assertThat(desk.provider().refund(reference, Money.cents(1000), "r")).isEqualTo(done());
        assertThat(stripe.books.charges(payment)).containsExactly("succeeded 3440 1000");
    }

    private static void together(Runnable work) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) threads.add(Thread.ofVirtual().start(work));
        for (var thread : threads) thread.join();
    }
}
