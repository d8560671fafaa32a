package gofood.notification;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who is told what when an order comes to nothing: why, and what becomes of the money.
final class EndMessages {
    private EndMessages() {}

    static List<Message> rejected(OrderEvent.Rejected event, Optional<KnownOrder> known) {
        var reason = Wording.sentence(event.reason());
        var text =
                Text.of(
                        "%s can't take your order.",
                        "%s ne peut pas prendre votre commande.", KnownOrder.kitchen(known));
        var money = money(event.settlement(), known);
        var messages = new ArrayList<Message>();
        messages.add(customer(event, "order.rejected", Text.sentences(text, reason, money)));
        var others =
                Text.of("Order %d was rejected.", "La commande %d a été refusée.", event.orderId());
        messages.addAll(
                KnownOrder.courier(known, "delivery.cancelled", Text.sentences(others, reason)));
        return messages;
    }

    static List<Message> cancelled(OrderEvent.Cancelled event, Optional<KnownOrder> known) {
        var order = event.orderId();
        var others =
                Text.sentences(
                        Text.of("Order %d was cancelled.", "La commande %d a été annulée.", order),
                        Wording.sentence(event.reason()));
        var own =
                event.by().startsWith("customer")
                        ? Text.of(
                                "You cancelled order %d.",
                                "Vous avez annulé la commande %d.", order)
                        : others;
        var messages = new ArrayList<Message>();
        var money = money(event.settlement(), known);
        messages.add(customer(event, "order.cancelled", Text.sentences(own, money)));
        known.map(it -> Text.sentences(others, paid(event.settlement(), it)))
                .map(text ->
                        Message.toRestaurant(event.restaurantId(), "ticket.cancelled", text, order)
                                .about(event.customerId()))
                .ifPresent(messages::add);
        KnownOrder.courier(known, "delivery.cancelled", others).stream()
                .map(message -> message.about(event.customerId()))
                .forEach(messages::add);
        return messages;
    }

    /// Cash that was taken for it is on nobody's bill any more.
    static List<Message> handedOver(OrderEvent.HandedOver event, Optional<KnownOrder> known) {
        var cash = event.cashTaken();
        var bill = known.map(KnownOrder::bill).orElse(null);
        var taken =
                cash == null
                        ? Text.nothing()
                        : Text.of(
                                "The courier took %s at the door.",
                                "Le coursier a encaissé %s à la porte.",
                                bill == null ? cash : bill.price(cash));
        var text =
                Text.of(
                        "Urgent: courier %d handed over the food of order %d after it had been"
                                + " called off.",
                        "Urgent : le coursier %d a remis le repas de la commande %d alors qu’elle"
                                + " avait été annulée.",
                        event.courierId(),
                        event.orderId());
        return List.of(
                Message.toOperators(
                        "order.handed_over", Text.sentences(text, taken), event.orderId()));
    }

    private static Text money(Settlement settlement, Optional<KnownOrder> known) {
        return known.flatMap(order ->
                        Optional.ofNullable(order.bill())
                                .map(bill -> bill.ends(settlement, order.confirmed())))
                .orElse(unknown(settlement));
    }

    /// Of an order that wasn't paid yet, or only scheduled: its end is free.
    private static Text unknown(Settlement settlement) {
        var charged = settlement.charged();
        return charged.isPositive() ? Bill.charged(charged) : Bill.NOTHING_CHARGED;
    }

    private static Text paid(Settlement settlement, KnownOrder order) {
        var bill = order.bill();
        if (bill == null || !settlement.restaurant().isPositive()) return Text.nothing();
        return Text.of(
                "You are paid for food of %s.",
                "Les plats vous sont payés à hauteur de %s.", bill.price(settlement.restaurant()));
    }

    private static Message customer(OrderEvent event, String kind, Text text) {
        return Message.toUser(event.customerId(), kind, text, event.orderId()).alsoByMail();
    }
}
