package gofood.delivery;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Offer;
import gofood.contracts.Money;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The offers' table: who was asked for which ride, and how it ended.
final class Offers {
    private static final String SELECT =
            """
            SELECT o.*, d.restaurant_name, d.pickup
              FROM offer o JOIN delivery d ON d.delivery_id = o.delivery_id
            """;

    /// How an offer stands.
    enum Standing {
        OPEN,
        ACCEPTED,
        DECLINED,
        /// nobody answered in time
        EXPIRED,
        /// the ride was called off, before or after a yes, or given to another
        WITHDRAWN,
        /// accepted, but the courier didn't bring it in the end
        DROPPED
    }

    /// @param change grows with each change of any offer of this courier
    record Asked(
            long offerId,
            long deliveryId,
            long courierId,
            Standing standing,
            String restaurantName,
            Address pickup,
            long distanceMetres,
            Money pay,
            Instant expiresAt,
            long change) {
        boolean isOpen(Instant now) {
            return standing == Standing.OPEN && now.isBefore(expiresAt);
        }

        Offer view(String currency) {
            return new Offer(
                    offerId,
                    deliveryId,
                    restaurantName,
                    pickup,
                    distanceMetres,
                    pay,
                    currency,
                    expiresAt);
        }
    }

    /// What is offered.
    record Terms(long deliveryId, long courierId, long metres, Money pay, Instant expiresAt) {}

    /// @return the offer's id
    long open(Tx tx, Terms terms) {
        return add(tx, terms, Standing.OPEN);
    }

    /// An operator's word needs no offer, but who had the ride is noted alike.
    long assigned(Tx tx, Terms terms) {
        return add(tx, terms, Standing.ACCEPTED);
    }

    private static long add(Tx tx, Terms terms, Standing standing) {
        return tx.one(
                """
                INSERT INTO offer (delivery_id, courier_id, status,
                                   distance_metres, pay, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                RETURNING offer_id
                """,
                row -> row.number("offer_id"),
                terms.deliveryId(),
                terms.courierId(),
                standing,
                terms.metres(),
                terms.pay().minor(),
                terms.expiresAt());
    }

    Optional<Asked> find(Tx tx, long offerId) {
        return tx.find(SELECT + "WHERE o.offer_id = ?", Offers::read, offerId);
    }

    List<Asked> openOf(Tx tx, long courierId, Instant now) {
        return tx.list(
                SELECT
                        + """
                        WHERE o.courier_id = ? AND o.status = 'OPEN' AND o.expires_at > ?
                        ORDER BY o.offer_id
                        """,
                Offers::read,
                courierId,
                now);
    }

    /// What has changed for a courier after a change they know, at most 100.
    List<Asked> newsOf(Tx tx, long courierId, long after) {
        return tx.list(
                SELECT + "WHERE o.courier_id = ? AND o.change > ? ORDER BY o.change LIMIT 100",
                Offers::read,
                courierId,
                after);
    }

    void end(Tx tx, long offerId, Standing how, Instant now) {
        tx.update(
                """
                UPDATE offer SET status = ?, ended_at = ?, change = nextval('offer_change')
                 WHERE offer_id = ?
                """,
                how,
                now,
                offerId);
    }

    /// Ends a ride's offer that stands in one way in another way.
    void endOf(Tx tx, long deliveryId, Standing from, Standing to, Instant now) {
        tx.update(
                """
                UPDATE offer SET status = ?, ended_at = ?, change = nextval('offer_change')
                 WHERE delivery_id = ? AND status = ?
                """,
                to,
                now,
                deliveryId,
                from);
    }

    private static Asked read(Row row) {
        return new Asked(
                row.number("offer_id"),
                row.number("delivery_id"),
                row.number("courier_id"),
                Standing.valueOf(row.text("status")),
                row.text("restaurant_name"),
                row.json("pickup", Address.class),
                row.number("distance_metres"),
                new Money(row.number("pay")),
                row.instant("expires_at"),
                row.number("change"));
    }
}
