package gofood.payment.ledger;

import gofood.platform.db.Tx;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the books. The database itself refuses an entry that doesn't add up and every change of
/// one; it brings the accounts' balances up to date when the transaction commits.
public final class Ledger {
    private static final String POST =
            """
            WITH entry AS (
                 INSERT INTO ledger_entry (at, cause, order_id, currency)
                 VALUES (?, ?, ?, ?)
                 ON CONFLICT (cause) DO NOTHING
                 RETURNING entry_id)
            INSERT INTO ledger_line (entry_id, line, account, kind, amount, vat, text)
            SELECT entry_id, line, account, kind, amount, vat, text
              FROM entry,
                   unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                   WITH ORDINALITY AS l (account, kind, amount, vat, text, line)
            """;

    /// One row for each line.
    private static final String POST_ALL =
            """
            WITH given AS (
                 SELECT DISTINCT ON (cause, line) *
                   FROM unnest(?::timestamptz[], ?::text[], ?::bigint[], ?::text[], ?::int[],
                               ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                        WITH ORDINALITY
                        AS g (at, cause, order_id, currency, line, account, kind, amount, vat,
                              text, said)
                  ORDER BY cause, line, said),
            entry AS (
                 INSERT INTO ledger_entry (at, cause, order_id, currency)
                 SELECT at, cause, order_id, currency FROM given WHERE line = 1 ORDER BY said
                 ON CONFLICT (cause) DO NOTHING
                 RETURNING entry_id, cause)
            INSERT INTO ledger_line (entry_id, line, account, kind, amount, vat, text)
            SELECT e.entry_id, g.line, g.account, g.kind, g.amount, g.vat, g.text
              FROM entry e JOIN given g USING (cause)
            """;

    private final Clock clock;

    public Ledger(Clock clock) {
        this.clock = clock;
    }

    /// Writes an entry, unless its cause was written before.
    ///
    /// @return whether something was written
    public boolean post(Tx tx, Entry entry) {
        return !entry.lines().isEmpty() && tx.update(POST, columns(entry)) > 0;
    }

    /// The same with the transaction's commit, together with its other entries: until then the
    /// entry isn't seen. Two of the same cause would fail the transaction.
    public void postLater(Tx tx, Entry entry) {
        var now = clock.instant();
        var number = 0;
        for (var line : entry.lines())
            tx.gather(
                    POST_ALL,
                    now,
                    entry.cause(),
                    entry.orderId(),
                    entry.currency().code(),
                    ++number,
                    line.account().name(),
                    line.kind().word(),
                    line.amount().mills(),
                    line.vat().mills(),
                    line.text());
    }

    private @Nullable Object[] columns(Entry entry) {
        return new @Nullable Object[] {
            clock.instant(),
            entry.cause(),
            entry.orderId(),
            entry.currency().code(),
            texts(entry, line -> line.account().name()),
            texts(entry, line -> line.kind().word()),
            amounts(entry, line -> line.amount().mills()),
            amounts(entry, line -> line.vat().mills()),
            texts(entry, Line::text)
        };
    }

    private static String[] texts(Entry entry, Function<Line, String> column) {
        return entry.lines().stream().map(column).toArray(String[]::new);
    }

    private static Long[] amounts(Entry entry, Function<Line, Long> column) {
        return entry.lines().stream().map(column).toArray(Long[]::new);
    }
}
