package gofood.payment.provider;

import static gofood.payment.provider.ProviderDesk.TOTAL;
import static gofood.payment.provider.ProviderDesk.await;
import static gofood.payment.provider.ProviderDesk.newPayment;
import static gofood.payment.provider.ProviderDesk.reference;
import static gofood.payment.provider.ProviderDesk.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.Money;
import gofood.payment.provider.Provider.Answer;
import gofood.payment.provider.Provider.Authorization;
import gofood.payment.provider.Provider.Charge;
import gofood.payment.provider.Provider.Notice;
import gofood.payment.provider.Provider.Report;
import gofood.payment.provider.Provider.Standing;
import gofood.platform.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every card provider behind the seam has to keep to.
public abstract class ProviderContractTest {
    /// The cards that every provider can play.
    protected enum Card {
        GOOD,
        DECLINED,
        POOR,
        EXPIRED,
        NOBODYS,
        /// is authorised, and the answer gets lost
        ANSWER_LOST
    }

    protected abstract ProviderDesk desk();

    protected abstract String token(Card card);

    /// Has the provider send what it hasn't sent yet.
    protected abstract void deliverNews();

    protected final Provider provider() {
        return desk().provider();
    }

    protected final Authorization authorize(long payment, String token) {
        return desk().authorize(payment, token);
    }

    /// @return the provider's reference
    protected final String authorized(long payment) {
        return reference(authorize(payment, token(Card.GOOD)));
    }

    @Test
    void a_good_card_is_authorised_and_stands_so() {
        var payment = newPayment();
        var reference = authorized(payment);
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Authorized(reference));
    }

    @ParameterizedTest
    @CsvSource({
        "DECLINED,card_declined",
        "POOR,insufficient_funds",
        "EXPIRED,expired_card",
        "NOBODYS,unknown_token"
    })
    void a_bad_card_is_declined_with_its_reason_however_often_it_is_asked(
            Card card, String reason) {
        var payment = newPayment();
        var declined = new Authorization.Declined(reason);
        assertThat(authorize(payment, token(card))).isEqualTo(declined);
        assertThat(authorize(payment, token(card))).isEqualTo(declined);
        // one that was never heard of need not stand in the books
        assertThat(provider().lookup(payment))
                .isIn(new Standing.Declined(reason), new Standing.NotFound());
    }

    @Test
    void the_same_authorisation_twice_is_one() {
        var payment = newPayment();
        assertThat(authorized(payment)).isEqualTo(authorized(payment));
    }

    @Test
    void an_authorisation_whose_answer_was_lost_is_found() {
        var payment = newPayment();
        assertThat(authorize(payment, token(Card.ANSWER_LOST)))
                .isEqualTo(new Authorization.Unknown());
        await("authorised", () -> provider().lookup(payment) instanceof Standing.Authorized);
        var reference = ((Standing.Authorized) provider().lookup(payment)).reference();
        desk().capture(reference);
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Captured(reference, TOTAL));
    }

    @Test
    void nobodys_payment_is_not_found() {
        assertThat(provider().lookup(newPayment())).isEqualTo(new Standing.NotFound());
    }

    @Test
    void a_capture_happens_once_however_often_it_is_asked() {
        var payment = newPayment();
        var reference = authorized(payment);
        desk().capture(reference);
        desk().capture(reference);
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Captured(reference, TOTAL));
    }

    @Test
    void less_than_was_authorised_can_be_captured() {
        var payment = newPayment();
        var reference = authorized(payment);
        var part = Money.cents(2990);
        assertThat(provider().capture(reference, part, reference + "-part"))
                .isEqualTo(new Answer.Done());
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Captured(reference, part));
        refuses(provider().refund(reference, TOTAL, reference + "-more"));
    }

    @Test
    void a_void_happens_once_however_often_it_is_asked() {
        var payment = newPayment();
        var reference = authorized(payment);
        for (int i = 0; i < 2; i++)
            assertThat(provider().voidAuthorization(reference, reference + "-v"))
                    .isEqualTo(new Answer.Done());
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Voided());
    }

    @Test
    void what_is_voided_cannot_be_captured_and_what_is_captured_cannot_be_voided() {
        var voided = authorized(newPayment());
        assertThat(provider().voidAuthorization(voided, voided + "-v"))
                .isEqualTo(new Answer.Done());
        refuses(provider().capture(voided, TOTAL, voided + "-c"));
        refuses(provider().refund(voided, TOTAL, voided + "-r"));
        var payment = newPayment();
        var taken = authorized(payment);
        desk().capture(taken);
        refuses(provider().voidAuthorization(taken, taken + "-v"));
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Captured(taken, TOTAL));
    }

    @Test
    void parts_are_refunded_once_each_and_never_more_than_was_captured() {
        var reference = authorized(newPayment());
        desk().capture(reference);
        for (int i = 0; i < 2; i++)
            assertThat(provider().refund(reference, Money.cents(1000), reference + "-first"))
                    .isEqualTo(new Answer.Done());
        refuses(provider().refund(reference, Money.cents(2441), reference + "-much"));
        assertThat(provider().refund(reference, Money.cents(2440), reference + "-rest"))
                .isEqualTo(new Answer.Done());
        refuses(provider().refund(reference, Money.cents(50), reference + "-left"));
    }

    @Test
    void what_it_never_gave_out_is_refused() {
        refuses(provider().capture("pi_nobody", TOTAL, "nobody-c"));
        refuses(provider().voidAuthorization("pi_nobody", "nobody-v"));
        refuses(provider().refund("pi_nobody", TOTAL, "nobody-r"));
    }

    @ParameterizedTest
    @CsvSource({"EUR,34400", "JPY,1200000", "KWD,5120", "ISK,4000000", "HUF,123450"})
    void the_amount_is_the_same_in_every_currency(String currency, long mills) {
        var payment = newPayment();
        var amount = new Money(mills);
        var reference =
                reference(
                        desk().authorize(new Charge(payment, amount, currency, token(Card.GOOD))));
        assertThat(provider().capture(reference, amount, reference + "-c"))
                .isEqualTo(new Answer.Done());
        assertThat(provider().lookup(payment)).isEqualTo(new Standing.Captured(reference, amount));
    }

    @Test
    void its_news_come_signed_and_say_which_payment_they_are_about() {
        var payment = newPayment();
        var reference = authorized(payment);
        desk().capture(reference);
        assertThat(provider().refund(reference, Money.cents(100), reference + "-r"))
                .isEqualTo(new Answer.Done());
        var voided = newPayment();
        var held = authorized(voided);
        assertThat(provider().voidAuthorization(held, held + "-v")).isEqualTo(new Answer.Done());
        var declined = newPayment();
        authorize(declined, token(Card.POOR));
        deliverNews();
        for (var report : new Report[] {Report.AUTHORIZED, Report.CAPTURED, Report.REFUNDED})
            awaitNotice(payment, report);
        awaitNotice(voided, Report.VOIDED);
        awaitNotice(declined, Report.DECLINED);
    }

    private void awaitNotice(long payment, Report report) {
        await(
                report + " of payment " + payment,
                () -> desk().notices().contains(new Notice(payment, report)));
    }

    @Test
    void what_is_not_signed_is_not_read() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        for (var header : new String[] {"", "v1,xyz", "t=1,v1=00"})
            assertThatThrownBy(() -> provider().read(body, _ -> Optional.of(header)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("not signed");
        assertThatThrownBy(() -> provider().read(body, _ -> Optional.empty()))
                .isInstanceOf(Refused.class);
    }
}
