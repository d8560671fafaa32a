package gofood.payment.statement;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.PaymentApi.Statement;
import gofood.contracts.UserApi.Role;
import gofood.payment.statement.Statements.Book;
import gofood.payment.statement.Statements.Entered;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What restaurants and couriers can ask about their account with us.
public final class StatementRoutes {
    /// As JSON a statement is held as a whole; as CSV it is written page by page, however long.
    private static final int MOST_LINES = 10_000;

    private static final int PAGE = 1_000;

    private final Db db;
    private final Currency usualCurrency;
    private final Statements statements = new Statements();

    /// @param usualCurrency of those who haven't been owed anything yet
    public StatementRoutes(Db db, Currency usualCurrency) {
        this.db = db;
        this.usualCurrency = usualCurrency;
    }

    public Routes table() {
        var whoHasAnAccount = Access.only(Role.STAFF, Role.COURIER, Role.OPERATOR, Role.SERVICE);
        return new Routes().get("/statements", whoHasAnAccount, this::show);
    }

    private Reply show(Call call) {
        var payee =
                Payee.asked(call)
                        .orElseThrow(() ->
                                Refused.invalid("restaurant_id", "or courier_id must be given"));
        var period = Period.asked(call);
        var book = new Book(payee, currency(call, payee));
        var opening = db.tx(tx -> statements.owed(tx, book, period.from()));
        var reply =
                call.header("Accept").orElse("").contains("text/csv")
                        ? csv(book, period, opening)
                        : Reply.ok(statement(book, period, opening));
        return reply.with("Vary", "Accept").with("Cache-Control", "no-store");
    }

    private String currency(Call call, Payee payee) {
        var found = db.tx(tx -> statements.currencies(tx, payee));
        var known = found.isEmpty() ? List.of(usualCurrency.code()) : found;
        var asked = call.query("currency");
        if (asked.isEmpty() && known.size() == 1) return known.getFirst();
        return asked.filter(known::contains)
                .orElseThrow(() ->
                        Refused.invalid("currency", "must be one of " + known)
                                .with("allowed", known));
    }

    private Statement statement(Book book, Period period, Money opening) {
        var found = db.tx(tx -> statements.page(tx, book, period, 0, MOST_LINES + 1));
        if (found.size() > MOST_LINES)
            throw new Refused(
                            422,
                            "too_many_lines",
                            "These are too many lines for JSON: ask for fewer days, or for CSV.")
                    .with("most_lines", MOST_LINES);
        var lines = found.stream().map(Entered::line).toList();
        var closing = opening;
        for (var line : lines) closing = closing.plus(line.amount());
        return new Statement(
                book.payee().party(),
                book.payee().id(),
                period.from(),
                period.to(),
                book.currency(),
                opening,
                lines,
                Sums.of(lines),
                closing);
    }

    private Reply csv(Book book, Period period, Money opening) {
        var name = "statement-" + book.payee().account().name().replace(':', '-') + ".csv";
        return Reply.stream(Csv.CONTENT_TYPE, out -> write(out, book, period, opening))
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /// Each page is a transaction of its own: a client that reads slowly holds no connection.
    private void write(OutputStream out, Book book, Period period, Money opening)
            throws IOException {
        var csv = new Csv(out, book.currency(), opening);
        csv.open(period.from());
        var page = page(book, period, 0);
        while (!page.isEmpty()) {
            for (var entered : page) csv.line(entered.line());
            page = page(book, period, page.getLast().entryId());
        }
        csv.close(period.to());
    }

    private List<Entered> page(Book book, Period period, long after) {
        return db.tx(tx -> statements.page(tx, book, period, after, PAGE));
    }
}
