package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.NewPayment;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.payment.Payment.Fact;
import gofood.payment.Payment.State;
import gofood.payment.Payment.State.Open;
import gofood.payment.Payment.Wanted;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import gofood.platform.events.Timers;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What becomes known is written here, told to the others, and the timer set for what is to be done
/// next: all in the caller's transaction, which holds the payment's lock.
final class Bookkeeping {
    static final String ADVANCE = "payment.advance";
    static final String LOOK = "payment.look";
    static final String REFUND = "payment.refund";

    private final PaymentConfig config;
    private final Payments payments;
    private final Refunds refunds;
    private final Outbox outbox;
    private final Timers timers;
    private final Clock clock;

    Bookkeeping(
            PaymentConfig config,
            Payments payments,
            Refunds refunds,
            Outbox outbox,
            Timers timers,
            Clock clock) {
        this.config = config;
        this.payments = payments;
        this.refunds = refunds;
        this.outbox = outbox;
        this.timers = timers;
        this.clock = clock;
    }

    /// Begins a payment.
    ///
    /// @return nothing when the order has one already
    Optional<Payment> open(Tx tx, NewPayment wanted) {
        var opened = payments.insert(tx, wanted, clock.instant());
        opened.ifPresent(payment -> timers.set(tx, ADVANCE, payment.id(), clock.instant()));
        return opened;
    }

    /// @param before as it was read under its lock
    Payment learn(Tx tx, Payment before, Fact fact) {
        var now = clock.instant();
        var after = before.on(fact, now);
        if (after.silence().isNews(now, config.stuckAfter())) {
            stuck(tx, after, "The provider does not answer.");
            after = after.with(after.silence().toldOf());
        }
        if (!after.equals(before)) payments.save(tx, after);
        tell(tx, before, after);
        schedule(tx, after, fact, now);
        return after;
    }

    private void tell(Tx tx, Payment before, Payment after) {
        if (before.state().equals(after.state())) return;
        var order = after.orderId();
        var customer = after.customerId();
        switch (after.state()) {
            case State.Authorized(_, var refused) when refused != null -> stuck(tx, after, refused);
            case State.Authorized _ -> {
                // nobody waits for it any more when it is to be given back
                if (before.state() instanceof Open && after.wanted() != Wanted.RELEASED)
                    send(tx, after, new PaymentEvent.Authorized(order, customer, after.id()));
            }
            case State.Voided _ -> {
                if (before.wanted() == Wanted.CAPTURED)
                    stuck(tx, after, "The provider voided what was to be captured.");
            }
            case State.Declined(var reason) ->
                    send(tx, after, new PaymentEvent.Declined(order, customer, reason));
            // each refund is told when it is confirmed; the rest is nobody's business
            case State.Captured _, State.Refunded _, Open _ -> {}
        }
    }

    private void schedule(Tx tx, Payment payment, Fact fact, Instant now) {
        switch (payment.todo()) {
            case NOTHING -> timers.clear(tx, ADVANCE, payment.id());
            case REFUND_THE_REST -> {
                timers.clear(tx, ADVANCE, payment.id());
                refundTheRest(tx, payment);
            }
            case ASK, FIND_OUT, CAPTURE, VOID ->
                    timers.set(tx, ADVANCE, payment.id(), now.plus(pause(payment, fact)));
        }
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
    void look(Tx tx, Payment payment) {
        timers.set(tx, LOOK, payment.id(), clock.instant());
    }

    void lookLater(Tx tx, Payment payment) {
        timers.set(tx, LOOK, payment.id(), clock.instant().plus(config.retryLongest()));
    }

    private void refundTheRest(Tx tx, Payment payment) {
        var rest = left(tx, payment);
        var reason = payment.releaseReason();
        if (rest.minor() > 0) refund(tx, payment, rest, reason == null ? "cancelled" : reason);
    }

    /// What was captured and is neither refunded nor about to be.
    Money left(Tx tx, Payment payment) {
        return payment.captured().minus(refunds.claimed(tx, payment.id()));
    }

    /// Wants a refund, which a timer then gets from the provider.
    ///
    /// @throws Refused 409 with what is left, when it is less
    void refund(Tx tx, Payment payment, Money amount, String reason) {
        var left = left(tx, payment);
        if (amount.compareTo(left) > 0 || amount.minor() == 0)
            throw Refused.conflict(
                            "exceeds_captured", "Of this payment, " + left + " can be refunded.")
                    .with("left", left);
        var id = refunds.insert(tx, payment.id(), amount, reason);
        timers.set(tx, REFUND, id, clock.instant());
    }

    /// The provider has refunded it.
    void refunded(Tx tx, Payment payment, Refund refund) {
        refunds.settle(tx, refund.id(), Refund.Status.CONFIRMED);
        learn(tx, payment, new Fact.Refunded(refunds.confirmed(tx, payment.id())));
        send(
                tx,
                payment,
                new PaymentEvent.Refunded(
                        payment.orderId(),
                        payment.customerId(),
                        refund.amount(),
                        payment.currency(),
                        refund.reason()));
    }

    void refundRefused(Tx tx, Payment payment, Refund refund, String why) {
        refunds.settle(tx, refund.id(), Refund.Status.REFUSED);
        stuck(tx, payment, "The provider refused to refund " + refund.amount() + ": " + why);
    }

    void refundUnanswered(Tx tx, Payment payment, Refund refund) {
        var now = clock.instant();
        var silence = refund.silence().again(now);
        if (silence.isNews(now, config.stuckAfter())) {
            stuck(tx, payment, "The provider does not answer to a refund.");
            silence = silence.toldOf();
        }
        refunds.save(tx, refund.id(), silence);
        timers.set(tx, REFUND, refund.id(), now.plus(pause(silence)));
    }

    private void stuck(Tx tx, Payment payment, String what) {
        send(tx, payment, new PaymentEvent.Stuck(payment.orderId(), payment.customerId(), what));
    }

    private void send(Tx tx, Payment payment, Record event) {
        outbox.send(tx, payment.orderId(), event);
    }
}
