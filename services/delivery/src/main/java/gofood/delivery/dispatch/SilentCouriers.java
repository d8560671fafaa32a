package gofood.delivery.dispatch;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.CourierNews;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.ride.Moves;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideEvent;
import gofood.delivery.ride.RideLists;
import gofood.delivery.ride.RideLists.Silent;
import gofood.delivery.ride.RideState.Assigned;
import gofood.delivery.ride.RideState.AtDoor;
import gofood.delivery.ride.RideState.AtRestaurant;
import gofood.delivery.ride.RideState.Cancelled;
import gofood.delivery.ride.RideState.Delivered;
import gofood.delivery.ride.RideState.Offered;
import gofood.delivery.ride.RideState.PickedUp;
import gofood.delivery.ride.RideState.Returned;
import gofood.delivery.ride.RideState.Waiting;
import gofood.delivery.ride.Rides;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;

/// Couriers who have vanished. Before the pick-up their rides are given to others; with the food in
/// their bag only an operator can help; and who has nothing to bring goes off shift.
public final class SilentCouriers {
    private static final String TIMER = "delivery.silence";
    private static final Duration MOST_EVERY = Duration.ofSeconds(15);

    private final Foundation base;
    private final Rides rides;
    private final RideLists lists;
    private final Couriers couriers;
    private final Whereabouts whereabouts;
    private final CourierNews news;
    private final Moves moves;
    private final DeliveryConfig.Search limits;

    public SilentCouriers(
            Foundation base,
            Rides rides,
            RideLists lists,
            Couriers couriers,
            Whereabouts whereabouts,
            CourierNews news,
            Moves moves,
            DeliveryConfig.Search limits) {
        this.base = base;
        this.rides = rides;
        this.lists = lists;
        this.couriers = couriers;
        this.whereabouts = whereabouts;
        this.news = news;
        this.moves = moves;
        this.limits = limits;
    }

    /// Looks again and again, on one replica.
    public void ring() {
        base.timers().on(TIMER, _ -> look());
        again(base.clock().instant());
    }

    private void look() {
        var now = base.clock().instant();
        var since = now.minus(limits.silent());
        for (var silent : base.db().tx(tx -> lists.silent(tx, since)))
            base.db().run(tx -> miss(tx, silent, since));
        var left = now.minus(limits.fresh().multipliedBy(2));
        for (var id : base.db().tx(tx -> couriers.idleSince(tx, left)))
            base.db()
                    .run(tx ->
                            couriers.lock(tx, id)
                                    .filter(it -> it.rides().isEmpty() && it.asked() == null)
                                    .ifPresent(_ -> takeOff(tx, id)));
        var half = limits.silent().dividedBy(2);
        again(now.plus(half.compareTo(MOST_EVERY) < 0 ? half : MOST_EVERY));
    }

    private void again(Instant at) {
        base.db().run(tx -> base.timers().set(tx, TIMER, "again and again", at));
    }

    private void miss(Tx tx, Silent silent, Instant since) {
        var ride = rides.lock(tx, silent.deliveryId()).orElseThrow();
        if (!ride.timeline().getLast().at().isBefore(since)) return;
        switch (ride.state()) {
            case Assigned _ -> release(tx, ride);
            case AtRestaurant _ -> {
                var ready = ride.food().readyAt();
                if (ready != null && !ready.isAfter(base.clock().instant())) release(tx, ride);
            }
            case PickedUp(var courier) -> alarm(tx, ride, courier, silent.heardAt());
            case AtDoor(var courier) -> alarm(tx, ride, courier, silent.heardAt());
            case Waiting _, Offered _, Delivered _, Cancelled _, Returned _ -> {}
        }
    }

    private void release(Tx tx, Ride ride) {
        moves.apply(tx, ride, new RideEvent.Release(), "deadline", "the courier gives no sign");
    }

    private void alarm(Tx tx, Ride ride, long courier, Instant heardAt) {
        var now = base.clock().instant();
        rides.silenceTold(tx, ride.deliveryId(), now);
        var silent = Duration.between(heardAt, now).toSeconds();
        base.outbox()
                .send(
                        tx,
                        ride.orderId(),
                        new DeliveryEvent.CourierSilent(ride.orderId(), courier, silent));
    }

    /// Ends somebody's shift, and tells them on their stream. Who still has rides is still seen on
    /// the map with them.
    void takeOff(Tx tx, long courierId) {
        var courier = couriers.lock(tx, courierId).orElseThrow();
        couriers.takeOff(tx, courierId);
        if (courier.rides().isEmpty()) whereabouts.forget(tx, courierId);
        news.after(tx, courierId);
    }
}
