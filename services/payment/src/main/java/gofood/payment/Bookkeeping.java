package gofood.payment;

import gofood.contracts.DeliveryApi.DeliveryEvent.Earned;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderEvent.HandedOver;
import gofood.contracts.OrderApi.OrderEvent.RefundGranted;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.PaymentApi.NewPayment;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.payment.Payment.Wanted;
import gofood.payment.PaymentLife.Fact;
import gofood.payment.PaymentLife.State;
import gofood.payment.PaymentLife.State.Open;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Sale;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import gofood.platform.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes known is written here, booked, told to the others, and the timer set for what is to
/// be done next: all in the caller's transaction, which holds the payment's lock.
final class Bookkeeping {
    static final String ADVANCE = "payment.advance";
    static final String LOOK = "payment.look";

    private final PaymentConfig config;
    private final Payments payments;
    private final Refunds refunds;
    private final Returns returns;
    private final Journal journal;
    private final Outbox outbox;
    private final Timers timers;
    private final Clock clock;
    private final PaymentMeters meters;

    Bookkeeping(
            PaymentConfig config,
            Payments payments,
            Refunds refunds,
            Returns returns,
            Journal journal,
            Outbox outbox,
            Timers timers,
            Clock clock,
            PaymentMeters meters) {
        this.config = config;
        this.payments = payments;
        this.refunds = refunds;
        this.returns = returns;
        this.journal = journal;
        this.outbox = outbox;
        this.timers = timers;
        this.clock = clock;
        this.meters = meters;
    }

    /// Makes payments for orders that have none yet.
    ///
    /// @param wanted of each order one
    List<Payment> open(Tx tx, List<NewPayment> wanted) {
        return payments.insert(tx, wanted, clock.instant());
    }

    /// A payment that was just made goes to the provider.
    void begin(Tx tx, Payment payment) {
        timers.set(tx, ADVANCE, payment.id(), clock.instant());
    }

    /// There is a payment under an order's number that is not the order's.
    void contested(Tx tx, Payment there, NewPayment wanted) {
        stuck(tx, there, "This order has a payment that is not its own.");
        var order = wanted.orderId();
        outbox.send(
                tx,
                order,
                new PaymentEvent.Declined(order, wanted.customerId(), "payment_conflict"));
    }

    /// @param before as it was read under its lock
    Payment learn(Tx tx, Payment before, Fact fact) {
        return learn(tx, before, before, fact);
    }

    /// @param read as it is in its row
    private Payment learn(Tx tx, Payment read, Payment before, Fact fact) {
        var now = clock.instant();
        var after = before.on(fact, now);
        if (after.silence().isNews(now, config.stuckAfter())) {
            stuck(tx, after, "The provider does not answer.");
            after = after.with(after.silence().toldOf());
        }
        var captured = after.captured().minus(before.captured());
        if (captured.isPositive()) {
            journal.captured(tx, after, captured);
            meters.captured(tx, after, captured);
        }
        meters.learned(tx, before, after);
        tell(tx, before, after, fact);
        after = schedule(tx, after, fact, now);
        returns.release(tx, after);
        after = settle(tx, after);
        if (!after.equals(read)) payments.save(tx, after, now);
        return after;
    }

    /// The order costs something else now.
    Payment change(Tx tx, Payment before, Sale sale) {
        payments.save(tx, before.id(), sale);
        return learn(tx, before.with(sale), new Fact.Changed(sale.price().total()));
    }

    /// The order has ended. The first end counts.
    ///
    /// @param fact what that means for its money
    Payment end(Tx tx, Payment before, Ending ending, Fact fact) {
        if (before.ending() != null) return before;
        var ended = learn(tx, before, before.endedBy(ending), fact);
        journal.chargeRides(tx, ended);
        return ended;
    }

    /// Once the last of what it takes is known: that the order has ended, and what was captured.
    private Payment settle(Tx tx, Payment payment) {
        var ending = payment.ending();
        if (ending == null || !payment.canBeSettled()) return payment;
        var kept =
                switch (ending) {
                    case Ending.Delivered _ -> returns.settleDelivered(tx, payment);
                    case Ending.CalledOff _ -> returns.settleCalledOff(tx, payment);
                };
        journal.settled(tx, payment, ending, kept);
        return payment.nowSettled();
    }

    /// The food was handed over although the order had come to nothing: cash that was given for it
    /// is with the courier.
    void handedOver(Tx tx, Payment payment, HandedOver food) {
        if (payment.payBy() == PayBy.CASH && payment.captured().isZero())
            journal.takenAllTheSame(tx, payment, food);
    }

    /// A courier has earned their pay, before or after the order's own end is known.
    ///
    /// @param payment the order's, locked, if it is there
    void earned(Tx tx, Optional<Payment> payment, Earned ride) {
        journal.earned(tx, payment, ride);
    }

    private void tell(Tx tx, Payment before, Payment after, Fact fact) {
        if (before.state().equals(after.state())) {
            // somebody relies on what is not held any more; what was called off needs nothing
            if (fact instanceof Fact.CaptureWanted
                    && after.state() instanceof State.Over
                    && !(after.ending() instanceof Ending.CalledOff))
                stuck(tx, after, "What is to be captured is not held.");
            return;
        }
        var order = after.orderId();
        var customer = after.customerId();
        switch (after.state()) {
            case State.Authorized(_, var refused) when refused != null -> stuck(tx, after, refused);
            case State.Authorized _ -> {
                // nobody waits for it any more when it is to be given back
                if (before.state() instanceof Open && after.aim().wanted() != Wanted.RELEASED)
                    send(tx, after, new PaymentEvent.Authorized(order, customer, after.id()));
            }
            case State.Voided _ -> {
                if (fact instanceof Fact.Voided && before.aim().wanted() != Wanted.RELEASED)
                    send(
                            tx,
                            after,
                            new PaymentEvent.HoldLost(
                                    order, customer, "The provider holds the money no more."));
            }
            case State.Declined(var reason) ->
                    send(tx, after, new PaymentEvent.Declined(order, customer, reason));
            // each refund is told when it is confirmed; the rest is nobody's business
            case State.Captured _, State.Refunded _, Open _ -> {}
        }
    }

    private Payment schedule(Tx tx, Payment payment, Fact fact, Instant now) {
        return switch (payment.todo()) {
            case NOTHING -> {
                timers.clear(tx, ADVANCE, payment.id());
                yield payment;
            }
            case REFUND_THE_REST -> {
                timers.clear(tx, ADVANCE, payment.id());
                yield returns.giveBack(tx, payment);
            }
            case ASK, FIND_OUT, CAPTURE, VOID -> {
                timers.set(tx, ADVANCE, payment.id(), now.plus(pause(payment, fact)));
                yield payment;
            }
        };
    }

    /// When the answer to a question doesn't come because we crashed, it is asked for again soon.
    private Duration pause(Payment payment, Fact fact) {
        if (fact instanceof Fact.Asked) return config.provider().timeout().multipliedBy(2);
        return fact instanceof Fact.NoAnswer ? pause(payment.silence()) : Duration.ZERO;
    }

    private Duration pause(Silence silence) {
        return silence.pause(config.retryFirst(), config.retryLongest());
    }

    /// The provider may know more than we do.
    void look(Tx tx, long paymentId) {
        timers.set(tx, LOOK, paymentId, clock.instant());
    }

    void lookLater(Tx tx, Payment payment) {
        timers.set(tx, LOOK, payment.id(), clock.instant().plus(config.retryLongest()));
    }

    /// An operator gives money back.
    Payment refund(Tx tx, Payment before, @Nullable Money amount, Refund.Why why, RefundTo to) {
        var refund = returns.grant(tx, before, amount, why, to);
        var payment = before.withRefunds();
        return to == RefundTo.WALLET ? refunded(tx, payment, refund) : payment;
    }

    /// The order service gives money back.
    Payment refund(Tx tx, Payment before, RefundGranted granted) {
        returns.grant(tx, before, granted);
        var payment = before.withRefunds();
        returns.release(tx, payment);
        return payment;
    }

    /// The customer has it.
    Payment refunded(Tx tx, Payment payment, Refund refund) {
        returns.confirm(tx, payment, refund);
        meters.refunded(tx, payment, refund.amount());
        var after = learn(tx, payment, new Fact.Refunded(returns.confirmed(tx, payment)));
        send(
                tx,
                payment,
                new PaymentEvent.Refunded(
                        payment.orderId(),
                        payment.customerId(),
                        refund.amount(),
                        payment.currency(),
                        refund.why().reason(),
                        to(payment, refund)));
        return after;
    }

    /// What wasn't paid by card goes back as credit.
    private static RefundTo to(Payment payment, Refund refund) {
        return payment.payBy() == PayBy.CARD ? refund.to() : RefundTo.WALLET;
    }

    void refundRefused(Tx tx, Payment payment, Refund refund, String why) {
        returns.refuse(tx, payment, refund, "The provider refused: " + why);
    }

    void refundUnanswered(Tx tx, Payment payment, Refund refund) {
        var now = clock.instant();
        var silence = refund.silence().again(now);
        if (silence.isNews(now, config.stuckAfter())) {
            stuck(tx, payment, "The provider does not answer to a refund.");
            silence = silence.toldOf();
        }
        refunds.save(tx, refund.id(), silence);
        timers.set(tx, Returns.REFUND, refund.id(), now.plus(pause(silence)));
    }

    private void stuck(Tx tx, Payment payment, String what) {
        send(tx, payment, new PaymentEvent.Stuck(payment.orderId(), payment.customerId(), what));
    }

    private void send(Tx tx, Payment payment, Record event) {
        outbox.send(tx, payment.orderId(), event);
    }
}
