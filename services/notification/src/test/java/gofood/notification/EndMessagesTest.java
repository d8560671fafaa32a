package gofood.notification;

import static gofood.notification.OrderMessagesTest.ON_THE_WAY;
import static gofood.notification.OrderMessagesTest.PAID;
import static gofood.notification.OrderMessagesTest.mailed;
import static gofood.notification.OrderMessagesTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Settlement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What everybody hears when an order comes to nothing, and what is said of the money.
class EndMessagesTest {
    private static final Settlement FREE = new Settlement(Liable.PLATFORM, Money.ZERO, Money.ZERO);

    private static Settlement charged(long cents, long restaurantCents) {
        return new Settlement(Liable.CUSTOMER, Money.cents(cents), Money.cents(restaurantCents));
    }

    private static List<Message> cancelled(
            String by, Settlement settlement, Optional<KnownOrder> known) {
        return EndMessages.cancelled(
                new OrderEvent.Cancelled(456, 12, 7, by, "nobody\nanswered.", settlement), known);
    }

    /// @return what the customer hears who has cancelled
    private static String own(Settlement settlement, Optional<KnownOrder> known) {
        var first = cancelled("customer 12", settlement, known).getFirst();
        assertThat(first.audience()).isEqualTo("user:12");
        assertThat(first.kind()).isEqualTo("order.cancelled");
        return first.text().en().replace("You cancelled order 456. ", "");
    }

    private static Optional<KnownOrder> confirmed(Bill bill) {
        return Optional.of(new KnownOrder(456, 12, 7, "Chez Edgar", true, null, bill));
    }

    @Test
    void a_rejected_order_costs_nothing_and_ends_the_ride() {
        var event = new OrderEvent.Rejected(456, 12, 7, "no more dough.", FREE);
        var all = EndMessages.rejected(event, PAID);
        assertThat(told(all))
                .containsExactly(
                        "user:12 order.rejected: Chez Edgar can't take your order. No more dough."
                                + " Nothing was charged.");
        assertThat(mailed(all)).containsExactly("user:12");
        assertThat(told(EndMessages.rejected(event, ON_THE_WAY)))
                .containsExactly(
                        "user:12 order.rejected: Chez Edgar can't take your order. No more dough."
                                + " You get your €27.00 back.",
                        "user:31 delivery.cancelled: Order 456 was rejected. No more dough.");
    }

    @Test
    void a_cancelled_order_is_told_to_all_who_have_a_part_in_it() {
        assertThat(told(cancelled("deadline", FREE, Optional.empty())))
                .containsExactly(
                        "user:12 order.cancelled: Order 456 was cancelled. Nobody answered."
                                + " Nothing was charged.");
        var all = cancelled("deadline", FREE, ON_THE_WAY);
        assertThat(told(all))
                .containsExactly(
                        "user:12 order.cancelled: Order 456 was cancelled. Nobody answered. You"
                                + " get your €27.00 back.",
                        "restaurant:7 ticket.cancelled: Order 456 was cancelled. Nobody answered.",
                        "user:31 delivery.cancelled: Order 456 was cancelled. Nobody answered.");
        assertThat(mailed(all)).containsExactly("user:12");
    }

    @Test
    void operators_hear_of_food_that_was_handed_over_after_the_end() {
        var cash = new OrderEvent.HandedOver(456, 12, 7, 31, Money.cents(2700));
        var card = new OrderEvent.HandedOver(456, 12, 7, 31, null);
        assertThat(told(EndMessages.handedOver(cash, ON_THE_WAY)))
                .containsExactly(
                        "role:operator order.handed_over: Urgent: courier 31 handed over the food"
                                + " of order 456 after it had been called off. The courier took"
                                + " €27.00 at the door.");
        assertThat(told(EndMessages.handedOver(card, Optional.empty())))
                .containsExactly(
                        "role:operator order.handed_over: Urgent: courier 31 handed over the food"
                                + " of order 456 after it had been called off.");
    }

    @Test
    void the_kitchen_hears_what_it_is_paid() {
        assertThat(told(cancelled("customer 12", charged(1200, 1200), ON_THE_WAY)))
                .contains(
                        "restaurant:7 ticket.cancelled: Order 456 was cancelled. Nobody answered."
                                + " You are paid for food of €12.00.");
    }

    @Test
    void the_customer_hears_what_is_charged_and_what_goes_back() {
        assertThat(own(FREE, PAID)).isEqualTo("Nothing was charged.");
        assertThat(own(FREE, ON_THE_WAY)).isEqualTo("You get your €27.00 back.");
        assertThat(own(charged(1200, 1200), ON_THE_WAY))
                .isEqualTo("€12.00 is charged for it, and you get €15.00 back.");
        assertThat(own(charged(2700, 2400), ON_THE_WAY)).isEqualTo("€27.00 is charged for it.");
        // only held so far
        assertThat(own(charged(1200, 1200), PAID)).isEqualTo("€12.00 is charged for it.");
    }

    @Test
    void cash_that_was_not_given_does_not_go_back() {
        var cash = confirmed(new Bill(Money.cents(2700), "EUR", true));
        assertThat(own(FREE, cash)).isEqualTo("Nothing was charged.");
        assertThat(own(charged(1200, 1200), cash)).isEqualTo("€12.00 is charged for it.");
    }

    @Test
    void an_order_that_is_only_scheduled_ends_free_of_charge() {
        var scheduled = Optional.of(new KnownOrder(456, 12, 7, "Chez Edgar", false, null, null));
        assertThat(own(FREE, scheduled)).isEqualTo("Nothing was charged.");
        assertThat(own(charged(500, 500), scheduled)).isEqualTo("5.00 is charged for it.");
    }
}
