package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.PayBy;
import gofood.payment.PaymentLife.State;
import gofood.platform.db.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;

/// What becomes of payments, counted: a step once it is committed. Amounts are in whole currency
/// units and for curves only; the ledger is what counts.
final class PaymentMeters {
    private static final String REFUNDED = "refunded";
    private static final List<String> OUTCOMES =
            List.of("authorized", "captured", "declined", REFUNDED, "unknown", "voided");

    private final MeterRegistry meters;

    /// @param currency of our own city, whose amounts are there from the start
    PaymentMeters(MeterRegistry meters, String currency) {
        this.meters = meters;
        for (var method : PayBy.values()) for (var outcome : OUTCOMES) reached(method, outcome);
        captured(currency);
        refunded(currency);
    }

    /// Where a payment has come to.
    void learned(Tx tx, Payment before, Payment after) {
        if (before.state().getClass() == after.state().getClass()) return;
        tx.afterCommit(() -> count(after));
    }

    private void count(Payment payment) {
        switch (payment.state()) {
            case State.Pending _, State.Asked _ -> {}
            case State.Unknown _ -> reached(payment, "unknown");
            case State.Authorized _ -> reached(payment, "authorized");
            case State.Captured _ -> reached(payment, "captured");
            case State.Refunded _ -> reached(payment, REFUNDED);
            case State.Voided _ -> reached(payment, "voided");
            case State.Declined _ -> reached(payment, "declined");
        }
    }

    void captured(Tx tx, Payment payment, Money amount) {
        tx.afterCommit(() -> captured(payment.currency()).increment(units(amount)));
    }

    /// What a customer has back.
    void refunded(Tx tx, Payment payment, Money amount) {
        tx.afterCommit(() -> refunded(payment.currency()).increment(units(amount)));
    }

    private void reached(Payment payment, String outcome) {
        reached(payment.payBy(), outcome).increment();
    }

    private Counter reached(PayBy method, String outcome) {
        var word = method.name().toLowerCase(Locale.ROOT);
        return meters.counter("payments", "method", word, "outcome", outcome);
    }

    private Counter captured(String of) {
        return meters.counter("payment.captured.amount", "currency", of);
    }

    private Counter refunded(String of) {
        return meters.counter("payment.refunded.amount", "currency", of);
    }

    private static double units(Money amount) {
        return amount.major().doubleValue();
    }
}
