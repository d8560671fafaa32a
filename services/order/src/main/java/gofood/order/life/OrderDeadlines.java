package gofood.order.life;

import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Urgency;
import gofood.order.OrderConfig;
import gofood.order.life.Order.State;
import gofood.platform.db.Tx;
import gofood.platform.events.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How long an order may wait in each state, and what happens then: somebody is reminded, the
/// operator is told, in the end it is cancelled. One stored timer per order stands at the next of
/// these.
public final class OrderDeadlines {
    public static final String TIMER = "order.waiting";

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
        record Cancel(String reason, Liable liable) implements Action {}

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
                                    Liable.PLATFORM));
            case State.PickedUp _ ->
                    List.of(
                            tell(since, config.rideOperator(), Urgency.OPERATOR),
                            cancel(
                                    since,
                                    config.rideCancel(),
                                    "The courier never arrived.",
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
                        Liable.RESTAURANT));
    }

    private static Rung tell(Instant from, Duration after, Urgency urgency) {
        return new Rung(from.plus(after), new Action.Tell(urgency));
    }

    private static Rung cancel(Instant from, Duration after, String reason, Liable liable) {
        return new Rung(from.plus(after), new Action.Cancel(reason, liable));
    }

    /// Sets the timer of an order that has come into this state.
    public void watch(Tx tx, long orderId, State state, Instant since) {
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
