package gofood.notification;

import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is told what when something happens to an order or its money. Pure: the same event gives the
/// same messages.
final class OrderMessages {
    private final DateTimeFormatter clock;

    /// @param zone the city's time zone, for the times that people read
    OrderMessages(ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /// @param known empty until the order is paid: no kitchen has heard of it before
    List<Message> of(OrderEvent event, Optional<KnownOrder> known) {
        return switch (event) {
            case OrderEvent.Placed _ -> List.of();
            case OrderEvent.Paid paid -> List.of(sent(paid), newTicket(paid));
            case OrderEvent.Declined declined -> List.of(declined(declined));
            case OrderEvent.Received received -> List.of(received(received));
            case OrderEvent.Preparing preparing -> List.of(preparing(preparing, known));
            case OrderEvent.Complete complete -> ready(complete, known);
            case OrderEvent.PickedUp pickedUp -> List.of(pickedUp(pickedUp));
            case OrderEvent.Delivered delivered -> List.of(delivered(delivered));
            case OrderEvent.Rejected rejected -> List.of(rejected(rejected, known));
            case OrderEvent.Cancelled cancelled -> cancelled(cancelled, known);
            case OrderEvent.Overdue overdue -> overdue(overdue, known);
        };
    }

    List<Message> of(PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.Refunded refunded -> List.of(refunded(refunded));
            case PaymentEvent.Stuck stuck -> List.of(stuck(stuck));
            // the order's own events tell these
            case PaymentEvent.Authorized _, PaymentEvent.Declined _ -> List.of();
        };
    }

    private static Message sent(OrderEvent.Paid paid) {
        var text =
                "Your order is at %s. We tell you as soon as they take it."
                        .formatted(paid.restaurantName());
        return customer(paid, "order.paid", text);
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

    private static Message declined(OrderEvent.Declined event) {
        var text = "The card was declined. Nothing was charged. Try another card.";
        return customer(event, "order.declined", text).alsoByMail();
    }

    private Message received(OrderEvent.Received event) {
        var time = clock.format(event.readyAt());
        var text =
                "%s took your order. The food is ready around %s."
                        .formatted(event.restaurantName(), time);
        return customer(event, "order.received", text);
    }

    private static Message preparing(OrderEvent.Preparing event, Optional<KnownOrder> known) {
        return customer(event, "order.preparing", kitchen(known) + " is cooking your order.");
    }

    /// The customer hears when it is picked up; the one who comes for it wants to know now.
    private static List<Message> ready(OrderEvent.Complete event, Optional<KnownOrder> known) {
        var text = "Order %d is ready at %s.".formatted(event.orderId(), kitchen(known));
        return courier(known, "delivery.ready", text);
    }

    private static Message pickedUp(OrderEvent.PickedUp event) {
        return customer(event, "order.picked_up", "Your food is on its way.");
    }

    private static Message delivered(OrderEvent.Delivered event) {
        return customer(event, "order.delivered", "Your food is there. Enjoy it!").alsoByMail();
    }

    private static Message rejected(OrderEvent.Rejected event, Optional<KnownOrder> known) {
        var reason = Wording.sentence(event.reason());
        var text =
                "%s can't take your order. %s Nothing was charged."
                        .formatted(kitchen(known), reason);
        return customer(event, "order.rejected", text).alsoByMail();
    }

    private static List<Message> cancelled(OrderEvent.Cancelled event, Optional<KnownOrder> known) {
        var order = event.orderId();
        var others =
                "Order %d was cancelled. %s".formatted(order, Wording.sentence(event.reason()));
        var money =
                known.filter(KnownOrder::confirmed).isPresent()
                        ? "You get your money back."
                        : "Nothing was charged.";
        var own =
                event.by().startsWith("customer")
                        ? "You cancelled order %d.".formatted(order)
                        : others;
        var kitchen =
                known.map(_ ->
                        Message.toRestaurant(
                                event.restaurantId(), "ticket.cancelled", others, order));
        return Stream.of(
                        Stream.of(
                                customer(event, "order.cancelled", own + " " + money).alsoByMail()),
                        kitchen.stream(),
                        courier(known, "delivery.cancelled", others).stream())
                .flatMap(all -> all)
                .toList();
    }

    private static List<Message> overdue(OrderEvent.Overdue event, Optional<KnownOrder> known) {
        return switch (event.urgency()) {
            case REMIND -> remind(event, known);
            case OPERATOR -> List.of(late(event));
        };
    }

    private static List<Message> remind(OrderEvent.Overdue event, Optional<KnownOrder> known) {
        var order = "Order " + event.orderId();
        return switch (event.status()) {
            case PAID -> List.of(kitchen(event, order + " still waits for your answer."));
            case RECEIVED, PREPARING -> List.of(kitchen(event, order + " should be ready by now."));
            case COMPLETE ->
                    courier(
                            known,
                            "delivery.reminder",
                            order + " waits for you at " + kitchen(known) + ".");
            case PICKED_UP ->
                    courier(known, "delivery.reminder", order + " should be there by now.");
            // nobody to remind: either the payment is asked again anyway, or it is over
            case PLACED, DECLINED, DELIVERED, REJECTED, CANCELLED -> List.of();
        };
    }

    private static Message late(OrderEvent.Overdue event) {
        var text = "Order %d is late: %s.".formatted(event.orderId(), Wording.late(event.status()));
        return Message.toOperators("order.overdue", text, event.orderId());
    }

    private static Message refunded(PaymentEvent.Refunded event) {
        var text =
                "You get %s back. Your bank may need a few days to show it."
                        .formatted(Wording.price(event.amount(), event.currency()));
        return Message.toUser(event.customerId(), "payment.refunded", text, event.orderId())
                .alsoByMail();
    }

    private static Message stuck(PaymentEvent.Stuck event) {
        var text =
                "The money of order %d is stuck. %s"
                        .formatted(event.orderId(), Wording.sentence(event.what()));
        return Message.toOperators("payment.stuck", text, event.orderId());
    }

    private static Message customer(OrderEvent event, String kind, String text) {
        return Message.toUser(event.customerId(), kind, text, event.orderId());
    }

    private static Message kitchen(OrderEvent.Overdue event, String text) {
        return Message.toRestaurant(event.restaurantId(), "ticket.reminder", text, event.orderId());
    }

    private static List<Message> courier(Optional<KnownOrder> known, String kind, String text) {
        return known.flatMap(order -> order.toCourier(kind, text)).stream().toList();
    }

    private static String kitchen(Optional<KnownOrder> known) {
        return known.map(KnownOrder::restaurantName).orElse("The restaurant");
    }
}
