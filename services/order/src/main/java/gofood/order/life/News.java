package gofood.order.life;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderEvent.Cancelled;
import gofood.contracts.OrderApi.OrderEvent.Changed;
import gofood.contracts.OrderApi.OrderEvent.Complete;
import gofood.contracts.OrderApi.OrderEvent.Declined;
import gofood.contracts.OrderApi.OrderEvent.Delayed;
import gofood.contracts.OrderApi.OrderEvent.Delivered;
import gofood.contracts.OrderApi.OrderEvent.HandedOver;
import gofood.contracts.OrderApi.OrderEvent.Overdue;
import gofood.contracts.OrderApi.OrderEvent.Paid;
import gofood.contracts.OrderApi.OrderEvent.PickedUp;
import gofood.contracts.OrderApi.OrderEvent.Placed;
import gofood.contracts.OrderApi.OrderEvent.Preparing;
import gofood.contracts.OrderApi.OrderEvent.ProblemRefused;
import gofood.contracts.OrderApi.OrderEvent.ProblemReported;
import gofood.contracts.OrderApi.OrderEvent.Rated;
import gofood.contracts.OrderApi.OrderEvent.Received;
import gofood.contracts.OrderApi.OrderEvent.RefundGranted;
import gofood.contracts.OrderApi.OrderEvent.Rejected;
import gofood.contracts.OrderApi.OrderEvent.Scheduled;
import gofood.contracts.OrderApi.OrderEvent.SubstitutionProposed;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Rating;
import gofood.contracts.OrderApi.Settlement;
import gofood.order.life.Order.State;
import gofood.platform.events.Outbox;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the other services are told of an order, and who is told what.
public final class News {
    private News() {}

    /// What the others are told when an order has come into its state.
    ///
    /// @param settled with one that came to nothing
    /// @param deadlines which tell a kitchen until when it is waited for
    static Record of(Order order, @Nullable Settlement settled, OrderDeadlines deadlines) {
        var id = order.id();
        var bought = order.purchase();
        var customer = bought.customerId();
        var kitchen = bought.restaurantId();
        return switch (order.state()) {
            case State.Placed _ -> throw new IllegalStateException("told at checkout");
            case State.Declined(var reason) ->
                    new OrderEvent.Declined(id, customer, kitchen, reason);
            case State.Scheduled(_, var kitchenAt) -> scheduled(id, bought, kitchenAt);
            case State.Paid _ -> paid(id, bought, deadlines.answerBy(order.since()));
            case State.Received(var readyAt) ->
                    new OrderEvent.Received(
                            id, customer, kitchen, bought.restaurantName(), readyAt);
            case State.Preparing _ -> new OrderEvent.Preparing(id, customer, kitchen);
            case State.Complete _ -> new OrderEvent.Complete(id, customer, kitchen);
            case State.PickedUp _ -> new OrderEvent.PickedUp(id, customer, kitchen);
            case State.Delivered(var courier) ->
                    new OrderEvent.Delivered(id, customer, kitchen, courier);
            case State.Rejected(var reason) ->
                    new OrderEvent.Rejected(
                            id, customer, kitchen, reason, Objects.requireNonNull(settled));
            case State.Cancelled(var by, var reason) ->
                    new OrderEvent.Cancelled(
                            id, customer, kitchen, by, reason, Objects.requireNonNull(settled));
        };
    }

    public static Placed placed(long id, Purchase bought, PaymentMethod payment) {
        return new Placed(
                id,
                bought.customerId(),
                bought.restaurantId(),
                bought.restaurantName(),
                bought.items(),
                bought.price(),
                payment);
    }

    static Delayed delayed(Order order, Instant readyAt) {
        var bought = order.purchase();
        return new Delayed(
                order.id(),
                bought.customerId(),
                bought.restaurantId(),
                bought.restaurantName(),
                readyAt);
    }

    public static Rated rated(Order order, Rating rating) {
        var bought = order.purchase();
        var courier = order.state() instanceof State.Delivered(var id) ? id : null;
        return new Rated(order.id(), bought.customerId(), bought.restaurantId(), courier, rating);
    }

    static HandedOver handedOver(Order order, long courier) {
        var bought = order.purchase();
        return new HandedOver(
                order.id(), bought.customerId(), bought.restaurantId(), courier, bought.cashDue());
    }

    /// @param order with its new dishes
    static Changed changed(Order order, String what) {
        var bought = order.purchase();
        return new Changed(
                order.id(),
                bought.customerId(),
                bought.restaurantId(),
                bought.items(),
                bought.price(),
                what,
                bought.cashDue());
    }

    private static OrderEvent.Scheduled scheduled(long id, Purchase bought, Instant kitchenAt) {
        return new OrderEvent.Scheduled(
                id,
                bought.customerId(),
                bought.restaurantId(),
                bought.restaurantName(),
                bought.items(),
                bought.note(),
                Objects.requireNonNull(bought.slot()),
                kitchenAt);
    }

    private static OrderEvent.Paid paid(long id, Purchase bought, Instant answerBy) {
        return new OrderEvent.Paid(
                id,
                bought.customerId(),
                bought.restaurantId(),
                bought.restaurantName(),
                bought.items(),
                bought.price(),
                bought.note(),
                bought.pickup(),
                bought.dropoff(),
                bought.deliveryPin(),
                bought.preparationMinutes(),
                bought.slot(),
                bought.promisedAt(),
                answerBy,
                bought.cashDue());
    }

    /// Who is told of which step.
    public static void subscribe(Outbox outbox) {
        outbox.to(
                        "payment",
                        Placed.class,
                        Received.class,
                        Changed.class,
                        Delivered.class,
                        HandedOver.class,
                        Rejected.class,
                        Cancelled.class,
                        RefundGranted.class)
                .to(
                        "restaurant",
                        Scheduled.class,
                        Paid.class,
                        Changed.class,
                        Complete.class,
                        PickedUp.class,
                        Rejected.class,
                        Cancelled.class,
                        Rated.class)
                .to(
                        "delivery",
                        Paid.class,
                        Received.class,
                        Delayed.class,
                        Changed.class,
                        Complete.class,
                        Rejected.class,
                        Cancelled.class,
                        Rated.class)
                .to(
                        "notification",
                        Scheduled.class,
                        Paid.class,
                        Declined.class,
                        Received.class,
                        Preparing.class,
                        Delayed.class,
                        Complete.class,
                        PickedUp.class,
                        Delivered.class,
                        HandedOver.class,
                        Rejected.class,
                        Cancelled.class,
                        SubstitutionProposed.class,
                        Changed.class,
                        ProblemReported.class,
                        ProblemRefused.class,
                        Overdue.class);
    }
}
