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
            case OrderEvent.Delayed delayed -> ChangeMessages.delayed(delayed, time);
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
            // the restaurant and the courier see it as their stars
            case OrderEvent.Rated _ -> List.of();
            case OrderEvent.Overdue overdue -> overdue(overdue, known);
        };
    }

    /// By mail too: it may be days ahead.
    private List<Message> scheduled(OrderEvent.Scheduled event) {
        var when = time.daySpan(event.slot());
        var begin = time.clock(event.kitchenAt());
        var own =
                Text.of(
                        "%s has your order for %s. Until %s that day you can cancel it free of"
                                + " charge.",
                        "%s a bien reçu votre commande pour %s. Ce jour-là, vous pouvez l’annuler"
                                + " gratuitement jusqu’à %s.",
                        event.restaurantName(),
                        when,
                        begin);
        var kitchen =
                Text.of(
                        "Order %d is for %s: %s. To be cooked from %s.",
                        "La commande %d est pour %s : %s. À préparer à partir de %s.",
                        event.orderId(),
                        when,
                        dishes(event.items()),
                        begin);
        return List.of(
                customer(event, "order.scheduled", own).alsoByMail(),
                Message.toRestaurant(
                        event.restaurantId(), "ticket.scheduled", kitchen, event.orderId()));
    }

    private static Message sent(OrderEvent.Paid paid) {
        var text =
                Text.of(
                        "Your order is at %s. We tell you as soon as they take it.",
                        "%s a reçu votre commande. Nous vous préviendrons dès qu’elle sera"
                                + " acceptée.",
                        paid.restaurantName());
        return customer(paid, "order.paid", text);
    }

    private Message newTicket(OrderEvent.Paid paid) {
        var slot = paid.slot();
        var when = slot == null ? Text.nothing() : Text.of(" for %s", " pour %s", time.span(slot));
        var text =
                Text.of(
                        "New order %d%s: %s. Do you take it?",
                        "Nouvelle commande %d%s : %s. L’acceptez-vous ?",
                        paid.orderId(),
                        when,
                        dishes(paid.items()));
        return Message.toRestaurant(paid.restaurantId(), "ticket.new", text, paid.orderId());
    }

    private static Text dishes(List<Line> items) {
        var count = items.stream().mapToInt(Line::quantity).sum();
        return count == 1 ? Text.of("1 dish", "1 plat") : Text.of("%d dishes", "%d plats", count);
    }

    private static Message declined(OrderEvent.Declined event) {
        return customer(event, "order.declined", Wording.declined(event.reason())).alsoByMail();
    }

    private Message received(OrderEvent.Received event) {
        var ready = time.clock(event.readyAt());
        var text =
                Text.of(
                        "%s took your order. The food is ready around %s.",
                        "%s a accepté votre commande. Votre repas sera prêt vers %s.",
                        event.restaurantName(),
                        ready);
        return customer(event, "order.received", text);
    }

    private static Message preparing(OrderEvent.Preparing event, Optional<KnownOrder> known) {
        var text =
                Text.of(
                        "%s is cooking your order.",
                        "%s prépare votre commande.", KnownOrder.kitchen(known));
        return customer(event, "order.preparing", text);
    }

    /// The customer hears when it is picked up; the one who comes for it wants to know now.
    private static List<Message> ready(OrderEvent.Complete event, Optional<KnownOrder> known) {
        var text =
                Text.of(
                        "Order %d is ready %s.",
                        "La commande %d est prête %s.",
                        event.orderId(),
                        KnownOrder.atKitchen(known));
        return KnownOrder.courier(known, "delivery.ready", text);
    }

    private static Message pickedUp(OrderEvent.PickedUp event) {
        var text = Text.of("Your food is on its way.", "Votre repas est en route.");
        return customer(event, "order.picked_up", text);
    }

    private static Message delivered(OrderEvent.Delivered event) {
        var text = Text.of("Your food is there. Enjoy it!", "Votre repas est là. Bon appétit !");
        return customer(event, "order.delivered", text).alsoByMail();
    }

    private static List<Message> overdue(OrderEvent.Overdue event, Optional<KnownOrder> known) {
        return switch (event.urgency()) {
            case REMIND -> remind(event, known);
            case OPERATOR -> List.of(late(event));
        };
    }

    private static List<Message> remind(OrderEvent.Overdue event, Optional<KnownOrder> known) {
        var order = event.orderId();
        return switch (event.status()) {
            case PAID ->
                    kitchen(
                            event,
                            Text.of(
                                    "Order %d still waits for your answer.",
                                    "La commande %d attend toujours votre réponse.", order));
            case RECEIVED, PREPARING ->
                    kitchen(
                            event,
                            Text.of(
                                    "Order %d should be ready by now.",
                                    "La commande %d devrait déjà être prête.", order));
            case COMPLETE ->
                    courier(
                            known,
                            Text.of(
                                    "Order %d waits for you %s.",
                                    "La commande %d vous attend %s.",
                                    order,
                                    KnownOrder.atKitchen(known)));
            case PICKED_UP ->
                    courier(
                            known,
                            Text.of(
                                    "Order %d should be there by now.",
                                    "La commande %d devrait déjà être arrivée.", order));
            // nobody to remind: either the payment is asked again anyway, or it is over
            case PLACED, SCHEDULED, DECLINED, DELIVERED, REJECTED, CANCELLED -> List.of();
        };
    }

    private static Message late(OrderEvent.Overdue event) {
        var text =
                Text.of(
                        "Order %d is late: %s.",
                        "La commande %d est en retard : %s.",
                        event.orderId(),
                        Wording.late(event.status()));
        return Message.toOperators("order.overdue", text, event.orderId());
    }

    private static Message customer(OrderEvent event, String kind, Text text) {
        return Message.toUser(event.customerId(), kind, text, event.orderId());
    }

    private static List<Message> kitchen(OrderEvent.Overdue event, Text text) {
        return List.of(
                Message.toRestaurant(
                        event.restaurantId(), "ticket.reminder", text, event.orderId()));
    }

    private static List<Message> courier(Optional<KnownOrder> known, Text text) {
        return KnownOrder.courier(known, "delivery.reminder", text);
    }
}
