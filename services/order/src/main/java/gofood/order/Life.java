package gofood.order;

import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderEvent.Cancelled;
import gofood.contracts.OrderApi.OrderEvent.Complete;
import gofood.contracts.OrderApi.OrderEvent.Declined;
import gofood.contracts.OrderApi.OrderEvent.Delivered;
import gofood.contracts.OrderApi.OrderEvent.Overdue;
import gofood.contracts.OrderApi.OrderEvent.Paid;
import gofood.contracts.OrderApi.OrderEvent.PickedUp;
import gofood.contracts.OrderApi.OrderEvent.Placed;
import gofood.contracts.OrderApi.OrderEvent.Preparing;
import gofood.contracts.OrderApi.OrderEvent.Received;
import gofood.contracts.OrderApi.OrderEvent.Rejected;
import gofood.order.Order.Event;
import gofood.order.Order.Purchase;
import gofood.order.Order.State;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Moves orders: every step is decided by [Order#next], stored with who and why, given its deadline
/// and told to the others, in one transaction.
final class Life {
    private final Foundation base;
    private final Orders orders;
    private final OrderDeadlines deadlines;

    Life(Foundation base, Orders orders, OrderDeadlines deadlines) {
        this.base = base;
        this.orders = orders;
        this.deadlines = deadlines;
    }

    /// What became of an event.
    sealed interface Outcome {
        record Moved(Order order) implements Outcome {}

        /// The event has no place in the order's state; nothing was changed.
        record NotNow(Order order) implements Outcome {}

        record NoSuchOrder() implements Outcome {}
    }

    /// @param by who did it, for the timeline
    Outcome apply(Tx tx, long orderId, Event event, String by) {
        var found = orders.lock(tx, orderId);
        if (found.isEmpty()) return new Outcome.NoSuchOrder();
        var order = found.get();
        var next = Order.next(order.state(), event);
        if (next.isEmpty()) return new Outcome.NotNow(order);
        var now = base.clock().instant().truncatedTo(ChronoUnit.MICROS);
        var moved = order.moved(next.get(), now);
        orders.save(tx, moved, now, by, reason(next.get()));
        deadlines.watch(tx, orderId, moved.state(), now);
        base.outbox().send(tx, orderId, told(moved));
        tx.afterCommit(() -> base.signals().wake(orderId));
        return new Outcome.Moved(moved);
    }

    /// Notes who rides.
    void courier(Tx tx, long orderId, @Nullable String name, String by, String why) {
        var found = orders.lock(tx, orderId);
        if (found.isEmpty() || found.get().state() instanceof State.Ended) return;
        var now = base.clock().instant().truncatedTo(ChronoUnit.MICROS);
        orders.save(tx, found.get().broughtBy(name), now, by, why);
        tx.afterCommit(() -> base.signals().wake(orderId));
    }

    /// Notes when it will come, as long as it is under way.
    void expected(Tx tx, long orderId, Eta eta) {
        var found = orders.lock(tx, orderId);
        if (found.isEmpty() || found.get().state() instanceof State.Ended) return;
        orders.saveEta(tx, found.get().expected(eta));
        tx.afterCommit(() -> base.signals().wake(orderId));
    }

    private static @Nullable String reason(State state) {
        return switch (state) {
            case State.Declined(var reason) -> reason;
            case State.Rejected(var reason) -> reason;
            case State.Cancelled(_, var reason) -> reason;
            case State.Placed _,
                    State.Paid _,
                    State.Received _,
                    State.Preparing _,
                    State.Complete _,
                    State.PickedUp _,
                    State.Delivered _ ->
                    null;
        };
    }

    /// What the others are told when an order has come into its state.
    private static Record told(Order order) {
        var id = order.id();
        var bought = order.purchase();
        var customer = bought.customerId();
        var kitchen = bought.restaurantId();
        return switch (order.state()) {
            case State.Placed _ -> throw new IllegalStateException("told at checkout");
            case State.Declined(var reason) ->
                    new OrderEvent.Declined(id, customer, kitchen, reason);
            case State.Paid _ -> paid(id, bought);
            case State.Received(var readyAt) ->
                    new OrderEvent.Received(
                            id, customer, kitchen, bought.restaurantName(), readyAt);
            case State.Preparing _ -> new OrderEvent.Preparing(id, customer, kitchen);
            case State.Complete _ -> new OrderEvent.Complete(id, customer, kitchen);
            case State.PickedUp _ -> new OrderEvent.PickedUp(id, customer, kitchen);
            case State.Delivered _ -> new OrderEvent.Delivered(id, customer, kitchen);
            case State.Rejected(var reason) ->
                    new OrderEvent.Rejected(id, customer, kitchen, reason);
            case State.Cancelled(var by, var reason) ->
                    new OrderEvent.Cancelled(id, customer, kitchen, by, reason);
        };
    }

    private static OrderEvent.Paid paid(long id, Purchase bought) {
        return new OrderEvent.Paid(
                id,
                bought.customerId(),
                bought.restaurantId(),
                bought.restaurantName(),
                bought.items(),
                bought.itemsTotal(),
                bought.deliveryFee(),
                bought.note(),
                bought.pickup(),
                bought.dropoff(),
                bought.deliveryPin(),
                bought.preparationMinutes(),
                bought.promisedAt());
    }

    /// Who is told of which step.
    static void subscribe(Outbox outbox) {
        outbox.to("payment", Placed.class, Received.class, Rejected.class, Cancelled.class)
                .to(
                        "restaurant",
                        Paid.class,
                        Complete.class,
                        PickedUp.class,
                        Rejected.class,
                        Cancelled.class)
                .to(
                        "delivery",
                        Paid.class,
                        Received.class,
                        Complete.class,
                        Rejected.class,
                        Cancelled.class)
                .to(
                        "notification",
                        Paid.class,
                        Declined.class,
                        Received.class,
                        Preparing.class,
                        Complete.class,
                        PickedUp.class,
                        Delivered.class,
                        Rejected.class,
                        Cancelled.class,
                        Overdue.class);
    }
}
