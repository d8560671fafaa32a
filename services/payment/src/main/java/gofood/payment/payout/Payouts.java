package gofood.payment.payout;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.PaymentApi.Party;
import gofood.contracts.PaymentApi.Payout;
import gofood.payment.statement.Payee;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The payouts as they are stored, and what the ledger says is owed.
final class Payouts {
    /// Which payouts a list shows; null means any.
    ///
    /// @param visible what the one who asks may see
    record Filter(
            @Nullable Payee payee,
            @Nullable Party party,
            @Nullable Instant until,
            Visible visible) {}

    /// @param all for operators; otherwise those of these restaurants and of this courier
    @SuppressWarnings("ArrayRecordComponent")
    record Visible(boolean all, Long[] restaurants, long courier) {
        static final Visible ALL = new Visible(true, new Long[0], 0);
    }

    /// Lets one run at a time pay this kind of party; until the transaction ends.
    void lock(Tx tx, Party party) {
        tx.one(
                "SELECT pg_advisory_xact_lock(hashtextextended('payouts to ' || ?, 0))",
                _ -> true,
                party);
    }

    /// Everybody who has ever been owed something.
    List<Payee> payees(Tx tx, Party party) {
        return tx.list(
                """
                SELECT DISTINCT split_part(account, ':', 2)::bigint AS id
                  FROM ledger_account WHERE split_part(account, ':', 1) = lower(?) ORDER BY id
                """,
                row -> new Payee(party, row.number("id")),
                party);
    }

    /// What was on their accounts at a moment, less all that was paid out, whenever that was: a run
    /// for last week counts the run of yesterday.
    List<Owed> owed(Tx tx, Party party, List<Payee> payees, Instant until) {
        var accounts = payees.stream().flatMap(Payee::accounts).toArray(String[]::new);
        return tx.list(
                """
                WITH later AS (
                    SELECT account, currency, sum(amount) AS amount
                      FROM ledger_entry JOIN ledger_line USING (entry_id)
                     WHERE at >= ? AND account = ANY (?) AND kind <> 'payout'
                     GROUP BY account, currency),
                standing AS (
                    SELECT split_part(account, ':', 1) AS what, currency,
                           split_part(account, ':', 2)::bigint AS id,
                           balance - coalesce(amount, 0) AS balance
                      FROM ledger_account LEFT JOIN later USING (account, currency)
                     WHERE account = ANY (?))
                SELECT id, currency,
                       coalesce(sum(balance) FILTER (WHERE what <> 'cash'), 0) AS own,
                       coalesce(sum(balance) FILTER (WHERE what = 'cash'), 0) AS cash
                  FROM standing GROUP BY id, currency ORDER BY id, currency
                """,
                row ->
                        new Owed(
                                new Payee(party, row.number("id")),
                                new Currency(row.text("currency")),
                                new Money(row.number("own")),
                                new Money(row.number("cash"))),
                until,
                accounts,
                accounts);
    }

    /// @return nothing when they were paid for this moment already
    Optional<Payout> insert(Tx tx, Owed owed, Instant until, Instant now) {
        return tx.find(
                """
                INSERT INTO payout (party, party_id, amount, currency, until, paid_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (party, party_id, currency, until) DO NOTHING
                RETURNING *
                """,
                Payouts::read,
                owed.payee().party(),
                owed.payee().id(),
                owed.payable().mills(),
                owed.currency().code(),
                until,
                now);
    }

    /// The newest first.
    ///
    /// @param before the id before which to go on
    List<Payout> page(Tx tx, Filter filter, long before, int limit) {
        var where = new StringBuilder("payout_id < ?");
        var arguments = new ArrayList<Object>(List.of(before));
        if (filter.party != null) {
            where.append(" AND party = ?");
            arguments.add(filter.party);
        }
        if (filter.payee != null) {
            where.append(" AND party = ? AND party_id = ?");
            arguments.addAll(List.of(filter.payee.party(), filter.payee.id()));
        }
        if (filter.until != null) {
            where.append(" AND until = ?");
            arguments.add(filter.until);
        }
        if (!filter.visible.all) {
            where.append(
                    """
                     AND (party = 'RESTAURANT' AND party_id = ANY (?)
                          OR party = 'COURIER' AND party_id = ?)\
                    """);
            arguments.addAll(List.of(filter.visible.restaurants, filter.visible.courier));
        }
        arguments.add(limit);
        return tx.list(
                "SELECT * FROM payout WHERE " + where + " ORDER BY payout_id DESC LIMIT ?",
                Payouts::read,
                arguments.toArray());
    }

    private static Payout read(Row row) {
        return new Payout(
                row.number("payout_id"),
                Party.valueOf(row.text("party")),
                row.number("party_id"),
                new Money(row.number("amount")),
                row.text("currency"),
                row.instant("until"),
                row.instant("paid_at"));
    }
}
