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
        var text =
                "%s can't take your order. %s %s"
                        .formatted(
                                KnownOrder.kitchen(known),
                                Wording.sentence(event.reason()),
                                money(event.settlement(), known));
        var messages = new ArrayList<Message>();
        messages.add(customer(event, "order.rejected", text));
        var others =
                "Order %d was rejected. %s"
                        .formatted(event.orderId(), Wording.sentence(event.reason()));
        messages.addAll(KnownOrder.courier(known, "delivery.cancelled", others));
        return messages;
    }

    static List<Message> cancelled(OrderEvent.Cancelled event, Optional<KnownOrder> known) {
        var order = event.orderId();
        var others =
                "Order %d was cancelled. %s".formatted(order, Wording.sentence(event.reason()));
        var own =
                event.by().startsWith("customer")
                        ? "You cancelled order %d.".formatted(order)
                        : others;
        var messages = new ArrayList<Message>();
        messages.add(
                customer(event, "order.cancelled", own + " " + money(event.settlement(), known)));
        known.map(it -> others + paid(event.settlement(), it))
                .map(text ->
                        Message.toRestaurant(event.restaurantId(), "ticket.cancelled", text, order))
                .ifPresent(messages::add);
        messages.addAll(KnownOrder.courier(known, "delivery.cancelled", others));
        return messages;
    }

    /// Cash that was taken for it is on nobody's bill any more.
    static List<Message> handedOver(OrderEvent.HandedOver event, Optional<KnownOrder> known) {
        var cash = event.cashTaken();
        var bill = known.map(KnownOrder::bill).orElse(null);
        var taken =
                cash == null
                        ? ""
                        : " The courier took %s at the door."
                                .formatted(bill == null ? cash : bill.price(cash));
        var text =
                "Urgent: courier %d handed over the food of order %d after it had been called off.%s"
                        .formatted(event.courierId(), event.orderId(), taken);
        return List.of(Message.toOperators("order.handed_over", text, event.orderId()));
    }

    private static String money(Settlement settlement, Optional<KnownOrder> known) {
        return known.flatMap(order ->
                        Optional.ofNullable(order.bill())
                                .map(bill -> bill.ends(settlement, order.confirmed())))
                .orElse(unknown(settlement));
    }

    /// Of an order that wasn't paid yet, or only scheduled: its end is free.
    private static String unknown(Settlement settlement) {
        var charged = settlement.charged();
        return charged.isPositive() ? charged + " is charged for it." : Bill.NOTHING_CHARGED;
    }

    private static String paid(Settlement settlement, KnownOrder order) {
        var bill = order.bill();
        if (bill == null || !settlement.restaurant().isPositive()) return "";
        return " You are paid for food of %s.".formatted(bill.price(settlement.restaurant()));
    }

    private static Message customer(OrderEvent event, String kind, String text) {
        return Message.toUser(event.customerId(), kind, text, event.orderId()).alsoByMail();
    }
}
