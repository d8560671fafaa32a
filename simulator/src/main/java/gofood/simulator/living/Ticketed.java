package gofood.simulator.living;

import gofood.contracts.OrderApi.NewSubstitution;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.OrderView;
import gofood.contracts.RestaurantApi.TicketCallback;
import gofood.contracts.RestaurantApi.TicketDelay;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.simulator.Api;
import gofood.simulator.ApiFailure;
import gofood.simulator.Dice;
import gofood.simulator.living.Intent.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.LongFunction;

/// One order in the hands of a cook, from the answer to the full bag. When somebody else moves the
/// ticket, such as a person who tries the kitchen's screen, the cook lets go, until nothing has
/// happened for two minutes.
final class Ticketed {
    /// So that a person at the screen can be quicker, by the platform's clock.
    private static final Duration POLITE = Duration.ofSeconds(8);

    private static final Duration HURRIED = Duration.ofMillis(600);
    private static final Duration NOBODY_THERE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration NEWS_COMES = Duration.ofMillis(500);

    private static final double RUNS_OUT = 0.03;
    private static final int PARTS = 3;
    private static final int MOST_DELAY = 30;

    private final Scene scene;
    private final Api staff;
    private final long orderId;

    /// What the order's status is as far as this cook knows.
    private OrderStatus known;

    Ticketed(Scene scene, Api staff, long orderId, OrderStatus known) {
        this.scene = scene;
        this.staff = staff;
        this.orderId = orderId;
        this.known = known;
    }

    void work(LongFunction<Habits> habits) throws InterruptedException {
        var order = look();
        var course = habits.apply(order.restaurantId()).course(dice());
        while (isKitchens(order.status())) {
            if (order.status().compareTo(known) < 0) {
                // the order has not heard yet what the ticket says
                Thread.sleep(NEWS_COMES);
                order = look();
                continue;
            }
            if (order.status() != known && !isLeftAlone(order.status())) {
                order = look();
                continue;
            }
            known = order.status();
            var next = next(course);
            wait(order, course, next);
            order = look();
            if (order.status() == known) {
                say(order.restaurantId(), next, course);
                order = look();
                if (known == OrderStatus.RECEIVED && order.status() == known) lookInto(order);
            }
        }
    }

    /// An order of our own customers has its own throws; one of a real person's, its number's.
    private Random dice() {
        return scene.errands()
                .of(orderId)
                .map(errand -> errand.intent().dice("cook"))
                .orElseGet(() -> Dice.of(scene.seed() + " " + orderId, "real order"));
    }

    private static boolean isKitchens(OrderStatus status) {
        return switch (status) {
            case PLACED, PAID, RECEIVED, PREPARING -> true;
            case SCHEDULED, DECLINED, COMPLETE, PICKED_UP, DELIVERED, REJECTED, CANCELLED -> false;
        };
    }

    private TicketStatus next(Habits.Course course) {
        return switch (known) {
            case PLACED, PAID -> isRejected(course) ? TicketStatus.REJECTED : TicketStatus.RECEIVED;
            case RECEIVED -> TicketStatus.PREPARING;
            case PREPARING -> TicketStatus.COMPLETE;
            case SCHEDULED, DECLINED, COMPLETE, PICKED_UP, DELIVERED, REJECTED, CANCELLED ->
                    throw new IllegalStateException("not the kitchen's: " + known);
        };
    }

    private boolean isRejected(Habits.Course course) {
        var errand = scene.errands().of(orderId);
        if (errand.isPresent() && errand.get().intent().hurryUntil() != null)
            return errand.get().intent().ending() == Ending.KITCHEN_REJECTS;
        return course.rejected();
    }

    private void wait(OrderView order, Habits.Course course, TicketStatus next)
            throws InterruptedException {
        if (isHurried(next)) {
            Thread.sleep(HURRIED);
            return;
        }
        switch (next) {
            case RECEIVED, REJECTED -> {
                var polite = scene.pace().now().plus(POLITE);
                scene.pace().sleep(course.answer());
                var left = Duration.between(scene.pace().now(), polite);
                if (left.isPositive()) Thread.sleep(left);
            }
            case PREPARING -> scene.pace().work(course.queue(), scene.wheel()::kitchenSlowness);
            case COMPLETE -> cook(order, course);
            case SCHEDULED, NEW, COLLECTED, CANCELLED -> throw new IllegalStateException("" + next);
        }
    }

    /// Now and then the cook looks at the clock.
    private void cook(OrderView begun, Habits.Course course) throws InterruptedException {
        var order = begun;
        var part = course.cooking().dividedBy(PARTS);
        for (int done = 0; done < PARTS && order.status() == known; done++) {
            if (course.saysSo()) delay(order, part.multipliedBy(PARTS - done));
            scene.pace().work(part, scene.wheel()::kitchenSlowness);
            order = look();
        }
    }

    /// Tells when the food will be ready later than was said, by a minute or more.
    ///
    /// @param left of the cooking, in city time
    private void delay(OrderView order, Duration left) throws InterruptedException {
        var said = order.readyAt();
        if (said == null) return;
        var now = scene.pace().now();
        var needs = scene.pace().real(Pace.scaled(left, scene.wheel().kitchenSlowness()));
        var minutes = minutesLate(said, now, needs);
        if (minutes < 1) return;
        try {
            staff.post(
                    "/restaurants/%d/tickets/%d/delay".formatted(order.restaurantId(), orderId),
                    new TicketDelay(minutes),
                    "sim-delay-%d-%d".formatted(orderId, said.toEpochMilli()));
        } catch (ApiFailure failure) {
            // moved or cancelled meanwhile, or an hour is told already
            scene.met(failure, 404, 409);
        }
    }

    private boolean isHurried(TicketStatus next) {
        return switch (next) {
            case RECEIVED, REJECTED -> scene.errands().hurriesTo(orderId, OrderStatus.RECEIVED);
            case PREPARING -> scene.errands().hurriesTo(orderId, OrderStatus.PREPARING);
            case COMPLETE -> scene.errands().hurriesTo(orderId, OrderStatus.COMPLETE);
            case SCHEDULED, NEW, COLLECTED, CANCELLED -> false;
        };
    }

    /// The times that a cook says are by the clock on the wall, which is the platform's.
    private void say(long restaurantId, TicketStatus next, Habits.Course course)
            throws InterruptedException {
        var seconds =
                isHurried(TicketStatus.COMPLETE) ? 0 : scene.pace().real(course.said()).toSeconds();
        var minutes = next == TicketStatus.RECEIVED ? (int) Math.max(1, (seconds + 30) / 60) : null;
        var reason = next == TicketStatus.REJECTED ? "We have run out of an ingredient." : null;
        try {
            staff.post(
                    "/callback/restaurants/orders",
                    new TicketCallback(restaurantId, orderId, next, minutes, reason));
            known = now(next);
        } catch (ApiFailure failure) {
            // 409: moved or cancelled meanwhile; 404: the order is known here before its ticket
            scene.met(failure, 404, 409);
            Thread.sleep(NEWS_COMES);
        }
    }

    /// Now and then the last dish of several turns out to be gone. Only our own customers are told
    /// so, who answer.
    private void lookInto(OrderView order) throws InterruptedException {
        var isOurs = scene.errands().of(orderId).isPresent();
        if (!isOurs || order.items().size() < 2 || dice().nextDouble() >= RUNS_OUT) return;
        var gone = order.items().getLast().line();
        try {
            staff.post(
                    "/orders/%d/substitutions".formatted(orderId),
                    new NewSubstitution(gone, null, null, null, "We have just sold the last one."),
                    "sim-gone-%d".formatted(orderId));
        } catch (ApiFailure failure) {
            // cancelled meanwhile
            scene.met(failure, 409);
        }
    }

    /// How many minutes are to be added to what was said, or to now if that time is over.
    ///
    /// @param needs by the platform's clock
    static int minutesLate(Instant said, Instant now, Duration needs) {
        var late = Duration.between(said.isAfter(now) ? said : now, now.plus(needs));
        return Math.clamp(late.toMinutes(), 0, MOST_DELAY);
    }

    private static OrderStatus now(TicketStatus said) {
        return switch (said) {
            case RECEIVED -> OrderStatus.RECEIVED;
            case PREPARING -> OrderStatus.PREPARING;
            case COMPLETE -> OrderStatus.COMPLETE;
            case REJECTED -> OrderStatus.REJECTED;
            case SCHEDULED, NEW, COLLECTED, CANCELLED -> throw new IllegalStateException("" + said);
        };
    }

    /// Whether the ticket stays in this status for two minutes.
    private boolean isLeftAlone(OrderStatus status) throws InterruptedException {
        for (var waited = Duration.ZERO;
                waited.compareTo(NOBODY_THERE) < 0;
                waited = waited.plus(LOOK)) {
            Thread.sleep(LOOK);
            if (look().status() != status) return false;
        }
        return true;
    }

    private OrderView look() throws InterruptedException {
        while (true) {
            try {
                return staff.get("/orders/" + orderId).as(OrderView.class);
            } catch (ApiFailure failure) {
                scene.met(failure);
                Thread.sleep(LOOK);
            }
        }
    }
}
