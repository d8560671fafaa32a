package gofood.notification;

import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.PaymentApi.RefundTo;
import java.util.List;

/// Who is told what when something happens to the money. Pure: the same event gives the same
/// messages.
final class PaymentMessages {
    private PaymentMessages() {}

    static List<Message> of(PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.Refunded refunded -> List.of(refunded(refunded));
            case PaymentEvent.RefundFailed failed -> List.of(failed(failed));
            case PaymentEvent.HoldLost lost -> List.of(lost(lost));
            case PaymentEvent.Stuck stuck -> List.of(stuck(stuck));
            case PaymentEvent.LedgerDiffers differs -> List.of(differs(differs));
            // the order's own events tell these
            case PaymentEvent.Authorized _, PaymentEvent.Declined _ -> List.of();
        };
    }

    private static Message refunded(PaymentEvent.Refunded event) {
        var amount = Wording.price(event.amount(), event.currency());
        var reason = Wording.sentence(event.reason());
        var text =
                event.to() == RefundTo.WALLET
                        ? Text.of(
                                "You get %s back as credit with us. %s Pay your next order with"
                                        + " it.",
                                "Nous vous rendons %s sous forme de crédit goFOOD. %s Utilisez-le"
                                        + " pour votre prochaine commande.",
                                amount,
                                reason)
                        : Text.of(
                                "You get %s back. %s On a card it may take a few days to show.",
                                "Nous vous rendons %s. %s Sur une carte, cela peut prendre quelques"
                                        + " jours.",
                                amount,
                                reason);
        return Message.toUser(event.customerId(), "payment.refunded", text, event.orderId())
                .alsoByMail();
    }

    private static Message failed(PaymentEvent.RefundFailed event) {
        var text =
                Text.of(
                        "A refund for order %d failed: %s of it doesn't go back. %s",
                        "Un remboursement de la commande %d a échoué : il manque %s. %s",
                        event.orderId(),
                        Wording.price(event.missing(), event.currency()),
                        Wording.sentence(event.why()));
        return Message.toOperators("payment.refund_failed", text, event.orderId());
    }

    private static Message lost(PaymentEvent.HoldLost event) {
        var text =
                Text.of(
                        "The money held for order %d is gone. %s If it is cooked all the same, it"
                                + " is unpaid.",
                        "Le montant réservé pour la commande %d ne l’est plus. %s Si elle est"
                                + " préparée malgré tout, elle restera impayée.",
                        event.orderId(),
                        Wording.sentence(event.why()));
        return Message.toOperators("payment.hold_lost", text, event.orderId());
    }

    private static Message stuck(PaymentEvent.Stuck event) {
        var text =
                Text.of(
                        "The money of order %d is stuck. %s",
                        "L’argent de la commande %d est bloqué. %s",
                        event.orderId(),
                        Wording.sentence(event.what()));
        return Message.toOperators("payment.stuck", text, event.orderId());
    }

    private static Message differs(PaymentEvent.LedgerDiffers event) {
        var text =
                Text.of(
                        "Urgent: the books don't agree. %s",
                        "Urgent : les comptes ne concordent pas. %s",
                        Wording.sentence(event.what()));
        var order = event.orderId() == 0 ? null : event.orderId();
        return Message.toOperators("payment.ledger_differs", text, order);
    }
}
