package gofood.delivery.dispatch;

import gofood.contracts.DeliveryApi.NoOffer;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.Couriers.Known;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.ride.Offers;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;

/// Why somebody has no offer, by the same rules by which a round passes them over. It looks at what
/// the round looks at and not at the round, which another replica may have played.
public final class WhyIdle {
    private final Foundation base;
    private final Whereabouts whereabouts;
    private final Offers offers;
    private final DeliveryConfig.Search asking;

    public WhyIdle(
            Foundation base, Whereabouts whereabouts, Offers offers, DeliveryConfig.Search asking) {
        this.base = base;
        this.whereabouts = whereabouts;
        this.offers = offers;
        this.asking = asking;
    }

    /// @param courier who isn't asked for any ride now
    NoOffer of(Tx tx, Known courier) {
        if (!courier.online()) return NoOffer.OFFLINE;
        var now = base.clock().instant();
        var id = courier.courierId();
        if (whereabouts.find(id).filter(sign -> Board.isPlaced(sign, now, asking)).isEmpty())
            return NoOffer.NO_POSITION;
        if (courier.rides().size() >= courier.capacity()) return NoOffer.BAG_FULL;
        return offers.isAnyLookingFor(tx, id, now.minus(asking.again()))
                ? NoOffer.OTHERS_NEARER
                : NoOffer.NOTHING_WAITS;
    }
}
