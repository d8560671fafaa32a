package gofood.notification;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who is told what when an order isn't, or wasn't, as it was ordered.
final class ChangeMessages {
    private ChangeMessages() {}

    /// Also by mail: there are only minutes to answer.
    static List<Message> proposed(
            OrderEvent.SubstitutionProposed event, Optional<KnownOrder> known, CityTime time) {
        var text =
                "%s asks: %s Please answer by %s."
                        .formatted(
                                KnownOrder.kitchen(known),
                                Wording.sentence(event.question()),
                                time.clock(event.answerBy()));
        return List.of(customer(event, "order.substitution_proposed", text).alsoByMail());
    }

    static List<Message> changed(OrderEvent.Changed event, Optional<KnownOrder> known) {
        var currency = event.price().currency();
        var what = Wording.sentence(event.what());
        var total = Wording.price(event.price().total(), currency);
        var text = "Your order was changed. %s It costs %s now.".formatted(what, total);
        var messages = new ArrayList<Message>();
        messages.add(customer(event, "order.changed", text));
        var others = "Order %d was changed. %s".formatted(event.orderId(), what);
        // who asked the customer waits for the answer
        messages.add(
                Message.toRestaurant(
                        event.restaurantId(), "ticket.changed", others, event.orderId()));
        var cash = event.cashDue();
        var door =
                cash == null
                        ? ""
                        : " Take %s at the door.".formatted(Wording.price(cash, currency));
        messages.addAll(KnownOrder.courier(known, "delivery.changed", others + door));
        return messages;
    }

    static List<Message> reported(OrderEvent.ProblemReported event) {
        var text =
                "The customer of order %d says that %s. Please look at it."
                        .formatted(event.orderId(), words(event.kind()));
        return List.of(Message.toOperators("order.problem_reported", text, event.orderId()));
    }

    static List<Message> refused(OrderEvent.ProblemRefused event) {
        var text =
                "There is no refund for order %d. %s"
                        .formatted(event.orderId(), Wording.sentence(event.answer()));
        return List.of(customer(event, "order.problem_refused", text).alsoByMail());
    }

    private static String words(ProblemKind kind) {
        return switch (kind) {
            case MISSING -> "something was missing";
            case WRONG -> "something else came";
            case DAMAGED -> "something was damaged";
            case QUALITY -> "the food wasn't good";
            case LATE -> "it came late";
            case NOT_ARRIVED -> "it never came";
            case OTHER -> "something was wrong";
        };
    }

    private static Message customer(OrderEvent event, String kind, String text) {
        return Message.toUser(event.customerId(), kind, text, event.orderId());
    }
}
