package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.OrderApi.Liable;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.ride.RideState.Assigned;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;

/// What happens when a ride is waited for too long. A timer may ring late or twice, so each looks
/// at the ride first.
public final class RideDeadlines {
    private static final String BY = "deadline";

    private final Foundation base;
    private final Rides rides;
    private final Moves moves;
    private final DeliveryConfig.Waiting limits;

    public RideDeadlines(Foundation base, Rides rides, Moves moves, DeliveryConfig config) {
        this.base = base;
        this.rides = rides;
        this.moves = moves;
        this.limits = config.waiting();
    }

    /// Answers these timers.
    public void ring() {
        base.timers()
                .on(Moves.NO_COURIER, id -> locked(id, this::noCourier))
                .on(Moves.GIVE_UP, id -> locked(id, this::giveUp))
                .on(Moves.MOVE_ON, id -> locked(id, this::moveOn));
    }

    private interface Look {
        void at(Tx tx, Ride ride);
    }

    private void locked(String deliveryId, Look look) {
        base.db()
                .run(tx ->
                        rides.lock(tx, Long.parseLong(deliveryId))
                                .ifPresent(ride -> look.at(tx, ride)));
    }

    /// Nobody found yet: the operator is told, then again and again, twice as often as at first.
    private void noCourier(Tx tx, Ride ride) {
        var since = ride.lookingSince();
        if (since == null || isEarly(since, limits.noCourier())) return;
        var now = base.clock().instant();
        var waited = Duration.between(since, now).toSeconds();
        base.outbox().send(tx, ride.orderId(), new DeliveryEvent.NoCourier(ride.orderId(), waited));
        var again = now.plus(limits.noCourier().dividedBy(2));
        base.timers().set(tx, Moves.NO_COURIER, ride.deliveryId(), again);
    }

    /// Nobody found in time: the ride is over, and the order service is told to cancel.
    private void giveUp(Tx tx, Ride ride) {
        var since = ride.lookingSince();
        if (since == null || isEarly(since, limits.giveUp())) return;
        var reason = "no courier found";
        moves.apply(tx, ride, new RideEvent.Cancel(Liable.PLATFORM), BY, reason);
        base.outbox().send(tx, ride.orderId(), new DeliveryEvent.Failed(ride.orderId(), reason));
    }

    /// The courier said yes but doesn't get to the restaurant: another one is asked.
    private void moveOn(Tx tx, Ride ride) {
        var assignedAt = ride.since(DeliveryStatus.ASSIGNED);
        if (!(ride.state() instanceof Assigned) || assignedAt == null) return;
        var due = moves.expected(ride, assignedAt);
        if (base.clock().instant().isBefore(due)) {
            base.timers().set(tx, Moves.MOVE_ON, ride.deliveryId(), due);
            return;
        }
        moves.apply(tx, ride, new RideEvent.Release(), BY, "the courier did not arrive in time");
    }

    private boolean isEarly(Instant since, Duration deadline) {
        return base.clock().instant().isBefore(since.plus(deadline));
    }
}
