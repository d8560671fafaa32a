package gofood.delivery;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.delivery.Offers.Standing;
import gofood.delivery.RideState.Assigned;
import gofood.delivery.RideState.AtDoor;
import gofood.delivery.RideState.AtRestaurant;
import gofood.delivery.RideState.Cancelled;
import gofood.delivery.RideState.Delivered;
import gofood.delivery.RideState.Offered;
import gofood.delivery.RideState.PickedUp;
import gofood.delivery.RideState.Returned;
import gofood.delivery.RideState.Waiting;
import gofood.platform.Foundation;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import gofood.platform.events.Timers;
import gofood.platform.http.Signals;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The one place where a ride moves: its state, its timeline, its deadlines and what others are
/// told change together, under the ride's lock.
final class Moves {
    /// Timers of a ride, by its id: look for a courier; tell the operator; give up; the courier
    /// should be at the restaurant by now.
    static final String LOOK = "delivery.look";

    static final String NO_COURIER = "delivery.no_courier";
    static final String GIVE_UP = "delivery.give_up";
    static final String MOVE_ON = "delivery.move_on";

    /// The one timer for "somebody is free again": waiting rides look anew.
    static final String FREE_COURIER = "delivery.free_courier";

    private static final System.Logger LOG = System.getLogger(Moves.class.getName());

    private final Db db;
    private final Clock clock;
    private final Timers timers;
    private final Outbox outbox;
    private final Signals signals;
    private final Rides rides;
    private final Offers offers;
    private final DeliveryConfig config;

    Moves(Foundation base, Rides rides, Offers offers, DeliveryConfig config) {
        this.db = base.db();
        this.clock = base.clock();
        this.timers = base.timers();
        this.outbox = base.outbox();
        this.signals = base.signals();
        this.rides = rides;
        this.offers = offers;
        this.config = config;
    }

    /// The key under which a courier's live stream hears of news.
    static String signalOf(long courierId) {
        return "courier " + courierId;
    }

    /// @param ride as locked in this transaction
    /// @param by who moves it, for the timeline
    /// @return the ride as it is then
    /// @throws Refused 409 when it can't do that now
    Ride apply(Tx tx, Ride ride, RideEvent event, String by, @Nullable String why) {
        return switch (ride.next(event)) {
            case Ride.Result.Already _ -> ride;
            case Ride.Result.Illegal _ -> throw wrongState(ride);
            case Ride.Result.Moved(var state) -> {
                var at = clock.instant();
                var step =
                        new DeliveryStep(ride.timeline().size() + 1, state.status(), at, by, why);
                rides.move(tx, ride, state, step);
                leave(tx, ride, state, why);
                var moved = rides.find(tx, ride.deliveryId()).orElseThrow();
                enter(tx, moved);
                yield moved;
            }
        };
    }

    private static Refused wrongState(Ride ride) {
        return Refused.conflict("wrong_state", "The ride is in another state for that.")
                .with("state", ride.state().status())
                .with("allowed", ride.allowed());
    }

    /// What ends with the state that the ride had.
    private void leave(Tx tx, Ride before, RideState now, @Nullable String why) {
        var at = clock.instant();
        if (before.state() instanceof Offered(var asked)) {
            offers.endOf(tx, before.deliveryId(), Standing.OPEN, Standing.WITHDRAWN, at);
            hears(tx, asked);
        }
        var had = before.state().courierId();
        if (had == null || Objects.equals(had, now.courierId())) return;
        offers.endOf(tx, before.deliveryId(), Standing.ACCEPTED, Standing.DROPPED, at);
        hears(tx, had);
        timers.clear(tx, MOVE_ON, before.deliveryId());
        var reason = why == null ? "" : why;
        outbox.send(
                tx, before.orderId(), new DeliveryEvent.Unassigned(before.orderId(), had, reason));
        someoneIsFree(tx);
    }

    /// What begins with the state that the ride has now.
    private void enter(Tx tx, Ride ride) {
        var id = ride.deliveryId();
        var order = ride.orderId();
        switch (ride.state()) {
            case Waiting _ -> timers.set(tx, LOOK, id, clock.instant());
            case Offered _ -> {}
            case Assigned(var courier) -> {
                stopLooking(tx, id);
                timers.set(tx, MOVE_ON, id, clock.instant().plus(config.moveOn()));
                var name = Objects.requireNonNull(ride.courierName());
                outbox.send(tx, order, new DeliveryEvent.Assigned(order, courier, name));
            }
            case AtRestaurant _ -> timers.clear(tx, MOVE_ON, id);
            case PickedUp(var courier) -> {
                timers.clear(tx, MOVE_ON, id);
                outbox.send(tx, order, new DeliveryEvent.PickedUp(order, courier));
            }
            case AtDoor(var courier) ->
                    outbox.send(tx, order, new DeliveryEvent.AtDoor(order, courier));
            case Delivered(var courier) -> {
                outbox.send(tx, order, new DeliveryEvent.Delivered(order, courier));
                someoneIsFree(tx);
            }
            case Cancelled _ -> {
                stopLooking(tx, id);
                timers.clear(tx, MOVE_ON, id);
                callOff(tx, ride);
            }
            case Returned _ -> callOff(tx, ride);
        }
    }

    /// A courier on the way learns it from their stream: the offer they took is gone.
    private void callOff(Tx tx, Ride ride) {
        var at = clock.instant();
        offers.endOf(tx, ride.deliveryId(), Standing.ACCEPTED, Standing.WITHDRAWN, at);
        var courier = ride.state().courierId();
        if (courier != null) hears(tx, courier);
        someoneIsFree(tx);
    }

    private void hears(Tx tx, long courier) {
        tx.afterCommit(() -> signals.wake(signalOf(courier)));
    }

    private void stopLooking(Tx tx, long deliveryId) {
        rides.lookingSince(tx, deliveryId, null);
        timers.clear(tx, LOOK, deliveryId);
        timers.clear(tx, NO_COURIER, deliveryId);
        timers.clear(tx, GIVE_UP, deliveryId);
    }

    /// A courier can be asked again: waiting rides look at once instead of at their next turn. Done
    /// after the commit, since all who free a courier would otherwise wait for each other here.
    void someoneIsFree(Tx tx) {
        tx.afterCommit(() -> {
            try {
                db.run(again -> timers.set(again, FREE_COURIER, 0, clock.instant()));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "rides look at their next turn", e);
            }
        });
    }
}
