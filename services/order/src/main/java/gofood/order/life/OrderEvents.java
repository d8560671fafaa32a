package gofood.order.life;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.order.life.Order.Event;
import gofood.order.problem.ProblemDesk;
import gofood.order.substitution.Substitutions;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.events.Inbox.Applying;
import gofood.platform.http.Batching;
import gofood.platform.http.RequestScope;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// What an order does when payment, kitchen, courier or the clock speak. A word that comes too
/// late, such as a kitchen's yes after a cancellation, changes nothing: the order's own word wins,
/// and it has told it.
public final class OrderEvents {
    private static final System.Logger LOG = System.getLogger(OrderEvents.class.getName());

    private final Foundation base;
    private final Orders orders;
    private final Life life;
    private final OrderDeadlines deadlines;
    private final Substitutions substitutions;
    private final ProblemDesk problems;

    /// After an evening's rush many orders have waited long enough at the same moment.
    private final Batching<Waited, Boolean> waits;

    public OrderEvents(
            Foundation base,
            Orders orders,
            Life life,
            OrderDeadlines deadlines,
            Substitutions substitutions,
            ProblemDesk problems) {
        this.base = base;
        this.orders = orders;
        this.life = life;
        this.deadlines = deadlines;
        this.substitutions = substitutions;
        this.problems = problems;
        this.waits = Batching.inHalves(1, all -> base.db().tx(tx -> waited(tx, all)));
    }

    public Applying<PaymentEvent> payments(Tx tx, List<PaymentEvent> told) {
        orders.hold(tx, told.stream().map(PaymentEvent::orderId).toList());
        return Applying.of(event -> payment(tx, event), () -> {});
    }

    public Applying<RestaurantEvent> kitchens(Tx tx, List<RestaurantEvent> told) {
        orders.hold(tx, told.stream().map(RestaurantEvent::orderId).toList());
        return Applying.of(event -> restaurant(tx, event), () -> {});
    }

    public Applying<DeliveryEvent> rides(Tx tx, List<DeliveryEvent> told) {
        orders.hold(tx, told.stream().map(DeliveryEvent::orderId).toList());
        return Applying.of(event -> delivery(tx, event), () -> {});
    }

    private void payment(Tx tx, PaymentEvent told) {
        switch (told) {
            case PaymentEvent.Authorized(var id, _, var payment) ->
                    apply(tx, id, order -> authorized(order, payment), "payment");
            case PaymentEvent.Declined(var id, _, var reason) ->
                    apply(tx, id, new Event.PaymentDeclined(reason), "payment");
            case PaymentEvent.Refunded(var id, _, var amount, _, _, _) ->
                    life.refunded(tx, id, amount);
            case PaymentEvent.RefundFailed failed -> problems.refundFailed(tx, failed);
            case PaymentEvent.HoldLost(var id, _, _) -> holdLost(tx, id);
            case PaymentEvent.Stuck _, PaymentEvent.LedgerDiffers _ -> {
                // the payment service keeps the books; an order's life does not depend on them
            }
        }
    }

    /// What is not cooked yet must not be cooked. Later operators alone can mend it, and payment
    /// tells them.
    private void holdLost(Tx tx, long id) {
        var found = orders.lock(tx, id);
        if (found.isEmpty()) return;
        switch (found.get().state()) {
            case Order.State.Placed _, Order.State.Scheduled _, Order.State.Paid _ ->
                    apply(
                            tx,
                            id,
                            new Event.PlatformCancelled(
                                    "payment",
                                    new StepWhy(
                                            "The money for it is no longer held by your bank.",
                                            StepReason.HOLD_LOST),
                                    Liable.PLATFORM),
                            "payment");
            case Order.State.Received _,
                    Order.State.Preparing _,
                    Order.State.Complete _,
                    Order.State.PickedUp _,
                    Order.State.Ended _ -> {}
        }
    }

    private Event authorized(Order order, long payment) {
        var kitchenAt = order.purchase().kitchenAt();
        return kitchenAt != null && kitchenAt.isAfter(base.clock().instant())
                ? new Event.PaymentAuthorizedEarly(payment, kitchenAt)
                : new Event.PaymentAuthorized(payment);
    }

    private void restaurant(Tx tx, RestaurantEvent told) {
        switch (told) {
            case RestaurantEvent.Received(var id, var by, var readyAt) ->
                    apply(tx, id, new Event.KitchenConfirmed(readyAt), "restaurant " + by);
            case RestaurantEvent.Preparing(var id, var by) ->
                    apply(tx, id, new Event.CookingStarted(), "restaurant " + by);
            case RestaurantEvent.Delayed(var id, var by, var readyAt) ->
                    delayed(tx, id, readyAt, "restaurant " + by);
            case RestaurantEvent.Complete(var id, var by) -> {
                substitutions.beforeReady(tx, id);
                apply(tx, id, new Event.FoodReady(), "restaurant " + by);
            }
            case RestaurantEvent.Rejected(var id, var by, var reason) ->
                    apply(tx, id, new Event.KitchenRejected(reason), "restaurant " + by);
        }
    }

    private void delivery(Tx tx, DeliveryEvent told) {
        switch (told) {
            case DeliveryEvent.Assigned(var id, var courier, var name) ->
                    life.courier(
                            tx,
                            id,
                            name,
                            "courier " + courier,
                            new StepWhy(name + " will bring it.", StepReason.COURIER_ASSIGNED));
            case DeliveryEvent.Unassigned(var id, var courier, var reason) ->
                    life.courier(
                            tx,
                            id,
                            null,
                            "courier " + courier,
                            new StepWhy(
                                    "The courier could not bring it; another one is being found.",
                                    StepReason.COURIER_GONE,
                                    reason));
            case DeliveryEvent.PickedUp(var id, var courier) -> {
                substitutions.beforeReady(tx, id);
                apply(tx, id, new Event.CourierPickedUp(courier), "courier " + courier);
            }
            case DeliveryEvent.Delivered(var id, var courier) -> delivered(tx, id, courier);
            case DeliveryEvent.Failed(var id, var reason) ->
                    apply(
                            tx,
                            id,
                            new Event.PlatformCancelled(
                                    "delivery",
                                    new StepWhy(reason, StepReason.NO_COURIER),
                                    Liable.PLATFORM),
                            "delivery");
            case DeliveryEvent.EtaChanged(var id, var eta) -> life.expected(tx, id, eta);
            case DeliveryEvent.Earned _,
                    DeliveryEvent.Offered _,
                    DeliveryEvent.AtRestaurant _,
                    DeliveryEvent.AtDoor _,
                    DeliveryEvent.TroubleReported _,
                    DeliveryEvent.NoCourier _,
                    DeliveryEvent.CourierSilent _ -> {
                // the ride's own business, and the inbox's
            }
        }
    }

    private void delayed(Tx tx, long id, Instant readyAt, String by) {
        if (life.delayed(tx, id, readyAt, by).isEmpty())
            LOG.log(
                    System.Logger.Level.INFO,
                    "order {0} ignores a delay by {1}",
                    Long.toString(id),
                    by);
    }

    /// A courier at the door may not have heard yet that the order was called off.
    private void delivered(Tx tx, long id, long courier) {
        var found = orders.lock(tx, id);
        if (found.isPresent() && found.get().isCalledOff())
            life.handedOver(tx, found.get(), courier);
        else apply(tx, id, new Event.CourierDelivered(courier), "courier " + courier);
    }

    /// A deadline may have passed.
    public void waited(String key) {
        waits.await(new Waited(Long.parseLong(key), RequestScope.onward()));
    }

    /// @param context whose trace goes on
    private record Waited(long orderId, ScopedValue.Carrier context) {}

    private List<Boolean> waited(Tx tx, List<Waited> all) {
        orders.hold(tx, all.stream().map(Waited::orderId).toList());
        for (var one : all)
            orders.lock(tx, one.orderId)
                    .ifPresent(order -> one.context.run(() -> waited(tx, order)));
        return Collections.nCopies(all.size(), true);
    }

    private void waited(Tx tx, Order order) {
        var now = base.clock().instant();
        var passed = deadlines.passed(order.state(), order.since(), now);
        if (passed.isEmpty()) {
            deadlines.watchAfter(tx, order.id(), order.state(), order.since(), now);
            return;
        }
        switch (passed.get().action()) {
            case OrderDeadlines.Action.Cook _ ->
                    apply(tx, order.id(), new Event.KitchenTimeCame(), "schedule");
            case OrderDeadlines.Action.Cancel(var why, var liable) ->
                    apply(
                            tx,
                            order.id(),
                            new Event.PlatformCancelled("deadline", why, liable),
                            "deadline");
            case OrderDeadlines.Action.Tell(var urgency) -> {
                base.outbox()
                        .send(
                                tx,
                                order.id(),
                                new OrderEvent.Overdue(
                                        order.id(),
                                        order.purchase().customerId(),
                                        order.purchase().restaurantId(),
                                        order.state().status(),
                                        urgency));
                deadlines.watchAfter(tx, order.id(), order.state(), order.since(), now);
            }
        }
    }

    private void apply(Tx tx, long orderId, Event event, String by) {
        apply(tx, orderId, _ -> event, by);
    }

    private void apply(Tx tx, long orderId, Function<Order, Event> event, String by) {
        switch (life.apply(tx, orderId, event, by)) {
            case Life.Outcome.Moved _ -> {}
            case Life.Outcome.NotNow(var order) ->
                    LOG.log(
                            System.Logger.Level.INFO,
                            "order {0} is {1} and ignores {2} by {3}",
                            Long.toString(orderId),
                            order.state().status(),
                            event.apply(order).getClass().getSimpleName(),
                            by);
            case Life.Outcome.NoSuchOrder _ ->
                    LOG.log(System.Logger.Level.WARNING, "no order {0} for {1}", orderId, by);
        }
    }
}
