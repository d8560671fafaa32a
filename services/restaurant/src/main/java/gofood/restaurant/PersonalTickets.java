package gofood.restaurant;

import gofood.contracts.UserApi.Erased;
import gofood.platform.db.Tx;
import gofood.platform.http.PersonalData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What kitchens were told of people: what customers wrote with their orders and of their food, and
/// which courier came for it. The stars that somebody gave stay with the restaurant.
final class PersonalTickets implements PersonalData {
    private static final String OVER = "t.ended IS NOT NULL";

    record Known(Newest tickets, Newest reviews) {}

    @Override
    public Object export(Tx tx, long userId) {
        return new Known(
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'order_id', order_id, 'restaurant_id', restaurant_id,
                                   'status', lower(status), 'lines', lines, 'note', note,
                                   'created_at', created_at) AS entry
                          FROM ticket WHERE customer_id = ? ORDER BY order_id DESC
                        """,
                        userId),
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'order_id', order_id, 'restaurant_id', restaurant_id,
                                   'food', food, 'comment', comment, 'at', at) AS entry
                          FROM review WHERE customer_id = ? ORDER BY review_id DESC
                        """,
                        userId));
    }

    @Override
    public Erased erase(Tx tx, long userId) {
        var erased = new LinkedHashMap<String, Integer>();
        erased.put("tickets", blank(tx, userId));
        erased.put(
                "reviews",
                tx.update(
                        """
                        UPDATE review SET comment = NULL
                         WHERE customer_id = ? AND comment IS NOT NULL
                        """,
                        userId));
        erased.put(
                "couriers",
                tx.update(
                        """
                        UPDATE ticket t SET courier_name = 'Courier ' || courier_id
                         WHERE courier_id = ? AND courier_name <> 'Courier ' || courier_id AND %s
                        """
                                .formatted(OVER),
                        userId));
        erased.put("messages", forgetMessages(tx, userId));
        return new Erased(erased, underWay(tx, userId), kept(tx, userId));
    }

    /// Why an order was cancelled may be in the customer's own words.
    private static int blank(Tx tx, long userId) {
        tx.update(
                """
                UPDATE ticket_step s SET why = NULL
                  FROM ticket t
                 WHERE t.customer_id = ? AND s.order_id = t.order_id
                   AND s.status = 'CANCELLED' AND s.why IS NOT NULL
                """,
                userId);
        return tx.update(
                """
                UPDATE ticket t
                   SET note = NULL, reason = CASE WHEN status <> 'CANCELLED' THEN reason END,
                       lines = (SELECT coalesce(jsonb_agg(line || '{"note": null}'
                                                          ORDER BY place), '[]')
                                  FROM jsonb_array_elements(lines)
                                       WITH ORDINALITY AS all_lines (line, place))
                 WHERE customer_id = ? AND %s
                   AND (note IS NOT NULL OR (status = 'CANCELLED' AND reason IS NOT NULL)
                        OR jsonb_path_exists(lines, '$[*].note ? (@ != null)'))
                """
                        .formatted(OVER),
                userId);
    }

    /// What restaurants' own systems were told of it: after this it can't be told again.
    private static int forgetMessages(Tx tx, long userId) {
        return tx.update(
                """
                UPDATE webhook_message m
                   SET body = NULL, next_try_at = NULL,
                       status = CASE WHEN m.status = 'WAITING' THEN 'FAILED' ELSE m.status END
                  FROM ticket t
                 WHERE t.order_id = m.order_id AND m.body IS NOT NULL
                   AND (t.customer_id = ? OR t.courier_id = ?) AND %s
                """
                        .formatted(OVER),
                userId,
                userId);
    }

    private static int underWay(Tx tx, long userId) {
        return tx.one(
                """
                SELECT count(*) AS tickets FROM ticket t
                 WHERE (customer_id = ? OR courier_id = ?) AND NOT %s
                """
                        .formatted(OVER),
                row -> row.integer("tickets"),
                userId,
                userId);
    }

    private static List<String> kept(Tx tx, long userId) {
        var kept = new ArrayList<String>();
        var has =
                tx.one(
                        "SELECT EXISTS (SELECT FROM ticket WHERE customer_id = ?) AS has",
                        row -> row.flag("has"),
                        userId);
        if (has)
            kept.add(
                    "Which dishes were cooked, without a word of the customer, and the stars:"
                            + " the restaurant's own records.");
        return kept;
    }
}
