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

    /// The same with the transaction's commit: until then the entry isn't seen.
    public void postLater(Tx tx, Entry entry) {
        if (!entry.lines().isEmpty()) tx.later(POST, columns(entry));
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
