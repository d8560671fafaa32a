package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.Urgency;
import gofood.contracts.PaymentApi.PaymentEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who hears what of an order and its money.
class OrderMessagesTest {
    private final OrderMessages messages = new OrderMessages(ZoneId.of("Europe/Monaco"));
    static final Optional<KnownOrder> PAID =
            Optional.of(new KnownOrder(456, 12, 7, "Chez Edgar", false, null));
    private static final Optional<KnownOrder> ON_THE_WAY =
            Optional.of(new KnownOrder(456, 12, 7, "Chez Edgar", true, 31L));

    static OrderEvent.Paid paid(long order, long customer, long restaurant) {
        var at = new Address(43.73, 7.42, "1 Rue Grimaldi");
        var line = new Line("301", "Pizza", 2, List.of(), null, new Money(1200));
        return new OrderEvent.Paid(
                order,
                customer,
                restaurant,
                "Chez Edgar",
                List.of(line),
                new Money(2400),
                new Money(300),
                null,
                at,
                at,
                "1234",
                20,
                Instant.EPOCH);
    }

    static List<String> told(List<Message> messages) {
        return messages.stream().map(m -> m.audience() + " " + m.kind() + ": " + m.text()).toList();
    }

    private static List<String> mailed(List<Message> messages) {
        return messages.stream().filter(Message::mailed).map(Message::audience).toList();
    }

    @Test
    void a_paid_order_is_told_to_its_customer_and_its_kitchen() {
        assertThat(told(messages.of(paid(456, 12, 7), Optional.empty())))
                .containsExactly(
                        "user:12 order.paid: Your order is at Chez Edgar. We tell you as soon as"
                                + " they take it.",
                        "restaurant:7 ticket.new: New order 456: 2 dishes. Do you take it?");
    }

    @Test
    void a_declined_card_is_said_to_have_cost_nothing() {
        var all = messages.of(new OrderEvent.Declined(456, 12, 7, "x"), Optional.empty());
        assertThat(told(all))
                .containsExactly(
                        "user:12 order.declined: The card was declined. Nothing was charged. Try"
                                + " another card.");
        assertThat(mailed(all)).containsExactly("user:12");
    }

    @Test
    void a_received_order_has_a_time_of_the_city() {
        var ready = Instant.parse("2026-07-01T17:40:00Z");
        var event = new OrderEvent.Received(456, 12, 7, "Chez Edgar", ready);
        assertThat(told(messages.of(event, PAID)))
                .containsExactly(
                        "user:12 order.received: Chez Edgar took your order. The food is ready"
                                + " around 19:40.");
    }

    @Test
    void the_customer_hears_of_each_step() {
        assertThat(
                        told(
                                messages.of(
                                        new OrderEvent.Placed(456, 12, 7, Money.ZERO, "EUR", null),
                                        Optional.empty())))
                .isEmpty();
        assertThat(told(messages.of(new OrderEvent.Preparing(456, 12, 7), PAID)))
                .containsExactly("user:12 order.preparing: Chez Edgar is cooking your order.");
        assertThat(told(messages.of(new OrderEvent.PickedUp(456, 12, 7), ON_THE_WAY)))
                .containsExactly("user:12 order.picked_up: Your food is on its way.");
        var delivered = messages.of(new OrderEvent.Delivered(456, 12, 7), ON_THE_WAY);
        assertThat(told(delivered))
                .containsExactly("user:12 order.delivered: Your food is there. Enjoy it!");
        assertThat(mailed(delivered)).containsExactly("user:12");
    }

    @Test
    void the_courier_hears_that_the_food_is_ready() {
        var complete = new OrderEvent.Complete(456, 12, 7);
        assertThat(told(messages.of(complete, PAID))).isEmpty();
        assertThat(told(messages.of(complete, ON_THE_WAY)))
                .containsExactly("user:31 delivery.ready: Order 456 is ready at Chez Edgar.");
    }

    @Test
    void a_rejected_order_is_said_to_have_cost_nothing() {
        var all = messages.of(new OrderEvent.Rejected(456, 12, 7, "no more dough."), PAID);
        assertThat(told(all))
                .containsExactly(
                        "user:12 order.rejected: Chez Edgar can't take your order. No more dough."
                                + " Nothing was charged.");
        assertThat(mailed(all)).containsExactly("user:12");
    }

    @Test
    void a_cancelled_order_says_what_becomes_of_the_money() {
        var event = new OrderEvent.Cancelled(456, 12, 7, "deadline", "nobody\nanswered.");
        assertThat(told(messages.of(event, Optional.empty())))
                .containsExactly(
                        "user:12 order.cancelled: Order 456 was cancelled. Nobody answered."
                                + " Nothing was charged.");
        assertThat(told(messages.of(event, ON_THE_WAY)))
                .containsExactly(
                        "user:12 order.cancelled: Order 456 was cancelled. Nobody answered. You"
                                + " get your money back.",
                        "restaurant:7 ticket.cancelled: Order 456 was cancelled. Nobody answered.",
                        "user:31 delivery.cancelled: Order 456 was cancelled. Nobody answered.");
        var own = new OrderEvent.Cancelled(456, 12, 7, "customer 12", "changed my mind");
        assertThat(told(messages.of(own, PAID)).getFirst())
                .isEqualTo(
                        "user:12 order.cancelled: You cancelled order 456. Nothing was charged.");
    }

    @Test
    void an_overdue_order_reminds_the_one_who_is_waited_for() {
        assertThat(reminded(OrderStatus.PAID))
                .containsExactly(
                        "restaurant:7 ticket.reminder: Order 456 still waits for your answer.");
        assertThat(reminded(OrderStatus.PREPARING))
                .containsExactly("restaurant:7 ticket.reminder: Order 456 should be ready by now.");
        assertThat(reminded(OrderStatus.COMPLETE))
                .containsExactly(
                        "user:31 delivery.reminder: Order 456 waits for you at Chez Edgar.");
        assertThat(reminded(OrderStatus.PICKED_UP))
                .containsExactly("user:31 delivery.reminder: Order 456 should be there by now.");
        assertThat(reminded(OrderStatus.PLACED)).isEmpty();
    }

    private List<String> reminded(OrderStatus status) {
        var event = new OrderEvent.Overdue(456, 12, 7, status, Urgency.REMIND);
        return told(messages.of(event, ON_THE_WAY));
    }

    @Test
    void an_operator_hears_of_every_late_order() {
        for (var status : OrderStatus.values()) {
            var event = new OrderEvent.Overdue(456, 12, 7, status, Urgency.OPERATOR);
            assertThat(messages.of(event, PAID))
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.audience()).isEqualTo("role:operator");
                        assertThat(message.text()).startsWith("Order 456 is late: ");
                    });
        }
    }

    @Test
    void money_that_comes_back_and_money_that_is_stuck() {
        var refunded =
                messages.of(new PaymentEvent.Refunded(456, 12, new Money(1599), "EUR", "late"));
        assertThat(told(refunded))
                .containsExactly(
                        "user:12 payment.refunded: You get €15.99 back. Your bank may need a few"
                                + " days to show it.");
        assertThat(mailed(refunded)).containsExactly("user:12");
        assertThat(told(messages.of(new PaymentEvent.Stuck(456, 12, "the capture failed"))))
                .containsExactly(
                        "role:operator payment.stuck: The money of order 456 is stuck. The capture"
                                + " failed.");
        for (var quiet :
                Arrays.asList(
                        new PaymentEvent.Authorized(456, 12, 1),
                        new PaymentEvent.Declined(456, 12, "x")))
            assertThat(messages.of(quiet)).isEmpty();
    }
}
