package gofood.order.life;

import gofood.contracts.OrderApi.OrderStatus;
import gofood.order.life.Order.State;
import gofood.platform.Meters;
import gofood.platform.db.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What becomes of orders, counted. A step counts once it is committed, on the replica that made
/// it; everything is there from the start with zero, so that the first of a kind is seen to come.
public final class OrderMeters {
    private static final String REFUSED = "restaurant_refused";
    private static final String OTHER = "other";

    private final MeterRegistry meters;
    private final Map<OrderStatus, Counter> reached = new EnumMap<>(OrderStatus.class);
    private final Timer confirmed;
    private final Timer refused;
    private final Timer toTheDoor;

    public OrderMeters(MeterRegistry meters) {
        this.meters = meters;
        for (var status : OrderStatus.values())
            reached.put(status, meters.counter("orders.reached", "status", lower(status.name())));
        for (var reason : StepReason.values()) calledOff(reason.code());
        calledOff(REFUSED);
        calledOff(OTHER);
        arrived(true);
        arrived(false);
        confirmed = kitchenAnswer("confirmed");
        refused = kitchenAnswer("refused");
        toTheDoor =
                Timer.builder("order.to.door")
                        .description("from the order to its delivery, if it was not for later")
                        .serviceLevelObjectives(
                                Meters.seconds(300, 600, 900, 1_200, 1_800, 2_400, 3_600, 5_400))
                        .register(meters);
    }

    /// An order was placed.
    public void placed(Tx tx) {
        tx.afterCommit(() -> reached(OrderStatus.PLACED));
    }

    /// @param why it comes to nothing by this step, if it does
    void moved(Tx tx, Order before, Order after, @Nullable StepReason why) {
        tx.afterCommit(() -> count(before, after, why));
    }

    private void count(Order before, Order after, @Nullable StepReason why) {
        reached(after.state().status());
        var since = Duration.between(before.since(), after.since());
        switch (after.state()) {
            case State.Received _ -> confirmed.record(since);
            case State.Rejected _ -> {
                refused.record(since);
                calledOff(REFUSED).increment();
            }
            case State.Declined _, State.Cancelled _ ->
                    calledOff(why == null ? OTHER : why.code()).increment();
            case State.Delivered _ -> delivered(after.purchase(), after.since());
            case State.Placed _,
                    State.Scheduled _,
                    State.Paid _,
                    State.Preparing _,
                    State.Complete _,
                    State.PickedUp _ -> {}
        }
    }

    private void delivered(Purchase bought, Instant at) {
        arrived(!at.isAfter(bought.promisedAt())).increment();
        if (bought.slot() == null) toTheDoor.record(Duration.between(bought.placedAt(), at));
    }

    private void reached(OrderStatus status) {
        var counter = reached.get(status);
        if (counter != null) counter.increment();
    }

    private Counter calledOff(String reason) {
        return meters.counter("orders.called.off", "reason", reason);
    }

    /// On time is: not after the latest moment that the customer was told when they ordered.
    private Counter arrived(boolean onTime) {
        return meters.counter("orders.arrived", "on_time", onTime ? "yes" : "no");
    }

    private Timer kitchenAnswer(String answer) {
        return Timer.builder("order.kitchen.answer")
                .description("how long a kitchen took to say yes or no to a paid order")
                .tag("answer", answer)
                .serviceLevelObjectives(Meters.seconds(15, 30, 60, 120, 240, 480))
                .register(meters);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
