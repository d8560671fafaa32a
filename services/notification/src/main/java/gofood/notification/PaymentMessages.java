package gofood.notification;

import gofood.contracts.PaymentApi.PaymentEvent;
import java.util.List;

/// Who is told what when something happens to the money. Pure: the same event gives the same
/// messages.
final class PaymentMessages {
    private PaymentMessages() {}

    static List<Message> of(PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.Refunded refunded -> List.of(refunded(refunded));
            case PaymentEvent.Stuck stuck -> List.of(stuck(stuck));
            case PaymentEvent.LedgerDiffers differs -> List.of(differs(differs));
            // the order's own events tell these
            case PaymentEvent.Authorized _, PaymentEvent.Declined _ -> List.of();
        };
    }

    private static Message refunded(PaymentEvent.Refunded event) {
        var text =
                "You get %s back. %s On a card it may take a few days to show."
                        .formatted(
                                Wording.price(event.amount(), event.currency()),
                                Wording.sentence(event.reason()));
        return Message.toUser(event.customerId(), "payment.refunded", text, event.orderId())
                .alsoByMail();
    }

    private static Message stuck(PaymentEvent.Stuck event) {
        var text =
                "The money of order %d is stuck. %s"
                        .formatted(event.orderId(), Wording.sentence(event.what()));
        return Message.toOperators("payment.stuck", text, event.orderId());
    }

    private static Message differs(PaymentEvent.LedgerDiffers event) {
        var text = "Urgent: the books don't agree. " + Wording.sentence(event.what());
        var order = event.orderId() == 0 ? null : event.orderId();
        return Message.toOperators("payment.ledger_differs", text, order);
    }
}
