package gofood.restaurant.kitchen;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.platform.db.Tx;
import gofood.platform.events.Inbox.Applying;
import gofood.restaurant.kitchen.NewTickets.Wanted;
import gofood.restaurant.kitchen.Tickets.Move;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What order and courier make of tickets, as many as they speak of together. The order has the
/// last word.
public final class TicketNews {
    private final Clock clock;
    private final Tickets tickets;
    private final Kitchen kitchen;

    public TicketNews(Clock clock, Tickets tickets, Kitchen kitchen) {
        this.clock = clock;
        this.tickets = tickets;
        this.kitchen = kitchen;
    }

    public Applying<OrderEvent> order(Tx tx, List<OrderEvent> events) {
        var wanted = events.stream().flatMap(TicketNews::wanted).toList();
        var added = NewTickets.add(tx, wanted, clock.instant());
        var held =
                new HeldTickets(
                        tx, tickets, kitchen, events.stream().map(OrderEvent::orderId).toList());
        return Applying.of(
                event ->
                        held.take(event.orderId())
                                .ifPresent(ticket ->
                                        order(tx, ticket, event, added.remove(event.orderId()))),
                () -> {});
    }

    private static Stream<Wanted> wanted(OrderEvent event) {
        if (event instanceof OrderEvent.Scheduled it) return Stream.of(Wanted.later(it));
        if (event instanceof OrderEvent.Paid it) return Stream.of(Wanted.now(it));
        return Stream.empty();
    }

    /// @param isNew whether this is the event that it has come with
    private void order(Tx tx, HeldTickets.Held ticket, OrderEvent event, boolean isNew) {
        if (event instanceof OrderEvent.Changed it)
            ticket.change(() -> tickets.lines(tx, event.orderId(), it.items()));
        var now = clock.instant();
        var before = ticket.before().status();
        var told = TicketLife.told(before, event);
        if (told.status() != before)
            ticket.change(() -> {
                var move = new Move(told.status(), now, "order", told.why());
                tickets.move(tx, event.orderId(), move, null);
                if (event instanceof OrderEvent.Paid it) tickets.begin(tx, it, now);
            });
        ticket.tell(isNew);
    }

    /// Who comes for the food.
    public Applying<DeliveryEvent> delivery(Tx tx, List<DeliveryEvent> events) {
        var coming = events.stream().flatMap(event -> coming(event).stream()).toList();
        var held =
                new HeldTickets(
                        tx, tickets, kitchen, coming.stream().map(Coming::orderId).toList());
        return Applying.of(
                event ->
                        coming(event)
                                .ifPresent(it ->
                                        held.take(it.orderId)
                                                .ifPresent(ticket -> comes(tx, ticket, it))),
                () -> {});
    }

    /// @param courierId null when nobody does any more
    private record Coming(long orderId, @Nullable Long courierId, @Nullable String name) {}

    private static Optional<Coming> coming(DeliveryEvent event) {
        return switch (event) {
            case DeliveryEvent.Assigned it ->
                    Optional.of(new Coming(it.orderId(), it.courierId(), it.courierName()));
            case DeliveryEvent.Unassigned it -> Optional.of(new Coming(it.orderId(), null, null));
            case DeliveryEvent.Offered _,
                    DeliveryEvent.AtRestaurant _,
                    DeliveryEvent.PickedUp _,
                    DeliveryEvent.AtDoor _,
                    DeliveryEvent.Delivered _,
                    DeliveryEvent.Earned _,
                    DeliveryEvent.EtaChanged _,
                    DeliveryEvent.TroubleReported _,
                    DeliveryEvent.NoCourier _,
                    DeliveryEvent.CourierSilent _,
                    DeliveryEvent.Failed _ ->
                    Optional.empty();
        };
    }

    private void comes(Tx tx, HeldTickets.Held ticket, Coming it) {
        ticket.change(() -> tickets.courier(tx, it.orderId, it.courierId, it.name));
        ticket.tell(false);
    }
}
