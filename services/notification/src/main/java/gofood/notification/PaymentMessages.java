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
        var text =
                "You get %s back%s. %s%s"
                        .formatted(
                                Wording.price(event.amount(), event.currency()),
                                event.to() == RefundTo.WALLET ? " as credit with us" : "",
                                Wording.sentence(event.reason()),
                                event.to() == RefundTo.WALLET
                                        ? " Pay your next order with it."
                                        : " On a card it may take a few days to show.");
        return Message.toUser(event.customerId(), "payment.refunded", text, event.orderId())
                .alsoByMail();
    }

    private static Message failed(PaymentEvent.RefundFailed event) {
        var text =
                "A refund for order %d failed: %s of it doesn't go back. %s"
                        .formatted(
                                event.orderId(),
                                Wording.price(event.missing(), event.currency()),
                                Wording.sentence(event.why()));
        return Message.toOperators("payment.refund_failed", text, event.orderId());
    }

    private static Message lost(PaymentEvent.HoldLost event) {
        var text =
                "The money held for order %d is gone. %s If it is cooked all the same, it is unpaid."
                        .formatted(event.orderId(), Wording.sentence(event.why()));
        return Message.toOperators("payment.hold_lost", text, event.orderId());
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
