package gofood.delivery.dispatch;

import gofood.delivery.courier.Couriers;
import gofood.delivery.ride.Moves;
import gofood.delivery.ride.Offers;
import gofood.delivery.ride.Offers.Asked;
import gofood.delivery.ride.Offers.Standing;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideEvent;
import gofood.delivery.ride.Rides;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;

/// What couriers say to an offer. An answer, its expiry and a cancelled order may come at the same
/// moment: all of them lock the ride first, and the first one counts.
public final class Answers {
    private final Foundation base;
    private final Rides rides;
    private final Couriers couriers;
    private final Offers offers;
    private final Unanswered unanswered;
    private final Moves moves;

    public Answers(
            Foundation base,
            Rides rides,
            Couriers couriers,
            Offers offers,
            Unanswered unanswered,
            Moves moves) {
        this.base = base;
        this.rides = rides;
        this.couriers = couriers;
        this.offers = offers;
        this.unanswered = unanswered;
        this.moves = moves;
    }

    private record Locked(Ride ride, Asked offer) {}

    private Locked lock(Tx tx, long offerId, long courierId) {
        var ride =
                rides.lockOfOffer(tx, offerId, courierId)
                        .orElseThrow(() -> Refused.notFound("offer"));
        // as it is under the lock
        return new Locked(ride, offers.find(tx, offerId).orElseThrow());
    }

    Ride accept(long offerId, long courierId) {
        return base.db()
                .tx(tx -> {
                    var locked = lock(tx, offerId, courierId);
                    return switch (locked.offer().standing()) {
                        case ACCEPTED -> locked.ride();
                        case OPEN -> accept(tx, locked);
                        case DECLINED, EXPIRED, WITHDRAWN, DROPPED, GIVEN_BACK -> throw gone();
                    };
                });
    }

    private Ride accept(Tx tx, Locked locked) {
        var offer = locked.offer();
        var id = offer.courierId();
        var now = base.clock().instant();
        if (!offer.isOpen(now) || !offers.accept(tx, offer.offerId(), now)) throw gone();
        unanswered.answered(tx, offer.offerId());
        var accept = new RideEvent.Accept(id, offer.pay());
        return moves.apply(tx, locked.ride(), accept, "courier " + id, null);
    }

    void decline(long offerId, long courierId) {
        base.db()
                .run(tx -> {
                    var locked = lock(tx, offerId, courierId);
                    switch (locked.offer().standing()) {
                        case DECLINED -> {}
                        case OPEN -> decline(tx, locked);
                        case ACCEPTED, EXPIRED, WITHDRAWN, DROPPED, GIVEN_BACK -> throw gone();
                    }
                });
    }

    private void decline(Tx tx, Locked locked) {
        var offer = locked.offer();
        var by = "courier " + offer.courierId();
        offers.end(tx, offer.offerId(), Standing.DECLINED, base.clock().instant());
        unanswered.answered(tx, offer.offerId());
        couriers.answered(tx, offer.courierId());
        moves.apply(tx, locked.ride(), new RideEvent.Release(), by, "declined");
    }

    /// Somebody who leaves says no to what they are asked. Should we stop before that, the offer
    /// just runs out.
    public void declineAll(long courierId) {
        for (var offer : base.db().tx(tx -> offers.openOf(tx, courierId, base.clock().instant()))) {
            try {
                decline(offer.offerId(), courierId);
            } catch (Refused meanwhileGone) {
                // all the better
            }
        }
    }

    private static Refused gone() {
        return Refused.conflict("offer_gone", "This offer is no longer open. See GET /offers.");
    }
}
