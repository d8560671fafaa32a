package gofood.delivery.dispatch;

import gofood.contracts.DeliveryApi.NoOffer;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.courier.Couriers.Known;
import gofood.delivery.courier.Whereabouts;
import gofood.delivery.ride.Offers;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import java.time.Instant;

/// Why somebody has no offer, by the same rules by which a round passes them over. It looks at what
/// the round looks at and not at the round, which another replica may have played.
public final class WhyIdle {
    private final Foundation base;
    private final Whereabouts whereabouts;
    private final DeliveryConfig.Search asking;

    public WhyIdle(Foundation base, Whereabouts whereabouts, DeliveryConfig.Search asking) {
        this.base = base;
        this.whereabouts = whereabouts;
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
        return isAnyLookingFor(tx, id, now.minus(asking.again()))
                ? NoOffer.OTHERS_NEARER
                : NoOffer.NOTHING_WAITS;
    }

    /// Whether somebody is wanted now for a ride that this courier could be asked for, or another
    /// is asked for one.
    private static boolean isAnyLookingFor(Tx tx, long courierId, Instant forgottenBefore) {
        return tx.one(
                """
                SELECT EXISTS (
                       SELECT FROM delivery d
                        WHERE d.ended IS NULL
                          AND (d.status = 'OFFERED'
                               OR d.status = 'WAITING' AND d.looking_since IS NOT NULL)
                          AND NOT EXISTS (
                              SELECT FROM offer o
                               WHERE o.delivery_id = d.delivery_id AND o.courier_id = ?
                                 AND %s)) AS looking
                """
                        .formatted(Offers.REFUSED),
                row -> row.flag("looking"),
                courierId,
                forgottenBefore);
    }
}
