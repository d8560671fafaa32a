package gofood.order.life;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.Liable;
import gofood.order.life.Order.Event;
import gofood.order.life.Order.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The order's life, every state against every event.
class OrderTest {
    private static final Instant READY = Instant.parse("2026-05-01T12:20:00Z");
    private static final List<State> STATES =
            List.of(
                    new State.Placed(),
                    new State.Declined("no funds"),
                    new State.Scheduled(9, READY),
                    new State.Paid(9),
                    new State.Received(READY),
                    new State.Preparing(READY),
                    new State.Complete(),
                    new State.PickedUp(31),
                    new State.Delivered(31),
                    new State.Rejected("too busy"),
                    new State.Cancelled("customer", "changed my mind"));
    private static final List<Event> EVENTS =
            List.of(
                    new Event.PaymentAuthorized(9),
                    new Event.PaymentAuthorizedEarly(9, READY),
                    new Event.KitchenTimeCame(),
                    new Event.PaymentDeclined("no funds"),
                    new Event.KitchenConfirmed(READY),
                    new Event.KitchenRejected("too busy"),
                    new Event.CookingStarted(),
                    new Event.FoodReady(),
                    new Event.CourierPickedUp(31),
                    new Event.CourierDelivered(31),
                    new Event.CustomerCancelled(StepWhy.said("changed my mind"), Liable.CUSTOMER),
                    new Event.PlatformCancelled(
                            "operator", StepWhy.said("duplicate"), Liable.PLATFORM));

    /// Written by hand from the design, not from the code.
    private static final Set<String> LEGAL =
            Set.of(
                    "Placed+PaymentAuthorized>Paid",
                    "Placed+PaymentDeclined>Declined",
                    "Placed+CustomerCancelled>Cancelled",
                    "Placed+PlatformCancelled>Cancelled",
                    "Placed+PaymentAuthorizedEarly>Scheduled",
                    "Scheduled+KitchenTimeCame>Paid",
                    "Scheduled+KitchenRejected>Rejected",
                    "Scheduled+CustomerCancelled>Cancelled",
                    "Scheduled+PlatformCancelled>Cancelled",
                    "Paid+KitchenConfirmed>Received",
                    "Paid+KitchenRejected>Rejected",
                    "Paid+CustomerCancelled>Cancelled",
                    "Paid+PlatformCancelled>Cancelled",
                    "Received+CookingStarted>Preparing",
                    "Received+KitchenRejected>Rejected",
                    "Received+CustomerCancelled>Cancelled",
                    "Received+FoodReady>Complete",
                    "Received+CourierPickedUp>PickedUp",
                    "Received+PlatformCancelled>Cancelled",
                    "Preparing+KitchenRejected>Rejected",
                    "Preparing+CustomerCancelled>Cancelled",
                    "Preparing+FoodReady>Complete",
                    "Preparing+CourierPickedUp>PickedUp",
                    "Preparing+PlatformCancelled>Cancelled",
                    "Complete+CourierPickedUp>PickedUp",
                    "Complete+CustomerCancelled>Cancelled",
                    "Complete+PlatformCancelled>Cancelled",
                    "PickedUp+CourierDelivered>Delivered",
                    "PickedUp+PlatformCancelled>Cancelled");

    @Test
    void only_the_written_steps_are_possible() {
        assertThat(STATES).hasSize(leaves(State.class));
        assertThat(EVENTS).hasSize(leaves(Event.class));
        var found = new HashSet<String>();
        for (var state : STATES)
            for (var event : EVENTS)
                Steps.next(state, event)
                        .ifPresent(next ->
                                found.add(name(state) + "+" + name(event) + ">" + name(next)));
        assertThat(found).isEqualTo(LEGAL);
    }

    @Test
    void nothing_follows_a_final_state() {
        for (var state : STATES)
            if (state instanceof State.Ended)
                for (var event : EVENTS) assertThat(Steps.next(state, event)).isEmpty();
    }

    @Test
    void every_life_can_end_and_ends_once() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            State state = new State.Placed();
            var finals = 0;
            for (int i = 0; i < 60; i++) {
                var next = Steps.next(state, EVENTS.get(random.nextInt(EVENTS.size())));
                if (next.isEmpty()) continue;
                assertThat(next.get()).isNotEqualTo(state);
                state = next.get();
                if (state instanceof State.Ended) finals++;
            }
            assertThat(finals).isLessThanOrEqualTo(1);
        }
    }

    private static int leaves(Class<?> type) {
        if (!type.isSealed()) return 1;
        return Arrays.stream(type.getPermittedSubclasses()).mapToInt(OrderTest::leaves).sum();
    }

    private static String name(Object what) {
        return what.getClass().getSimpleName();
    }
}
