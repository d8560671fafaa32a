package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent.RefundGranted;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.payment.Refund.Burden;
import gofood.payment.Refund.Status;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Pieces;
import gofood.platform.db.Tx;
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
    private final Timers timers;
    private final Clock clock;

    /// @param most how many refunds operators may give on one payment
    Returns(int most, Refunds refunds, Journal journal, Timers timers, Clock clock) {
        this.most = most;
        this.refunds = refunds;
        this.journal = journal;
        this.timers = timers;
        this.clock = clock;
    }

    List<Refund> of(Tx tx, Payment payment) {
        return refunds.of(tx, payment.id());
    }

    private Money sum(Tx tx, Payment payment, Predicate<Refund> which) {
        return of(tx, payment).stream()
                .filter(which)
                .map(Refund::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /// What was captured and is neither refunded nor about to be.
    Money left(Tx tx, Payment payment) {
        return payment.captured().minus(sum(tx, payment, Returns::isClaimed));
    }

    private static boolean isClaimed(Refund refund) {
        return refund.status() == Status.WANTED || refund.status() == Status.CONFIRMED;
    }

    private static boolean isGivenBack(Refund refund) {
        return isClaimed(refund) && refund.burden() == Burden.NOBODY;
    }

    Money confirmed(Tx tx, Payment payment) {
        return sum(tx, payment, refund -> refund.status() == Status.CONFIRMED);
    }

    /// Gives back what is not due.
    void giveBack(Tx tx, Payment payment) {
        // everybody has had their part
        if (payment.settled() && payment.ending() instanceof Ending.Delivered) return;
        var rest = undue(tx, payment);
        if (!rest.isPositive()) return;
        var reason = payment.aim().reason();
        var why =
                reason == null
                        ? Refund.Why.of("The order costs less now.", Liable.RESTAURANT)
                        : Refund.Why.of(reason, liable(payment));
        want(tx, payment, rest, why, RefundTo.METHOD, Burden.NOBODY);
    }

    private Money undue(Tx tx, Payment payment) {
        var left = left(tx, payment);
        var due = payment.aim().due();
        if (payment.aim().wanted() == Payment.Wanted.RELEASED) return left.minus(due);
        var back = sum(tx, payment, Returns::isGivenBack);
        return payment.captured().minus(due).minus(back).atMost(left);
    }

    private static Liable liable(Payment payment) {
        return payment.ending() instanceof Ending.CalledOff(var it) ? it.liable() : Liable.PLATFORM;
    }

    /// An operator gives money back.
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
        var left = left(tx, payment);
        var wanted = amount != null ? amount : worth != null ? worth : left;
        if (wanted.isMoreThan(left) || !wanted.isPositive())
            throw Refused.conflict(
                            "exceeds_captured", "Of this payment, " + left + " can be refunded.")
                    .with("left", left);
        if (!payment.sale().currency().holds(wanted))
            throw Refused.invalid("amount", "has more decimals than " + payment.currency());
        // the provider refused to give it back before: it was the customer's all along
        var free =
                payment.aim().wanted() == Payment.Wanted.RELEASED
                        && !wanted.isMoreThan(left.minus(payment.aim().due()));
        return want(tx, payment, wanted, why, to, free ? Burden.NOBODY : Burden.TO_BEAR);
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
        var amount = granted.amount().minus(twice.atMost(granted.amount()));
        var why =
                new Refund.Why(
                        granted.reason(),
                        granted.liable(),
                        items,
                        granted.photo(),
                        granted.problemId());
        var _ =
                refunds.insert(
                        tx,
                        payment.id(),
                        amount,
                        why,
                        RefundTo.METHOD,
                        Burden.TO_BEAR,
                        Status.GRANTED,
                        clock.instant());
    }

    /// What was granted is wanted as soon as it is known what was captured.
    void release(Tx tx, Payment payment) {
        if (payment.todo() != Payment.Todo.NOTHING
                && payment.todo() != Payment.Todo.REFUND_THE_REST) return;
        for (var refund : of(tx, payment)) {
            if (refund.status() != Status.GRANTED) continue;
            var amount = refund.amount().atMost(left(tx, payment));
            var status = amount.isPositive() ? Status.WANTED : Status.REFUSED;
            refunds.save(tx, refund.id(), amount.isPositive() ? amount : Money.ZERO, status);
            if (status == Status.WANTED) timers.set(tx, REFUND, refund.id(), clock.instant());
        }
    }

    private Refund want(
            Tx tx, Payment payment, Money amount, Refund.Why why, RefundTo to, Burden burden) {
        var refund =
                refunds.insert(
                                tx,
                                payment.id(),
                                amount,
                                why,
                                to,
                                burden,
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
        refunds.save(tx, refund.id(), Burden.BORNE);
    }

    /// The order was delivered and is settled: from here on the liable parties bear what went back.
    ///
    /// @return what was captured and was due
    Money settleDelivered(Tx tx, Payment payment) {
        for (var refund : of(tx, payment))
            if (refund.status() == Status.CONFIRMED) bear(tx, payment, refund);
        return payment.captured().minus(sum(tx, payment, Returns::isGivenBack));
    }

    /// The order came to nothing: what went back before counts as given back.
    ///
    /// @return what is kept
    Money settleCalledOff(Tx tx, Payment payment) {
        for (var refund : of(tx, payment))
            if (refund.burden() == Burden.TO_BEAR) refunds.save(tx, refund.id(), Burden.NOBODY);
        return left(tx, payment);
    }
}
