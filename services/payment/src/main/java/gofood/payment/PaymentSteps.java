package gofood.payment;

import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Batching;
import gofood.platform.http.RequestScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Steps that many payments take at the same moment: they share a transaction, in which each holds
/// its payment's lock. What fails fails alone.
final class PaymentSteps {
    /// While one transaction is on its way to the disk, the next gathers.
    private static final int TURNS = 1;

    private final Batching<Wish, Optional<Taken>> together;

    /// What a payment becomes. It may be taken twice, when a commit's answer was lost.
    interface Step {
        Payment from(Tx tx, Payment payment);
    }

    /// A step that was taken, and committed.
    record Taken(Payment before, Payment after) {}

    /// @param context whose step it is
    private record Wish(long paymentId, Step step, ScopedValue.Carrier context) {}

    PaymentSteps(Db db, Payments payments) {
        together = Batching.inHalves(TURNS, all -> db.tx(tx -> take(tx, payments, all)));
    }

    /// @return nothing when there is no such payment
    Optional<Taken> take(long paymentId, Step step) {
        return together.await(new Wish(paymentId, step, RequestScope.onward()));
    }

    private static List<Optional<Taken>> take(Tx tx, Payments payments, List<Wish> wishes) {
        var held = new HashMap<Long, Payment>();
        payments.lock(tx, wishes.stream().map(Wish::paymentId).toList())
                .forEach(payment -> held.put(payment.id(), payment));
        return wishes.stream().map(wish -> take(tx, held, wish)).toList();
    }

    /// Two steps of one payment follow each other.
    private static Optional<Taken> take(Tx tx, Map<Long, Payment> held, Wish wish) {
        var before = held.get(wish.paymentId);
        if (before == null) return Optional.empty();
        var after = wish.context.call(() -> wish.step.from(tx, before));
        held.put(before.id(), after);
        return Optional.of(new Taken(before, after));
    }
}
