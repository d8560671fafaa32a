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
import gofood.payment.provider.ProviderContractTest;
import gofood.payment.provider.ProviderDesk;
import gofood.payment.provider.stripe.FakeStripe.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Stripe keeps to the contract, in its own ways.
class StripeProviderTest extends ProviderContractTest {
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
        stripe.books.refundStatus = "succeeded";
    }

    @Override
    protected ProviderDesk desk() {
        return desk;
    }

    @Override
    protected String token(Card card) {
        if (card == Card.ANSWER_LOST) stripe.plan("/confirm", Fault.LOSES_THE_ANSWER);
        return switch (card) {
            case GOOD, ANSWER_LOST -> "pm_card_visa";
            case DECLINED -> "pm_card_chargeDeclined";
            case POOR -> "pm_card_chargeDeclinedInsufficientFunds";
            case EXPIRED -> "pm_card_chargeDeclinedExpiredCard";
            case NOBODYS -> "pm_nobody_knows";
        };
    }

    @Override
    protected void deliverNews() {
        StripeBed.deliver(stripe, desk.bed());
    }

    @Test
    void a_refund_that_is_pending_is_not_told_as_done_until_it_is() {
        var reference = authorized(newPayment());
        desk.capture(reference);
        stripe.books.refundStatus = "pending";
        for (int i = 0; i < 2; i++)
            assertThat(provider().refund(reference, TOTAL, "r")).isEqualTo(new Answer.Unknown());
        stripe.books.settleRefunds("succeeded");
        assertThat(provider().refund(reference, TOTAL, "r")).isEqualTo(done());
        stripe.books.settleRefunds("failed");
        assertThat(provider().refund(reference, TOTAL, "r"))
                .isEqualTo(new Answer.Refused("failed"));
    }

    @Test
    void what_is_being_processed_is_unknown_until_it_is_held() {
        var payment = newPayment();
        assertThat(authorize(payment, "pm_processing")).isEqualTo(new Authorization.Unknown());
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Processing());
        var id = stripe.books.intentOf(payment);
        stripe.books.settle(id);
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Authorized(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm_action", "pm_card_authenticationRequired"})
    void a_card_whose_bank_wants_to_hear_from_the_customer_is_declined_and_holds_nothing(
            String token) {
        var payment = newPayment();
        var declined = new Authorization.Declined("authentication_required");
        assertThat(authorize(payment, token)).isEqualTo(declined);
        assertThat(authorize(payment, token)).isEqualTo(declined);
        assertThat(provider().lookup(payment))
                .isEqualTo(new Standing.Declined("authentication_required"));
    }

    @Test
    void that_a_card_was_stolen_is_not_told() {
        assertThat(authorize(newPayment(), "pm_card_chargeDeclinedStolenCard"))
                .isEqualTo(new Authorization.Declined("card_declined"));
    }

    @Test
    void an_authorisation_that_expires_is_voided() {
        var payment = newPayment();
        stripe.books.expire(authorized(payment));
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Voided());
    }

    @ParameterizedTest
    @CsvSource({"EUR,34405", "JPY,1200500", "KWD,5124", "UGX,5000000", "MGA,1500", "ISK,40500"})
    void an_amount_that_stripe_does_not_take_is_declined_and_never_rounded(
            String currency, long mills) {
        var before = stripe.requests.size();
        var charge = new Charge(newPayment(), new Money(mills), currency, "pm_card_visa");
        assertThat(provider().authorize(charge, "a"))
                .isEqualTo(new Authorization.Declined("amount_not_payable"));
        assertThat(stripe.requests).hasSize(before);
    }

    @Test
    void an_amount_below_stripes_least_is_declined() {
        var charge = new Charge(newPayment(), Money.cents(49), "EUR", "pm_card_visa");
        assertThat(provider().authorize(charge, "a"))
                .isEqualTo(new Authorization.Declined("amount_too_small"));
    }

    @Test
    void two_installations_with_one_account_do_not_meet() {
        var payment = newPayment();
        try (var other = new ProviderDesk(StripeBed.settings(stripe))) {
            var key = "payment-" + payment + "-authorize";
            var theirs = new Charge(payment, Money.cents(999), "EUR", "pm_card_mastercard");
            var reference = reference(other.provider().authorize(theirs, key));
            assertThat(authorized(payment)).isNotEqualTo(reference);
            // nor can one capture what the other authorised
            refuses(provider().capture(reference, Money.cents(999), "c"));
        }
    }

    private static Answer done() {
        return new Answer.Done();
    }
}
