package gofood.delivery.dispatch;

import gofood.delivery.courier.Couriers;
import gofood.delivery.ride.Moves;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.Offers.Standing;
import gofood.delivery.ride.RideEvent;
import gofood.delivery.ride.Rides;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import java.time.Instant;

/// Takes a question back when its courier doesn't answer it in time.
public final class Unanswered {
    /// The timer of an offer, by its id.
    private static final String EXPIRY = "delivery.offer";

    private final Foundation base;
    private final Rides rides;
    private final Couriers couriers;
    private final SilentCouriers silence;
    private final Offers offers;
    private final Moves moves;
    private final int mostMissed;

    /// @param mostMissed after how many unanswered offers in a row a courier goes offline
    public Unanswered(
            Foundation base,
            Rides rides,
            Couriers couriers,
            SilentCouriers silence,
            Offers offers,
            Moves moves,
            int mostMissed) {
        this.base = base;
        this.rides = rides;
        this.couriers = couriers;
        this.silence = silence;
        this.offers = offers;
        this.moves = moves;
        this.mostMissed = mostMissed;
    }

    /// Answers these timers.
    public void ring() {
        base.timers().on(EXPIRY, id -> expire(Long.parseLong(id)));
    }

    void asked(Tx tx, long offerId, Instant until) {
        base.timers().set(tx, EXPIRY, offerId, until);
    }

    void answered(Tx tx, long offerId) {
        base.timers().clear(tx, EXPIRY, offerId);
    }

    /// Nobody answered: the next round decides anew. Who lets several pass isn't there any more.
    private void expire(long offerId) {
        base.db()
                .run(tx -> {
                    var found = offers.find(tx, offerId);
                    if (found.isEmpty()) return;
                    var ride = rides.lock(tx, found.get().deliveryId()).orElseThrow();
                    var offer = offers.find(tx, offerId).orElseThrow();
                    if (offer.standing() != Standing.OPEN) return;
                    var who = "courier " + offer.courierId();
                    offers.end(tx, offerId, Standing.EXPIRED, base.clock().instant());
                    moves.apply(
                            tx, ride, new RideEvent.Release(), "deadline", who + " did not answer");
                    var missed = couriers.missed(tx, offer.courierId());
                    if (missed >= mostMissed) silence.takeOff(tx, offer.courierId());
                });
    }
}
