package gofood.order.life;

import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.Urgency;
import gofood.order.OrderConfig;
import gofood.order.life.Order.State;
import gofood.platform.db.Tx;
import gofood.platform.events.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long an order may wait in each state, and what happens then: somebody is reminded, the
/// operator is told, in the end it is cancelled. One stored timer per order stands at the next of
/// these.
public final class OrderDeadlines {
    public static final String TIMER = "order.waiting";

    /// The states from which the clock moves an order, as if it had begun to wait at the epoch.
    private static final List<State> WAITING =
            List.of(
                    new State.Placed(),
                    new State.Scheduled(0, Instant.EPOCH),
                    new State.Paid(0),
                    new State.Received(Instant.EPOCH),
                    new State.Preparing(Instant.EPOCH),
                    new State.Complete(),
                    new State.PickedUp(0));

    private final OrderConfig config;
    private final Timers timers;

    public OrderDeadlines(OrderConfig config, Timers timers) {
        this.config = config;
        this.timers = timers;
    }

    /// What is to be done at a time.
    record Rung(Instant at, Action action) {}

    sealed interface Action {
        record Tell(Urgency urgency) implements Action {}

        /// @param liable whose fault it is
        record Cancel(StepWhy why, Liable liable) implements Action {}

        /// The kitchen gets an order for later.
        record Cook() implements Action {}
    }

    /// All rungs of a state, earliest first; none for a final state.
    List<Rung> rungs(State state, Instant since) {
        return switch (state) {
            case State.Placed _ ->
                    List.of(
                            cancel(
                                    since,
                                    config.paymentWait(),
                                    "The payment was not confirmed.",
                                    StepReason.PAYMENT_SILENT,
                                    Liable.PLATFORM));
            case State.Scheduled(_, var kitchenAt) ->
                    List.of(new Rung(kitchenAt, new Action.Cook()));
            case State.Paid _ ->
                    List.of(
                            tell(since, config.kitchenRemind(), Urgency.REMIND),
                            tell(since, config.kitchenOperator(), Urgency.OPERATOR),
                            cancel(
                                    since,
                                    config.kitchenCancel(),
                                    "The restaurant did not answer.",
                                    StepReason.RESTAURANT_SILENT,
                                    Liable.RESTAURANT));
            case State.Received(var readyAt) -> cooking(readyAt);
            case State.Preparing(var readyAt) -> cooking(readyAt);
            case State.Complete _ ->
                    List.of(
                            tell(since, config.pickupOperator(), Urgency.OPERATOR),
                            cancel(
                                    since,
                                    config.pickupCancel(),
                                    "No courier came for the food.",
                                    StepReason.FOOD_NOT_COLLECTED,
                                    Liable.PLATFORM));
            case State.PickedUp _ ->
                    List.of(
                            tell(since, config.rideOperator(), Urgency.OPERATOR),
                            cancel(
                                    since,
                                    config.rideCancel(),
                                    "The courier never arrived.",
                                    StepReason.COURIER_NEVER_ARRIVED,
                                    Liable.COURIER));
            case State.Declined _, State.Delivered _, State.Rejected _, State.Cancelled _ ->
                    List.of();
        };
    }

    private List<Rung> cooking(Instant readyAt) {
        return List.of(
                tell(readyAt, config.cookingOperator(), Urgency.OPERATOR),
                cancel(
                        readyAt,
                        config.cookingCancel(),
                        "The food was never ready.",
                        StepReason.FOOD_NEVER_READY,
                        Liable.RESTAURANT));
    }

    private static Rung tell(Instant from, Duration after, Urgency urgency) {
        return new Rung(from.plus(after), new Action.Tell(urgency));
    }

    private static Rung cancel(
            Instant from, Duration after, String text, StepReason reason, Liable liable) {
        return new Rung(from.plus(after), new Action.Cancel(new StepWhy(text, reason), liable));
    }

    /// When a kitchen that says nothing is given up.
    ///
    /// @param paid when it was asked
    Instant answerBy(Instant paid) {
        return paid.plus(config.kitchenCancel());
    }

    /// Since when an order must have waited to be stuck: past the rung at which an operator is told
    /// or it is moved, with a moment for the timer to ring.
    public Map<OrderStatus, Instant> stuckSince(Instant now) {
        var since = new EnumMap<OrderStatus, Instant>(OrderStatus.class);
        for (var state : WAITING)
            rungs(state, Instant.EPOCH).stream()
                    .filter(rung -> !rung.action.equals(new Action.Tell(Urgency.REMIND)))
                    .findFirst()
                    .map(rung -> Duration.between(Instant.EPOCH, rung.at))
                    .ifPresent(wait ->
                            since.put(state.status(), now.minus(wait).minus(config.stuckGrace())));
        return since;
    }

    /// Sets the timer of an order that was placed now.
    public void watchNew(Tx tx, long orderId, Instant now) {
        timers.set(tx, TIMER, orderId, rungs(new State.Placed(), now).getFirst().at);
    }

    /// Sets the timer of an order that has come into this state.
    void watch(Tx tx, long orderId, State state, Instant since) {
        setNext(tx, orderId, rungs(state, since).stream().findFirst());
    }

    /// Sets the timer to the first rung after this time.
    void watchAfter(Tx tx, long orderId, State state, Instant since, Instant time) {
        setNext(
                tx,
                orderId,
                rungs(state, since).stream().filter(rung -> rung.at.isAfter(time)).findFirst());
    }

    /// The most urgent rung that has passed.
    Optional<Rung> passed(State state, Instant since, Instant time) {
        return rungs(state, since).stream()
                .filter(rung -> !rung.at.isAfter(time))
                .reduce((_, later) -> later);
    }

    private void setNext(Tx tx, long orderId, Optional<Rung> next) {
        if (next.isPresent()) timers.set(tx, TIMER, orderId, next.get().at);
        else timers.clear(tx, TIMER, orderId);
    }
}
