package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.PaymentApi.RefundTo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Money on its way back to the customer. It counts against what was captured from the moment it is
/// wanted, so that two at once can't give back too much.
///
/// @param free what of it nobody bears
record Refund(
        long id,
        long paymentId,
        Money amount,
        Money free,
        Why why,
        RefundTo to,
        Burden burden,
        Status status,
        Silence silence,
        Instant createdAt) {
    /// What of it somebody bears.
    Money borne() {
        return amount.minus(free);
    }

    Refund freed(Burden other, Money part) {
        return new Refund(id, paymentId, amount, part, why, to, other, status, silence, createdAt);
    }

    /// @param items pieces that it pays for, each of which can be refunded once
    /// @param problemId the order service's problem that it answers
    record Why(
            String reason,
            Liable liable,
            List<ProblemItem> items,
            @Nullable String photo,
            @Nullable Long problemId) {
        static Why of(String reason, Liable liable) {
            return new Why(reason, liable, List.of(), null, null);
        }
    }

    enum Status {
        /// waits for the capture, of which it will be a part
        GRANTED,
        WANTED,
        CONFIRMED,
        /// the provider said no, or nothing was left; the amount is free again
        REFUSED
    }

    /// Whether somebody pays for it.
    enum Burden {
        /// it was never due: the order came to nothing, or something was left out
        NOBODY,
        /// the liable party, once the order is settled
        TO_BEAR,
        /// the liable party was charged
        BORNE
    }
}
