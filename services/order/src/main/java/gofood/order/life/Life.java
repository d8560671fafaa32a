package gofood.order.life;

import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Settlement;
import gofood.order.life.Order.Event;
import gofood.order.life.Order.State;
import gofood.order.promotion.Promotions;
import gofood.order.settlement.CalledOff;
import gofood.order.slot.Slots;
import gofood.order.substitution.Proposals;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Moves orders: every step is decided by [Turn#of], stored with who and why, given its deadline
/// and told to the others, in one transaction.
public final class Life {
    private final Foundation base;
    private final Orders orders;
    private final OrderDeadlines deadlines;
    private final Slots slots;
    private final Promotions promotions;
    private final Proposals proposals;
    private final Duration cancelGrace;
    private final OrderMeters meters;
    private final OrderTraces traces;

    public Life(
            Foundation base,
            Orders orders,
            OrderDeadlines deadlines,
            Slots slots,
            Promotions promotions,
            Proposals proposals,
            Duration cancelGrace,
            OrderMeters meters,
            OrderTraces traces) {
        this.base = base;
        this.orders = orders;
        this.deadlines = deadlines;
        this.slots = slots;
        this.promotions = promotions;
        this.proposals = proposals;
        this.cancelGrace = cancelGrace;
        this.meters = meters;
        this.traces = traces;
    }

    /// What became of an event.
    public sealed interface Outcome {
        record Moved(Order order) implements Outcome {}

        /// The event has no place in the order's state; nothing was changed.
        record NotNow(Order order) implements Outcome {}

        record NoSuchOrder() implements Outcome {}
    }

    /// @param by who did it, for the timeline
    public Outcome apply(Tx tx, long orderId, Event event, String by) {
        return apply(tx, orderId, _ -> event, by);
    }

    /// @param event what happens to the order, as it is once nobody else can change it
    Outcome apply(Tx tx, long orderId, Function<Order, Event> event, String by) {
        var found = orders.lock(tx, orderId);
        if (found.isEmpty()) return new Outcome.NoSuchOrder();
        var order = found.get();
        var happened = event.apply(order);
        var now = now();
        var turn = Turn.of(order, happened, now, cancelGrace);
        if (turn.isEmpty()) return new Outcome.NotNow(order);
        var name = "order " + turn.get().order().state().getClass().getSimpleName();
        return traces.step(tx, orderId, name, () -> step(tx, order, turn.get(), happened, by, now));
    }

    private Outcome step(Tx tx, Order order, Turn turn, Event happened, String by, Instant now) {
        var orderId = order.id();
        var moved = turn.order();
        var off = turn.off();
        var settled = turn.settled();
        if (isOutOfTheKitchen(moved.state())) proposals.close(tx, orderId);
        orders.save(tx, moved, now, by, why(moved.state(), off, settled, happened));
        deadlines.watch(tx, orderId, moved.state(), now);
        reserved(tx, moved, off, happened);
        meters.moved(tx, order, moved, happened.stepReason());
        base.outbox().send(tx, orderId, News.of(moved, settled, deadlines));
        tx.afterCommit(() -> base.signals().wake(orderId));
        return new Outcome.Moved(moved);
    }

    /// As [#apply], for somebody who can be told.
    ///
    /// @throws Refused 409 when the event has no place in the order's state
    public Order move(Tx tx, long orderId, Event event, String by) {
        return switch (apply(tx, orderId, event, by)) {
            case Outcome.Moved(var order) -> order;
            case Outcome.NoSuchOrder _ -> throw Refused.notFound("order");
            case Outcome.NotNow(var order) -> throw wrongState(order);
        };
    }

    /// What is told to somebody who asks for what can't be done in the order's state.
    public static Refused wrongState(Order order) {
        return Refused.conflict(
                        "wrong_state",
                        "The order is %s; this can't be done now."
                                .formatted(order.state().getClass().getSimpleName()))
                .with("state", order.state().status());
    }

    /// The order as it is settled if it comes to nothing now.
    public CalledOff calledOff(Order order, Instant now) {
        return Turn.calledOff(order, now, cancelGrace);
    }

    /// An order that is paid for uses up what was reserved for it; one that comes to nothing leaves
    /// it to others.
    private void reserved(Tx tx, Order moved, CalledOff off, Event event) {
        switch (moved.state()) {
            case State.Scheduled _, State.Paid _ -> {
                if (moved.purchase().price().promotion() != null)
                    promotions.consumed(tx, moved.id());
            }
            case State.Declined _ -> giveBack(tx, moved, true);
            case State.Rejected _, State.Cancelled _ ->
                    giveBack(tx, moved, off.isForNothing(event.liable()));
            case State.Placed _,
                    State.Received _,
                    State.Preparing _,
                    State.Complete _,
                    State.PickedUp _,
                    State.Delivered _ -> {}
        }
    }

    /// The slot first, as it was taken, so that nobody waits in a circle.
    ///
    /// @param unused nobody was paid anything, so the promotion wasn't used either
    private void giveBack(Tx tx, Order moved, boolean unused) {
        var bought = moved.purchase();
        if (bought.slot() != null) slots.giveBack(tx, bought.restaurantId(), bought.slot());
        if (unused && bought.price().promotion() != null) promotions.released(tx, moved.id());
    }

    private Instant now() {
        return base.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Notes who rides.
    void courier(Tx tx, long orderId, @Nullable String name, String by, StepWhy why) {
        var found = orders.lock(tx, orderId);
        if (found.isEmpty() || found.get().state() instanceof State.Ended) return;
        orders.save(tx, found.get().broughtBy(name), now(), by, why);
        tx.afterCommit(() -> base.signals().wake(orderId));
    }

    /// Notes and tells, once, that somebody has got the food of an order that was called off.
    ///
    /// @param order locked
    void handedOver(Tx tx, Order order, long courier) {
        if (!orders.handOver(tx, order.id())) return;
        var what = "The food was handed over all the same.";
        noted(tx, order, "courier " + courier, new StepWhy(what, StepReason.HANDED_OVER));
        base.outbox().send(tx, order.id(), News.handedOver(order, courier));
    }

    /// The kitchen needs longer: what waits for the food waits with it.
    ///
    /// @return nothing where nobody cooks, or where that was known
    Optional<Order> delayed(Tx tx, long orderId, Instant readyAt, String by) {
        var delayed = orders.lock(tx, orderId).flatMap(order -> order.delayed(readyAt));
        if (delayed.isEmpty()) return delayed;
        var order = delayed.get();
        var why = order.purchase().restaurantName() + " needs longer.";
        orders.save(tx, order, now(), by, new StepWhy(why, StepReason.RESTAURANT_DELAYED));
        deadlines.watchAfter(tx, orderId, order.state(), order.since(), now());
        base.outbox().send(tx, orderId, News.delayed(order, readyAt));
        tx.afterCommit(() -> base.signals().wake(orderId));
        return delayed;
    }

    /// Notes when it will come, as long as it is under way.
    void expected(Tx tx, long orderId, Eta eta) {
        var found = orders.lock(tx, orderId);
        if (found.isEmpty() || found.get().state() instanceof State.Ended) return;
        orders.saveEta(tx, found.get().expected(eta));
        tx.afterCommit(() -> base.signals().wake(orderId));
    }

    /// Notes something that leaves the order where it is.
    ///
    /// @param order locked
    public Order noted(Tx tx, Order order, String by, StepWhy what) {
        var noted = order.noted();
        orders.save(tx, noted, now(), by, what);
        tx.afterCommit(() -> base.signals().wake(order.id()));
        return noted;
    }

    /// Sells other dishes than before, for no more.
    ///
    /// @param order locked
    public Order changed(
            Tx tx, Order order, List<Line> lines, Price price, String by, StepWhy what) {
        var changed = order.changed(lines, price);
        orders.saveDishes(tx, changed);
        orders.save(tx, changed, now(), by, what);
        base.outbox().send(tx, order.id(), News.changed(changed, what.text()));
        tx.afterCommit(() -> base.signals().wake(order.id()));
        return changed;
    }

    /// Notes what went back to the customer.
    void refunded(Tx tx, long orderId, Money amount) {
        var found = orders.lock(tx, orderId);
        if (found.isEmpty()) return;
        orders.saveRefunded(tx, found.get().refunded(amount));
        tx.afterCommit(() -> base.signals().wake(orderId));
    }

    private static boolean isOutOfTheKitchen(State state) {
        return switch (state) {
            case State.Placed _,
                    State.Scheduled _,
                    State.Paid _,
                    State.Received _,
                    State.Preparing _ ->
                    false;
            case State.Complete _, State.PickedUp _, State.Ended _ -> true;
        };
    }

    private static @Nullable StepWhy why(
            State state, CalledOff off, @Nullable Settlement settled, Event event) {
        var text = text(state, settled == null ? "" : off.told(settled));
        return text == null ? null : new StepWhy(text, event.stepReason());
    }

    /// @param told how it is settled
    private static @Nullable String text(State state, String told) {
        return switch (state) {
            case State.Declined(var reason) -> reason;
            case State.Rejected(var reason) -> sentence(reason) + told;
            case State.Cancelled(_, var reason) -> sentence(reason) + told;
            case State.Placed _,
                    State.Scheduled _,
                    State.Paid _,
                    State.Received _,
                    State.Preparing _,
                    State.Complete _,
                    State.PickedUp _,
                    State.Delivered _ ->
                    null;
        };
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") || reason.endsWith("!") ? reason + " " : reason + ". ";
    }
}
