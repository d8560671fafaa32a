package gofood.order.life;

import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.platform.db.Tx;
import gofood.platform.http.RequestScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where orders are stored.
public final class Orders {
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    /// Their pauses, each twice the one before, take that long together.
    private static final int OVERDUE_TRIES = 6;

    /// Stores a new order with its first step.
    ///
    /// @return its number
    public long insert(Tx tx, Purchase bought, Eta eta, String by) {
        var id = tx.next("orders_id_seq");
        tx.gather(
                """
                INSERT INTO orders (id, customer_id, guest, restaurant_id, restaurant_name, items,
                                    price, pay_by, if_unavailable, slot, kitchen_at,
                                    preparation_minutes, pickup, dropoff, note, delivery_pin,
                                    placed_at, promised_at, eta_from, eta_to, since,
                                    status, state, step, version)
                SELECT *, 'PLACED', '{}', 1, 1
                  FROM unnest(?::bigint[], ?::bigint[], ?::boolean[], ?::bigint[], ?::text[],
                              ?::jsonb[], ?::jsonb[], ?::text[], ?::text[], ?::jsonb[],
                              ?::timestamptz[], ?::int[], ?::jsonb[], ?::jsonb[], ?::text[],
                              ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                              ?::timestamptz[], ?::timestamptz[])
                """,
                id,
                bought.customerId(),
                bought.guest(),
                bought.restaurantId(),
                bought.restaurantName(),
                Tx.json(bought.items()),
                Tx.json(bought.price()),
                bought.payBy(),
                bought.ifUnavailable(),
                bought.slot() == null ? null : Tx.json(bought.slot()),
                bought.kitchenAt(),
                bought.preparationMinutes(),
                Tx.json(bought.pickup()),
                Tx.json(bought.dropoff()),
                bought.note(),
                bought.deliveryPin(),
                bought.placedAt(),
                bought.promisedAt(),
                eta.from(),
                eta.to(),
                bought.placedAt());
        tx.gather(
                """
                INSERT INTO order_step (order_id, step, status, at, by, trace_id)
                SELECT id, 1, 'PLACED', at, by, trace_id
                  FROM unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[])
                       AS placed (id, at, by, trace_id)
                """,
                id,
                bought.placedAt(),
                by,
                RequestScope.current().traceId());
        return id;
    }

    public Optional<Order> find(Tx tx, long id) {
        return tx.find("SELECT * FROM orders WHERE id = ?", OrderRows::order, id);
    }

    /// Finds an order and keeps others from changing it until the transaction ends.
    public Optional<Order> lock(Tx tx, long id) {
        var held = tx.held(Order.class).get(id);
        if (held != null) return Optional.of(held);
        return tx.find("SELECT * FROM orders WHERE id = ? FOR UPDATE", OrderRows::order, id);
    }

    /// Locks many at once. What is changed of them is written with the commit, so who reads it in
    /// this transaction finds it by [#lock] alone.
    void hold(Tx tx, Collection<Long> ids) {
        tx.list(
                        """
                        SELECT * FROM orders WHERE id = ANY (?) ORDER BY id FOR UPDATE
                        """,
                        OrderRows::order,
                        (Object) ids.toArray(Long[]::new))
                .forEach(order -> tx.held(Order.class).putIfAbsent(order.id(), order));
    }

    private static void written(Tx tx, Order order) {
        if (tx.held(Order.class).replace(order.id(), order) == null) tx.flush();
    }

    /// Stores a step that was made with the order locked.
    void save(Tx tx, Order order, Instant at, String by, @Nullable StepWhy why) {
        tx.gather(
                """
                WITH said AS (
                    SELECT * FROM unnest(?::bigint[], ?::text[], ?::jsonb[], ?::int[], ?::int[],
                                         ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                                         ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                         ?::text[], ?::text[])
                         WITH ORDINALITY
                         AS s (id, status, state, step, version, since, ready_at, courier_name,
                               ending, at, by, why, reason, why_for_operators, trace_id, n)),
                moved AS (
                    UPDATE orders o
                       SET status = s.status, state = s.state, step = s.step,
                           version = greatest(o.version, s.version), since = s.since,
                           ready_at = s.ready_at, courier_name = s.courier_name,
                           ending = s.ending
                      FROM (SELECT DISTINCT ON (id) * FROM said ORDER BY id, n DESC) s
                     WHERE o.id = s.id)
                INSERT INTO order_step (order_id, step, status, at, by, why, reason,
                                        why_for_operators, trace_id)
                SELECT id, step, status, at, by, why, reason, why_for_operators, trace_id
                  FROM said
                """,
                order.id(),
                order.state().status(),
                Tx.json(order.state()),
                order.step(),
                order.version(),
                order.since(),
                order.readyAt(),
                order.courierName(),
                ending(order.state().status()),
                at,
                by,
                why == null ? null : why.text(),
                why == null ? null : why.reason(),
                why == null ? null : why.forOperators(),
                RequestScope.current().traceId());
        written(tx, order);
    }

    /// What an index finds the few orders by that came to nothing.
    private static @Nullable OrderStatus ending(OrderStatus status) {
        return switch (status) {
            case DECLINED, REJECTED, CANCELLED -> status;
            case PLACED, PAID, SCHEDULED, RECEIVED, PREPARING, COMPLETE, PICKED_UP, DELIVERED ->
                    null;
        };
    }

    /// Stores what the customer says of it, with the order locked.
    public void saveRating(Tx tx, Order order) {
        tx.update(
                "UPDATE orders SET rating = ?::jsonb, version = ? WHERE id = ?",
                order.rating() == null ? null : Tx.json(order.rating()),
                order.version(),
                order.id());
        written(tx, order);
    }

    /// Stores other dishes and their price, with the order locked; [#save] stores the step.
    void saveDishes(Tx tx, Order order) {
        tx.update(
                """
                UPDATE orders SET items = ?::jsonb, price = ?::jsonb, cheaper = ? WHERE id = ?
                """,
                Tx.json(order.purchase().items()),
                Tx.json(order.purchase().price()),
                order.cheaper().mills(),
                order.id());
        written(tx, order);
    }

    /// Ends all links to an order.
    public void endLinks(Tx tx, long orderId) {
        tx.update(
                """
                UPDATE orders SET links_ended = links_ended + 1, version = version + 1
                 WHERE id = ?
                """,
                orderId);
    }

    /// How many orders have a deadline that should have done something a minute ago: nobody rang
    /// it, or it has failed for so long.
    public long overdue(Tx tx, Instant now) {
        return tx.one(
                """
                SELECT count(*) AS overdue FROM timer WHERE kind = ? AND (at < ? OR attempts > ?)
                """,
                row -> row.number("overdue"),
                OrderDeadlines.TIMER,
                now.minus(OVERDUE),
                OVERDUE_TRIES);
    }

    /// @return false if it was noted before
    boolean handOver(Tx tx, long orderId) {
        return tx.update(
                        "UPDATE orders SET handed_over = true WHERE id = ? AND NOT handed_over",
                        orderId)
                == 1;
    }

    /// Stores what went back to the customer, with the order locked.
    void saveRefunded(Tx tx, Order order) {
        tx.gather(
                """
                UPDATE orders o
                   SET refunded = s.refunded, version = greatest(o.version, s.version)
                  FROM (SELECT id, max(refunded) AS refunded, max(version) AS version
                          FROM unnest(?::bigint[], ?::bigint[], ?::int[])
                               AS said (id, refunded, version)
                         GROUP BY id) s
                 WHERE o.id = s.id
                """,
                order.id(),
                order.refunded().mills(),
                order.version());
        written(tx, order);
    }

    /// Stores another moment of arrival, with the order locked.
    void saveEta(Tx tx, Order order) {
        tx.gather(
                """
                UPDATE orders o
                   SET eta_from = s.eta_from, eta_to = s.eta_to,
                       version = greatest(o.version, s.version)
                  FROM (SELECT DISTINCT ON (id) *
                          FROM unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::int[])
                               WITH ORDINALITY AS said (id, eta_from, eta_to, version, n)
                         ORDER BY id, n DESC) s
                 WHERE o.id = s.id
                """,
                order.id(),
                order.eta().from(),
                order.eta().to(),
                order.version());
        written(tx, order);
    }

    /// An order, and how it came to where it is: a step that was made since then is not shown yet.
    ///
    /// @param hasProposals whether its kitchen proposed something instead of a dish
    record Whole(Order order, List<OrderRows.Step> steps, boolean hasProposals) {}

    /// @param version that somebody knows; 0 is none
    record Known(long id, long version) {}

    /// What there is that they don't know, for each of them.
    List<Optional<Whole>> newer(Tx tx, List<Known> known) {
        var found = new HashMap<Integer, Whole>();
        tx.list(
                """
                SELECT known.place, o.*,
                       (SELECT json_agg(s ORDER BY s.step) FROM order_step s
                         WHERE s.order_id = o.id AND s.step <= o.step) AS steps,
                       -- nothing can have been proposed before a kitchen said yes
                       o.ready_at IS NOT NULL
                           AND EXISTS (SELECT FROM substitution p WHERE p.order_id = o.id)
                           AS has_proposals
                  FROM unnest(?::bigint[], ?::bigint[])
                       WITH ORDINALITY AS known (id, version, place),
                       LATERAL (SELECT * FROM orders
                                 WHERE id = known.id AND version > known.version OFFSET 0) AS o
                """,
                row -> found.put(row.integer("place"), OrderRows.whole(row)),
                known.stream().map(Known::id).toArray(Long[]::new),
                known.stream().map(Known::version).toArray(Long[]::new));
        return IntStream.rangeClosed(1, known.size())
                .mapToObj(place -> Optional.ofNullable(found.get(place)))
                .toList();
    }
}
