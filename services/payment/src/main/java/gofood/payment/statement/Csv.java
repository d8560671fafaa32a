package gofood.payment.statement;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.StatementLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A statement as RFC 4180 has it: a header, what was owed at first, a record for each line, what
/// is owed at last. Amounts stand for movements only, so that the column adds up to the difference
/// of the two balances.
final class Csv {
    static final String CONTENT_TYPE = "text/csv; charset=utf-8; header=present";
    private static final String HEADER = "at,kind,order_id,text,amount,vat,balance,currency";
    private static final String END = "\r\n";

    private final Writer out;
    private final String currency;
    private Money balance;

    Csv(OutputStream out, String currency, Money opening) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 32_768);
        this.currency = currency;
        this.balance = opening;
    }

    void open(Instant from) throws IOException {
        out.write(HEADER + END);
        record(from, "opening", "", "What we owed before", "", "");
    }

    void line(StatementLine line) throws IOException {
        balance = balance.plus(line.amount());
        record(
                line.at(),
                line.kind(),
                Objects.toString(line.orderId(), ""),
                line.text(),
                line.amount().toString(),
                line.vat().toString());
    }

    void close(Instant to) throws IOException {
        record(to, "closing", "", "What we owe then", "", "");
        out.flush();
    }

    private void record(
            Instant at, String kind, String orderId, String text, String amount, String vat)
            throws IOException {
        var fields =
                Stream.of(
                        at.toString(),
                        kind,
                        orderId,
                        field(text),
                        amount,
                        vat,
                        balance.toString(),
                        currency);
        out.write(fields.collect(Collectors.joining(",", "", END)));
    }

    /// A text in quotes where it needs them. Spreadsheets take a text that begins like a formula
    /// for one and would run what a stranger wrote, unless an apostrophe stands before it.
    static String field(String text) {
        var harmless = looksLikeFormula(text) ? "'" + text : text;
        var plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static boolean looksLikeFormula(String text) {
        if (text.isEmpty()) return false;
        // a tab or line break before it is passed over by spreadsheets
        var first = text.strip();
        return Character.isWhitespace(text.charAt(0))
                || (!first.isEmpty() && "=+-@".indexOf(first.charAt(0)) >= 0);
    }
}
