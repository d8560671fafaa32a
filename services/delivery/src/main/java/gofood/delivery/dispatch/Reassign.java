package gofood.delivery.dispatch;

import gofood.contracts.DeliveryApi.Decision;
import gofood.contracts.DeliveryApi.Reassignment;
import gofood.contracts.Money;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.Couriers.Known;
import gofood.delivery.courier.Sign;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.ride.Moves;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.Offers.Terms;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideEvent;
import gofood.delivery.ride.Rides;
import gofood.delivery.ride.Rides.RidePlan;
import gofood.delivery.streets.Leg;
import gofood.delivery.streets.Streets;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An operator takes a ride from whoever has it, and gives it to somebody or to the next round.
public final class Reassign {
    private final Foundation base;
    private final Rides rides;
    private final Couriers couriers;
    private final Whereabouts whereabouts;
    private final Offers offers;
    private final Decisions decisions;
    private final Moves moves;
    private final Streets streets;
    private final DeliveryConfig config;

    public Reassign(
            Foundation base,
            Rides rides,
            Couriers couriers,
            Whereabouts whereabouts,
            Offers offers,
            Decisions decisions,
            Moves moves,
            Streets streets,
            DeliveryConfig config) {
        this.base = base;
        this.rides = rides;
        this.couriers = couriers;
        this.whereabouts = whereabouts;
        this.offers = offers;
        this.decisions = decisions;
        this.moves = moves;
        this.streets = streets;
        this.config = config;
    }

    /// The ways of the new courier, asked for before anything is locked.
    private record Trip(Leg toKitchen, Leg toDoor) {
        long metres() {
            return Math.max(0L, toKitchen.metres()) + Math.max(0, toDoor.metres());
        }
    }

    Ride ride(long deliveryId, Reassignment wish, String by) {
        var chosen = wish.courierId();
        if (chosen == null)
            return base.db()
                    .tx(tx ->
                            moves.apply(
                                    tx,
                                    lock(tx, deliveryId),
                                    new RideEvent.Release(),
                                    by,
                                    wish.reason()));
        var trip = trip(deliveryId, chosen);
        return base.db()
                .tx(tx -> {
                    var ride = lock(tx, deliveryId);
                    if (!ride.food().isConfirmed())
                        throw Refused.conflict(
                                "not_confirmed",
                                "The kitchen has not said yes yet. Assign a courier then.");
                    var courier = lockBoth(tx, chosen, ride.state().bagOf());
                    refuseOffline(courier, ride);
                    refuseFull(courier, ride);
                    return assign(tx, ride, courier, trip, by, wish.reason());
                });
    }

    private Ride lock(Tx tx, long deliveryId) {
        return rides.lock(tx, deliveryId).orElseThrow(() -> Refused.notFound("delivery"));
    }

    /// In the order of their ids, so that two who are given each other's rides don't block each
    /// other.
    private Known lockBoth(Tx tx, long chosen, @Nullable Long former) {
        if (former != null && former < chosen) couriers.lock(tx, former);
        var courier = couriers.lock(tx, chosen).orElseThrow(Reassign::unknown);
        if (former != null && former > chosen) couriers.lock(tx, former);
        return courier;
    }

    private static void refuseOffline(Known courier, Ride ride) {
        if (!courier.online() && !ride.isOf(courier.courierId()))
            throw Refused.conflict("courier_offline", "This courier is not on shift.");
    }

    private static Refused unknown() {
        return Refused.invalid("courier_id", "must be a known courier");
    }

    private Trip trip(long deliveryId, long courierId) {
        var ride =
                base.db()
                        .tx(tx -> rides.find(tx, deliveryId))
                        .orElseThrow(() -> Refused.notFound("delivery"));
        var vehicle =
                base.db()
                        .tx(tx -> couriers.find(tx, courierId))
                        .orElseThrow(Reassign::unknown)
                        .vehicle();
        var kitchen = Stops.point(ride.pickup());
        // without a position, as if they stood at the kitchen
        var at = whereabouts.find(courierId).map(Sign::at).orElse(kitchen);
        return new Trip(
                streets.leg(vehicle, Streets.rounded(at), kitchen),
                streets.leg(vehicle, kitchen, Stops.point(ride.dropoff())));
    }

    /// What they are asked for counts, as they may say yes.
    private static void refuseFull(Known courier, Ride ride) {
        var id = ride.deliveryId();
        var asked = courier.asked();
        var others =
                courier.rides().stream().filter(other -> other != id).count()
                        + (asked == null || asked == id ? 0 : 1);
        if (others >= courier.capacity())
            throw Refused.conflict("courier_busy", "This courier's bag is full.")
                    .with("delivery_ids", courier.rides());
    }

    private Ride assign(Tx tx, Ride ride, Known courier, Trip trip, String by, String reason) {
        var id = courier.courierId();
        if (ride.isOf(id) && ride.state().isUnderWay()) return ride;
        var now = base.clock().instant();
        var there = now.plusSeconds(Math.max(0, trip.toKitchen.seconds()));
        rides.planned(
                tx, ride.deliveryId(), new RidePlan(there, Math.max(0, trip.toDoor.seconds())));
        var pay = pay(tx, ride, trip, now);
        var moved = moves.apply(tx, ride, new RideEvent.Assign(id, pay), by, reason);
        offers.assigned(
                tx,
                new Terms(
                        ride.deliveryId(),
                        id,
                        Math.max(0, trip.toKitchen().metres()),
                        trip.metres(),
                        pay,
                        courier.rides(),
                        Stops.stored(List.of()),
                        now));
        decisions.add(
                tx,
                ride.deliveryId(),
                new Decision(now, id, by + " decided: " + reason, List.of()));
        return moved;
    }

    /// What the ride's waiting has raised stays raised.
    private Money pay(Tx tx, Ride ride, Trip trip, Instant now) {
        var since = ride.lookingSince();
        var waited =
                since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
        var pay = Offering.pay(trip.metres(), waited, config.pay(), ride.fare().currency());
        var before = offers.highestPay(tx, ride.deliveryId());
        return before.isMoreThan(pay) ? before : pay;
    }
}
