package gofood.order.life;

import static gofood.platform.http.Access.SIGNED_IN;

import gofood.contracts.Currency;
import gofood.contracts.OrderApi.Cancellation;
import gofood.contracts.OrderApi.CancellationCost;
import gofood.contracts.OrderApi.Liable;
import gofood.order.life.Order.Event;
import gofood.order.settlement.CalledOff;
import gofood.order.substitution.Proposals;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import org.jspecify.annotations.Nullable;

/// Cancelling, and what it costs. Nobody pays for it unasked: what a customer has not agreed to is
/// not charged, they are told what it costs instead.
public final class CancelRoutes {
    private final Foundation base;
    private final Orders orders;
    private final Life life;
    private final OrderViews views;
    private final Proposals proposals;

    public CancelRoutes(
            Foundation base, Orders orders, Life life, OrderViews views, Proposals proposals) {
        this.base = base;
        this.orders = orders;
        this.life = life;
        this.views = views;
        this.proposals = proposals;
    }

    public Routes table() {
        return new Routes()
                .get("/orders/{order_id}/cancellation", SIGNED_IN, this::cost)
                .post("/orders/{order_id}/cancel", SIGNED_IN, this::cancel);
    }

    private Reply cost(Call call) {
        return Reply.ok(
                base.db()
                        .tx(tx -> {
                            var order = views.own(tx, call);
                            var event = byCustomer(tx, order, null);
                            requirePossible(order, event);
                            return cost(order, event.liable());
                        }));
    }

    private Reply cancel(Call call) {
        var wish =
                call.bytes().length == 0
                        ? new Cancellation(null, null, null)
                        : call.body(Cancellation.class);
        var person = call.person();
        return base.db()
                .tx(tx -> {
                    // what it costs depends on the state, so nobody may move it meanwhile
                    var order = orders.lock(tx, views.own(tx, call).id()).orElseThrow();
                    // a second tap
                    if (!person.isTrusted() && isCancelledByCustomer(order))
                        return Reply.ok(views.view(tx, order.id(), person));
                    var event =
                            person.isTrusted()
                                    ? byOperator(wish)
                                    : agreed(order, byCustomer(tx, order, wish), wish);
                    var after = life.move(tx, order.id(), event, person.name());
                    return Reply.ok(views.view(tx, after.id(), person));
                });
    }

    private static Event byOperator(Cancellation wish) {
        return new Event.PlatformCancelled(
                "operator",
                why(wish.reason(), "Cancelled by us.", StepReason.OPERATOR_CANCELLED),
                wish.liable() == null ? Liable.PLATFORM : wish.liable());
    }

    /// A customer who is asked what to do without a dish may leave it all, for nothing.
    private Event byCustomer(Tx tx, Order order, @Nullable Cancellation wish) {
        if (wish != null && wish.liable() != null)
            throw Refused.invalid("liable", "is said by operators alone");
        var reason = wish == null ? null : wish.reason();
        return new Event.CustomerCancelled(
                why(reason, "Cancelled by the customer.", StepReason.CUSTOMER_CANCELLED),
                proposals.isOpen(tx, order.id()) ? Liable.RESTAURANT : Liable.CUSTOMER);
    }

    private static StepWhy why(@Nullable String said, String otherwise, StepReason reason) {
        return said == null ? new StepWhy(otherwise, reason) : StepWhy.said(said);
    }

    /// @throws Refused 409 with the cost when it is more than the customer has agreed to
    private Event agreed(Order order, Event event, Cancellation wish) {
        requirePossible(order, event);
        var cost = cost(order, event.liable());
        var agreed = wish.charged();
        var isFree = cost.charged().isZero();
        if (isFree || (agreed != null && !cost.charged().isMoreThan(agreed))) return event;
        throw Refused.conflict(
                        "cost_changed",
                        "Cancelling costs %s now. %s"
                                .formatted(
                                        new Currency(cost.currency()).text(cost.charged()),
                                        cost.why()))
                .with("charged", cost.charged())
                .with("returned", cost.returned())
                .with("currency", cost.currency())
                .with("why", cost.why())
                .with("reason_code", cost.code());
    }

    private static boolean isCancelledByCustomer(Order order) {
        return order.state() instanceof Order.State.Cancelled(var by, _) && by.equals("customer");
    }

    private void requirePossible(Order order, Event event) {
        if (Steps.next(order.state(), event).isEmpty()) throw Life.wrongState(order);
        if (!calledOff(order).isOpenTo(event.liable()))
            throw Refused.conflict(
                    "cash_order_begun",
                    "The restaurant has begun, and what is paid in cash can't be cancelled then."
                            + " Please ask us; somebody here can.");
    }

    private CancellationCost cost(Order order, Liable liable) {
        return calledOff(order).cost(liable);
    }

    private CalledOff calledOff(Order order) {
        return life.calledOff(order, base.clock().instant());
    }
}
