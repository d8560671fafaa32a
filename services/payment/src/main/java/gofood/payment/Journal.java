package gofood.payment;

import static gofood.payment.ledger.Line.credit;
import static gofood.payment.ledger.Line.debit;

import gofood.contracts.DeliveryApi.DeliveryEvent.Earned;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent.HandedOver;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.payment.desk.WalletDesk;
import gofood.payment.ledger.Entry;
import gofood.payment.ledger.Kind;
import gofood.payment.ledger.Ledger;
import gofood.payment.ledger.LedgerAccount;
import gofood.payment.ledger.Line;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Rates;
import gofood.payment.settlement.Split;
import gofood.platform.db.Tx;
import java.util.List;
import java.util.Optional;

/// Which entries of the ledger the facts of a payment's life become. Each has a cause of its own,
/// so a fact that is heard twice is booked once.
final class Journal {
    private final Ledger ledger;
    private final Rates rates;

    Journal(Ledger ledger, Rates rates) {
        this.ledger = ledger;
        this.rates = rates;
    }

    /// The customer has paid: the order's money is now with the provider, or with the courier.
    void captured(Tx tx, Payment payment, Money amount) {
        var text = "Payment of order " + payment.orderId();
        var where =
                switch (payment.payBy()) {
                    case CARD -> debit(LedgerAccount.CARD, Kind.CAPTURE, amount, text);
                    case WALLET ->
                            debit(
                                    LedgerAccount.wallet(payment.customerId()),
                                    Kind.CAPTURE,
                                    amount,
                                    text);
                    case CASH ->
                            debit(LedgerAccount.cash(courier(payment)), Kind.CASH, amount, text);
                };
        post(
                tx,
                payment,
                "capture of payment " + payment.id(),
                where,
                credit(customer(payment), Kind.CAPTURE, amount, text));
        if (payment.payBy() == PayBy.WALLET) WalletDesk.booked(tx, payment.id());
        // what was given up as lost has turned up, for food that was eaten
        if (payment.settled() && payment.ending() instanceof Ending.Delivered)
            recovered(tx, payment, amount.atMost(payment.due()), text);
    }

    private void recovered(Tx tx, Payment payment, Money amount, String text) {
        post(
                tx,
                payment,
                "recovery of payment " + payment.id(),
                debit(customer(payment), Kind.SALE, amount, text),
                credit(LedgerAccount.COMPENSATION, Kind.COMPENSATION, amount, text));
    }

    /// Cash was given for an order that had come to nothing. It is no payment of the order's; both
    /// its lines say so by their kind.
    void takenAllTheSame(Tx tx, Payment payment, HandedOver food) {
        var cash = food.cashTaken();
        if (cash == null) return;
        var text = "Cash for order %d, which had been called off".formatted(payment.orderId());
        post(
                tx,
                payment,
                "cash for order %d, called off".formatted(payment.orderId()),
                debit(LedgerAccount.cash(food.courierId()), Kind.CASH, cash, text),
                credit(LedgerAccount.COMPENSATION, Kind.CASH, cash, text));
    }

    private static long courier(Payment payment) {
        return payment.ending() instanceof Ending.Delivered(var courierId) ? courierId : 0;
    }

    private static LedgerAccount customer(Payment payment) {
        return LedgerAccount.customer(payment.customerId());
    }

    /// Everybody gets their part.
    ///
    /// @param kept what was captured and doesn't go back
    void settled(Tx tx, Payment payment, Ending ending, Money kept) {
        var lines =
                Split.of(
                        rates,
                        payment.sale(),
                        ending,
                        payment.orderId(),
                        payment.customerId(),
                        kept);
        post(tx, payment, "settlement of order " + payment.orderId(), lines.toArray(Line[]::new));
    }

    /// Money has gone back to the customer.
    void refunded(Tx tx, Payment payment, Refund refund) {
        var text = "Refund on order %d: %s".formatted(payment.orderId(), refund.why().reason());
        var toWallet = refund.to() == RefundTo.WALLET || payment.payBy() != PayBy.CARD;
        post(
                tx,
                payment,
                "refund " + refund.id(),
                debit(customer(payment), Kind.REFUND, refund.amount(), text),
                toWallet
                        ? credit(
                                LedgerAccount.wallet(payment.customerId()),
                                Kind.CREDIT,
                                refund.amount(),
                                text)
                        : credit(LedgerAccount.CARD, Kind.REFUND, refund.amount(), text));
    }

    /// The liable party pays for a refund that the order's own money doesn't cover.
    void borne(Tx tx, Payment payment, Refund refund) {
        var text = "Refund on order %d: %s".formatted(payment.orderId(), refund.why().reason());
        post(
                tx,
                payment,
                "burden of refund " + refund.id(),
                burden(payment, refund, text),
                credit(customer(payment), Kind.REFUND, refund.borne(), text));
    }

    private static Line burden(Payment payment, Refund refund, String text) {
        var sale = payment.sale();
        return switch (refund.why().liable()) {
            case RESTAURANT ->
                    debit(
                                    LedgerAccount.restaurant(sale.restaurantId()),
                                    Kind.REFUND,
                                    refund.borne(),
                                    text)
                            .withVat(Split.vatOf(sale, refund.borne()));
            case COURIER ->
                    payment.ending() instanceof Ending.Delivered(var courierId)
                            ? debit(
                                    LedgerAccount.courier(courierId),
                                    Kind.REFUND,
                                    refund.borne(),
                                    text)
                            : debit(LedgerAccount.COMPENSATION, Kind.REFUND, refund.borne(), text);
            case PLATFORM, CUSTOMER ->
                    debit(LedgerAccount.COMPENSATION, Kind.REFUND, refund.borne(), text);
        };
    }

    /// A courier has earned their pay: for the same reason once.
    ///
    /// @param payment the order's, if it is there
    void earned(Tx tx, Optional<Payment> payment, Earned ride) {
        var entry =
                Entry.of(
                        "ride of courier %d for order %d: %s"
                                .formatted(ride.courierId(), ride.orderId(), ride.why()),
                        ride.orderId(),
                        ride.currency(),
                        debit(LedgerAccount.RIDES, Kind.RIDE, ride.pay(), ride.why()),
                        credit(
                                LedgerAccount.courier(ride.courierId()),
                                Kind.RIDE,
                                ride.pay(),
                                ride.why()));
        var charged = payment.filter(Journal::paysForRides);
        if (charged.isEmpty()) ledger.postLater(tx, entry);
        else {
            ledger.post(tx, entry);
            chargeRides(tx, charged.get());
        }
    }

    private record Ride(String cause, Money pay) {}

    private static boolean paysForRides(Payment payment) {
        return payment.ending() instanceof Ending.CalledOff(var settlement)
                && settlement.liable() == Liable.RESTAURANT;
    }

    /// Rides for an order that came to nothing through the restaurant's fault are paid by it.
    void chargeRides(Tx tx, Payment payment) {
        if (!paysForRides(payment)) return;
        var text = "Ride for order %d, called off".formatted(payment.orderId());
        var restaurant = LedgerAccount.restaurant(payment.sale().restaurantId());
        for (var ride : rides(tx, payment))
            post(
                    tx,
                    payment,
                    ride.cause + ", charged to " + restaurant,
                    debit(restaurant, Kind.COMPENSATION, ride.pay, text),
                    credit(LedgerAccount.RIDES, Kind.COMPENSATION, ride.pay, text));
    }

    private static List<Ride> rides(Tx tx, Payment payment) {
        return tx.list(
                """
                SELECT e.cause, l.amount
                  FROM ledger_entry e JOIN ledger_line l USING (entry_id)
                 WHERE e.order_id = ? AND e.currency = ? AND l.account = ? AND l.kind = 'ride'
                """,
                row -> new Ride(row.text("cause"), new Money(row.number("amount"))),
                payment.orderId(),
                payment.currency(),
                LedgerAccount.RIDES.name());
    }

    private void post(Tx tx, Payment payment, String cause, Line... lines) {
        ledger.postLater(tx, Entry.of(cause, payment.orderId(), payment.currency(), lines));
    }
}
