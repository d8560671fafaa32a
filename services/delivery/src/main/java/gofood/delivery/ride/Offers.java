package gofood.delivery.ride;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Offer;
import gofood.contracts.Money;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The offers' table: who was asked for which ride, and how it ended.
///
/// Each change is numbered for the courier's live stream, from the courier's own row, which then
/// stays locked until the change is committed: who has seen a number has seen all below it. With a
/// sequence, what is numbered first may be committed last, and a stream that went on would miss it.
public final class Offers {
    public static final int MOST_NEWS = 100;

    private static final String SELECT =
            """
            SELECT o.*, d.restaurant_name, d.pickup, d.dropoff, d.tip, d.cash_due, d.currency,
                   coalesce(d.cooked_at, d.delayed_to, d.ready_at) AS ready
              FROM offer o JOIN delivery d ON d.delivery_id = o.delivery_id
            """;

    private static final String END =
            """
            WITH numbered AS (
                 UPDATE courier c SET offer_changes = c.offer_changes + 1
                   FROM offer o WHERE %s AND c.courier_id = o.courier_id
                 RETURNING o.offer_id, c.offer_changes)
            UPDATE offer o SET status = ?, ended_at = ?, change = n.offer_changes
              FROM numbered n WHERE o.offer_id = n.offer_id
            """;

    private final OfferMeters meters;

    public Offers(OfferMeters meters) {
        this.meters = meters;
    }

    /// How an offer stands.
    public enum Standing {
        OPEN,
        ACCEPTED,
        DECLINED,
        /// nobody answered in time
        EXPIRED,
        /// the ride was called off, before or after a yes, or given to another
        WITHDRAWN,
        /// accepted, but the courier didn't bring it in the end
        DROPPED,
        /// accepted, and given back by the courier's own word
        GIVEN_BACK
    }

    /// @param tour all stops of the courier if they say yes, as stored
    /// @param given whether it is an operator's word, to which nobody had to say yes
    /// @param change the number of its latest change among those of this courier's offers
    public record Asked(
            long offerId,
            long deliveryId,
            long courierId,
            Standing standing,
            String restaurantName,
            Address pickup,
            Address dropoff,
            long pickupMetres,
            long distanceMetres,
            Money pay,
            Money tip,
            @Nullable Money cashDue,
            String currency,
            @Nullable Instant readyAt,
            List<Long> together,
            String tour,
            Instant expiresAt,
            boolean given,
            long change) {
        public boolean isOpen(Instant now) {
            return standing == Standing.OPEN && now.isBefore(expiresAt);
        }

        public Offer view() {
            return new Offer(
                    offerId,
                    deliveryId,
                    restaurantName,
                    pickup,
                    DropoffArea.of(dropoff),
                    pickupMetres,
                    distanceMetres,
                    pay,
                    tip,
                    cashDue,
                    currency,
                    readyAt,
                    together,
                    expiresAt);
        }
    }

    /// What is offered.
    ///
    /// @param together the rides that the courier has already
    /// @param tour all their stops if they say yes, as JSON
    public record Terms(
            long deliveryId,
            long courierId,
            long pickupMetres,
            long distanceMetres,
            Money pay,
            List<Long> together,
            String tour,
            Instant expiresAt) {}

    /// @return the offer's id
    public long open(Tx tx, Terms terms) {
        meters.made(tx);
        return add(tx, terms, Standing.OPEN);
    }

    /// An operator's word needs no offer, but who had the ride is noted alike.
    public long assigned(Tx tx, Terms terms) {
        return add(tx, terms, Standing.ACCEPTED);
    }

    private static long add(Tx tx, Terms terms, Standing standing) {
        return tx.one(
                """
                WITH numbered AS (
                     UPDATE courier SET offer_changes = offer_changes + 1
                      WHERE courier_id = ? RETURNING courier_id, offer_changes)
                INSERT INTO offer (delivery_id, courier_id, status, pickup_metres,
                                   distance_metres, pay, together, tour, expires_at, change)
                SELECT ?, courier_id, ?, ?, ?, ?, ?, ?::jsonb, ?, offer_changes FROM numbered
                RETURNING offer_id
                """,
                row -> row.number("offer_id"),
                terms.courierId(),
                terms.deliveryId(),
                standing,
                terms.pickupMetres(),
                terms.distanceMetres(),
                terms.pay().mills(),
                terms.together().toArray(Long[]::new),
                terms.tour(),
                terms.expiresAt());
    }

    public Optional<Asked> find(Tx tx, long offerId) {
        return tx.find(SELECT + "WHERE o.offer_id = ?", Offers::read, offerId);
    }

    public List<Asked> openOf(Tx tx, long courierId, Instant now) {
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

    /// What somebody sees who looks for the first time: what is open, and what they were given.
    public List<Asked> currentOf(Tx tx, long courierId, Instant now) {
        return tx.list(
                SELECT
                        + """
                        WHERE o.courier_id = ?
                          AND (o.status = 'OPEN' AND o.expires_at > ?
                               OR o.status = 'ACCEPTED' AND o.ended_at IS NULL
                                  AND d.status IN ('ASSIGNED', 'AT_RESTAURANT', 'PICKED_UP',
                                                   'AT_DOOR'))
                        ORDER BY o.change
                        """,
                Offers::read,
                courierId,
                now);
    }

    /// Who isn't asked for these rides: whoever declined it or gave it back, and for a while
    /// whoever didn't answer or lost it.
    public List<Refusal> refusals(Tx tx, Collection<Long> deliveries, Instant forgottenBefore) {
        return tx.list(
                """
                SELECT DISTINCT o.delivery_id, o.courier_id
                  FROM offer o
                 WHERE o.delivery_id = ANY (?) AND o.status NOT IN ('OPEN', 'ACCEPTED')
                   AND (o.status IN ('DECLINED', 'GIVEN_BACK') OR o.ended_at > ?)
                """,
                row -> new Refusal(row.number("delivery_id"), row.number("courier_id")),
                deliveries.toArray(Long[]::new),
                forgottenBefore);
    }

    public record Refusal(long deliveryId, long courierId) {}

    /// Whether somebody is wanted now for a ride that this courier could be asked for, or another
    /// is asked for one.
    public boolean isAnyLookingFor(Tx tx, long courierId, Instant forgottenBefore) {
        return tx.one(
                """
                SELECT EXISTS (
                       SELECT FROM delivery d
                        WHERE (d.status = 'OFFERED'
                               OR d.status = 'WAITING' AND d.looking_since IS NOT NULL)
                          AND NOT EXISTS (
                              SELECT FROM offer o
                               WHERE o.delivery_id = d.delivery_id AND o.courier_id = ?
                                 AND o.status NOT IN ('OPEN', 'ACCEPTED')
                                 AND (o.status IN ('DECLINED', 'GIVEN_BACK')
                                      OR o.ended_at > ?))) AS looking
                """,
                row -> row.flag("looking"),
                courierId,
                forgottenBefore);
    }

    /// Whether they have said once that they won't bring it.
    public boolean declined(Tx tx, long deliveryId, long courierId) {
        return tx.one(
                """
                SELECT EXISTS (SELECT FROM offer
                                WHERE delivery_id = ? AND courier_id = ?
                                  AND status IN ('DECLINED', 'GIVEN_BACK')) AS declined
                """,
                row -> row.flag("declined"),
                deliveryId,
                courierId);
    }

    /// All that are open, of everyone.
    public List<Asked> open(Tx tx) {
        return tx.list(SELECT + "WHERE o.status = 'OPEN'", Offers::read);
    }

    /// What has changed for a courier after a change they know, at most [#MOST_NEWS].
    public List<Asked> newsOf(Tx tx, long courierId, long after) {
        return tx.list(
                SELECT + "WHERE o.courier_id = ? AND o.change > ? ORDER BY o.change LIMIT ?",
                Offers::read,
                courierId,
                after,
                MOST_NEWS);
    }

    public void end(Tx tx, long offerId, Standing how, Instant now) {
        meters.ended(tx, how, tx.update(END.formatted("o.offer_id = ?"), offerId, how, now));
    }

    /// Ends a ride's offer that stands in one way in another way.
    public void endOf(Tx tx, long deliveryId, Standing from, Standing to, Instant now) {
        var which = END.formatted("o.delivery_id = ? AND o.status = ?");
        meters.ended(tx, to, tx.update(which, deliveryId, from, to, now));
    }

    /// The most that anybody was offered for a ride.
    public Money highestPay(Tx tx, long deliveryId) {
        return tx.one(
                "SELECT coalesce(max(pay), 0) AS pay FROM offer WHERE delivery_id = ?",
                row -> new Money(row.number("pay")),
                deliveryId);
    }

    private static Asked read(Row row) {
        return new Asked(
                row.number("offer_id"),
                row.number("delivery_id"),
                row.number("courier_id"),
                Standing.valueOf(row.text("status")),
                row.text("restaurant_name"),
                row.json("pickup", Address.class),
                row.json("dropoff", Address.class),
                row.number("pickup_metres"),
                row.number("distance_metres"),
                new Money(row.number("pay")),
                new Money(row.number("tip")),
                RideRows.amount(row, "cash_due"),
                row.text("currency"),
                row.findInstant("ready"),
                List.of(row.numbers("together")),
                row.text("tour"),
                row.instant("expires_at"),
                row.text("status").equals("ACCEPTED") && row.findInstant("ended_at") == null,
                row.number("change"));
    }
}
