package gofood.payment.desk;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.PaymentApi.NewCredit;
import gofood.contracts.PaymentApi.Wallet;
import gofood.contracts.PaymentApi.WalletEntry;
import gofood.contracts.UserApi.Role;
import gofood.payment.ledger.Entry;
import gofood.payment.ledger.Kind;
import gofood.payment.ledger.Ledger;
import gofood.payment.ledger.LedgerAccount;
import gofood.payment.ledger.Line;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.util.List;

/// Credit: its owner sees it, operators give it.
public final class WalletRoutes {
    private static final int ENTRIES = 50;

    private final Db db;
    private final Ledger ledger;
    private final Currency currency;
    private final Clock clock;

    public WalletRoutes(Db db, Ledger ledger, Currency currency, Clock clock) {
        this.db = db;
        this.ledger = ledger;
        this.currency = currency;
        this.clock = clock;
    }

    public Routes table() {
        return new Routes()
                .get("/wallet", Access.SIGNED_IN, this::show)
                .create("/wallets/{customer_id}/credits", Access.only(Role.OPERATOR), this::give);
    }

    private Reply show(Call call) {
        var customer = call.person().id();
        return Reply.ok(db.tx(tx -> wallet(tx, customer)));
    }

    private Creation give(Call call) {
        var customer = call.id("customer_id");
        if (customer < 1) throw Refused.notFound("customer");
        var credit = call.body(NewCredit.class);
        if (!currency.holds(credit.amount()))
            throw Refused.invalid("amount", "has more decimals than " + currency);
        return tx -> {
            var id = insert(tx, customer, credit, call.person().id());
            var text = credit.reason().strip();
            ledger.post(
                    tx,
                    new Entry(
                            "credit " + id,
                            null,
                            currency,
                            List.of(
                                    Line.debit(
                                            LedgerAccount.CREDITS,
                                            Kind.CREDIT,
                                            credit.amount(),
                                            text),
                                    Line.credit(
                                            LedgerAccount.wallet(customer),
                                            Kind.CREDIT,
                                            credit.amount(),
                                            text))));
            return Reply.created(
                    "/wallets/%d/credits/%d".formatted(customer, id),
                    new WalletEntry(clock.instant(), credit.amount(), text, null));
        };
    }

    private long insert(Tx tx, long customer, NewCredit credit, long operator) {
        return tx.one(
                """
                INSERT INTO wallet_credit
                       (customer_id, amount, currency, reason, given_by, given_at)
                VALUES (?, ?, ?, ?, ?, ?)
                RETURNING credit_id
                """,
                row -> row.number("credit_id"),
                customer,
                credit.amount().mills(),
                currency.code(),
                credit.reason().strip(),
                operator,
                clock.instant());
    }

    private Wallet wallet(Tx tx, long customer) {
        var account = LedgerAccount.wallet(customer).name();
        var entries =
                tx.list(
                        """
                        SELECT e.at, l.amount, l.text, e.order_id
                          FROM ledger_line l JOIN ledger_entry e USING (entry_id)
                         WHERE l.account = ? AND e.currency = ?
                         ORDER BY l.entry_id DESC, l.line LIMIT ?
                        """,
                        row ->
                                new WalletEntry(
                                        row.instant("at"),
                                        new Money(-row.number("amount")),
                                        row.text("text"),
                                        row.findNumber("order_id")),
                        account,
                        currency.code(),
                        ENTRIES);
        var free = new Money(WalletDesk.free(tx, account, currency.code()));
        return new Wallet(free, currency.code(), entries);
    }
}
