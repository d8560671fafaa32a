package gofood.payment;

import gofood.contracts.Money;
import org.jspecify.annotations.Nullable;

/// The life of a payment as the provider tells it: its states, and what becomes known.
final class PaymentLife {
    private PaymentLife() {}

    /// What the provider has confirmed.
    sealed interface State {
        /// The provider's answer is not known.
        sealed interface Open extends State {}

        /// Nothing is held and nothing was taken.
        sealed interface Over extends State {}

        /// The provider was certainly not asked yet.
        record Pending() implements Open {}

        /// The provider is being asked, or was when we crashed.
        record Asked() implements Open {}

        /// The answer was lost.
        record Unknown() implements Open {}

        /// @param refused what the provider refused to do since, for a person to look at
        record Authorized(String reference, @Nullable String refused) implements State {}

        record Captured(String reference, Money captured, Money refunded) implements State {}

        record Refunded(String reference, Money captured) implements State {}

        record Voided() implements Over {}

        record Declined(String reason) implements Over {}
    }

    /// What becomes known: from the provider, or of what the order's life asks for.
    sealed interface Fact {
        record Asked() implements Fact {}

        record Authorized(String reference) implements Fact {}

        record Declined(String reason) implements Fact {}

        record NoAnswer() implements Fact {}

        /// The provider has never heard of this payment.
        record NothingThere() implements Fact {}

        record Captured(String reference, Money amount) implements Fact {}

        record Voided() implements Fact {}

        /// @param total of all refunds that are confirmed, so that hearing it twice does no harm
        record Refunded(Money total) implements Fact {}

        /// The provider refused a capture or a void.
        record Refused(String what) implements Fact {}

        record CaptureWanted() implements Fact {}

        /// @param keep what of it is kept all the same
        record ReleaseWanted(String reason, Money keep) implements Fact {}

        /// The order costs less now.
        record Changed(Money due) implements Fact {}
    }

    private record Step(State state, Fact fact) {}

    /// The life of a payment. Facts come doubled, late and out of order, so one that says nothing
    /// new leaves the state as it is.
    static State next(State state, Fact fact) {
        return switch (new Step(state, fact)) {
            case Step(State.Pending _, Fact.Asked _) -> new State.Asked();
            // the provider was never asked, so there is nothing to void
            case Step(State.Pending _, Fact.ReleaseWanted _) -> new State.Voided();
            case Step(State.Asked _, Fact.NoAnswer _) -> new State.Unknown();
            case Step(State.Asked _, Fact.NothingThere _) -> new State.Voided();
            case Step(State.Unknown _, Fact.NothingThere _) -> new State.Voided();
            case Step(State.Open _, Fact.Authorized(var reference)) -> authorized(reference);
            case Step(State.Open _, Fact.Declined(var reason)) -> new State.Declined(reason);
            case Step(State.Open _, Fact.Captured(var reference, var all)) ->
                    captured(reference, all);
            case Step(State.Open _, Fact.Voided _) -> new State.Voided();
            case Step(State.Open _, Fact.Asked _),
                    Step(State.Open _, Fact.NoAnswer _),
                    Step(State.Open _, Fact.NothingThere _),
                    Step(State.Open _, Fact.Refunded _),
                    Step(State.Open _, Fact.Refused _),
                    Step(State.Open _, Fact.CaptureWanted _),
                    Step(State.Open _, Fact.ReleaseWanted _),
                    Step(State.Open _, Fact.Changed _) ->
                    state;

            case Step(State.Authorized _, Fact.Captured(var reference, var all)) ->
                    captured(reference, all);
            case Step(State.Authorized _, Fact.Voided _) -> new State.Voided();
            case Step(State.Authorized(var reference, _), Fact.Refused(var what)) ->
                    new State.Authorized(reference, what);
            // what was refused was the capture; voiding may still work
            case Step(State.Authorized(var reference, _), Fact.ReleaseWanted _) ->
                    authorized(reference);
            case Step(State.Authorized _, Fact.Asked _),
                    Step(State.Authorized _, Fact.Authorized _),
                    Step(State.Authorized _, Fact.Declined _),
                    Step(State.Authorized _, Fact.NoAnswer _),
                    Step(State.Authorized _, Fact.NothingThere _),
                    Step(State.Authorized _, Fact.Refunded _),
                    Step(State.Authorized _, Fact.CaptureWanted _),
                    Step(State.Authorized _, Fact.Changed _) ->
                    state;

            case Step(State.Captured captured, Fact.Refunded(var total)) ->
                    refunded(captured, total);
            case Step(State.Captured _, Fact.Asked _),
                    Step(State.Captured _, Fact.Authorized _),
                    Step(State.Captured _, Fact.Declined _),
                    Step(State.Captured _, Fact.NoAnswer _),
                    Step(State.Captured _, Fact.NothingThere _),
                    Step(State.Captured _, Fact.Captured _),
                    Step(State.Captured _, Fact.Voided _),
                    Step(State.Captured _, Fact.Refused _),
                    Step(State.Captured _, Fact.CaptureWanted _),
                    Step(State.Captured _, Fact.ReleaseWanted _),
                    Step(State.Captured _, Fact.Changed _) ->
                    state;

            // money turned up after all: the provider's books win, and todo() gives it back
            case Step(State.Over _, Fact.Authorized(var reference)) -> authorized(reference);
            case Step(State.Over _, Fact.Captured(var reference, var all)) ->
                    captured(reference, all);
            case Step(State.Over _, Fact.Asked _),
                    Step(State.Over _, Fact.Declined _),
                    Step(State.Over _, Fact.NoAnswer _),
                    Step(State.Over _, Fact.NothingThere _),
                    Step(State.Over _, Fact.Voided _),
                    Step(State.Over _, Fact.Refunded _),
                    Step(State.Over _, Fact.Refused _),
                    Step(State.Over _, Fact.CaptureWanted _),
                    Step(State.Over _, Fact.ReleaseWanted _),
                    Step(State.Over _, Fact.Changed _) ->
                    state;

            // final, whatever comes
            case Step(State.Refunded _, Fact _) -> state;
        };
    }

    private static State authorized(String reference) {
        return new State.Authorized(reference, null);
    }

    private static State captured(String reference, Money amount) {
        return new State.Captured(reference, amount, Money.ZERO);
    }

    private static State refunded(State.Captured before, Money total) {
        if (total.compareTo(before.captured) >= 0)
            return new State.Refunded(before.reference, before.captured);
        return total.compareTo(before.refunded) <= 0
                ? before
                : new State.Captured(before.reference, before.captured, total);
    }
}
