package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.contracts.UserApi.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is told of an order, from what its earlier events have said.
class ToldTest extends WithInbox {
    @Test
    void an_order_is_told_from_payment_to_the_door() {
        paid();
        hears("delivery.assigned", order, new DeliveryEvent.Assigned(order, courier, "Marc"));
        hears("delivery.at_door", order, new DeliveryEvent.AtDoor(order, courier));
        hears(
                "order.delivered",
                order,
                new OrderEvent.Delivered(order, customer, restaurant, courier));
        hears(
                "payment.refunded",
                order,
                new PaymentEvent.Refunded(
                        order, customer, Money.cents(100), "EUR", "cold", RefundTo.METHOD));
        assertThat(kinds(customer()))
                .containsExactly(
                        "payment.refunded",
                        "order.delivered",
                        "delivery.at_door",
                        "delivery.assigned",
                        "order.paid");
        var newest = inbox(customer(), "?limit=1").notifications().getFirst();
        assertThat(newest.orderId()).isEqualTo(order);
        assertThat(newest.read()).isFalse();
    }

    @Test
    void a_cancelled_order_is_told_to_all_who_have_a_part_in_it() {
        paid();
        hears("delivery.assigned", order, new DeliveryEvent.Assigned(order, courier, "Marc"));
        hears(
                "order.cancelled",
                order,
                new OrderEvent.Cancelled(
                        order,
                        customer,
                        restaurant,
                        "operator",
                        "storm",
                        new Settlement(Liable.PLATFORM, Money.ZERO, Money.cents(2400))));
        assertThat(kinds(customer())).first().isEqualTo("order.cancelled");
        assertThat(kinds(bed.as(Role.STAFF, 5, restaurant))).first().isEqualTo("ticket.cancelled");
        assertThat(kinds(bed.as(Role.COURIER, courier))).containsExactly("delivery.cancelled");
    }

    @Test
    void what_an_order_for_later_costs_is_known_once_it_is_paid_and_changed() {
        var slot = new Slot(Instant.EPOCH, Instant.EPOCH.plusSeconds(1800));
        hears(
                "order.scheduled",
                order,
                new OrderEvent.Scheduled(
                        order,
                        customer,
                        restaurant,
                        "Chez Edgar",
                        List.of(),
                        null,
                        slot,
                        Instant.EPOCH));
        paid();
        hears(
                "order.received",
                order,
                new OrderEvent.Received(order, customer, restaurant, "Chez Edgar", Instant.EPOCH));
        hears(
                "order.changed",
                order,
                new OrderEvent.Changed(
                        order,
                        customer,
                        restaurant,
                        List.of(),
                        OrderMessagesTest.price(Money.cents(2500)),
                        "without the salad",
                        null));
        hears(
                "order.cancelled",
                order,
                new OrderEvent.Cancelled(
                        order,
                        customer,
                        restaurant,
                        "customer " + customer,
                        "changed my mind",
                        new Settlement(Liable.CUSTOMER, Money.cents(1100), Money.cents(1100))));
        assertThat(inbox(customer(), "?limit=1").notifications().getFirst().text())
                .isEqualTo(
                        "You cancelled order %d. €11.00 is charged for it, and you get €14.00 back."
                                .formatted(order));
    }

    @Test
    void what_is_about_no_order_alone_is_told_without_one() {
        hears(
                "payment.ledger_differs",
                0,
                new PaymentEvent.LedgerDiffers(0, 0, "the entries don't add up to zero"));
        var alarm = inbox(bed.as(Role.OPERATOR, 1), "?limit=1").notifications().getFirst();
        assertThat(alarm.kind()).isEqualTo("payment.ledger_differs");
        assertThat(alarm.orderId()).isNull();
    }

    @Test
    void a_courier_who_lost_the_ride_hears_no_more_of_it() {
        paid();
        hears("delivery.assigned", order, new DeliveryEvent.Assigned(order, courier, "Marc"));
        hears("delivery.unassigned", order, new DeliveryEvent.Unassigned(order, courier, "flat"));
        hears("order.complete", order, new OrderEvent.Complete(order, customer, restaurant));
        assertThat(kinds(bed.as(Role.COURIER, courier))).containsExactly("delivery.taken_back");
    }
}
