package gofood.delivery;

import gofood.contracts.UserApi.Erased;
import gofood.delivery.courier.CourierNews;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.Whereabouts;
import gofood.platform.db.Tx;
import gofood.platform.http.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;

/// What rides tell of those who were brought something, and of those who brought it. Somebody may
/// be both. A ride that is over keeps its times and what was paid for it.
final class PersonalRides implements PersonalData {
    private final Couriers couriers;
    private final Whereabouts whereabouts;
    private final CourierNews news;

    PersonalRides(Couriers couriers, Whereabouts whereabouts, CourierNews news) {
        this.couriers = couriers;
        this.whereabouts = whereabouts;
        this.news = news;
    }

    /// @param received rides to their door
    /// @param courier what they are known as, if they ride
    /// @param brought rides of theirs as a courier
    record Known(Newest received, Newest courier, Newest brought) {}

    @Override
    public Object export(Tx tx, long userId) {
        return new Known(
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'delivery_id', d.delivery_id, 'order_id', d.order_id,
                                   'status', lower(d.status), 'address', d.dropoff,
                                   'note', d.note, 'created_at', d.created_at,
                                   'delivered_at', d.delivered_at, 'proof', lower(d.proof),
                                   'photo_taken_at', p.taken_at) AS entry
                          FROM delivery d LEFT JOIN photo p USING (delivery_id)
                         WHERE d.customer_id = ? ORDER BY d.delivery_id DESC
                        """,
                        userId),
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'name', c.name, 'vehicle', lower(c.vehicle),
                                   'capacity', c.capacity, 'online', c.online,
                                   'stars', c.stars, 'rated', c.rated, 'lat', p.lat,
                                   'lon', p.lon, 'seen_at', p.seen_at) AS entry
                          FROM courier c LEFT JOIN courier_position p USING (courier_id)
                         WHERE c.courier_id = ? ORDER BY c.courier_id
                        """,
                        userId),
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'delivery_id', d.delivery_id, 'order_id', d.order_id,
                                   'status', lower(d.status),
                                   'restaurant_name', d.restaurant_name, 'pay', d.pay / 1000.0,
                                   'tip', d.tip / 1000.0, 'currency', d.currency,
                                   'problem', d.problem, 'created_at', d.created_at,
                                   'delivered_at', d.delivered_at) AS entry
                          FROM delivery d
                         WHERE d.courier_id = ? AND d.status <> 'OFFERED'
                         ORDER BY d.delivery_id DESC
                        """,
                        userId));
    }

    @Override
    public Erased erase(Tx tx, long userId) {
        var erased = new LinkedHashMap<String, Integer>();
        var over = over(tx, userId);
        erased.put("photos", deletePhotos(tx, over));
        erased.put("rides", blank(tx, over));
        // like all who lock both: the rides first, then the courier
        erased.put("couriers", forgetCourier(tx, userId));
        var kept =
                tx.list(
                        """
                        SELECT FROM delivery
                         WHERE customer_id = ? OR (courier_id = ? AND pay IS NOT NULL)
                         LIMIT 1
                        """,
                        _ ->
                                "When rides were made and what was paid for them:"
                                        + " accounting records, ten years.",
                        userId,
                        userId);
        return new Erased(erased, underWay(tx, userId), List.copyOf(kept));
    }

    /// Those to their door, locked. A ride without its PIN was erased before.
    private static Long[] over(Tx tx, long userId) {
        return tx.list(
                        """
                        SELECT d.delivery_id FROM delivery d
                         WHERE d.customer_id = ? AND d.pin <> '' AND d.ended IS NOT NULL
                         ORDER BY d.delivery_id FOR UPDATE
                        """,
                        row -> row.number("delivery_id"),
                        userId)
                .toArray(Long[]::new);
    }

    private static int deletePhotos(Tx tx, Long[] over) {
        return tx.update("DELETE FROM photo WHERE delivery_id = ANY (?)", (Object) over);
    }

    /// Why a ride was called off, or where its food was left, are words of the customer and of the
    /// door. Their exact doors also stand in the tours that couriers were offered or have planned.
    private static int blank(Tx tx, Long[] over) {
        tx.update(
                """
                UPDATE offer o SET tour = '[]'
                 WHERE o.status <> 'OPEN' AND o.tour <> '[]'
                   AND o.courier_id IN (SELECT m.courier_id FROM offer m
                                         WHERE m.delivery_id = ANY (?))
                   AND (o.delivery_id = ANY (?) OR o.together && ?)
                """,
                over,
                over,
                over);
        tx.update(
                """
                UPDATE courier c
                   SET tour = (SELECT coalesce(jsonb_agg(stop ORDER BY place), '[]')
                                 FROM jsonb_array_elements(c.tour)
                                      WITH ORDINALITY AS stops (stop, place)
                                WHERE (stop ->> 'delivery_id')::bigint <> ALL (?))
                 WHERE c.courier_id IN (SELECT d.courier_id FROM delivery d
                                         WHERE d.delivery_id = ANY (?))
                """,
                over,
                over);
        return tx.update(
                """
                UPDATE delivery
                   SET dropoff = jsonb_build_object(
                                     'lat', round((dropoff ->> 'lat')::numeric, 2),
                                     'lon', round((dropoff ->> 'lon')::numeric, 2),
                                     'text', 'erased'),
                       pin = '', note = NULL, problem = problem || '{"text": null}',
                       timeline = (SELECT jsonb_agg(
                                              CASE WHEN step ->> 'status'
                                                        IN ('Delivered', 'Cancelled', 'Returned')
                                                   THEN step || '{"why": null}' ELSE step END
                                              ORDER BY place)
                                     FROM jsonb_array_elements(timeline)
                                          WITH ORDINALITY AS steps (step, place))
                 WHERE delivery_id = ANY (?)
                """,
                (Object) over);
    }

    /// A courier without a ride goes off shift and is a number from then on.
    private int forgetCourier(Tx tx, long userId) {
        tx.update(
                """
                UPDATE delivery d SET problem = d.problem || '{"text": null}'
                 WHERE d.courier_id = ? AND d.problem ->> 'text' IS NOT NULL
                   AND d.ended IS NOT NULL
                """,
                userId);
        var known = couriers.lock(tx, userId);
        if (known.isEmpty() || known.get().asked() != null || !known.get().rides().isEmpty())
            return 0;
        // what they wrote when they gave a ride back stands in quotes behind the kind
        tx.update(
                """
                UPDATE decision SET reason = split_part(reason, ': "', 1)
                 WHERE courier_id = ? AND strpos(reason, ': "') > 0
                   AND delivery_id IN (SELECT o.delivery_id FROM offer o WHERE o.courier_id = ?)
                """,
                userId,
                userId);
        whereabouts.forget(tx, userId);
        couriers.takeOff(tx, userId);
        news.after(tx, userId);
        return tx.update(
                """
                UPDATE courier SET name = 'Courier ' || courier_id, tour = '[]'
                 WHERE courier_id = ? AND name <> 'Courier ' || courier_id
                """,
                userId);
    }

    private static int underWay(Tx tx, long userId) {
        return tx.one(
                """
                SELECT (SELECT count(*) FROM delivery WHERE customer_id = ? AND ended IS NULL)
                     + (SELECT count(*) FROM delivery WHERE courier_id = ? AND ended IS NULL)
                    AS rides
                """,
                row -> row.integer("rides"),
                userId,
                userId);
    }
}
