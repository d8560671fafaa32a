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
///
/// Each change is numbered for the courier's live stream, from the courier's own row, which then
/// stays locked until the change is committed: who has seen a number has seen all below it. With a
/// sequence, what is numbered first may be committed last, and a stream that went on would miss it.
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

    /// @param change the number of its latest change among those of this courier's offers
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
                WITH numbered AS (
                     UPDATE courier SET offer_changes = offer_changes + 1
                      WHERE courier_id = ? RETURNING courier_id, offer_changes)
                INSERT INTO offer (delivery_id, courier_id, status, distance_metres, pay,
                                   expires_at, change)
                SELECT ?, courier_id, ?, ?, ?, ?, offer_changes FROM numbered
                RETURNING offer_id
                """,
                row -> row.number("offer_id"),
                terms.courierId(),
                terms.deliveryId(),
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
                WITH numbered AS (
                     UPDATE courier c SET offer_changes = c.offer_changes + 1
                       FROM offer o WHERE o.offer_id = ? AND c.courier_id = o.courier_id
                     RETURNING o.offer_id, c.offer_changes)
                UPDATE offer o SET status = ?, ended_at = ?, change = n.offer_changes
                  FROM numbered n WHERE o.offer_id = n.offer_id
                """,
                offerId,
                how,
                now);
    }

    /// Ends a ride's offer that stands in one way in another way.
    void endOf(Tx tx, long deliveryId, Standing from, Standing to, Instant now) {
        tx.update(
                """
                WITH numbered AS (
                     UPDATE courier c SET offer_changes = c.offer_changes + 1
                       FROM offer o
                      WHERE o.delivery_id = ? AND o.status = ? AND c.courier_id = o.courier_id
                     RETURNING o.offer_id, c.offer_changes)
                UPDATE offer o SET status = ?, ended_at = ?, change = n.offer_changes
                  FROM numbered n WHERE o.offer_id = n.offer_id
                """,
                deliveryId,
                from,
                to,
                now);
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
