package gofood.payment;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.PaymentApi.NewPayment;
import gofood.payment.PaymentLife.Fact;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Sale;
import gofood.platform.db.Tx;
import java.util.Objects;
import java.util.Optional;

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
                    // cash is there when the food is
                    lock(tx, received)
                            .filter(payment -> payment.payBy() != PayBy.CASH)
                            .ifPresent(
                                    payment -> books.learn(tx, payment, new Fact.CaptureWanted()));
            case OrderEvent.Delivered delivered ->
                    end(
                            tx,
                            delivered,
                            new Ending.Delivered(delivered.courierId()),
                            new Fact.CaptureWanted());
            case OrderEvent.Rejected rejected ->
                    callOff(tx, rejected, rejected.reason(), rejected.settlement());
            case OrderEvent.Cancelled cancelled ->
                    callOff(tx, cancelled, cancelled.reason(), cancelled.settlement());
            case OrderEvent.Changed changed -> change(tx, changed);
            case OrderEvent.RefundGranted granted ->
                    lock(tx, granted).ifPresent(payment -> books.refund(tx, payment, granted));
            case OrderEvent.HandedOver food ->
                    lock(tx, food).ifPresent(payment -> books.handedOver(tx, payment, food));
            case OrderEvent.Declined _,
                    OrderEvent.Scheduled _,
                    OrderEvent.Paid _,
                    OrderEvent.Preparing _,
                    OrderEvent.Delayed _,
                    OrderEvent.Rated _,
                    OrderEvent.Complete _,
                    OrderEvent.PickedUp _,
                    OrderEvent.SubstitutionProposed _,
                    OrderEvent.ProblemReported _,
                    OrderEvent.ProblemRefused _,
                    OrderEvent.Overdue _ -> {}
        }
    }

    void apply(Tx tx, DeliveryEvent event) {
        switch (event) {
            case DeliveryEvent.Earned earned -> books.earned(tx, earned);
            case DeliveryEvent.Offered _,
                    DeliveryEvent.Assigned _,
                    DeliveryEvent.AtRestaurant _,
                    DeliveryEvent.PickedUp _,
                    DeliveryEvent.AtDoor _,
                    DeliveryEvent.Delivered _,
                    DeliveryEvent.Unassigned _,
                    DeliveryEvent.EtaChanged _,
                    DeliveryEvent.TroubleReported _,
                    DeliveryEvent.NoCourier _,
                    DeliveryEvent.CourierSilent _,
                    DeliveryEvent.Failed _ -> {}
        }
    }

    private void open(Tx tx, OrderEvent.Placed placed) {
        // events are read tolerantly; without these the payment could never be made
        var price = Objects.requireNonNull(placed.price(), "price");
        Sale.requireCoins(price);
        var wanted =
                new NewPayment(
                        placed.orderId(),
                        placed.customerId(),
                        placed.restaurantId(),
                        placed.restaurantName(),
                        Objects.requireNonNull(placed.items(), "items"),
                        price,
                        placed.payment());
        if (books.open(tx, wanted).isPresent()) return;
        // an order that has one already keeps it, if it is its own
        payments.lockOfOrder(tx, wanted.orderId())
                .filter(payment -> !payment.isFor(wanted))
                .ifPresent(payment -> books.contested(tx, payment, wanted));
    }

    private void callOff(Tx tx, OrderEvent event, String reason, Settlement settlement) {
        Objects.requireNonNull(settlement, "settlement");
        end(
                tx,
                event,
                new Ending.CalledOff(settlement),
                new Fact.ReleaseWanted(reason, settlement.charged()));
    }

    private void end(Tx tx, OrderEvent event, Ending ending, Fact fact) {
        lock(tx, event).ifPresent(payment -> books.end(tx, payment, ending, fact));
    }

    private void change(Tx tx, OrderEvent.Changed changed) {
        lock(tx, changed)
                .ifPresent(payment -> {
                    var sale = payment.sale();
                    books.change(
                            tx,
                            payment,
                            new Sale(
                                    sale.restaurantId(),
                                    sale.restaurantName(),
                                    changed.items(),
                                    changed.price()));
                });
    }

    private Optional<Payment> lock(Tx tx, OrderEvent event) {
        return payments.lockOfOrder(tx, event.orderId());
    }
}
