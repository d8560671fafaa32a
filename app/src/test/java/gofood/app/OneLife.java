package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideEvent;
import gofood.delivery.ride.RideState;
import gofood.order.life.Order.Event;
import gofood.order.life.Order.State;
import gofood.order.life.OrderPart;
import gofood.payment.PaymentPart;
import gofood.restaurant.kitchen.TicketPart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One order's whole life in memory: the real rules of order, payment, kitchen and ride tell each
/// other what happens, over lines that keep the order of one source, and of which each may be far
/// behind the others. Who acts, and which line moves, is the seed's matter; that an event is
/// applied once is the inbox's, and proven there.
final class OneLife {
    private static final Money TOTAL = Money.cents(2_500);

    private enum Line {
        PAYMENT_TO_ORDER,
        KITCHEN_TO_ORDER,
        RIDE_TO_ORDER,
        ORDER_TO_PAYMENT,
        ORDER_TO_KITCHEN,
        ORDER_TO_RIDE
    }

    private final Random random;
    private final Map<Line, Deque<Runnable>> lines = new EnumMap<>(Line.class);
    private final List<String> story = new ArrayList<>();
    private final OrderPart order;
    private final PaymentPart payment;
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");
    private @Nullable TicketPart ticket;
    private @Nullable RideState ride;
    private boolean cooks;
    private boolean lossy = true;

    OneLife(long seed) {
        random = new Random(seed);
        for (var line : Line.values()) lines.put(line, new ArrayDeque<>());
        var price =
                new Price(
                        Money.cents(2_000),
                        Money.cents(500),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        TOTAL,
                        "EUR",
                        null,
                        List.of());
        order = new OrderPart(price, now, random.nextInt(4) == 0 ? now.plusSeconds(600) : null);
        payment = new PaymentPart(price, now, random);
    }

    void play() {
        try {
            var steps = random.nextInt(20, 160);
            for (int i = 0; i < steps; i++) something();
            lossy = false;
            for (int i = 0; i < 30 && !isQuiet(); i++) settle();
            assertThat(isQuiet()).as("it has come to an end").isTrue();
            requireAgreement();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\n" + String.join("\n", story), e);
        }
    }

    private void something() {
        now = now.plusSeconds(random.nextInt(60));
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> payment.advance(now, true);
            case 3 -> payment.echo(now);
            case 4, 5 -> kitchenActs();
            case 6, 7 -> courierActs();
            case 8 -> {
                if (random.nextInt(12) == 0) happens(OrderPart.byCustomer());
                if (random.nextInt(25) == 0) happens(OrderPart.byUs("operator", anybody()));
            }
            default -> {
                var line = Line.values()[random.nextInt(Line.values().length)];
                move(line);
            }
        }
        paymentSpeaks();
    }

    private Liable anybody() {
        return Liable.values()[random.nextInt(Liable.values().length)];
    }

    private void tell(Line line, Runnable what) {
        lines.get(line).add(what);
    }

    private void move(Line line) {
        var next = lines.get(line).poll();
        if (next != null) next.run();
    }

    private void paymentSpeaks() {
        for (var word : payment.words())
            tell(
                    Line.PAYMENT_TO_ORDER,
                    () -> {
                        switch (word) {
                            case AUTHORIZED -> happens(order.authorized(now));
                            case DECLINED -> happens(new Event.PaymentDeclined("no funds"));
                            case HOLD_LOST -> {
                                if (isNotCooked())
                                    happens(OrderPart.byUs("payment", Liable.PLATFORM));
                            }
                        }
                    });
    }

    private boolean isNotCooked() {
        return switch (order.state()) {
            case State.Placed _, State.Scheduled _, State.Paid _ -> true;
            case State.Received _,
                    State.Preparing _,
                    State.Complete _,
                    State.PickedUp _,
                    State.Ended _ ->
                    false;
        };
    }

    private void happens(Event event) {
        var moved = order.on(event, now);
        story.add(event + " -> " + moved);
        if (moved.isEmpty()) return;
        switch (moved.get()) {
            case State.Placed _ -> throw new AssertionError("an order is placed once");
            case State.Declined _, State.Preparing _ -> {}
            case State.Scheduled _ ->
                    tell(
                            Line.ORDER_TO_KITCHEN,
                            () -> ticket = new TicketPart(TicketStatus.SCHEDULED));
            case State.Paid _ -> {
                tell(Line.ORDER_TO_KITCHEN, this::kitchenBegins);
                tell(Line.ORDER_TO_RIDE, () -> ride = new RideState.Waiting());
            }
            case State.Received _ -> {
                tell(Line.ORDER_TO_PAYMENT, () -> payment.capture(now));
                tell(Line.ORDER_TO_RIDE, () -> cooks = true);
            }
            case State.Complete _ -> tellKitchen(new OrderEvent.Complete(1, 2, 7));
            case State.PickedUp _ -> tellKitchen(new OrderEvent.PickedUp(1, 2, 7));
            case State.Delivered _ -> tell(Line.ORDER_TO_PAYMENT, () -> payment.capture(now));
            case State.Rejected(var reason) ->
                    callOff(new OrderEvent.Rejected(1, 2, 7, reason, settled()));
            case State.Cancelled(var by, var reason) ->
                    callOff(new OrderEvent.Cancelled(1, 2, 7, by, reason, settled()));
        }
    }

    private Settlement settled() {
        return Objects.requireNonNull(order.settled());
    }

    private void tellKitchen(OrderEvent event) {
        tell(
                Line.ORDER_TO_KITCHEN,
                () -> {
                    if (ticket != null) ticket.told(event);
                });
    }

    private void callOff(OrderEvent event) {
        var settled = settled();
        tell(Line.ORDER_TO_PAYMENT, () -> payment.release(settled.charged(), now));
        tellKitchen(event);
        tell(Line.ORDER_TO_RIDE, () -> moveRide(new RideEvent.Cancel(settled.liable())));
    }

    private void kitchenBegins() {
        ticket = new TicketPart(TicketStatus.NEW);
    }

    private void kitchenActs() {
        var mine = ticket;
        if (mine == null || mine.allowed().isEmpty()) return;
        var wanted = mine.allowed().get(random.nextInt(mine.allowed().size()));
        if (wanted == TicketStatus.REJECTED && random.nextInt(4) != 0) return;
        mine.move(wanted);
        var readyAt = now.plusSeconds(1_200);
        Event event =
                switch (wanted) {
                    case RECEIVED -> new Event.KitchenConfirmed(readyAt);
                    case PREPARING -> new Event.CookingStarted();
                    case COMPLETE -> new Event.FoodReady();
                    case REJECTED -> new Event.KitchenRejected("full");
                    case SCHEDULED, NEW, COLLECTED, CANCELLED ->
                            throw new AssertionError("not the kitchen's: " + wanted);
                };
        tell(Line.KITCHEN_TO_ORDER, () -> happens(event));
    }

    private void courierActs() {
        // nobody is asked before the kitchen has said yes
        if (ride == null || !cooks) return;
        moveRide(
                switch (random.nextInt(9)) {
                    case 0 -> new RideEvent.Offer(31);
                    case 1, 2 -> new RideEvent.Accept(31, Money.ZERO);
                    case 3 -> new RideEvent.Assign(31 + random.nextInt(2), Money.ZERO);
                    case 4 -> new RideEvent.Release();
                    case 5 -> new RideEvent.Arrive();
                    case 6 -> new RideEvent.PickUp();
                    case 7 -> new RideEvent.ArriveDoor();
                    default -> new RideEvent.Deliver(null);
                });
    }

    private void moveRide(RideEvent event) {
        // called off before a courier was needed
        if (ride == null) return;
        if (!(Ride.next(ride, event) instanceof Ride.Result.Moved(var after))) return;
        ride = after;
        story.add("ride " + after);
        switch (after) {
            case RideState.PickedUp(var who) ->
                    tell(Line.RIDE_TO_ORDER, () -> happens(new Event.CourierPickedUp(who)));
            case RideState.Delivered(var who) ->
                    tell(Line.RIDE_TO_ORDER, () -> happens(new Event.CourierDelivered(who)));
            case RideState.Waiting _,
                    RideState.Offered _,
                    RideState.Assigned _,
                    RideState.AtRestaurant _,
                    RideState.AtDoor _,
                    RideState.Cancelled _,
                    RideState.Returned _ -> {}
        }
    }

    /// Everything arrives; and who is waited for in vain has missed the deadline.
    private void settle() {
        for (var line : Line.values()) while (!lines.get(line).isEmpty()) move(line);
        payment.advance(now, false);
        paymentSpeaks();
        if (order.hasEnded() || !isIdle()) return;
        now = now.plus(Duration.ofHours(3));
        happens(
                order.state() instanceof State.Scheduled
                        ? new Event.KitchenTimeCame()
                        : OrderPart.byUs("deadline", Liable.PLATFORM));
    }

    private boolean isIdle() {
        return payment.isQuiet() && lines.values().stream().allMatch(Deque::isEmpty);
    }

    private boolean isQuiet() {
        return order.hasEnded() && isIdle();
    }

    private void requireAgreement() {
        assertThat(payment.isHeld()).as("money is held for nothing").isFalse();
        assertThat(payment.kept())
                .as("what an order that is %s owes", order.state())
                .isEqualTo(due());
        if (ride != null) assertThat(ride.isOver()).as("the ride is %s", ride).isTrue();
        if (ticket != null) {
            assertThat(ticket.allowed()).as("the ticket is %s", ticket.status()).isEmpty();
            assertThat(ticket.status()).isNotEqualTo(TicketStatus.COMPLETE);
        }
        if (order.state() instanceof State.Delivered)
            assertThat(ride).isInstanceOf(RideState.Delivered.class);
    }

    private Money due() {
        return switch (order.state()) {
            case State.Delivered _ -> TOTAL;
            case State.Rejected _, State.Cancelled _ -> settled().charged();
            case State.Declined _ -> Money.ZERO;
            case State.Placed _,
                    State.Scheduled _,
                    State.Paid _,
                    State.Received _,
                    State.Preparing _,
                    State.Complete _,
                    State.PickedUp _ ->
                    throw new AssertionError("not over: " + order.state());
        };
    }
}
