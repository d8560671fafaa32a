package gofood.notification;

import static gofood.notification.OrderMessagesTest.mailed;
import static gofood.notification.OrderMessagesTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.PaymentApi.RefundTo;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who hears what of the money.
class PaymentMessagesTest {
    @Test
    void a_refund_says_how_much_and_why() {
        var all =
                PaymentMessages.of(
                        new PaymentEvent.Refunded(
                                456,
                                12,
                                Money.cents(1599),
                                "EUR",
                                "the fries were missing",
                                RefundTo.METHOD));
        assertThat(told(all))
                .containsExactly(
                        "user:12 payment.refunded: You get €15.99 back. The fries were missing. On"
                                + " a card it may take a few days to show.");
        assertThat(mailed(all)).containsExactly("user:12");
    }

    @Test
    void a_refund_that_becomes_credit_says_so() {
        var credit =
                new PaymentEvent.Refunded(
                        456, 12, Money.cents(500), "EUR", "it was cold", RefundTo.WALLET);
        assertThat(told(PaymentMessages.of(credit)))
                .containsExactly(
                        "user:12 payment.refunded: You get €5.00 back as credit with us. It was"
                                + " cold. Pay your next order with it.");
    }

    @Test
    void an_operator_hears_of_a_refund_that_failed_and_of_a_hold_that_is_lost() {
        var failed =
                new PaymentEvent.RefundFailed(
                        456, 12, 3L, Money.cents(500), "EUR", "the card is closed");
        var lost = new PaymentEvent.HoldLost(456, 12, "it ran out");
        assertThat(told(PaymentMessages.of(failed)))
                .containsExactly(
                        "role:operator payment.refund_failed: A refund for order 456 failed: €5.00"
                                + " of it doesn't go back. The card is closed.");
        assertThat(told(PaymentMessages.of(lost)))
                .containsExactly(
                        "role:operator payment.hold_lost: The money held for order 456 is gone. It"
                                + " ran out. If it is cooked all the same, it is unpaid.");
    }

    @Test
    void amounts_have_the_decimals_of_their_coins() {
        assertThat(Wording.price(Money.cents(1500), "EUR").en()).isEqualTo("€15.00");
        assertThat(Wording.price(new Money(1_500_000), "JPY").en()).isEqualTo("¥1,500");
        assertThat(Wording.price(new Money(1_250), "KWD").en()).isEqualTo("KWD\u00a01.250");
        assertThat(Wording.price(new Money(1_255), "KWD").en()).isEqualTo("KWD\u00a01.255");
        assertThat(Wording.price(Money.cents(1250), "GBP").en()).isEqualTo("£12.50");
        assertThat(Wording.price(Money.cents(1250), "CHF").en()).isEqualTo("CHF\u00a012.50");
    }

    @Test
    void amounts_are_written_as_their_readers_write_them() {
        assertThat(Wording.price(Money.cents(1500), "EUR").fr()).isEqualTo("15,00\u00a0€");
        assertThat(Wording.price(Money.cents(150_050), "EUR").fr())
                .isEqualTo("1\u202f500,50\u00a0€");
        assertThat(Wording.price(new Money(1_250), "KWD").fr()).isEqualTo("1,250\u00a0KWD");
    }

    @Test
    void an_operator_hears_of_money_that_is_stuck() {
        var stuck = new PaymentEvent.Stuck(456, 12, "the capture failed");
        assertThat(told(PaymentMessages.of(stuck)))
                .containsExactly(
                        "role:operator payment.stuck: The money of order 456 is stuck. The capture"
                                + " failed.");
    }

    @Test
    void an_operator_hears_at_once_that_the_books_do_not_agree() {
        var order = new PaymentEvent.LedgerDiffers(456, 12, "order 456 was refunded twice");
        var all = new PaymentEvent.LedgerDiffers(0, 0, "the entries don't add up to zero");
        assertThat(told(PaymentMessages.of(order)))
                .containsExactly(
                        "role:operator payment.ledger_differs: Urgent: the books don't agree. Order"
                                + " 456 was refunded twice.");
        assertThat(PaymentMessages.of(order).getFirst().orderId()).isEqualTo(456);
        assertThat(PaymentMessages.of(all).getFirst().orderId()).isNull();
    }

    @Test
    void what_the_order_tells_itself_is_not_told_twice() {
        for (var quiet :
                List.<PaymentEvent>of(
                        new PaymentEvent.Authorized(456, 12, 1),
                        new PaymentEvent.Declined(456, 12, "x")))
            assertThat(PaymentMessages.of(quiet)).isEmpty();
    }
}
