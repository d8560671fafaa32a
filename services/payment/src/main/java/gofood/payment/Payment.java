package gofood.payment;

import gofood.contracts.Money;
import gofood.payment.Payment.State.Over;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The money of one order. Its [State] is only what the provider has confirmed; what the order's
/// life asks for is kept apart as [Wanted], and [#todo] is what lies between them. So a cancel that
/// comes while an authorisation is unknown is not lost, whatever the answer will be.
///
/// @param askedAt when the provider was first asked to authorise
/// @param releaseReason why the money is wanted back
record Payment(
        long id,
        long orderId,
        long customerId,
        Money amount,
        String currency,
        Instant createdAt,
        int version,
        State state,
        Wanted wanted,
        @Nullable String releaseReason,
        @Nullable Instant askedAt,
        Silence silence) {

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

        record ReleaseWanted(String reason) implements Fact {}
    }

    enum Wanted {
        AUTHORIZED,
        CAPTURED,
        /// all of it back to the customer; nothing else can be wanted after this
        RELEASED
    }

    /// What has to be done at the provider next.
    enum Todo {
        ASK,
        FIND_OUT,
        CAPTURE,
        VOID,
        REFUND_THE_REST,
        NOTHING
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
                    Step(State.Open _, Fact.ReleaseWanted _) ->
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
                    Step(State.Authorized _, Fact.CaptureWanted _) ->
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
                    Step(State.Captured _, Fact.ReleaseWanted _) ->
                    state;

            // money turned up after all: the provider's books win, and todo() gives it back
            case Step(Over _, Fact.Authorized(var reference)) -> authorized(reference);
            case Step(Over _, Fact.Captured(var reference, var all)) -> captured(reference, all);
            case Step(Over _, Fact.Asked _),
                    Step(Over _, Fact.Declined _),
                    Step(Over _, Fact.NoAnswer _),
                    Step(Over _, Fact.NothingThere _),
                    Step(Over _, Fact.Voided _),
                    Step(Over _, Fact.Refunded _),
                    Step(Over _, Fact.Refused _),
                    Step(Over _, Fact.CaptureWanted _),
                    Step(Over _, Fact.ReleaseWanted _) ->
                    state;

            // final, whatever comes
            case Step(State.Refunded _, Fact _) -> state;
        };
    }

    /// What lies between what is confirmed and what is wanted.
    static Todo todo(State state, Wanted wanted) {
        return switch (state) {
            case State.Pending _ -> Todo.ASK;
            case State.Asked _, State.Unknown _ -> Todo.FIND_OUT;
            case State.Authorized(_, var refused) when refused != null -> Todo.NOTHING;
            case State.Authorized _ ->
                    switch (wanted) {
                        case AUTHORIZED -> Todo.NOTHING;
                        case CAPTURED -> Todo.CAPTURE;
                        case RELEASED -> Todo.VOID;
                    };
            case State.Captured _ ->
                    wanted == Wanted.RELEASED ? Todo.REFUND_THE_REST : Todo.NOTHING;
            case State.Refunded _, State.Voided _, State.Declined _ -> Todo.NOTHING;
        };
    }

    Todo todo() {
        return todo(state, wanted);
    }

    /// This payment once a fact is known.
    Payment on(Fact fact, Instant now) {
        var next = next(state, fact);
        var reason = releaseReason;
        if (reason == null && fact instanceof Fact.ReleaseWanted(var why)) reason = why;
        return new Payment(
                id,
                orderId,
                customerId,
                amount,
                currency,
                createdAt,
                version,
                next,
                wantedAfter(fact, next),
                reason,
                fact instanceof Fact.Asked ? now : askedAt,
                silenceAfter(fact, now));
    }

    /// When it is over, whatever turns up later is to be given back.
    private Wanted wantedAfter(Fact fact, State next) {
        if (wanted == Wanted.RELEASED || fact instanceof Fact.ReleaseWanted) return Wanted.RELEASED;
        if (next instanceof Over) return Wanted.RELEASED;
        return fact instanceof Fact.CaptureWanted ? Wanted.CAPTURED : wanted;
    }

    private Silence silenceAfter(Fact fact, Instant now) {
        return switch (fact) {
            // it only counts where an answer is waited for
            case Fact.NoAnswer _ -> todo() == Todo.NOTHING ? silence : silence.again(now);
            case Fact.Asked _, Fact.CaptureWanted _, Fact.ReleaseWanted _ -> silence;
            case Fact.Authorized _,
                    Fact.Declined _,
                    Fact.NothingThere _,
                    Fact.Captured _,
                    Fact.Voided _,
                    Fact.Refunded _,
                    Fact.Refused _ ->
                    Silence.NONE;
        };
    }

    Payment with(Silence other) {
        return new Payment(
                id,
                orderId,
                customerId,
                amount,
                currency,
                createdAt,
                version,
                state,
                wanted,
                releaseReason,
                askedAt,
                other);
    }

    /// What was captured so far.
    Money captured() {
        return switch (state) {
            case State.Captured(_, var captured, _) -> captured;
            case State.Refunded(_, var captured) -> captured;
            case State.Open _, State.Authorized _, Over _ -> Money.ZERO;
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
