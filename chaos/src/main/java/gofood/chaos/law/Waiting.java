package gofood.chaos.law;

import gofood.chaos.law.Facts.Waits;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Whatever still waits in some database although its time has come. Empty when all is quiet.
public final class Waiting {
    private record Look(String service, String query) {}

    /// Timers that must have rung (a replica that took one may have died with it, which hides it
    /// for 30 seconds), and events that were not brought.
    private static final List<String> EVERYWHERE =
            List.of(
                    """
                    SELECT 'timer ' || kind || ' ' || key || coalesce(' (' || error || ')', ''), at
                      FROM timer WHERE at < now() - interval '2 seconds'
                    """,
                    """
                    SELECT 'event ' || type || ' of ' || key || ' for ' || subscriber
                           || coalesce(' (' || error || ')', ''), created_at
                      FROM outbox WHERE created_at < now() - interval '1 second'
                    """);

    private static final List<Look> SOMEWHERE =
            List.of(
                    new Look(
                            "order",
                            """
                            SELECT 'order ' || id || ' ' || status, since FROM orders
                             WHERE status NOT IN ('DELIVERED', 'DECLINED', 'REJECTED', 'CANCELLED')
                            """),
                    new Look(
                            "payment",
                            """
                            SELECT 'payment ' || payment_id || ' ' || state || ' wanted ' || wanted,
                                   changed_at
                              FROM payment
                             WHERE stuck OR state IN ('Pending', 'Asked', 'Unknown')
                                OR (state = 'Authorized')
                            """),
                    new Look(
                            "payment",
                            """
                            SELECT 'refund ' || refund_id || ' of payment ' || payment_id,
                                   created_at
                              FROM refund WHERE status = 'WANTED'
                            """),
                    new Look(
                            "payment",
                            """
                            SELECT 'webhook ' || webhook_id || ' ' || type, created_at
                              FROM provider_webhook
                            """),
                    new Look(
                            "delivery",
                            """
                            SELECT 'ride ' || delivery_id || ' of order ' || order_id || ' '
                                   || status, created_at
                              FROM delivery
                             WHERE status NOT IN ('DELIVERED', 'CANCELLED', 'RETURNED')
                            """),
                    new Look(
                            "restaurant",
                            """
                            SELECT 'ticket of order ' || order_id || ' ' || status, created_at
                              FROM ticket
                             WHERE status NOT IN ('COLLECTED', 'REJECTED', 'CANCELLED')
                            """));

    private final Ledgers databases;

    public Waiting(Ledgers databases) {
        this.databases = databases;
    }

    public List<Waits> all() throws SQLException {
        var all = new ArrayList<Waits>();
        for (var service : Ledgers.SERVICES)
            for (var query : EVERYWHERE) all.addAll(look(new Look(service, query)));
        for (var look : SOMEWHERE) all.addAll(look(look));
        return all;
    }

    private List<Waits> look(Look look) throws SQLException {
        return databases.read(
                look.service,
                look.query,
                row -> new Waits(look.service, row.getString(1), moment(row.getTimestamp(2))));
    }

    private static Instant moment(Timestamp time) {
        return time.toInstant();
    }
}
