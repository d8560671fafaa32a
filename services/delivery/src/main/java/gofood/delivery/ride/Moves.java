package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.Money;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.CourierNews;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.RoundNews;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.ride.Offers.Standing;
import gofood.delivery.ride.RideState.Assigned;
import gofood.delivery.ride.RideState.AtDoor;
import gofood.delivery.ride.RideState.AtRestaurant;
import gofood.delivery.ride.RideState.Cancelled;
import gofood.delivery.ride.RideState.Delivered;
import gofood.delivery.ride.RideState.Offered;
import gofood.delivery.ride.RideState.PickedUp;
import gofood.delivery.ride.RideState.Returned;
import gofood.delivery.ride.RideState.Waiting;
import gofood.delivery.ride.Rides.RidePlan;
import gofood.platform.Foundation;
import gofood.platform.Meters;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The one place where a ride moves: its state, its timeline, its deadlines and what others are
/// told change together, under the ride's lock.
public final class Moves {
    /// Timers of a ride, by its id: tell the operator; give up; the courier should be at the
    /// restaurant by now.
    public static final String NO_COURIER = "delivery.no_courier";

    public static final String GIVE_UP = "delivery.give_up";
    public static final String MOVE_ON = "delivery.move_on";

    /// What is told later than this teaches nothing: its times are by the courier's clock.
    private static final Duration LIVE = Duration.ofSeconds(5);

    private final Foundation base;
    private final Rides rides;
    private final Couriers couriers;
    private final Whereabouts whereabouts;
    private final CourierNews news;
    private final RoundNews rounds;
    private final Offers offers;
    private final RoadLessons lessons;
    private final DeliveryConfig config;
    private final Timer assignments;

    public Moves(
            Foundation base,
            Rides rides,
            Couriers couriers,
            Whereabouts whereabouts,
            CourierNews news,
            RoundNews rounds,
            Offers offers,
            RoadLessons lessons,
            DeliveryConfig config) {
        this.base = base;
        this.rides = rides;
        this.couriers = couriers;
        this.whereabouts = whereabouts;
        this.news = news;
        this.rounds = rounds;
        this.offers = offers;
        this.lessons = lessons;
        this.config = config;
        this.assignments =
                Timer.builder("delivery.assignment")
                        .description("from the moment a courier is missed until one is on the way")
                        .serviceLevelObjectives(Meters.seconds(5, 10, 20, 45, 90, 180, 300, 600))
                        .register(base.meters());
    }

    /// Moves it now.
    ///
    /// @param ride as locked in this transaction
    /// @param by who moves it, for the timeline
    /// @return the ride as it is then
    /// @throws Refused 409 when it can't do that now
    public Ride apply(Tx tx, Ride ride, RideEvent event, String by, @Nullable String why) {
        return apply(tx, ride, event, base.clock().instant(), by, why);
    }

    /// @param at when it happened, which may be a while ago
    Ride apply(Tx tx, Ride ride, RideEvent event, Instant at, String by, @Nullable String why) {
        return switch (ride.next(event)) {
            case Ride.Result.Already _ -> ride;
            case Ride.Result.Illegal _ -> throw wrongState(ride);
            case Ride.Result.Moved(var state) -> {
                var step = step(ride, state, at, by, why);
                var earning = Earning.of(ride.state(), state, event, config.pay().shares());
                var pay = pay(ride, event, state, earning);
                var proof = event instanceof RideEvent.Deliver(var shown) ? shown : null;
                var moved = StoredSteps.move(tx, ride, state, step, pay, proof);
                leave(tx, ride, event, state, why);
                hear(tx, ride.state(), event, state);
                enter(tx, ride, moved);
                earn(tx, moved, earning);
                if (Duration.between(at, base.clock().instant()).compareTo(LIVE) <= 0)
                    learn(tx, moved);
                yield moved;
            }
        };
    }

    /// Asks a courier for it. All of that is written with the commit, as many are asked at once.
    ///
    /// @param ride as locked in this transaction
    /// @param missedFrom since when a courier is missed, unless one is already
    public void offer(
            Tx tx, Ride ride, RideEvent.Offer event, RidePlan plan, String by, Instant missedFrom) {
        if (!(ride.next(event) instanceof Ride.Result.Moved(Offered to))) throw wrongState(ride);
        var since = ride.lookingSince();
        if (since == null) setDeadlines(tx, ride.deliveryId(), missedFrom);
        var at = base.clock().instant();
        var step = step(ride, to, at, by, "courier " + to.courier());
        StoredSteps.offer(tx, ride, to, step, plan, since == null ? missedFrom : since);
        hear(tx, ride.state(), event, to);
    }

    private static DeliveryStep step(
            Ride ride, RideState to, Instant at, String by, @Nullable String why) {
        return new DeliveryStep(ride.timeline().size() + 1, to.status(), at, by, why);
    }

    private static Refused wrongState(Ride ride) {
        return wrongState(ride, "The ride is in another state for that.");
    }

    /// @param why in a sentence
    public static Refused wrongState(Ride ride, String why) {
        return Refused.conflict("wrong_state", why)
                .with("state", ride.state().status())
                .with("allowed", ride.allowed());
    }

    /// What the courier gets: what was agreed; at the ride's end, what they have earned of it.
    private static @Nullable Money pay(Ride ride, RideEvent event, RideState now, Earning earned) {
        if (now.courierId() == null) return null;
        var fare = ride.fare();
        var agreed =
                switch (event) {
                    case RideEvent.Accept(_, var pay) -> pay;
                    case RideEvent.Assign(_, var pay) -> pay;
                    case RideEvent.Offer _, RideEvent.Release _ -> fare.pay();
                    case RideEvent.OnTheRoad _, RideEvent.Cancel _ -> fare.pay();
                };
        return now.isOver() ? earned.of(Objects.requireNonNull(agreed), fare.currency()) : agreed;
    }

    /// What ends with the state that the ride had.
    private void leave(Tx tx, Ride before, RideEvent event, RideState now, @Nullable String why) {
        var at = base.clock().instant();
        if (before.state().isWanted() && !now.isWanted()) stopLooking(tx, before.deliveryId());
        if (before.state() instanceof Assigned)
            base.timers().clear(tx, MOVE_ON, before.deliveryId());
        // who says yes has ended their offer so
        if (before.state() instanceof Offered && !(event instanceof RideEvent.Accept))
            offers.endOf(tx, before.deliveryId(), Standing.OPEN, Standing.WITHDRAWN, at);
        var had = before.state().courierId();
        if (had == null || Objects.equals(had, now.courierId())) return;
        offers.endOf(tx, before.deliveryId(), Standing.ACCEPTED, Standing.DROPPED, at);
        var reason = why == null ? "" : why;
        tell(tx, before, new DeliveryEvent.Unassigned(before.orderId(), had, reason));
        free(tx, had, at);
    }

    /// A ride has one courier at its end, and ends once: so does this.
    private void earn(Tx tx, Ride ride, Earning earning) {
        var courier = ride.state().courierId();
        var pay = ride.fare().pay();
        if (!ride.state().isOver() || courier == null || pay == null || !pay.isPositive()) return;
        var currency = ride.fare().currency().code();
        tell(
                tx,
                ride,
                new DeliveryEvent.Earned(ride.orderId(), courier, pay, currency, earning.why()));
    }

    /// Where somebody is who is off shift is nobody's business once their last ride is over.
    private void free(Tx tx, long courier, Instant at) {
        rounds.after(tx);
        if (couriers.free(tx, courier, at)) return;
        var now = couriers.find(tx, courier).orElseThrow();
        if (now.rides().isEmpty()) whereabouts.forget(tx, courier);
    }

    /// When the courier should be at the restaurant at the latest: a while after the plan, or after
    /// the food if that takes longer, and never at once.
    Instant expected(Ride ride, Instant assigned) {
        var ready = ride.food().readyAt();
        var planned = Objects.requireNonNullElse(ride.plannedPickup(), assigned);
        var due = ready != null && ready.isAfter(planned) ? ready : planned;
        var least = assigned.plus(config.waiting().moveOnLeast());
        var most = due.plus(config.waiting().moveOn());
        return most.isAfter(least) ? most : least;
    }

    /// What begins with the state that the ride has now.
    private void enter(Tx tx, Ride before, Ride ride) {
        var id = ride.deliveryId();
        var order = ride.orderId();
        switch (ride.state()) {
            case Waiting _ -> rounds.after(tx);
            case Offered _, AtRestaurant _ -> {}
            case Assigned(var courier) -> {
                timeAssignment(tx, before);
                base.timers().set(tx, MOVE_ON, id, expected(ride, base.clock().instant()));
                var name = Objects.requireNonNull(ride.courierName());
                tell(tx, ride, new DeliveryEvent.Assigned(order, courier, name));
            }
            case PickedUp(var courier) ->
                    tell(tx, ride, new DeliveryEvent.PickedUp(order, courier));
            case AtDoor(var courier) -> tell(tx, ride, new DeliveryEvent.AtDoor(order, courier));
            case Delivered(var courier) -> {
                tell(tx, ride, new DeliveryEvent.Delivered(order, courier));
                free(tx, courier, base.clock().instant());
            }
            case Cancelled _, Returned _ -> callOff(tx, ride);
        }
    }

    /// Somebody who is found before anybody is missed counts as found at once.
    private void timeAssignment(Tx tx, Ride ride) {
        var since = ride.lookingSince();
        if (since == null) return;
        var took = Duration.between(since, base.clock().instant());
        tx.afterCommit(() -> assignments.record(took.isNegative() ? Duration.ZERO : took));
    }

    private void learn(Tx tx, Ride ride) {
        switch (ride.state()) {
            case AtRestaurant _ -> lessons.arrived(tx, ride);
            case PickedUp _ -> lessons.pickedUp(tx, ride);
            case AtDoor _ -> lessons.atDoor(tx, ride);
            case Delivered _ -> lessons.delivered(tx, ride);
            case Waiting _, Offered _, Assigned _, Cancelled _, Returned _ -> {}
        }
    }

    private void tell(Tx tx, Ride ride, DeliveryEvent event) {
        base.outbox().send(tx, ride.orderId(), (Record) event);
    }

    /// A courier on the way learns it from their stream: the offer they took is gone.
    private void callOff(Tx tx, Ride ride) {
        var at = base.clock().instant();
        offers.endOf(tx, ride.deliveryId(), Standing.ACCEPTED, Standing.WITHDRAWN, at);
        var courier = ride.state().courierId();
        if (courier != null) free(tx, courier, at);
    }

    /// Whoever had it, was asked, or has it now.
    private void hear(Tx tx, RideState before, RideEvent event, RideState now) {
        var isStep = event instanceof RideEvent.OnTheRoad;
        Stream.of(before.bagOf(), now.bagOf(), now.courierId())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(courier -> {
                    if (isStep) news.afterStep(tx, courier);
                    else news.after(tx, courier);
                });
    }

    /// From this moment on a courier is missed.
    public void look(Tx tx, long deliveryId, Instant since) {
        rides.lookingSince(tx, deliveryId, since);
        setDeadlines(tx, deliveryId, since);
    }

    private void setDeadlines(Tx tx, long deliveryId, Instant since) {
        base.timers().set(tx, NO_COURIER, deliveryId, since.plus(config.waiting().noCourier()));
        base.timers().set(tx, GIVE_UP, deliveryId, since.plus(config.waiting().giveUp()));
    }

    /// Where the food comes later, so may the courier: nobody is missed before they would have to
    /// set out for it.
    void delay(Tx tx, Ride ride, Instant readyAt) {
        var since = ride.lookingSince();
        var leave = readyAt.minus(config.waiting().assumedTravel());
        if (since != null && leave.isAfter(since)) look(tx, ride.deliveryId(), leave);
    }

    private void stopLooking(Tx tx, long deliveryId) {
        base.timers().clear(tx, NO_COURIER, deliveryId);
        base.timers().clear(tx, GIVE_UP, deliveryId);
    }
}
