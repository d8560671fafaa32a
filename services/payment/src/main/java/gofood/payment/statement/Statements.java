package gofood.payment.statement;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.StatementLine;
import gofood.payment.ledger.Kind;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Reads an account in the ledger from its owner's side: there, what we owe them is positive.
final class Statements {
    /// A line and the entry that it is of.
    record Entered(long entryId, StatementLine line) {}

    /// Whose account, in which currency.
    record Book(Payee payee, String currency) {}

    /// In which currencies they have ever been owed something.
    List<String> currencies(Tx tx, Payee payee) {
        return tx.list(
                """
                SELECT DISTINCT currency FROM ledger_account WHERE account = ANY (?) ORDER BY 1
                """,
                row -> row.text("currency"),
                accounts(payee));
    }

    /// What we owed them at a moment.
    Money owed(Tx tx, Book book, Instant at) {
        return tx.one(
                """
                SELECT coalesce(-sum(amount), 0) AS owed
                  FROM ledger_line JOIN ledger_entry USING (entry_id)
                 WHERE account = ANY (?) AND currency = ? AND at < ?
                """,
                row -> new Money(row.number("owed")),
                accounts(book.payee()),
                book.currency(),
                at);
    }

    /// The next lines of a period: those of whole entries, so that there may be some more than
    /// `least`. An account is read along its index as far as the page needs. The database takes
    /// accounts for small and would rather join and sort all of a large one for each page; `OFFSET
    /// 0` keeps it from that.
    ///
    /// @param after the entry after which to go on
    List<Entered> page(Tx tx, Book book, Period period, long after, int least) {
        return tx.list(
                """
                SELECT * FROM (
                    SELECT found.*
                      FROM unnest(?) AS mine,
                           LATERAL (
                             SELECT entry_id, line, at, order_id, kind, text, amount, vat
                               FROM ledger_line,
                                    LATERAL (
                                      SELECT at, order_id FROM ledger_entry
                                       WHERE ledger_entry.entry_id = ledger_line.entry_id
                                         AND currency = ? AND at >= ? AND at < ? OFFSET 0) AS entry
                              WHERE account = mine AND entry_id > ?
                              ORDER BY entry_id FETCH FIRST ? ROWS WITH TIES) AS found
                     ORDER BY entry_id FETCH FIRST ? ROWS WITH TIES) AS page
                 ORDER BY entry_id, line
                """,
                Statements::read,
                accounts(book.payee()),
                book.currency(),
                period.from(),
                period.to(),
                after,
                least,
                least);
    }

    private static Object accounts(Payee payee) {
        return payee.accounts().toArray(String[]::new);
    }

    private static Entered read(Row row) {
        return new Entered(
                row.number("entry_id"),
                new StatementLine(
                        row.instant("at"),
                        told(Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT))).word(),
                        row.findNumber("order_id"),
                        row.text("text"),
                        new Money(-row.number("amount")),
                        new Money(-row.number("vat"))));
    }

    /// Statements know fewer kinds than the ledger: what the customer paid a courier in cash is
    /// cash to the courier.
    private static Kind told(Kind kind) {
        return switch (kind) {
            case SALE, COMMISSION, RIDE, TIP, REFUND, PROMOTION, COMPENSATION, CASH, PAYOUT -> kind;
            case CAPTURE -> Kind.CASH;
            case FEE, VAT -> Kind.COMMISSION;
            case CREDIT -> Kind.COMPENSATION;
        };
    }
}
