package gofood.payment.ledger;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.LedgerEntry;
import gofood.contracts.PaymentApi.LedgerEntryList;
import gofood.contracts.PaymentApi.LedgerLine;
import gofood.contracts.UserApi.Role;
import gofood.platform.db.Db;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The books, for operators.
public final class LedgerRoutes {
    private static final int PAGE = 20;
    private static final Access OPERATORS = Access.only(Role.OPERATOR);

    private final Db db;
    private final BookCheck check;

    public LedgerRoutes(Db db, BookCheck check) {
        this.db = db;
        this.check = check;
    }

    public Routes table() {
        return new Routes()
                .get("/ledger/entries", OPERATORS, this::list)
                .get("/ledger/check", OPERATORS, this::check);
    }

    private Reply list(Call call) {
        var before = call.cursor(Long.MAX_VALUE);
        var order = call.queryNumber("order_id").orElse(null);
        var account = call.query("account").orElse(null);
        var page =
                Page.of(
                        call.limit(PAGE),
                        most -> db.tx(tx -> entries(tx, order, account, before, most)),
                        LedgerEntry::entryId);
        return Reply.ok(new LedgerEntryList(page.entries(), page.nextCursor()));
    }

    private static List<LedgerEntry> entries(
            Tx tx, @Nullable Long order, @Nullable String account, long before, int most) {
        var where = new StringBuilder("entry_id < ?");
        var arguments = new ArrayList<Object>(List.of(before));
        if (order != null) {
            where.append(" AND order_id = ?");
            arguments.add(order);
        }
        if (account != null) {
            // found by the account's index, the newest first
            where.append(" AND entry_id IN (SELECT entry_id FROM ledger_line WHERE account = ?)");
            arguments.add(account);
        }
        arguments.add(most);
        return tx.list(
                """
                SELECT e.*, (SELECT json_agg(json_build_array(account, amount) ORDER BY line)
                               FROM ledger_line l WHERE l.entry_id = e.entry_id) AS lines
                  FROM ledger_entry e WHERE %s ORDER BY entry_id DESC LIMIT ?
                """
                        .formatted(where),
                LedgerRoutes::read,
                arguments.toArray());
    }

    private static LedgerEntry read(Row row) {
        var lines = new ArrayList<LedgerLine>();
        for (var line : Json.tree(row.text("lines").getBytes(StandardCharsets.UTF_8)))
            lines.add(new LedgerLine(line.path(0).asText(), new Money(line.path(1).asLong())));
        return new LedgerEntry(
                row.number("entry_id"),
                row.instant("at"),
                row.text("cause"),
                row.findNumber("order_id"),
                row.text("currency"),
                lines);
    }

    private Reply check(Call call) {
        var full = call.queryFlag("full").orElse(false);
        return Reply.ok(check.run(full));
    }
}
