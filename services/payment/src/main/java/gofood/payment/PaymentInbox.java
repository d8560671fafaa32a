package gofood.payment;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.NewPayment;
import gofood.payment.Payment.Fact;
import gofood.platform.db.Tx;
import java.util.Objects;

/// What an order's life means for its money. The effects only note what is wanted; timers get it
/// from the provider.
final class PaymentInbox {
    private final Payments payments;
    private final Bookkeeping books;

    PaymentInbox(Payments payments, Bookkeeping books) {
        this.payments = payments;
        this.books = books;
    }

    void apply(Tx tx, OrderEvent event) {
        switch (event) {
            case OrderEvent.Placed placed -> open(tx, placed);
            case OrderEvent.Received received ->
                    want(tx, received.orderId(), new Fact.CaptureWanted());
            case OrderEvent.Rejected rejected ->
                    want(tx, rejected.orderId(), new Fact.ReleaseWanted(rejected.reason()));
            case OrderEvent.Cancelled cancelled ->
                    want(tx, cancelled.orderId(), new Fact.ReleaseWanted(cancelled.reason()));
            case OrderEvent.Paid _,
                    OrderEvent.Declined _,
                    OrderEvent.Preparing _,
                    OrderEvent.Complete _,
                    OrderEvent.PickedUp _,
                    OrderEvent.Delivered _,
                    OrderEvent.Overdue _ -> {}
        }
    }

    private void open(Tx tx, OrderEvent.Placed placed) {
        // events are read tolerantly; without these the payment could never be made
        Objects.requireNonNull(placed.payment().token(), "token");
        var wanted =
                new NewPayment(
                        placed.orderId(),
                        placed.customerId(),
                        Objects.requireNonNull(placed.total(), "total"),
                        Objects.requireNonNull(placed.currency(), "currency"),
                        placed.payment());
        // an order that has one already keeps it
        var _ = books.open(tx, wanted);
    }

    private void want(Tx tx, long orderId, Fact fact) {
        payments.lockOfOrder(tx, orderId).ifPresent(payment -> books.learn(tx, payment, fact));
    }
}
