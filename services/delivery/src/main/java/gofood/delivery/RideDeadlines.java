package gofood.delivery;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.delivery.RideState.Assigned;
import gofood.platform.Foundation;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import gofood.platform.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// What happens when a ride is waited for too long. A timer may ring late or twice, so each looks
/// at the ride first.
final class RideDeadlines {
    private static final String BY = "deadline";

    private final Db db;
    private final Clock clock;
    private final Timers timers;
    private final Outbox outbox;
    private final Rides rides;
    private final Moves moves;
    private final DeliveryConfig config;

    RideDeadlines(Foundation base, Rides rides, Moves moves, DeliveryConfig config) {
        this.db = base.db();
        this.clock = base.clock();
        this.timers = base.timers();
        this.outbox = base.outbox();
        this.rides = rides;
        this.moves = moves;
        this.config = config;
    }

    /// Nobody found yet: the operator is told, then again and again, twice as often as at first.
    void noCourier(long deliveryId) {
        db.run(tx -> rides.lock(tx, deliveryId).ifPresent(ride -> noCourier(tx, ride)));
    }

    private void noCourier(Tx tx, Ride ride) {
        var since = ride.lookingSince();
        if (since == null || isEarly(since, config.noCourier())) return;
        var now = clock.instant();
        var waited = Duration.between(since, now).toSeconds();
        outbox.send(tx, ride.orderId(), new DeliveryEvent.NoCourier(ride.orderId(), waited));
        var again = now.plus(config.noCourier().dividedBy(2));
        timers.set(tx, Moves.NO_COURIER, ride.deliveryId(), again);
    }

    /// Nobody found in time: the ride is over, and the order service is told to cancel.
    void giveUp(long deliveryId) {
        db.run(tx -> rides.lock(tx, deliveryId).ifPresent(ride -> giveUp(tx, ride)));
    }

    private void giveUp(Tx tx, Ride ride) {
        var since = ride.lookingSince();
        if (since == null || isEarly(since, config.giveUp())) return;
        var reason = "no courier found";
        moves.apply(tx, ride, new RideEvent.Cancel(), BY, reason);
        outbox.send(tx, ride.orderId(), new DeliveryEvent.Failed(ride.orderId(), reason));
    }

    /// The courier said yes but doesn't get to the restaurant: another one is asked.
    void moveOn(long deliveryId) {
        db.run(tx -> rides.lock(tx, deliveryId).ifPresent(ride -> moveOn(tx, ride)));
    }

    private void moveOn(Tx tx, Ride ride) {
        var assignedAt = ride.timeline().getLast().at();
        if (!(ride.state() instanceof Assigned) || isEarly(assignedAt, config.moveOn())) return;
        moves.apply(tx, ride, new RideEvent.Release(), BY, "the courier did not arrive in time");
    }

    private boolean isEarly(Instant since, Duration deadline) {
        return clock.instant().isBefore(since.plus(deadline));
    }
}
