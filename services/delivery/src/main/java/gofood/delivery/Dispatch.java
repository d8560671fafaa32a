package gofood.delivery;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.delivery.Couriers.Candidate;
import gofood.delivery.Couriers.Search;
import gofood.delivery.Offers.Standing;
import gofood.delivery.Offers.Terms;
import gofood.delivery.RideState.Waiting;
import gofood.platform.Foundation;
import gofood.platform.db.Db;
import gofood.platform.db.SqlFailed;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import gofood.platform.events.Timers;
import gofood.platform.http.Signals;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Finds a courier for each ride: asks the nearest free one in time, one after the other. Safe with
/// several replicas: rides and couriers are locked, and two unique indexes have the last word.
final class Dispatch {
    /// The timer of an offer, by its id.
    static final String OFFER = "delivery.offer";

    private static final String BY = "dispatch";
    private static final int AT_ONCE = 50;
    private static final int COLLISIONS = 5;

    /// A ride that is planned for later is planned anew this often, as couriers move.
    private static final Duration PLAN_AGAIN = Duration.ofSeconds(30);

    private final Db db;
    private final Clock clock;
    private final Timers timers;
    private final Outbox outbox;
    private final Signals signals;
    private final Rides rides;
    private final Couriers couriers;
    private final Offers offers;
    private final Moves moves;
    private final DeliveryConfig config;

    Dispatch(
            Foundation base,
            Rides rides,
            Couriers couriers,
            Offers offers,
            Moves moves,
            DeliveryConfig config) {
        this.db = base.db();
        this.clock = base.clock();
        this.timers = base.timers();
        this.outbox = base.outbox();
        this.signals = base.signals();
        this.rides = rides;
        this.couriers = couriers;
        this.offers = offers;
        this.moves = moves;
        this.config = config;
    }

    void lookForAll() {
        for (var id : db.tx(tx -> rides.waiting(tx, AT_ONCE))) look(id);
    }

    /// One look for a courier; sets the timer for the next one where it finds none.
    void look(long deliveryId) {
        for (int tries = 1; ; tries++) {
            try {
                db.run(tx -> rides.lock(tx, deliveryId).ifPresent(ride -> look(tx, ride)));
                return;
            } catch (SqlFailed e) {
                // another ride asked the same courier at the same moment, and was first
                if (!e.isDuplicate() || tries == COLLISIONS) throw e;
            }
        }
    }

    private void look(Tx tx, Ride ride) {
        var readyAt = ride.readyAt();
        if (!(ride.state() instanceof Waiting) || readyAt == null) return;
        var now = clock.instant();
        var best = couriers.lockNearest(tx, search(ride, now));
        var travel = best.map(it -> tripOf(it, ride).toKitchen()).orElse(config.assumedTravel());
        var offerAt = Trip.offerAt(readyAt, travel, config.margin());
        if (now.isBefore(offerAt)) {
            timers.set(tx, Moves.LOOK, ride.deliveryId(), earlier(offerAt, now.plus(PLAN_AGAIN)));
            return;
        }
        if (ride.lookingSince() == null) startLooking(tx, ride, now);
        if (best.isPresent()) offer(tx, ride, best.get(), now);
        else timers.set(tx, Moves.LOOK, ride.deliveryId(), now.plus(config.retry()));
    }

    private Search search(Ride ride, Instant now) {
        return new Search(
                ride,
                now.minus(config.freshPosition()),
                now.minus(config.askAgain()),
                config.reachMetres());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Trip tripOf(Candidate courier, Ride ride) {
        return Trip.of(courier.vehicle(), courier.lat(), courier.lon(), ride);
    }

    /// From now on the ride is waited for, with the deadlines that go with it.
    private void startLooking(Tx tx, Ride ride, Instant now) {
        rides.lookingSince(tx, ride.deliveryId(), now);
        timers.set(tx, Moves.NO_COURIER, ride.deliveryId(), now.plus(config.noCourier()));
        timers.set(tx, Moves.GIVE_UP, ride.deliveryId(), now.plus(config.giveUp()));
    }

    private void offer(Tx tx, Ride ride, Candidate courier, Instant now) {
        var trip = tripOf(courier, ride);
        var id = courier.courierId();
        var expires = now.plus(config.offer());
        var pay = trip.pay(config);
        var terms = new Terms(ride.deliveryId(), id, trip.metres(), pay, expires);
        moves.apply(tx, ride, new RideEvent.Offer(id), BY, "courier " + id);
        var offerId = offers.open(tx, terms);
        timers.set(tx, OFFER, offerId, expires);
        outbox.send(
                tx,
                ride.orderId(),
                new DeliveryEvent.Offered(ride.orderId(), offerId, id, ride.restaurantName()));
        tx.afterCommit(() -> signals.wake(Moves.signalOf(id)));
    }

    /// Nobody answered: the next one is asked. Who lets several pass isn't there any more.
    void expire(long offerId) {
        db.run(tx -> {
            var found = offers.find(tx, offerId);
            if (found.isEmpty()) return;
            var ride = rides.lock(tx, found.get().deliveryId()).orElseThrow();
            var offer = offers.find(tx, offerId).orElseThrow();
            if (offer.standing() != Standing.OPEN) return;
            var who = "courier " + offer.courierId();
            offers.end(tx, offerId, Standing.EXPIRED, clock.instant());
            moves.apply(tx, ride, new RideEvent.Release(), "deadline", who + " did not answer");
            var missed = couriers.missed(tx, offer.courierId());
            if (missed >= config.missedOffers()) couriers.goOffline(tx, offer.courierId());
            moves.someoneIsFree(tx);
        });
    }

    /// An operator gives the ride to another courier: to this one, or to whoever is next.
    Ride reassign(Tx tx, Ride ride, Optional<Long> chosen, String by, String reason) {
        return chosen.isEmpty()
                ? moves.apply(tx, ride, new RideEvent.Release(), by, reason)
                : assign(tx, ride, chosen.get(), by, reason);
    }

    private Ride assign(Tx tx, Ride ride, long courierId, String by, String reason) {
        if (ride.readyAt() == null)
            throw Refused.conflict(
                    "not_confirmed", "The kitchen has not said yes yet. Assign a courier then.");
        var courier =
                couriers.lock(tx, courierId)
                        .orElseThrow(
                                () -> Refused.invalid("courier_id", "must be a known courier"));
        var other = couriers.rideOf(tx, courierId).filter(id -> id != ride.deliveryId());
        if (other.isPresent())
            throw Refused.conflict(
                            "courier_busy", "This courier has, or is asked for, another ride.")
                    .with("delivery_id", other.get());
        var moved = moves.apply(tx, ride, new RideEvent.Assign(courierId), by, reason);
        if (moved.equals(ride)) return ride;
        var lat = courier.lat();
        var lon = courier.lon();
        // without a position, as if they stood at the kitchen
        var trip =
                Trip.of(
                        courier.vehicle(),
                        lat == null ? ride.pickup().lat() : lat,
                        lon == null ? ride.pickup().lon() : lon,
                        ride);
        var terms =
                new Terms(
                        ride.deliveryId(),
                        courierId,
                        trip.metres(),
                        trip.pay(config),
                        clock.instant());
        offers.assigned(tx, terms);
        return moved;
    }
}
