package gofood.order;

import gofood.contracts.UserApi.Erased;
import gofood.platform.db.Tx;
import gofood.platform.http.PersonalData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What orders tell of those who placed and brought them. An order that is under way needs it; one
/// that has ended keeps what was sold and when, without the door, the words and the pictures.
final class PersonalOrders implements PersonalData {
    /// Of an order whose personal part is still needed: it is under way, an operator looks at a
    /// problem of it, or news of it that carry all this are not delivered yet.
    private static final String NEEDED =
            """
            (o.status NOT IN ('DECLINED', 'DELIVERED', 'REJECTED', 'CANCELLED')
             OR EXISTS (SELECT FROM problem p WHERE p.order_id = o.id AND p.status = 'OPEN')
             OR EXISTS (SELECT FROM outbox w WHERE w.key = o.id::text))
            """;

    /// @param orders that they placed
    record Known(Newest orders, Newest problems, Newest pictures) {}

    @Override
    public Object export(Tx tx, long userId) {
        return new Known(
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'order_id', id, 'status', status, 'placed_at', placed_at,
                                   'restaurant_id', restaurant_id,
                                   'restaurant_name', restaurant_name, 'items', items,
                                   'price', price, 'address', dropoff, 'note', note,
                                   'if_unavailable', lower(if_unavailable), 'slot', slot,
                                   'rating', rating,
                                   'timeline', (SELECT jsonb_agg(jsonb_build_object(
                                                           'status', s.status, 'at', s.at,
                                                           'by', s.by, 'why', s.why)
                                                       ORDER BY s.step)
                                                  FROM order_step s WHERE s.order_id = o.id))
                               AS entry
                          FROM orders o WHERE customer_id = ? ORDER BY id DESC
                        """,
                        userId),
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'problem_id', id, 'order_id', order_id, 'kind', lower(kind),
                                   'items', items, 'text', text, 'photo', photo,
                                   'status', lower(status), 'answer', answer,
                                   'created_at', created_at) AS entry
                          FROM problem WHERE customer_id = ? ORDER BY id DESC
                        """,
                        userId),
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'order_id', p.order_id, 'photo', p.id, 'taken_at', p.taken_at)
                               AS entry
                          FROM picture p JOIN orders o ON o.id = p.order_id
                         WHERE o.customer_id = ? ORDER BY p.taken_at DESC
                        """,
                        userId));
    }

    @Override
    public Erased erase(Tx tx, long userId) {
        var erased = new LinkedHashMap<String, Integer>();
        var ended = ended(tx, userId);
        erased.put("orders", blank(tx, ended));
        erased.put("problems", blankProblems(tx, ended));
        erased.put("pictures", deletePictures(tx, ended));
        erased.put("rides", forgetCourier(tx, userId));
        return new Erased(erased, needed(tx, userId) + broughtNow(tx, userId), kept(tx, userId));
    }

    /// Those that have ended, locked. An order without its PIN was erased before.
    private static Long[] ended(Tx tx, long userId) {
        return tx.list(
                        """
                        SELECT id FROM orders o
                         WHERE customer_id = ? AND delivery_pin <> '' AND NOT %s
                         ORDER BY id FOR UPDATE
                        """
                                .formatted(NEEDED),
                        row -> row.number("id"),
                        userId)
                .toArray(Long[]::new);
    }

    private static int blank(Tx tx, Long[] ended) {
        tx.update(
                """
                UPDATE order_step SET why = NULL
                 WHERE order_id = ANY (?) AND by LIKE 'customer %' AND reason IS NULL
                """,
                (Object) ended);
        tx.update(
                """
                UPDATE substitution SET instead = instead || '{"note": null}', note = NULL
                 WHERE order_id = ANY (?)
                """,
                (Object) ended);
        return tx.update(
                """
                UPDATE orders
                   SET dropoff = jsonb_build_object(
                                     'lat', round((dropoff ->> 'lat')::numeric, 2),
                                     'lon', round((dropoff ->> 'lon')::numeric, 2),
                                     'text', 'erased'),
                       note = NULL, delivery_pin = '',
                       items = (SELECT jsonb_agg(line || '{"note": null}' ORDER BY place)
                                  FROM jsonb_array_elements(items)
                                       WITH ORDINALITY AS all_lines (line, place)),
                       state = CASE WHEN status = 'CANCELLED' AND state ->> 'by' LIKE 'customer%'
                                    THEN state || '{"reason": "erased"}' ELSE state END,
                       rating = rating || '{"comment": null}', version = version + 1
                 WHERE id = ANY (?)
                """,
                (Object) ended);
    }

    /// What an operator answered in their own words may speak of the customer.
    private static int blankProblems(Tx tx, Long[] ended) {
        return tx.update(
                """
                UPDATE problem
                   SET text = NULL, photo = NULL,
                       answer = CASE WHEN answer_code IS NULL THEN 'erased' ELSE answer END
                 WHERE order_id = ANY (?)
                """,
                (Object) ended);
    }

    private static int deletePictures(Tx tx, Long[] ended) {
        return tx.update("DELETE FROM picture WHERE order_id = ANY (?)", (Object) ended);
    }

    /// A courier's name, in orders that they brought or were to bring.
    private static int forgetCourier(Tx tx, long userId) {
        var orders =
                tx
                        .list(
                                """
                                UPDATE order_step s SET why = ?
                                  FROM orders o
                                 WHERE s.by = ? AND s.reason = 'COURIER_ASSIGNED' AND s.why <> ?
                                   AND o.id = s.order_id AND NOT %s
                                RETURNING s.order_id
                                """
                                        .formatted(NEEDED),
                                row -> row.number("order_id"),
                                numbered(userId) + " will bring it.",
                                by(userId),
                                numbered(userId) + " will bring it.")
                        .stream()
                        .distinct()
                        .toArray(Long[]::new);
        tx.update(
                """
                UPDATE orders o SET courier_name = ?
                 WHERE o.id = ANY (?) AND o.courier_name IS NOT NULL
                   AND ? = (SELECT s.by FROM order_step s
                             WHERE s.order_id = o.id AND s.reason = 'COURIER_ASSIGNED'
                             ORDER BY s.step DESC LIMIT 1)
                """,
                numbered(userId),
                orders,
                by(userId));
        return orders.length;
    }

    private static int needed(Tx tx, long userId) {
        return tx.one(
                "SELECT count(*) AS needed FROM orders o WHERE customer_id = ? AND " + NEEDED,
                row -> row.integer("needed"),
                userId);
    }

    private static int broughtNow(Tx tx, long userId) {
        return tx.one(
                """
                SELECT count(DISTINCT o.id) AS needed
                  FROM order_step s JOIN orders o ON o.id = s.order_id
                 WHERE s.by = ? AND s.reason = 'COURIER_ASSIGNED' AND %s
                """
                        .formatted(NEEDED),
                row -> row.integer("needed"),
                by(userId));
    }

    private static List<String> kept(Tx tx, long userId) {
        var kept = new ArrayList<String>();
        var has =
                tx.one(
                        "SELECT EXISTS (SELECT FROM orders WHERE customer_id = ?) AS has",
                        row -> row.flag("has"),
                        userId);
        if (has)
            kept.add(
                    "What was ordered, its price and when each step was taken: accounting records,"
                            + " ten years. The place it went to, to about a kilometre, which no"
                            + " longer points to a door.");
        return kept;
    }

    private static String by(long userId) {
        return "courier " + userId;
    }

    private static String numbered(long userId) {
        return "Courier " + userId;
    }
}
