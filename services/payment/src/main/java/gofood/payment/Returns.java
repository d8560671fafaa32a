package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent.RefundGranted;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.PaymentApi.PaymentEvent.RefundFailed;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.payment.Refund.Burden;
import gofood.payment.Refund.Status;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Pieces;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import gofood.platform.events.Timers;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What of a payment is to go back, and who bears it. All in the caller's transaction, which holds
/// the payment's lock.
final class Returns {
    static final String REFUND = "payment.refund";

    private final int most;
    private final Refunds refunds;
    private final Journal journal;
    private final Outbox outbox;
    private final Timers timers;
    private final Clock clock;

    /// @param most how many refunds operators may give on one payment
    Returns(int most, Refunds refunds, Journal journal, Outbox outbox, Timers timers, Clock clock) {
        this.most = most;
        this.refunds = refunds;
        this.journal = journal;
        this.outbox = outbox;
        this.timers = timers;
        this.clock = clock;
    }

    List<Refund> of(Tx tx, Payment payment) {
        return payment.hasRefunds() ? refunds.of(tx, payment.id()) : List.of();
    }

    private static Money sum(List<Refund> all, Predicate<Refund> which) {
        return all.stream().filter(which).map(Refund::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What was captured and is neither refunded nor about to be.
    private static Money left(Payment payment, List<Refund> all) {
        return payment.captured().minus(sum(all, Returns::isClaimed));
    }

    private static boolean isClaimed(Refund refund) {
        return refund.status() == Status.WANTED || refund.status() == Status.CONFIRMED;
    }

    /// What goes back and nobody bears.
    private static Money free(List<Refund> all) {
        return all.stream()
                .filter(Returns::isClaimed)
                .map(Refund::free)
                .reduce(Money.ZERO, Money::plus);
    }

    Money confirmed(Tx tx, Payment payment) {
        return sum(of(tx, payment), refund -> refund.status() == Status.CONFIRMED);
    }

    /// Gives back what is not due.
    Payment giveBack(Tx tx, Payment payment) {
        var rest = undue(payment, of(tx, payment));
        if (!rest.isPositive()) return payment;
        var reason = payment.aim().reason();
        var why =
                reason == null
                        ? Refund.Why.of("The order costs less now.", Liable.RESTAURANT)
                        : Refund.Why.of(reason, liable(payment));
        want(tx, payment, rest, rest, why, RefundTo.METHOD);
        return payment.withRefunds();
    }

    /// What of what is left is the customer's, as the order's ending or price says; also when a
    /// provider refused to give it back before.
    private static Money undue(Payment payment, List<Refund> all) {
        var left = left(payment, all);
        var calledOff =
                payment.aim().wanted() == Payment.Wanted.RELEASED
                        && !(payment.ending() instanceof Ending.Delivered);
        var undue =
                calledOff
                        ? left.minus(payment.due())
                        : payment.captured().minus(payment.due()).minus(free(all)).atMost(left);
        return undue.isPositive() ? undue : Money.ZERO;
    }

    private static Liable liable(Payment payment) {
        return payment.ending() instanceof Ending.CalledOff(var it) ? it.liable() : Liable.PLATFORM;
    }

    /// An operator gives money back. What is the customer's anyway comes first, and nobody bears
    /// it.
    ///
    /// @param amount null: what the items were paid for, or else all that is left
    /// @throws Refused 409 with what is left, when it is less
    Refund grant(Tx tx, Payment payment, @Nullable Money amount, Refund.Why why, RefundTo to) {
        var before = of(tx, payment);
        if (before.size() >= most)
            throw Refused.conflict(
                    "too_many_refunds",
                    "A payment can be refunded at most %d times.".formatted(most));
        var worth = why.items().isEmpty() ? null : pieces(payment, before).take(why.items());
        var left = left(payment, before);
        var wanted = amount != null ? amount : worth != null ? worth : left;
        if (wanted.isMoreThan(left) || !wanted.isPositive())
            throw Refused.conflict(
                            "exceeds_captured", "Of this payment, " + left + " can be refunded.")
                    .with("left", left);
        if (!payment.sale().currency().holds(wanted))
            throw Refused.invalid("amount", "has more decimals than " + payment.currency());
        var free = undue(payment, before).atMost(wanted);
        return want(tx, payment, wanted, free, why, to);
    }

    private static Pieces pieces(Payment payment, List<Refund> before) {
        var items =
                before.stream()
                        .filter(refund -> refund.status() != Status.REFUSED)
                        .flatMap(refund -> refund.why().items().stream())
                        .toList();
        return new Pieces(payment.sale(), items);
    }

    /// The order service has granted a refund. It is kept until the money is there.
    void grant(Tx tx, Payment payment, RefundGranted granted) {
        List<ProblemItem> items = granted.items() == null ? List.of() : granted.items();
        var twice = pieces(payment, of(tx, payment)).overlap(items);
        var again = twice.atMost(granted.amount());
        var why =
                new Refund.Why(
                        granted.reason(),
                        granted.liable(),
                        items,
                        granted.photo(),
                        granted.problemId());
        var inserted =
                refunds.insert(
                        tx,
                        payment.id(),
                        granted.amount().minus(again),
                        Money.ZERO,
                        why,
                        RefundTo.METHOD,
                        Status.GRANTED,
                        clock.instant());
        if (inserted.isPresent()) failed(tx, payment, why, again, "These went back already.");
    }

    /// What was granted is wanted as soon as it is known what was captured.
    void release(Tx tx, Payment payment) {
        if (payment.todo() != Payment.Todo.NOTHING
                && payment.todo() != Payment.Todo.REFUND_THE_REST) return;
        var all = of(tx, payment);
        // what is the customer's anyway is not for this
        var left = left(payment, all).minus(undue(payment, all));
        for (var refund : all) {
            if (refund.status() != Status.GRANTED) continue;
            var amount = left.isPositive() ? refund.amount().atMost(left) : Money.ZERO;
            left = left.minus(amount);
            refunds.save(
                    tx, refund.id(), amount, amount.isPositive() ? Status.WANTED : Status.REFUSED);
            if (amount.isPositive()) timers.set(tx, REFUND, refund.id(), clock.instant());
            var missing = refund.amount().minus(amount);
            failed(tx, payment, refund.why(), missing, "No more was left of what was paid.");
        }
    }

    /// The provider doesn't give it back; the amount is free again.
    void refuse(Tx tx, Payment payment, Refund refund, String why) {
        refunds.settle(tx, refund.id(), Status.REFUSED);
        failed(tx, payment, refund.why(), refund.amount(), why);
    }

    private void failed(Tx tx, Payment payment, Refund.Why what, Money missing, String why) {
        if (!missing.isPositive()) return;
        outbox.send(
                tx,
                payment.orderId(),
                new RefundFailed(
                        payment.orderId(),
                        payment.customerId(),
                        what.problemId(),
                        missing,
                        payment.currency(),
                        why));
    }

    private Refund want(
            Tx tx, Payment payment, Money amount, Money free, Refund.Why why, RefundTo to) {
        var refund =
                refunds.insert(
                                tx,
                                payment.id(),
                                amount,
                                free,
                                why,
                                to,
                                Status.WANTED,
                                clock.instant())
                        .orElseThrow();
        // credit with us is given at once, by whoever wanted it
        if (to == RefundTo.METHOD) timers.set(tx, REFUND, refund.id(), clock.instant());
        return refund;
    }

    /// The customer has it.
    void confirm(Tx tx, Payment payment, Refund refund) {
        refunds.settle(tx, refund.id(), Status.CONFIRMED);
        journal.refunded(tx, payment, refund);
        if (payment.settled()) bear(tx, payment, refund);
    }

    private void bear(Tx tx, Payment payment, Refund refund) {
        if (refund.burden() != Burden.TO_BEAR) return;
        journal.borne(tx, payment, refund);
        refunds.save(tx, refund.id(), Burden.BORNE, refund.free());
    }

    /// The order was delivered and is settled: from here on the liable parties bear what went back.
    ///
    /// @return what was captured and was due
    Money settleDelivered(Tx tx, Payment payment) {
        var all = of(tx, payment);
        for (var refund : all) if (refund.status() == Status.CONFIRMED) bear(tx, payment, refund);
        return payment.captured().minus(free(all)).minus(undue(payment, all));
    }

    /// The order came to nothing. Of what went back before, so much was never due as was captured
    /// and isn't charged; the rest is borne as it was meant.
    ///
    /// @return what is kept
    Money settleCalledOff(Tx tx, Payment payment) {
        var all = of(tx, payment);
        var kept = left(payment, all).minus(undue(payment, all));
        var room = payment.captured().minus(payment.due()).minus(free(all));
        for (var refund : all) {
            if (refund.burden() != Burden.TO_BEAR || !isClaimed(refund)) continue;
            var free = room.isPositive() ? refund.amount().atMost(room) : Money.ZERO;
            room = room.minus(free);
            var burden = free.equals(refund.amount()) ? Burden.NOBODY : Burden.TO_BEAR;
            refunds.save(tx, refund.id(), burden, free);
            kept = kept.plus(refund.amount().minus(free));
            if (refund.status() == Status.CONFIRMED) bear(tx, payment, refund.freed(burden, free));
        }
        return kept;
    }
}
