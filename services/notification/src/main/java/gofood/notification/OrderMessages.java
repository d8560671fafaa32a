package gofood.notification;

import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import java.util.List;
import java.util.Optional;

/// Who is told what when something happens to an order. Pure: the same event gives the same
/// messages.
final class OrderMessages {
    private final CityTime time;

    OrderMessages(CityTime time) {
        this.time = time;
    }

    /// @param known empty until the order is paid: no kitchen has heard of it before
    List<Message> of(OrderEvent event, Optional<KnownOrder> known) {
        return switch (event) {
            case OrderEvent.Placed _ -> List.of();
            case OrderEvent.Scheduled later -> scheduled(later);
            case OrderEvent.Paid paid -> List.of(sent(paid), newTicket(paid));
            case OrderEvent.Declined declined -> List.of(declined(declined));
            case OrderEvent.Received received -> List.of(received(received));
            case OrderEvent.Preparing preparing -> List.of(preparing(preparing, known));
            case OrderEvent.Complete complete -> ready(complete, known);
            case OrderEvent.PickedUp pickedUp -> List.of(pickedUp(pickedUp));
            case OrderEvent.Delivered delivered -> List.of(delivered(delivered));
            case OrderEvent.HandedOver handed -> EndMessages.handedOver(handed, known);
            case OrderEvent.Rejected rejected -> EndMessages.rejected(rejected, known);
            case OrderEvent.Cancelled cancelled -> EndMessages.cancelled(cancelled, known);
            case OrderEvent.SubstitutionProposed proposed ->
                    ChangeMessages.proposed(proposed, known, time);
            case OrderEvent.Changed changed -> ChangeMessages.changed(changed, known);
            case OrderEvent.ProblemReported reported -> ChangeMessages.reported(reported);
            case OrderEvent.ProblemRefused refused -> ChangeMessages.refused(refused);
            // told with the amount once the money is on its way
            case OrderEvent.RefundGranted _ -> List.of();
            case OrderEvent.Overdue overdue -> overdue(overdue, known);
        };
    }

    /// By mail too: it may be days ahead.
    private List<Message> scheduled(OrderEvent.Scheduled event) {
        var when = time.daySpan(event.slot());
        var begin = time.clock(event.kitchenAt());
        var own =
                "%s has your order for %s. Until %s that day you can cancel it free of charge."
                        .formatted(event.restaurantName(), when, begin);
        var kitchen =
                "Order %d is for %s: %s. To be cooked from %s."
                        .formatted(event.orderId(), when, dishes(event.items()), begin);
        return List.of(
                customer(event, "order.scheduled", own).alsoByMail(),
                Message.toRestaurant(
                        event.restaurantId(), "ticket.scheduled", kitchen, event.orderId()));
    }

    private static Message sent(OrderEvent.Paid paid) {
        var text =
                "Your order is at %s. We tell you as soon as they take it."
                        .formatted(paid.restaurantName());
        return customer(paid, "order.paid", text);
    }

    private Message newTicket(OrderEvent.Paid paid) {
        var slot = paid.slot();
        return Message.toRestaurant(
                paid.restaurantId(),
                "ticket.new",
                "New order %d%s: %s. Do you take it?"
                        .formatted(
                                paid.orderId(),
                                slot == null ? "" : " for " + time.span(slot),
                                dishes(paid.items())),
                paid.orderId());
    }

    private static String dishes(List<Line> items) {
        var count = items.stream().mapToInt(Line::quantity).sum();
        return count == 1 ? "1 dish" : count + " dishes";
    }

    private static Message declined(OrderEvent.Declined event) {
        return customer(event, "order.declined", Wording.declined(event.reason())).alsoByMail();
    }

    private Message received(OrderEvent.Received event) {
        var ready = time.clock(event.readyAt());
        var text =
                "%s took your order. The food is ready around %s."
                        .formatted(event.restaurantName(), ready);
        return customer(event, "order.received", text);
    }

    private static Message preparing(OrderEvent.Preparing event, Optional<KnownOrder> known) {
        return customer(
                event, "order.preparing", KnownOrder.kitchen(known) + " is cooking your order.");
    }

    /// The customer hears when it is picked up; the one who comes for it wants to know now.
    private static List<Message> ready(OrderEvent.Complete event, Optional<KnownOrder> known) {
        var text = "Order %d is ready at %s.".formatted(event.orderId(), KnownOrder.kitchen(known));
        return KnownOrder.courier(known, "delivery.ready", text);
    }

    private static Message pickedUp(OrderEvent.PickedUp event) {
        return customer(event, "order.picked_up", "Your food is on its way.");
    }

    private static Message delivered(OrderEvent.Delivered event) {
        return customer(event, "order.delivered", "Your food is there. Enjoy it!").alsoByMail();
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
                    KnownOrder.courier(
                            known,
                            "delivery.reminder",
                            order + " waits for you at " + KnownOrder.kitchen(known) + ".");
            case PICKED_UP ->
                    KnownOrder.courier(
                            known, "delivery.reminder", order + " should be there by now.");
            // nobody to remind: either the payment is asked again anyway, or it is over
            case PLACED, SCHEDULED, DECLINED, DELIVERED, REJECTED, CANCELLED -> List.of();
        };
    }

    private static Message late(OrderEvent.Overdue event) {
        var text = "Order %d is late: %s.".formatted(event.orderId(), Wording.late(event.status()));
        return Message.toOperators("order.overdue", text, event.orderId());
    }

    private static Message customer(OrderEvent event, String kind, String text) {
        return Message.toUser(event.customerId(), kind, text, event.orderId());
    }

    private static Message kitchen(OrderEvent.Overdue event, String text) {
        return Message.toRestaurant(event.restaurantId(), "ticket.reminder", text, event.orderId());
    }
}
