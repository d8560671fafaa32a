package gofood.order;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.order.Order.Event;
import gofood.order.Order.State;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import java.time.Instant;
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
        var moved = moved(order, next.get(), now);
        orders.save(tx, moved, now, by, reason(next.get()));
        deadlines.watch(tx, orderId, moved.state(), now);
        base.outbox().send(tx, orderId, told(moved));
        tx.afterCommit(() -> base.signals().wake(orderId));
        return new Outcome.Moved(moved);
    }

    /// Notes who rides, which is news but not a step of the order's own life.
    void courier(Tx tx, long orderId, @Nullable String name, String by, String why) {
        var found = orders.lock(tx, orderId);
        if (found.isEmpty() || found.get().state().isFinal()) return;
        var order = found.get();
        var now = base.clock().instant().truncatedTo(ChronoUnit.MICROS);
        orders.save(
                tx, with(order, order.state(), order.since(), order.readyAt(), name), now, by, why);
        tx.afterCommit(() -> base.signals().wake(orderId));
    }

    private static Order moved(Order order, State next, Instant now) {
        var readyAt = next instanceof State.Received(var promised) ? promised : order.readyAt();
        return with(order, next, now, readyAt, order.courierName());
    }

    private static Order with(
            Order order,
            State state,
            Instant since,
            @Nullable Instant readyAt,
            @Nullable String courierName) {
        return new Order(
                order.id(),
                order.customerId(),
                order.restaurantId(),
                order.restaurantName(),
                order.items(),
                order.itemsTotal(),
                order.deliveryFee(),
                order.currency(),
                order.pickup(),
                order.dropoff(),
                order.note(),
                order.deliveryPin(),
                courierName,
                readyAt,
                order.preparationMinutes(),
                order.placedAt(),
                state,
                order.step() + 1,
                since);
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
        var customer = order.customerId();
        var restaurant = order.restaurantId();
        return switch (order.state()) {
            case State.Placed _ -> throw new IllegalStateException("told at checkout");
            case State.Declined(var reason) ->
                    new OrderEvent.Declined(id, customer, restaurant, reason);
            case State.Paid _ -> paid(order);
            case State.Received(var readyAt) ->
                    new OrderEvent.Received(
                            id, customer, restaurant, order.restaurantName(), readyAt);
            case State.Preparing _ -> new OrderEvent.Preparing(id, customer, restaurant);
            case State.Complete _ -> new OrderEvent.Complete(id, customer, restaurant);
            case State.PickedUp _ -> new OrderEvent.PickedUp(id, customer, restaurant);
            case State.Delivered _ -> new OrderEvent.Delivered(id, customer, restaurant);
            case State.Rejected(var reason) ->
                    new OrderEvent.Rejected(id, customer, restaurant, reason);
            case State.Cancelled(var by, var reason) ->
                    new OrderEvent.Cancelled(id, customer, restaurant, by, reason);
        };
    }

    private static OrderEvent.Paid paid(Order order) {
        return new OrderEvent.Paid(
                order.id(),
                order.customerId(),
                order.restaurantId(),
                order.restaurantName(),
                order.items(),
                order.itemsTotal(),
                order.deliveryFee(),
                order.note(),
                order.pickup(),
                order.dropoff(),
                order.deliveryPin(),
                order.preparationMinutes());
    }
}
