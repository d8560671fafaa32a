package gofood.notification;

import gofood.contracts.OrderApi.OrderEvent;
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
                Text.of(
                        "%s asks: %s Please answer by %s.",
                        "%s vous demande : %s Répondez avant %s, s’il vous plaît.",
                        KnownOrder.kitchen(known),
                        Wording.sentence(event.question()),
                        time.clock(event.answerBy()));
        return List.of(customer(event, "order.substitution_proposed", text).alsoByMail());
    }

    static List<Message> changed(OrderEvent.Changed event, Optional<KnownOrder> known) {
        var currency = event.price().currency();
        var what = Wording.sentence(event.what());
        var text =
                Text.of(
                        "Your order was changed. %s It costs %s now.",
                        "Votre commande a été modifiée. %s Elle coûte maintenant %s.",
                        what,
                        Wording.price(event.price().total(), currency));
        var messages = new ArrayList<Message>();
        messages.add(customer(event, "order.changed", text));
        var others =
                Text.of(
                        "Order %d was changed. %s",
                        "La commande %d a été modifiée. %s", event.orderId(), what);
        // who asked the customer waits for the answer
        messages.add(
                Message.toRestaurant(
                        event.restaurantId(), "ticket.changed", others, event.orderId()));
        var cash = event.cashDue();
        var door =
                cash == null
                        ? Text.nothing()
                        : Text.of(
                                "Take %s at the door.",
                                "Encaissez %s à la porte.", Wording.price(cash, currency));
        messages.addAll(
                KnownOrder.courier(known, "delivery.changed", Text.sentences(others, door)));
        return messages;
    }

    static List<Message> delayed(OrderEvent.Delayed event, CityTime time) {
        var text =
                Text.of(
                        "%s needs a little longer: the food is ready around %s.",
                        "%s a besoin d’un peu plus de temps : votre repas sera prêt vers %s.",
                        event.restaurantName(),
                        time.clock(event.readyAt()));
        return List.of(customer(event, "order.delayed", text));
    }

    static List<Message> reported(OrderEvent.ProblemReported event) {
        var text =
                Text.of(
                        "The customer of order %d says that %s. Please look at it.",
                        "Le client de la commande %d signale : %s. Merci de vérifier.",
                        event.orderId(),
                        Wording.problem(event.kind()));
        return List.of(Message.toOperators("order.problem_reported", text, event.orderId()));
    }

    static List<Message> refused(OrderEvent.ProblemRefused event) {
        var text =
                Text.of(
                        "There is no refund for order %d. %s",
                        "Il n’y a pas de remboursement pour la commande %d. %s",
                        event.orderId(),
                        Wording.sentence(event.answer()));
        return List.of(customer(event, "order.problem_refused", text).alsoByMail());
    }

    private static Message customer(OrderEvent event, String kind, Text text) {
        return Message.toUser(event.customerId(), kind, text, event.orderId());
    }
}
