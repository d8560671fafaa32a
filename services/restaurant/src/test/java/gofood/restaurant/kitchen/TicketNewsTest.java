package gofood.restaurant.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.TicketLine;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient.Told;
import java.time.Instant;
import java.util.List;
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
        orders.tell(id, "order.paid", orderId, OrderNews.paid(orderId, house.id()));
        orders.tell(id, "order.paid", orderId, OrderNews.paid(orderId, house.id()));
        assertThat(house.tickets("")).hasSize(1);
        var ticket = house.ticket(orderId);
        assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
        assertThat(ticket.note()).isEqualTo("ring twice");
        assertThat(ticket.items())
                .containsExactly(new TicketLine(1, 2, "301", "Soupe", List.of("Large"), "hot"));
        assertThat(ticket.slot()).isNull();
        assertThat(ticket.kitchenAt()).isNull();
        assertThat(ticket.readyAt()).isNull();
    }

    @Test
    void a_new_ticket_says_by_when_it_must_be_answered_and_an_answered_one_does_not() {
        var house = House.open();
        var orderId = house.paid();
        assertThat(house.ticket(orderId).answerBy()).isEqualTo(OrderNews.ANSWER_BY);
        house.say(orderId, "Received");
        assertThat(house.ticket(orderId).answerBy()).isNull();
        var later = house.scheduled();
        assertThat(house.ticket(later).answerBy()).isNull();
        tell("order.paid", later, OrderNews.paid(later, house.id(), OrderNews.SLOT));
        assertThat(house.ticket(later).answerBy()).isEqualTo(OrderNews.ANSWER_BY);
    }

    @Test
    void what_comes_together_is_done_in_its_order() {
        var house = House.open();
        var first = newOrder();
        var second = newOrder();
        var third = newOrder();
        var batch =
                List.of(
                        told("order.scheduled", OrderNews.scheduled(first, house.id())),
                        told("order.paid", OrderNews.paid(second, house.id())),
                        told("order.paid", OrderNews.paid(third, house.id())),
                        told("order.paid", OrderNews.paid(first, house.id(), OrderNews.SLOT)),
                        told("order.cancelled", OrderNews.cancelled(second, house.id())));
        assertThat(orders.tell(batch).body().path("failed")).isEmpty();
        assertThat(house.ticket(first).status()).isEqualTo(TicketStatus.NEW);
        assertThat(house.ticket(second).status()).isEqualTo(TicketStatus.CANCELLED);
        assertThat(house.ticket(third).status()).isEqualTo(TicketStatus.NEW);
        assertThat(house.ticket(third).note()).isEqualTo("ring twice");
    }

    private static Told told(String type, OrderEvent event) {
        return new Told(type, event.orderId(), (Record) event);
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
    void what_is_for_later_is_seen_and_becomes_new_when_it_is_paid_to_the_kitchen() {
        var house = House.open();
        var orderId = house.scheduled();
        var id = UUID.randomUUID();
        for (int i = 0; i < 2; i++)
            orders.tell(id, "order.scheduled", orderId, OrderNews.scheduled(orderId, house.id()));
        var ticket = house.tickets("?status=Scheduled").getFirst();
        assertThat(house.tickets("")).containsExactly(ticket);
        assertThat(ticket.slot()).isEqualTo(OrderNews.SLOT);
        assertThat(ticket.kitchenAt()).isEqualTo(OrderNews.KITCHEN_AT);
        assertThat(ticket.items()).hasSize(1);
        assertThat(house.tickets("?status=New")).isEmpty();

        var paid = OrderNews.paid(orderId, house.id(), OrderNews.SLOT);
        tell("order.paid", orderId, paid);
        tell("order.paid", orderId, paid);
        var begun = house.tickets("?status=New").getFirst();
        assertThat(house.tickets("")).containsExactly(begun);
        assertThat(begun.slot()).isEqualTo(OrderNews.SLOT);
        assertThat(begun.kitchenAt()).isNull();
        assertThat(begun.createdAt()).isAfter(ticket.createdAt());
        // a late echo changes nothing
        tell("order.scheduled", orderId, OrderNews.scheduled(orderId, house.id()));
        assertThat(house.ticket(orderId)).isEqualTo(begun);
        assertThat(house.say(orderId, "Received").status()).isEqualTo(200);
    }

    @Test
    void what_is_for_later_can_be_rejected_or_cancelled_before() {
        var house = House.open();
        var orderId = house.scheduled();
        assertThat(house.say(orderId, "Rejected").status()).isEqualTo(200);
        bed.neighbour("order").awaitEvent("restaurant.rejected", orderId);
        assertThat(house.ticket(orderId).status()).isEqualTo(TicketStatus.REJECTED);
        var other = house.scheduled();
        cancel(house, other);
        assertThat(house.ticket(other).status()).isEqualTo(TicketStatus.CANCELLED);
    }

    @Test
    void an_order_whose_restaurant_is_gone_still_has_a_time() {
        var gone = new House(888_888, bed.as(Role.STAFF, 12, 888_888L));
        var orderId = gone.scheduled();
        tell("order.paid", orderId, OrderNews.paid(orderId, gone.id()));
        assertThat(gone.say(orderId, "Received").status()).isEqualTo(200);
        var told = bed.neighbour("order").awaitEvent("restaurant.received", orderId);
        assertThat(Instant.parse(told.path("ready_at").asText()))
                .isBetween(Instant.now().plusSeconds(29 * 60), Instant.now().plusSeconds(31 * 60));
    }

    @Test
    void a_changed_order_changes_the_lines_of_its_ticket_and_nothing_else() {
        var house = House.open();
        var orderId = house.paid();
        house.say(orderId, "Received");
        var before = house.ticket(orderId);
        var changed =
                OrderNews.changed(
                        orderId,
                        house.id(),
                        OrderNews.line(1, 1, "Soupe"),
                        OrderNews.line(2, 1, "Pain"));
        tell("order.changed", orderId, changed);
        tell("order.changed", orderId, changed);
        var after = house.ticket(orderId);
        assertThat(after.items()).extracting(TicketLine::line).containsExactly(1, 2);
        assertThat(after.items()).extracting(TicketLine::name).containsExactly("Soupe", "Pain");
        assertThat(after).usingRecursiveComparison().ignoringFields("items").isEqualTo(before);
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
        var pay = new DeliveryEvent.Earned(orderId, 31, Money.cents(400), "EUR", "A ride.");
        tell("delivery.earned", orderId, pay);
    }

    @Test
    void events_of_orders_without_a_ticket_do_nothing() {
        var house = House.open();
        cancel(house, 999_999);
        tell("delivery.assigned", 999_999, new DeliveryEvent.Assigned(999_999, 31, "Léa"));
        tell("order.overdue", 999_999, OrderNews.overdue(999_999, house.id()));
        tell("order.changed", 999_999, OrderNews.changed(999_999, house.id()));
        var orderId = house.paid();
        tell("order.overdue", orderId, OrderNews.overdue(orderId, house.id()));
        assertThat(house.tickets("")).hasSize(1);
    }
}
