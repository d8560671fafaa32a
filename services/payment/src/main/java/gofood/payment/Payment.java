package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.PaymentApi.NewPayment;
import gofood.payment.PaymentLife.Fact;
import gofood.payment.PaymentLife.State;
import gofood.payment.PaymentLife.State.Over;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Sale;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The money of one order. Its [State] is only what the provider has confirmed; what the order's
/// life asks for is kept apart as its [Aim], and [#todo] is what lies between them. So a cancel
/// that comes while an authorisation is unknown is not lost, whatever the answer will be.
///
/// @param askedAt when the provider was first asked to authorise
/// @param ending how the order ended
/// @param settled whether everybody was given their part of it
/// @param hasRefunds whether there may be any, so that most need not be looked for
record Payment(
        long id,
        int version,
        Agreed agreed,
        Sale sale,
        State state,
        Aim aim,
        @Nullable Instant askedAt,
        Silence silence,
        @Nullable Ending ending,
        boolean settled,
        boolean hasRefunds) {

    /// What was agreed when the order was placed.
    ///
    /// @param amount what is authorised
    /// @param token stands for the customer's card, as long as the provider's answer isn't known;
    ///   never logged
    record Agreed(
            long orderId,
            long customerId,
            PayBy payBy,
            Money amount,
            String currency,
            @Nullable String token,
            Instant createdAt) {
        @Override
        public String toString() {
            return "what order %d agreed to pay".formatted(orderId);
        }
    }

    /// What the order's life asks for.
    ///
    /// @param due what is to be captured, and what of it kept
    /// @param reason why the rest is to go back
    record Aim(Wanted wanted, Money due, @Nullable String reason) {}

    enum Wanted {
        AUTHORIZED,
        CAPTURED,
        /// back to the customer, but for what is due; nothing else can be wanted after this
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

    /// What lies between what is confirmed and what is wanted.
    static Todo todo(State state, Aim aim) {
        return switch (state) {
            case State.Pending _ -> Todo.ASK;
            case State.Asked _, State.Unknown _ -> Todo.FIND_OUT;
            case State.Authorized(_, var refused) when refused != null -> Todo.NOTHING;
            case State.Authorized _ ->
                    switch (aim.wanted) {
                        case AUTHORIZED -> Todo.NOTHING;
                        case CAPTURED -> Todo.CAPTURE;
                        case RELEASED -> aim.due.isPositive() ? Todo.CAPTURE : Todo.VOID;
                    };
            case State.Captured(_, var captured, _) ->
                    aim.wanted == Wanted.RELEASED || captured.isMoreThan(aim.due)
                            ? Todo.REFUND_THE_REST
                            : Todo.NOTHING;
            case State.Refunded _, State.Voided _, State.Declined _ -> Todo.NOTHING;
        };
    }

    Todo todo() {
        return todo(state, aim);
    }

    /// This payment once a fact is known.
    Payment on(Fact fact, Instant now) {
        var next = PaymentLife.next(state, fact);
        // what can't be captured is let go
        if (next instanceof State.Authorized(var reference, var refused)
                && refused != null
                && aim.wanted == Wanted.RELEASED
                && aim.due.isPositive()) next = new State.Authorized(reference, null);
        return new Payment(
                id,
                version,
                agreed,
                sale,
                next,
                aimAfter(fact, next),
                fact instanceof Fact.Asked ? now : askedAt,
                silenceAfter(fact, now),
                ending,
                settled,
                hasRefunds);
    }

    private Aim aimAfter(Fact fact, State next) {
        var why = fact instanceof Fact.ReleaseWanted(var told, _) ? told : null;
        var reason = aim.reason == null ? why : aim.reason;
        // when it is over, whatever turns up later is to be given back
        if (next instanceof Over) return new Aim(Wanted.RELEASED, Money.ZERO, reason);
        var released = aim.wanted == Wanted.RELEASED;
        return switch (fact) {
            case Fact.ReleaseWanted(_, var keep) when !released ->
                    new Aim(Wanted.RELEASED, keepable(keep), reason);
            case Fact.CaptureWanted _ when !released -> new Aim(Wanted.CAPTURED, aim.due, reason);
            case Fact.Changed(var due) when !released ->
                    new Aim(aim.wanted, due.atMost(agreed.amount), reason);
            case Fact.Refused _ when released -> new Aim(Wanted.RELEASED, Money.ZERO, reason);
            case Fact.Asked _,
                    Fact.Authorized _,
                    Fact.Declined _,
                    Fact.NoAnswer _,
                    Fact.NothingThere _,
                    Fact.Captured _,
                    Fact.Voided _,
                    Fact.Refunded _,
                    Fact.Refused _,
                    Fact.CaptureWanted _,
                    Fact.ReleaseWanted _,
                    Fact.Changed _ ->
                    aim;
        };
    }

    /// Cash that nobody has brought yet can't be kept, nor what couldn't be captured before.
    private Money keepable(Money keep) {
        var lost = state instanceof State.Authorized(_, var refused) && refused != null;
        var unpaid = agreed.payBy == PayBy.CASH && captured().isZero();
        return lost || unpaid ? Money.ZERO : keep.atMost(aim.due);
    }

    private Silence silenceAfter(Fact fact, Instant now) {
        return switch (fact) {
            // it only counts where an answer is waited for
            case Fact.NoAnswer _ -> todo() == Todo.NOTHING ? silence : silence.again(now);
            case Fact.Asked _, Fact.CaptureWanted _, Fact.ReleaseWanted _, Fact.Changed _ ->
                    silence;
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
                id, version, agreed, sale, state, aim, askedAt, other, ending, settled, hasRefunds);
    }

    Payment with(Sale other) {
        return new Payment(
                id,
                version,
                agreed,
                other,
                state,
                aim,
                askedAt,
                silence,
                ending,
                settled,
                hasRefunds);
    }

    Payment endedBy(Ending how) {
        return ended(how, settled, hasRefunds);
    }

    Payment nowSettled() {
        return ended(ending, true, hasRefunds);
    }

    Payment withRefunds() {
        return ended(ending, settled, true);
    }

    private Payment ended(@Nullable Ending how, boolean isSettled, boolean mayHaveRefunds) {
        return new Payment(
                id,
                version,
                agreed,
                sale,
                state,
                aim,
                askedAt,
                silence,
                how,
                isSettled,
                mayHaveRefunds);
    }

    /// Whether it is known how much the order brought in the end, but for refunds that are under
    /// way.
    boolean canBeSettled() {
        if (ending == null || settled) return false;
        return switch (todo()) {
            case ASK, FIND_OUT, CAPTURE, VOID -> false;
            case REFUND_THE_REST, NOTHING -> true;
        };
    }

    /// Whether this is the payment that is asked for.
    boolean isFor(NewPayment wanted) {
        return agreed.orderId == wanted.orderId()
                && agreed.customerId == wanted.customerId()
                && sale.restaurantId() == wanted.restaurantId()
                && agreed.payBy == wanted.payment().method()
                && agreed.amount.equals(wanted.price().total())
                && agreed.currency.equals(wanted.price().currency());
    }

    long orderId() {
        return agreed.orderId;
    }

    long customerId() {
        return agreed.customerId;
    }

    PayBy payBy() {
        return agreed.payBy;
    }

    String currency() {
        return agreed.currency;
    }

    /// What we may keep of what was captured. Food that was eaten is due, whatever became of the
    /// money meanwhile.
    Money due() {
        return ending instanceof Ending.Delivered
                ? sale.price().total().atMost(agreed.amount)
                : aim.due;
    }

    /// What was captured so far.
    Money captured() {
        return switch (state) {
            case State.Captured(_, var captured, _) -> captured;
            case State.Refunded(_, var captured) -> captured;
            case State.Open _, State.Authorized _, Over _ -> Money.ZERO;
        };
    }
}
