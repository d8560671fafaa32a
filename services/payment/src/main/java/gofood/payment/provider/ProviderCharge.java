package gofood.payment.provider;

import gofood.contracts.Money;
import gofood.payment.provider.Provider.Authorization;
import gofood.payment.provider.Provider.Report;
import gofood.payment.provider.Provider.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the simulated provider has charged to a card.
///
/// @param card the customer's, or one that plays what is to happen
record ProviderCharge(
        String reference,
        long paymentId,
        TestCard card,
        Status status,
        @Nullable String reason,
        Money captured,
        Money refunded) {
    enum Status {
        PROCESSING,
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        VOIDED
    }

    /// A call that changes a charge.
    sealed interface Change {
        String reference();

        String key();

        record Capture(String reference, Money amount, String key) implements Change {}

        record Release(String reference, String key) implements Change {}

        record GiveBack(String reference, Money amount, String key) implements Change {}
    }

    static ProviderCharge of(String reference, long paymentId, TestCard card) {
        var status =
                card == TestCard.LATE
                        ? Status.PROCESSING
                        : card.declined.isEmpty() ? Status.AUTHORIZED : Status.DECLINED;
        var reason = card.declined.isEmpty() ? null : card.declined;
        return new ProviderCharge(
                reference, paymentId, card, status, reason, Money.ZERO, Money.ZERO);
    }

    /// Why this can't be done with it, if it can't.
    Optional<String> objection(Change change) {
        return switch (change) {
            case Change.Capture _ when card == TestCard.CAPTURE_FAILS ->
                    Optional.of("capture_failed");
            case Change.Capture _, Change.Release _ when status != Status.AUTHORIZED ->
                    Optional.of("not_authorized");
            case Change.GiveBack _ when card == TestCard.REFUND_FAILS ->
                    Optional.of("refund_failed");
            case Change.GiveBack(_, var amount, _)
                    when refunded.plus(amount).isMoreThan(captured) ->
                    Optional.of("exceeds_captured");
            case Change.Capture _, Change.Release _, Change.GiveBack _ -> Optional.empty();
        };
    }

    ProviderCharge after(Change change) {
        return switch (change) {
            case Change.Capture(_, var amount, _) -> with(Status.CAPTURED, amount, refunded);
            case Change.Release _ -> with(Status.VOIDED, captured, refunded);
            case Change.GiveBack(_, var amount, _) -> with(status, captured, refunded.plus(amount));
        };
    }

    /// What was answered with "processing" has become authorised.
    ProviderCharge settled() {
        return with(Status.AUTHORIZED, captured, refunded);
    }

    private ProviderCharge with(Status other, Money taken, Money given) {
        return new ProviderCharge(reference, paymentId, card, other, reason, taken, given);
    }

    static Report reportOf(Change change) {
        return switch (change) {
            case Change.Capture _ -> Report.CAPTURED;
            case Change.Release _ -> Report.VOIDED;
            case Change.GiveBack _ -> Report.REFUNDED;
        };
    }

    Standing standing() {
        return switch (status) {
            case PROCESSING -> new Standing.Processing();
            case AUTHORIZED -> new Standing.Authorized(reference);
            case DECLINED -> new Standing.Declined(declined());
            case CAPTURED -> new Standing.Captured(reference, captured);
            case VOIDED -> new Standing.Voided();
        };
    }

    /// What is answered to who asked for it.
    Authorization authorization() {
        return switch (status) {
            case PROCESSING -> new Authorization.Unknown();
            case DECLINED -> new Authorization.Declined(declined());
            case AUTHORIZED, CAPTURED, VOIDED -> new Authorization.Authorized(reference);
        };
    }

    private String declined() {
        return reason == null ? "declined" : reason;
    }
}
