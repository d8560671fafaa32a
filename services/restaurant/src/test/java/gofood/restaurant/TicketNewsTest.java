package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.Urgency;
import gofood.contracts.RestaurantApi.TicketStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the order and the courier say of tickets, through the real service.
class TicketNewsTest extends WithKitchens {
    @Test
    void a_paid_order_becomes_a_ticket_once() {
        var house = House.open();
        var orderId = house.paid();
        // the same event again, and once more under another id
        var id = UUID.randomUUID();
        orders.tell(id, "order.paid", orderId, house.paid(orderId));
        orders.tell(id, "order.paid", orderId, house.paid(orderId));
        assertThat(house.tickets("")).hasSize(1);
        var ticket = house.ticket(orderId);
        assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
        assertThat(ticket.note()).isEqualTo("ring twice");
        assertThat(ticket.items().getFirst().quantity()).isEqualTo(2);
        assertThat(ticket.items().getFirst().options()).containsExactly("Large");
        assertThat(ticket.readyAt()).isNull();
    }

    @Test
    void a_cancelled_order_leaves_the_kitchen_with_its_reason() {
        var house = House.open();
        var orderId = house.paid();
        house.say(orderId, "Received");
        cancel(house, orderId);
        assertThat(house.ticket(orderId).status()).isEqualTo(TicketStatus.CANCELLED);
        assertThat(house.ticket(orderId).reason()).isEqualTo("Changed my mind");
    }

    @Test
    void the_courier_is_named_on_the_ticket() {
        var house = House.open();
        var orderId = house.paid();
        tell("delivery.assigned", orderId, new DeliveryEvent.Assigned(orderId, 31, "Léa"));
        assertThat(house.ticket(orderId).courierName()).isEqualTo("Léa");
        tell("delivery.unassigned", orderId, new DeliveryEvent.Unassigned(orderId, 31, "ill"));
        assertThat(house.ticket(orderId).courierName()).isNull();
        tell("delivery.at_restaurant", orderId, new DeliveryEvent.AtRestaurant(orderId, 31));
    }

    @Test
    void events_of_orders_without_a_ticket_do_nothing() {
        var house = House.open();
        cancel(house, 999_999);
        tell("delivery.assigned", 999_999, new DeliveryEvent.Assigned(999_999, 31, "Léa"));
        tell(
                "order.overdue",
                999_999,
                new OrderEvent.Overdue(999_999, 5, house.id(), OrderStatus.PAID, Urgency.REMIND));
        var orderId = house.paid();
        tell(
                "order.overdue",
                orderId,
                new OrderEvent.Overdue(orderId, 5, house.id(), OrderStatus.PAID, Urgency.REMIND));
        assertThat(house.tickets("")).hasSize(1);
    }
}
