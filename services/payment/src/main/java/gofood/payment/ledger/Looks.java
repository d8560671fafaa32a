package gofood.payment.ledger;

import static gofood.payment.ledger.Difference.amount;

import gofood.contracts.PaymentApi.AccountTotal;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The questions that the check asks of the tables, all from one snapshot. Each gives at most
/// [#MOST] differences.
final class Looks {
    private static final int MOST = 100;

    private Looks() {}

    static List<Difference> entries(Tx tx, long since) {
        return tx.list(
                """
                SELECT entry_id, sum(amount) AS sum FROM ledger_line
                 WHERE entry_id > ? GROUP BY entry_id HAVING sum(amount) <> 0
                 ORDER BY entry_id LIMIT ?
                """,
                row ->
                        Difference.of(
                                "entry " + row.number("entry_id"),
                                "Entry %d does not add up: %s is left over."
                                        .formatted(
                                                row.number("entry_id"), amount(row.number("sum")))),
                since,
                MOST);
    }

    /// What was summed up to the mark, and the lines since, are what each account should have.
    static List<Difference> accounts(Tx tx, long since) {
        return tx.list(
                """
                WITH summed AS (
                     SELECT account, currency, sum(balance) AS balance
                       FROM (SELECT account, currency, balance FROM ledger_checked_sum
                              UNION ALL
                             SELECT l.account, e.currency, l.amount
                               FROM ledger_line l JOIN ledger_entry e USING (entry_id)
                              WHERE l.entry_id > ?) AS all_lines
                      GROUP BY account, currency)
                SELECT account, currency, coalesce(a.balance, 0) AS kept,
                       coalesce(s.balance, 0)::bigint AS summed
                  FROM (SELECT account, currency, sum(balance)::bigint AS balance
                          FROM ledger_account GROUP BY account, currency) AS a
                  FULL JOIN summed s USING (account, currency)
                 WHERE coalesce(a.balance, 0) <> coalesce(s.balance, 0)
                 ORDER BY account, currency
                 LIMIT ?
                """,
                row ->
                        Difference.of(
                                "account %s %s"
                                        .formatted(row.text("account"), row.text("currency")),
                                "The lines of %s add up to %s %s, but its balance is %s."
                                        .formatted(
                                                row.text("account"),
                                                amount(row.number("summed")),
                                                row.text("currency"),
                                                amount(row.number("kept")))),
                since,
                MOST);
    }

    static List<Difference> totals(Tx tx) {
        return tx.list(
                """
                SELECT currency, sum(balance)::bigint AS sum FROM ledger_account
                 GROUP BY currency HAVING sum(balance) <> 0
                """,
                row ->
                        Difference.of(
                                "total " + row.text("currency"),
                                "All accounts together have %s %s instead of nothing."
                                        .formatted(
                                                amount(row.number("sum")), row.text("currency"))));
    }

    /// Of each order about which there is something new: the money that moved is what was captured
    /// less what went back; as long as the order isn't settled, that is what we owe for it, and
    /// afterwards we owe what is on its way back. Cash that was no payment has two lines of that
    /// kind, which add up to nothing.
    static List<Difference> orders(Tx tx, long since, Instant changedSince) {
        return tx.list(
                """
                WITH touched AS (
                     SELECT order_id FROM ledger_entry
                      WHERE entry_id > ? AND order_id IS NOT NULL
                      UNION SELECT order_id FROM payment WHERE changed_at >= ?
                      UNION SELECT order_id FROM ledger_difference WHERE order_id IS NOT NULL),
                booked AS (
                     SELECT e.order_id,
                            sum(l.amount) FILTER (WHERE l.account LIKE 'customer:%') AS owed,
                            sum(l.amount) FILTER (WHERE l.account = 'provider:card'
                                                     OR l.account LIKE 'cash:%'
                                                     OR l.account LIKE 'wallet:%'
                                                     OR l.kind = 'cash') AS moved
                       FROM ledger_entry e JOIN ledger_line l USING (entry_id)
                      WHERE e.order_id IN (SELECT order_id FROM touched)
                      GROUP BY e.order_id)
                SELECT order_id, captured - refunded AS kept,
                       coalesce(moved, 0)::bigint AS moved, -coalesce(owed, 0)::bigint AS owed
                  FROM touched JOIN payment p USING (order_id) LEFT JOIN booked USING (order_id)
                 WHERE captured - refunded <> coalesce(moved, 0)
                    OR -coalesce(owed, 0)
                       <> CASE WHEN settled_at IS NULL THEN captured - refunded
                               ELSE (SELECT coalesce(sum(free), 0) FROM refund r
                                      WHERE r.payment_id = p.payment_id
                                        AND r.status = 'WANTED') END
                 ORDER BY order_id
                 LIMIT ?
                """,
                row ->
                        ofOrder(
                                row,
                                "Of order %d we have %s; the ledger says %s, and that we owe %s."
                                        .formatted(
                                                row.number("order_id"),
                                                amount(row.number("kept")),
                                                amount(row.number("moved")),
                                                amount(row.number("owed")))),
                since,
                changedSince,
                MOST);
    }

    /// Orders that are over for long and still have money on their customer's account.
    static List<Difference> leftOver(Tx tx, Instant endedBefore) {
        return tx.list(
                """
                SELECT p.order_id,
                       coalesce((SELECT -sum(l.amount)
                                   FROM ledger_entry e JOIN ledger_line l USING (entry_id)
                                  WHERE e.order_id = p.order_id
                                    AND l.account LIKE 'customer:%'), 0)::bigint AS owed
                  FROM payment p
                 WHERE p.ended_at < ? AND NOT p.closed
                 ORDER BY p.ended_at LIMIT ?
                """,
                row ->
                        ofOrder(
                                row,
                                "Order %d is over, but it is not settled or %s is still owed."
                                        .formatted(
                                                row.number("order_id"),
                                                amount(row.number("owed")))),
                endedBefore,
                MOST);
    }

    private static Difference ofOrder(Row row, String what) {
        var order = row.number("order_id");
        return new Difference("order " + order, what, order);
    }

    /// Notes which of the orders that are over have nothing left on their customer's account.
    static void close(Tx tx, Instant endedBefore) {
        tx.update(
                """
                UPDATE payment SET closed = true
                 WHERE payment_id IN (
                       SELECT p.payment_id FROM payment p
                        WHERE p.ended_at < ? AND NOT p.closed AND p.settled_at IS NOT NULL
                          AND coalesce((SELECT sum(l.amount)
                                          FROM ledger_entry e JOIN ledger_line l USING (entry_id)
                                         WHERE e.order_id = p.order_id
                                           AND l.account LIKE 'customer:%'), 0) = 0
                        ORDER BY p.payment_id LIMIT 10000
                          FOR UPDATE SKIP LOCKED)
                """,
                endedBefore);
    }

    /// @param booked what the ledger says that the card provider has, in thousandths
    /// @param moving at most so much may be under way there
    record Card(long booked, long moving) {}

    /// Of each currency.
    static Map<String, Card> card(Tx tx) {
        var all = new HashMap<String, Card>();
        tx.list(
                        """
                        SELECT currency, sum(booked)::bigint AS booked, sum(moving)::bigint AS moving
                          FROM (SELECT currency, balance AS booked, 0 AS moving
                                  FROM ledger_account WHERE account = 'provider:card'
                                 UNION ALL
                                SELECT currency, 0, amount FROM payment
                                 WHERE captured = 0 AND reason IS NULL AND NOT closed
                                   AND pay_by = 'CARD'
                                   AND (state IN ('Asked', 'Unknown')
                                    OR (state = 'Authorized' AND wanted <> 'AUTHORIZED'))
                                 UNION ALL
                                SELECT p.currency, 0, r.amount
                                  FROM refund r JOIN payment p USING (payment_id)
                                 WHERE r.status = 'WANTED') AS parts
                         GROUP BY currency
                        """,
                        row ->
                                Map.entry(
                                        row.text("currency"),
                                        new Card(row.number("booked"), row.number("moving"))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    /// What stands on each kind of account.
    static List<AccountTotal> kinds(Tx tx) {
        return tx.list(
                """
                SELECT regexp_replace(account, ':[0-9]+$', '') AS kind, currency,
                       sum(balance)::bigint AS sum
                  FROM ledger_account GROUP BY 1, 2 ORDER BY 1, 2
                """,
                row ->
                        new AccountTotal(
                                row.text("kind"),
                                row.text("currency"),
                                BigDecimal.valueOf(row.number("sum"), 3)));
    }
}
