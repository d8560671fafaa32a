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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The offers' table: who was asked for which ride, and how it ended.
///
/// Each change is numbered for the courier's live stream, from the courier's own row, which then
/// stays locked until the change is committed: who has seen a number has seen all below it. With a
/// sequence, what is numbered first may be committed last, and a stream that went on would miss it.
public final class Offers {
    public static final int MOST_NEWS = 100;

    /// An offer `o` after which its courier isn't asked for that ride: they declined it or gave it
    /// back, or, for as long as `?` says, didn't answer or lost it.
    public static final String REFUSED =
            """
            o.status NOT IN ('OPEN', 'ACCEPTED')
            AND (o.status IN ('DECLINED', 'GIVEN_BACK') OR o.ended_at > ?)
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

    /// Written with the commit, as many are asked at once; each courier once in a transaction.
    ///
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
        var id = tx.next("offer_offer_id_seq");
        tx.gather(
                """
                WITH numbered AS (
                     UPDATE courier c SET offer_changes = c.offer_changes + 1
                       FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[],
                                   ?::bigint[], ?::bigint[], ?::text[], ?::jsonb[],
                                   ?::timestamptz[])
                            AS n (offer_id, delivery_id, courier_id, status, pickup_metres,
                                  distance_metres, pay, together, tour, expires_at)
                      WHERE c.courier_id = n.courier_id
                     RETURNING n.*, c.offer_changes)
                INSERT INTO offer (offer_id, delivery_id, courier_id, status, pickup_metres,
                                   distance_metres, pay, together, tour, expires_at, change)
                OVERRIDING SYSTEM VALUE
                SELECT offer_id, delivery_id, courier_id, status, pickup_metres, distance_metres,
                       pay, together::bigint[], tour, expires_at, offer_changes FROM numbered
                """,
                id,
                terms.deliveryId(),
                terms.courierId(),
                standing,
                terms.pickupMetres(),
                terms.distanceMetres(),
                terms.pay().mills(),
                terms.together().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}")),
                terms.tour(),
                terms.expiresAt());
        return id;
    }

    public Optional<Asked> find(Tx tx, long offerId) {
        return tx.find(OfferRows.SELECT + "WHERE o.offer_id = ?", OfferRows::read, offerId);
    }

    public List<Asked> openOf(Tx tx, long courierId, Instant now) {
        return tx.list(
                OfferRows.SELECT
                        + """
                        WHERE o.courier_id = ? AND o.status = 'OPEN' AND o.expires_at > ?
                        ORDER BY o.offer_id
                        """,
                OfferRows::read,
                courierId,
                now);
    }

    /// What somebody sees who looks for the first time: what is open, and what they were given.
    public List<Asked> currentOf(Tx tx, long courierId, Instant now) {
        return tx.list(
                OfferRows.SELECT
                        + """
                        WHERE o.courier_id = ?
                          AND (o.status = 'OPEN' AND o.expires_at > ?
                               OR o.status = 'ACCEPTED' AND o.ended_at IS NULL
                                  AND d.slot IS NOT NULL AND d.status <> 'OFFERED')
                        ORDER BY o.change
                        """,
                OfferRows::read,
                courierId,
                now);
    }

    /// Who isn't asked for these rides, see [#REFUSED].
    public List<Refusal> refusals(Tx tx, Collection<Long> deliveries, Instant forgottenBefore) {
        return tx.list(
                """
                SELECT DISTINCT o.delivery_id, o.courier_id
                  FROM offer o
                 WHERE o.delivery_id = ANY (?) AND %s
                """
                        .formatted(REFUSED),
                Refusal::read,
                deliveries.toArray(Long[]::new),
                forgottenBefore);
    }

    public record Refusal(long deliveryId, long courierId) {
        private static Refusal read(Row row) {
            return new Refusal(row.number("delivery_id"), row.number("courier_id"));
        }
    }

    /// Who has said once that they won't bring one of these rides.
    public Set<Refusal> declined(Tx tx, Collection<Long> deliveries) {
        return Set.copyOf(
                tx.list(
                        """
                        SELECT DISTINCT delivery_id, courier_id FROM offer
                         WHERE delivery_id = ANY (?) AND status IN ('DECLINED', 'GIVEN_BACK')
                        """,
                        Refusal::read,
                        (Object) deliveries.toArray(Long[]::new)));
    }

    /// All that are open, of everyone.
    public List<Asked> open(Tx tx) {
        return tx.list(OfferRows.SELECT + "WHERE o.status = 'OPEN'", OfferRows::read);
    }

    /// What has changed for a courier after a change they know, at most [#MOST_NEWS].
    public List<Asked> newsOf(Tx tx, long courierId, long after) {
        return tx.list(
                OfferRows.SELECT
                        + "WHERE o.courier_id = ? AND o.change > ? ORDER BY o.change LIMIT ?",
                OfferRows::read,
                courierId,
                after,
                MOST_NEWS);
    }

    public void end(Tx tx, long offerId, Standing how, Instant now) {
        meters.ended(tx, how, tx.update(END.formatted("o.offer_id = ?"), offerId, how, now));
    }

    /// The courier says yes to an open offer and takes the tour that it foresaw, unless their shift
    /// ends at the same moment.
    ///
    /// @return whether they are on shift
    public boolean accept(Tx tx, long offerId, Instant now) {
        var accepted =
                tx.update(
                        """
                        WITH numbered AS (
                             UPDATE courier c
                                SET offer_changes = c.offer_changes + 1, tour = o.tour, missed = 0
                               FROM offer o
                              WHERE o.offer_id = ? AND c.courier_id = o.courier_id AND c.online
                             RETURNING o.offer_id, c.offer_changes)
                        UPDATE offer o
                           SET status = 'ACCEPTED', ended_at = ?, change = n.offer_changes
                          FROM numbered n WHERE o.offer_id = n.offer_id
                        """,
                        offerId,
                        now);
        meters.ended(tx, Standing.ACCEPTED, accepted);
        return accepted > 0;
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
}
