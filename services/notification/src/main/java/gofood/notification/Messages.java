package gofood.notification;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is told what when something happens. Pure: the same event gives the same messages.
final class Messages {
    private final DateTimeFormatter clock;

    /// @param zone the city's time zone, for the times that people read
    Messages(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /// @param known empty until the order is paid: no kitchen has heard of it before
    List<Message> of(OrderEvent event, Optional<KnownOrder> known) {
        return switch (event) {
            case OrderEvent.Placed _ -> List.of();
            case OrderEvent.Paid paid -> List.of(sent(paid), newTicket(paid));
            case OrderEvent.Declined _ ->
                    List.of(
                            customer(
                                            event,
                                            "order.declined",
                                            "The card was declined. Nothing was charged. Try"
                                                    + " another card.")
                                    .alsoByMail());
            case OrderEvent.Received received ->
                    List.of(
                            customer(
                                    event,
                                    "order.received",
                                    "%s took your order. The food is ready around %s."
                                            .formatted(
                                                    received.restaurantName(),
                                                    time(received.readyAt()))));
            case OrderEvent.Preparing _ ->
                    List.of(
                            customer(
                                    event,
                                    "order.preparing",
                                    kitchen(known) + " is cooking your order."));
            case OrderEvent.Complete _ -> ready(event, known);
            case OrderEvent.PickedUp _ ->
                    List.of(customer(event, "order.picked_up", "Your food is on its way."));
            case OrderEvent.Delivered _ ->
                    List.of(
                            customer(event, "order.delivered", "Your food is there. Enjoy it!")
                                    .alsoByMail());
            case OrderEvent.Rejected(var _, var _, var _, var reason) ->
                    List.of(
                            customer(
                                            event,
                                            "order.rejected",
                                            "%s can't take your order. %s Nothing was charged."
                                                    .formatted(
                                                            kitchen(known),
                                                            Wording.sentence(reason)))
                                    .alsoByMail());
            case OrderEvent.Cancelled cancelled -> cancelled(cancelled, known);
            case OrderEvent.Overdue overdue -> overdue(overdue, known);
        };
    }

    List<Message> of(PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.Refunded(var order, var person, var amount, var currency, var _) ->
                    List.of(
                            Message.toUser(
                                            person,
                                            "payment.refunded",
                                            "You get %s back. Your bank may need a few days to"
                                                            .formatted(
                                                                    Wording.price(amount, currency))
                                                    + " show it.",
                                            order)
                                    .alsoByMail());
            case PaymentEvent.Stuck(var order, var _, var what) ->
                    List.of(
                            Message.toOperators(
                                    "payment.stuck",
                                    "The money of order %d is stuck. %s"
                                            .formatted(order, Wording.sentence(what)),
                                    order));
            // the order's own events tell these
            case PaymentEvent.Authorized _,
                    PaymentEvent.Declined _,
                    PaymentEvent.Captured _,
                    PaymentEvent.Voided _ ->
                    List.of();
        };
    }

    /// @param known for the events that [#tellsTheCustomer]
    List<Message> of(DeliveryEvent event, Optional<KnownOrder> known) {
        var order = event.orderId();
        return switch (event) {
            case DeliveryEvent.Offered(var _, var _, var courier, var restaurant) ->
                    List.of(
                            Message.toUser(
                                    courier,
                                    "delivery.offered",
                                    "A ride from %s waits for you. Take it before it goes to"
                                                    .formatted(restaurant)
                                            + " somebody else.",
                                    order));
            case DeliveryEvent.Assigned(var _, var _, var courier) ->
                    customer(known, "delivery.assigned", courier + " will bring your order.");
            case DeliveryEvent.AtDoor _ ->
                    customer(
                            known,
                            "delivery.at_door",
                            "Your food is at the door. Say your PIN to the courier.");
            case DeliveryEvent.Unassigned(var _, var courier, var reason) ->
                    join(
                            customer(
                                    known,
                                    "delivery.unassigned",
                                    "Your courier can't come. We are looking for another one."),
                            Message.toUser(
                                    courier,
                                    "delivery.taken_back",
                                    "The ride for order %d isn't yours any more. %s"
                                            .formatted(order, Wording.sentence(reason)),
                                    order));
            case DeliveryEvent.NoCourier(var _, var waited) ->
                    join(
                            customer(
                                    known,
                                    "delivery.no_courier",
                                    "No courier yet. We are looking further; if none is found you"
                                            + " get your money back."),
                            Message.toOperators(
                                    "delivery.no_courier",
                                    "Order %d has had no courier for %s."
                                            .formatted(
                                                    order,
                                                    Wording.span(Duration.ofSeconds(waited))),
                                    order));
            case DeliveryEvent.Failed(var _, var reason) ->
                    List.of(
                            Message.toOperators(
                                    "delivery.failed",
                                    "Order %d can't be brought. %s"
                                            .formatted(order, Wording.sentence(reason)),
                                    order));
            // the order's own events tell these
            case DeliveryEvent.AtRestaurant _,
                    DeliveryEvent.PickedUp _,
                    DeliveryEvent.Delivered _ ->
                    List.of();
        };
    }

    /// Whether an event concerns a customer whom it doesn't name.
    static boolean tellsTheCustomer(DeliveryEvent event) {
        return switch (event) {
            case DeliveryEvent.Assigned _,
                    DeliveryEvent.AtDoor _,
                    DeliveryEvent.Unassigned _,
                    DeliveryEvent.NoCourier _ ->
                    true;
            case DeliveryEvent.Offered _,
                    DeliveryEvent.AtRestaurant _,
                    DeliveryEvent.PickedUp _,
                    DeliveryEvent.Delivered _,
                    DeliveryEvent.Failed _ ->
                    false;
        };
    }

    private static Message sent(OrderEvent.Paid paid) {
        return customer(
                paid,
                "order.paid",
                "Your order is at %s. We tell you as soon as they take it."
                        .formatted(paid.restaurantName()));
    }

    private static Message newTicket(OrderEvent.Paid paid) {
        var dishes = paid.items().stream().mapToInt(Line::quantity).sum();
        return Message.toRestaurant(
                paid.restaurantId(),
                "ticket.new",
                "New order %d: %d %s. Do you take it?"
                        .formatted(paid.orderId(), dishes, dishes == 1 ? "dish" : "dishes"),
                paid.orderId());
    }

    /// The customer hears when it is picked up; the one who comes for it wants to know now.
    private static List<Message> ready(OrderEvent event, Optional<KnownOrder> known) {
        return courier(
                known,
                "delivery.ready",
                "Order %d is ready at %s.".formatted(event.orderId(), kitchen(known)));
    }

    private static List<Message> cancelled(OrderEvent.Cancelled event, Optional<KnownOrder> known) {
        var order = event.orderId();
        var money =
                known.filter(KnownOrder::confirmed).isPresent()
                        ? "You get your money back."
                        : "Nothing was charged.";
        var text =
                event.by().startsWith("customer")
                        ? "You cancelled order %d. %s".formatted(order, money)
                        : "Order %d was cancelled. %s %s"
                                .formatted(order, Wording.sentence(event.reason()), money);
        var others =
                "Order %d was cancelled. %s".formatted(order, Wording.sentence(event.reason()));
        var kitchen =
                known.map(_ ->
                        Message.toRestaurant(
                                event.restaurantId(), "ticket.cancelled", others, order));
        return Stream.of(
                        Stream.of(customer(event, "order.cancelled", text).alsoByMail()),
                        kitchen.stream(),
                        courier(known, "delivery.cancelled", others).stream())
                .flatMap(all -> all)
                .toList();
    }

    private static List<Message> overdue(OrderEvent.Overdue event, Optional<KnownOrder> known) {
        return switch (event.urgency()) {
            case REMIND -> remind(event, known);
            case OPERATOR ->
                    List.of(
                            Message.toOperators(
                                    "order.overdue",
                                    "Order %d is late: %s."
                                            .formatted(
                                                    event.orderId(), Wording.late(event.status())),
                                    event.orderId()));
        };
    }

    private static List<Message> remind(OrderEvent.Overdue event, Optional<KnownOrder> known) {
        var order = event.orderId();
        return switch (event.status()) {
            case PAID -> kitchen(event, "Order %d still waits for your answer.".formatted(order));
            case RECEIVED, PREPARING ->
                    kitchen(event, "Order %d should be ready by now.".formatted(order));
            case COMPLETE ->
                    courier(
                            known,
                            "delivery.reminder",
                            "Order %d waits for you at %s.".formatted(order, kitchen(known)));
            case PICKED_UP ->
                    courier(
                            known,
                            "delivery.reminder",
                            "Order %d should be there by now.".formatted(order));
            // nobody to remind: either the payment is asked again anyway, or it is over
            case PLACED, DECLINED, DELIVERED, REJECTED, CANCELLED -> List.of();
        };
    }

    private static Message customer(OrderEvent event, String kind, String text) {
        return Message.toUser(event.customerId(), kind, text, event.orderId());
    }

    private static List<Message> customer(Optional<KnownOrder> known, String kind, String text) {
        return known
                .map(order -> Message.toUser(order.customerId(), kind, text, order.orderId()))
                .stream()
                .toList();
    }

    private static List<Message> kitchen(OrderEvent event, String text) {
        return List.of(
                Message.toRestaurant(
                        event.restaurantId(), "ticket.reminder", text, event.orderId()));
    }

    private static List<Message> courier(Optional<KnownOrder> known, String kind, String text) {
        return known.stream()
                .flatMap(order ->
                        Optional.ofNullable(order.courierId()).stream()
                                .map(id -> Message.toUser(id, kind, text, order.orderId())))
                .toList();
    }

    private static List<Message> join(List<Message> some, Message another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }

    private static String kitchen(Optional<KnownOrder> known) {
        return known.map(KnownOrder::restaurantName).orElse("The restaurant");
    }

    private String time(Instant at) {
        return clock.format(at);
    }
}
