package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.OrderApi.Urgency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who hears what of an order.
class OrderMessagesTest {
    private final OrderMessages messages =
            new OrderMessages(new CityTime(ZoneId.of("Europe/Monaco")));
    private static final Bill BILL = new Bill(Money.cents(2700), "EUR", false);
    private static final Line PIZZAS =
            new Line(
                    1,
                    "301",
                    "Pizza",
                    2,
                    List.of(),
                    null,
                    Money.cents(1200),
                    BigDecimal.valueOf(10));
    private static final Slot SLOT =
            new Slot(Instant.parse("2026-07-03T10:30:00Z"), Instant.parse("2026-07-03T11:00:00Z"));
    static final Optional<KnownOrder> PAID =
            Optional.of(new KnownOrder(456, 12, 7, "Chez Edgar", false, null, BILL));
    static final Optional<KnownOrder> ON_THE_WAY =
            Optional.of(new KnownOrder(456, 12, 7, "Chez Edgar", true, 31L, BILL));

    static OrderEvent.Paid paid(long order, long customer, long restaurant) {
        return paid(order, customer, restaurant, null);
    }

    private static OrderEvent.Paid paid(
            long order, long customer, long restaurant, @Nullable Slot slot) {
        var at = new Address(43.73, 7.42, "1 Rue Grimaldi");
        return new OrderEvent.Paid(
                order,
                customer,
                restaurant,
                "Chez Edgar",
                List.of(PIZZAS),
                price(Money.cents(2700)),
                null,
                at,
                at,
                "1234",
                20,
                slot,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
    }

    static Price price(Money total) {
        var fee = Money.cents(300);
        var none = Money.ZERO;
        return new Price(
                total.minus(fee), fee, none, none, none, none, total, "EUR", null, List.of());
    }

    static List<String> told(List<Message> messages) {
        return messages.stream()
                .map(m -> m.audience() + " " + m.kind() + ": " + m.text().en())
                .toList();
    }

    static List<String> mailed(List<Message> messages) {
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
    void other_ways_to_pay_are_declined_in_their_own_words() {
        assertThat(declined("too_much_cash_open"))
                .isEqualTo(
                        "You have other orders that are to be paid in cash. Nothing was charged."
                                + " Pay by card, or order again when they are there.");
        assertThat(declined("insufficient_credit"))
                .isEqualTo(
                        "Your credit isn't enough for this order. Nothing was charged. Pay by"
                                + " card.");
        assertThat(declined("too_much_for_cash"))
                .isEqualTo(
                        "This order is too much to be paid in cash. Nothing was charged. Pay by"
                                + " card.");
    }

    private String declined(String reason) {
        var event = new OrderEvent.Declined(456, 12, 7, reason);
        return messages.of(event, Optional.empty()).getFirst().text().en();
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
                                        new OrderEvent.Placed(
                                                456,
                                                12,
                                                7,
                                                "Chez Edgar",
                                                List.of(PIZZAS),
                                                price(Money.cents(2700)),
                                                new PaymentMethod(PayBy.CASH, null)),
                                        Optional.empty())))
                .isEmpty();
        assertThat(told(messages.of(new OrderEvent.Preparing(456, 12, 7), PAID)))
                .containsExactly("user:12 order.preparing: Chez Edgar is cooking your order.");
        assertThat(told(messages.of(new OrderEvent.PickedUp(456, 12, 7), ON_THE_WAY)))
                .containsExactly("user:12 order.picked_up: Your food is on its way.");
        var delivered = messages.of(new OrderEvent.Delivered(456, 12, 7, 31), ON_THE_WAY);
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
    void an_order_for_later_is_told_with_its_day_to_its_customer_and_its_kitchen() {
        var event =
                new OrderEvent.Scheduled(
                        456,
                        12,
                        7,
                        "Chez Edgar",
                        List.of(PIZZAS),
                        null,
                        SLOT,
                        Instant.parse("2026-07-03T10:05:00Z"));
        var all = messages.of(event, Optional.empty());
        assertThat(told(all))
                .containsExactly(
                        "user:12 order.scheduled: Chez Edgar has your order for Fri 3 Jul,"
                                + " 12:30–13:00. Until 12:05 that day you can cancel it free of"
                                + " charge.",
                        "restaurant:7 ticket.scheduled: Order 456 is for Fri 3 Jul, 12:30–13:00: 2"
                                + " dishes. To be cooked from 12:05.");
        assertThat(mailed(all)).containsExactly("user:12");
        assertThat(told(messages.of(paid(456, 12, 7, SLOT), PAID)))
                .contains(
                        "restaurant:7 ticket.new: New order 456 for 12:30–13:00: 2 dishes. Do you"
                                + " take it?");
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
        assertThat(reminded(OrderStatus.SCHEDULED)).isEmpty();
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
                        assertThat(message.text().en()).startsWith("Order 456 is late: ");
                    });
        }
    }
}
