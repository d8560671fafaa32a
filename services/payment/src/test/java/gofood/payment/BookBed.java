package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.OrderApi;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.PaymentApi.Party;
import gofood.contracts.PaymentApi.Statement;
import gofood.contracts.UserApi.Role;
import gofood.payment.ledger.Entry;
import gofood.payment.ledger.Kind;
import gofood.payment.ledger.Ledger;
import gofood.payment.ledger.LedgerAccount;
import gofood.payment.ledger.Line;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Rates;
import gofood.payment.settlement.Sale;
import gofood.payment.settlement.Split;
import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The payment service, with a ledger into which a test writes what it likes, at any time.
public final class BookBed implements AutoCloseable {
    public static final long CUSTOMER = 12;

    private static final Rates RATES =
            new Rates(BigDecimal.valueOf(20), BigDecimal.valueOf(20), BigDecimal.valueOf(20));

    private final AtomicLong causes = new AtomicLong();
    public final TestBed bed;
    public final Db db;

    public BookBed(String... settings) {
        var database = TestBed.emptyDatabase("payment");
        var own = database.values().entrySet().stream();
        var all =
                Stream.concat(
                        own.flatMap(e -> Stream.of(e.getKey(), e.getValue())),
                        Stream.concat(
                                Stream.of("PAYMENT_WEBHOOK_SECRET", "whsec_" + "c2Vj".repeat(10)),
                                Stream.of(settings)));
        bed = new TestBed(new PaymentService(), all.toArray(String[]::new));
        db = Db.open(database, "payment", new SimpleMeterRegistry());
    }

    public TestClient operator() {
        return bed.as(Role.OPERATOR, 1);
    }

    /// Writes an entry at a moment of the test's choice.
    public void post(Instant at, Entry entry) {
        var ledger = new Ledger(Clock.fixed(at, ZoneOffset.UTC));
        boolean isNew = db.tx(tx -> ledger.post(tx, entry));
        assertThat(isNew).as(entry.cause()).isTrue();
    }

    /// We owe an account so much more, or less, on the platform's cost.
    public void owe(Instant at, LedgerAccount account, Kind kind, Money amount, String text) {
        owe(at, account, kind, amount, "EUR", text);
    }

    public void owe(
            Instant at,
            LedgerAccount account,
            Kind kind,
            Money amount,
            String currency,
            String text) {
        post(
                at,
                Entry.of(
                        "test " + causes.incrementAndGet(),
                        null,
                        currency,
                        Line.credit(account, kind, amount, text),
                        Line.debit(LedgerAccount.COMPENSATION, Kind.COMPENSATION, amount, text)));
    }

    /// An order that was paid by card and brought, as the service would write it.
    public void sell(Instant at, long orderId, Sale sale, long courierId, Money pay) {
        pay(at, orderId, sale, LedgerAccount.CARD);
        settle(at, orderId, sale, new Ending.Delivered(courierId), sale.price().total());
        ride(at, orderId, sale, courierId, pay);
    }

    public void pay(Instant at, long orderId, Sale sale, LedgerAccount where) {
        var kind = where.name().startsWith("cash") ? Kind.CASH : Kind.CAPTURE;
        post(
                at,
                Entry.of(
                        "capture of " + orderId,
                        orderId,
                        sale.price().currency(),
                        Line.debit(where, kind, sale.price().total(), "Paid for order " + orderId),
                        Line.credit(
                                LedgerAccount.customer(CUSTOMER),
                                Kind.CAPTURE,
                                sale.price().total(),
                                "Paid for order " + orderId)));
    }

    public void settle(Instant at, long orderId, Sale sale, Ending ending, Money kept) {
        var lines = Split.of(RATES, sale, ending, orderId, CUSTOMER, kept);
        post(at, new Entry("settlement of " + orderId, orderId, sale.currency(), lines));
        sql(
                "UPDATE payment SET settled_at = ?, courier_id = ? WHERE order_id = ?",
                at,
                ending instanceof Ending.Delivered(var courierId) ? courierId : null,
                orderId);
    }

    public void ride(Instant at, long orderId, Sale sale, long courierId, Money pay) {
        move(
                at,
                orderId,
                sale,
                Line.credit(
                        LedgerAccount.courier(courierId),
                        Kind.RIDE,
                        pay,
                        "Ride of order " + orderId),
                LedgerAccount.RIDES);
    }

    /// One line of an order, and its other side.
    public void move(
            Instant at,
            long orderId,
            Sale sale,
            gofood.payment.ledger.Line line,
            LedgerAccount other) {
        var back = new Line(other, line.kind(), line.amount().negated(), Money.ZERO, line.text());
        var cause = "%s of %d, %d".formatted(line.kind(), orderId, causes.incrementAndGet());
        post(at, Entry.of(cause, orderId, sale.price().currency(), line, back));
    }

    /// Two dishes at 10 % tax, with fees and a tip, all in cents.
    public static Sale sale(long restaurantId, long dishes, long fees, long tip) {
        var price =
                new Price(
                        Money.cents(dishes),
                        Money.cents(fees),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.cents(tip),
                        Money.cents(dishes + fees + tip),
                        "EUR",
                        null,
                        List.of());
        var line =
                new OrderApi.Line(
                        1,
                        "301",
                        "Socca",
                        1,
                        List.of(),
                        null,
                        Money.cents(dishes),
                        BigDecimal.valueOf(10));
        return new Sale(restaurantId, "Chez Test", List.of(line), price);
    }

    public TestClient staff(long restaurantId) {
        return bed.as(Role.STAFF, 70, restaurantId);
    }

    public Statement statement(Party party, long id, Instant from, Instant to) {
        var answer = operator().get(path(party, id, from, to));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(Statement.class);
    }

    public static String path(Party party, long id, Instant from, Instant to) {
        var who = party == Party.RESTAURANT ? "restaurant_id" : "courier_id";
        return "/statements?%s=%d&from=%s&to=%s".formatted(who, id, from, to);
    }

    /// What the books say that we owe.
    public Money owed(LedgerAccount account) {
        return db.tx(tx ->
                tx.find(
                                """
                                SELECT sum(balance)::bigint AS balance FROM ledger_account
                                 WHERE account = ? GROUP BY account
                                """,
                                row -> new Money(-row.number("balance")),
                                account.name())
                        .orElse(Money.ZERO));
    }

    /// Begins again with empty books, which the service itself could never do.
    public void forget() {
        unchecked(
                """
                TRUNCATE ledger_entry, ledger_line, ledger_account, payout, payment, refund,
                         idempotency
                """);
    }

    /// SQL past the triggers that guard the ledger: quick for many rows, and all that a test is
    /// allowed and the service isn't.
    public void unchecked(String sql, @Nullable Object... arguments) {
        db.run(tx -> {
            tx.update("SET LOCAL session_replication_role = replica");
            tx.update(sql, arguments);
        });
    }

    public void sql(String sql, @Nullable Object... arguments) {
        db.run(tx -> tx.update(sql, arguments));
    }

    @Override
    public void close() {
        db.close();
        bed.close();
    }
}
