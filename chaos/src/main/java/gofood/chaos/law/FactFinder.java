package gofood.chaos.law;

import gofood.chaos.crowd.Phone;
import gofood.chaos.crowd.Placement;
import gofood.chaos.crowd.Witness;
import gofood.chaos.law.Facts.Applied;
import gofood.chaos.law.Facts.Books;
import gofood.chaos.law.Facts.Charge;
import gofood.chaos.law.Facts.Seen;
import gofood.chaos.law.Facts.Sent;
import gofood.chaos.law.Facts.StoredOrder;
import gofood.chaos.law.Facts.StoredPayment;
import gofood.chaos.law.Facts.StoredRide;
import gofood.chaos.law.Facts.StoredTicket;
import gofood.chaos.law.Facts.TimelineStep;
import gofood.chaos.law.Facts.Traffic;
import gofood.chaos.law.Facts.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Collects the [Facts].
public final class FactFinder {
    /// What chaos itself puts into an outbox.
    public static final String POISON = "chaos.poison";

    private final Ledgers databases;
    private final Phone operator;

    public FactFinder(Ledgers databases, Phone operator) {
        this.databases = databases;
        this.operator = operator;
    }

    public Facts collect(Witness witness) throws SQLException {
        var placements = witness.placements();
        return new Facts(
                Instant.now(),
                placements,
                witness.deliveredBy(),
                seen(placements),
                orders(),
                payments(),
                charges(),
                rides(),
                databases.read(
                        "restaurant",
                        "SELECT order_id, status FROM ticket",
                        row -> new StoredTicket(row.getLong(1), row.getString(2))),
                books(),
                traffic(),
                new Waiting(databases).all());
    }

    private static Map<String, Seen> seen(List<Placement> placements) {
        var all = new HashMap<String, Seen>();
        for (var placement : placements)
            if (placement.isPlaced()) all.put(placement.key(), seen(placement));
        return all;
    }

    private static Seen seen(Placement placement) {
        var repeated = placement.customer().repeat(placement).text();
        var shown = placement.customer().look(placement.orderId());
        if (!shown.isGood()) return new Seen(repeated, null);
        var order = shown.json();
        return new Seen(
                repeated,
                new View(
                        order.path("order_id").asLong(),
                        order.path("note").asText(),
                        order.path("restaurant_id").asLong(),
                        order.path("status").asText()));
    }

    private List<StoredOrder> orders() throws SQLException {
        return databases.read(
                "order",
                """
                SELECT o.id, coalesce(o.note, '') AS note, o.status,
                       ((o.price ->> 'total')::numeric * 1000)::bigint AS total,
                       greatest(o.refunded - o.cheaper, 0) AS given,
                       (SELECT coalesce(e.by, '') FROM order_step e
                         WHERE e.order_id = o.id AND e.status = o.status
                         ORDER BY e.step LIMIT 1) AS ended_by,
                       coalesce((SELECT e.why FROM order_step e
                         WHERE e.order_id = o.id AND e.status = o.status
                         ORDER BY e.step LIMIT 1), '') AS why,
                       (SELECT string_agg(s.step || ':' || s.status, ',' ORDER BY s.step)
                          FROM order_step s WHERE s.order_id = o.id) AS timeline
                  FROM orders o ORDER BY o.id
                """,
                row ->
                        new StoredOrder(
                                row.getLong("id"),
                                row.getString("note"),
                                row.getString("status"),
                                row.getLong("total"),
                                row.getLong("given"),
                                row.getString("ended_by"),
                                row.getString("why"),
                                timeline(row)));
    }

    private static List<TimelineStep> timeline(ResultSet row) throws SQLException {
        var text = row.getString("timeline");
        if (text == null) return List.of();
        return Arrays.stream(text.split(",", -1))
                .map(step -> step.split(":", 2))
                .map(step -> new TimelineStep(Integer.parseInt(step[0]), step[1]))
                .toList();
    }

    private List<StoredPayment> payments() throws SQLException {
        return databases.read(
                "payment",
                """
                SELECT payment_id, order_id, state, wanted, captured, refunded, pay_by, stuck,
                       ((settlement ->> 'charged')::numeric * 1000)::bigint AS charged
                  FROM payment ORDER BY payment_id
                """,
                row -> {
                    var charged = row.getLong("charged");
                    return new StoredPayment(
                            row.getLong("payment_id"),
                            row.getLong("order_id"),
                            row.getString("state"),
                            row.getString("wanted"),
                            row.getLong("captured"),
                            row.getLong("refunded"),
                            row.getObject("charged") == null ? null : charged,
                            row.getString("pay_by").equalsIgnoreCase("card"),
                            row.getBoolean("stuck"));
                });
    }

    private List<Charge> charges() throws SQLException {
        return databases.read(
                "payment",
                "SELECT reference, payment_id, status, captured, refunded FROM provider_charge",
                row ->
                        new Charge(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5)));
    }

    private List<StoredRide> rides() throws SQLException {
        return databases.read(
                "delivery",
                """
                SELECT delivery_id, order_id, status, courier_id,
                       (SELECT string_agg(s ->> 'status', ',' ORDER BY (s ->> 'step')::int)
                          FROM jsonb_array_elements(timeline) s) AS timeline
                  FROM delivery ORDER BY delivery_id
                """,
                row -> {
                    var courier = row.getLong("courier_id");
                    return new StoredRide(
                            row.getLong("delivery_id"),
                            row.getLong("order_id"),
                            row.getString("status"),
                            row.getObject("courier_id") == null ? null : courier,
                            Arrays.stream(row.getString("timeline").split(",", -1))
                                    .map(FactFinder::stored)
                                    .toList());
                });
    }

    /// `AtRestaurant` of the wire is `AT_RESTAURANT` in a column.
    private static String stored(String word) {
        return word.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    private Books books() throws SQLException {
        var uneven =
                databases.read(
                        "payment",
                        """
                        SELECT entry_id FROM ledger_line
                         GROUP BY entry_id HAVING sum(amount) <> 0
                        """,
                        row -> row.getLong(1));
        var stray =
                databases.read(
                        "payment",
                        """
                        SELECT coalesce(a.account, l.account), a.balance, l.balance
                          FROM (SELECT account, currency, sum(balance) AS balance
                                  FROM ledger_account GROUP BY account, currency) a
                          FULL JOIN (SELECT account, currency, sum(amount) AS balance
                                  FROM ledger_line JOIN ledger_entry USING (entry_id)
                                 GROUP BY account, currency) l USING (account, currency)
                         WHERE a.balance IS DISTINCT FROM l.balance
                        """,
                        row ->
                                "%s has %s, its lines %s"
                                        .formatted(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3)));
        var sums =
                databases.read(
                        "payment",
                        "SELECT count(DISTINCT entry_id), coalesce(sum(amount), 0) FROM ledger_line",
                        row -> Map.entry(row.getLong(1), row.getBigDecimal(2)));
        var sum = sums.getFirst();
        return new Books(sum.getKey(), uneven, sum.getValue(), stray, ledgerCheck());
    }

    private String ledgerCheck() {
        var answer = operator.get("ledger", "/ledger/check");
        var check = answer.json();
        var good =
                answer.isGood()
                        && check.path("balanced").asBoolean()
                        && check.path("differences").isEmpty();
        return good ? "" : "%d %s".formatted(answer.status(), answer.text());
    }

    private Traffic traffic() throws SQLException {
        var sent = new ArrayList<Sent>();
        var applied = new ArrayList<Applied>();
        for (var service : Ledgers.SERVICES) {
            var waiting =
                    new HashSet<Long>(
                            databases.read(
                                    service, "SELECT position FROM outbox", row -> row.getLong(1)));
            sent.addAll(
                    databases.read(
                            service,
                            """
                            SELECT position, id, subscriber, key, type FROM chaos.sent
                             WHERE type <> '%s' ORDER BY position
                            """
                                    .formatted(POISON),
                            row ->
                                    new Sent(
                                            service,
                                            row.getLong(1),
                                            row.getObject(2, UUID.class),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            waiting.contains(row.getLong(1)))));
            applied.addAll(
                    databases.read(
                            service,
                            "SELECT number, id FROM chaos.applied",
                            row ->
                                    new Applied(
                                            service,
                                            row.getLong(1),
                                            row.getObject(2, UUID.class))));
        }
        return new Traffic(sent, applied);
    }
}
