package gofood.payment.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.Party;
import gofood.contracts.PaymentApi.Statement;
import gofood.contracts.PaymentApi.StatementLine;
import gofood.payment.BookBed;
import gofood.payment.ledger.Kind;
import gofood.payment.ledger.LedgerAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever is entered, a statement adds up. The seed is printed when it doesn't.
class StatementPropertyTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration ALL = Duration.ofDays(90);
    private static final long COURIER = 31;
    private static final int ENTRIES = 300;
    private static final List<Kind> KINDS = List.of(Kind.values());

    private static final long SEED = new Random().nextLong();
    private static final Random RANDOM = new Random(SEED);
    private static BookBed books;

    @BeforeAll
    static void start() {
        books = new BookBed();
        for (int i = 0; i < ENTRIES; i++) enter(i);
    }

    @AfterAll
    static void stop() {
        books.close();
    }

    /// Not in the order of time, as entries of several replicas may be.
    private static void enter(int number) {
        var kind = KINDS.get(RANDOM.nextInt(KINDS.size()));
        var account =
                RANDOM.nextInt(3) == 0
                        ? LedgerAccount.cash(COURIER)
                        : LedgerAccount.courier(COURIER);
        var amount = Money.cents(RANDOM.nextInt(20_000) - 8_000);
        if (amount.isZero()) return;
        books.owe(anyMoment(), account, kind, amount, "entry " + number);
    }

    private static Instant anyMoment() {
        return START.plusSeconds(RANDOM.nextLong(ALL.toSeconds()));
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }

    private static Money sum(Statement statement, String kind) {
        return sum(
                statement.lines().stream()
                        .filter(line -> line.kind().equals(kind))
                        .map(StatementLine::amount));
    }

    @Test
    void opening_and_lines_are_the_closing_and_the_next_opening() {
        for (int i = 0; i < 25; i++) {
            var from = anyMoment();
            var to = from.plusSeconds(1 + RANDOM.nextLong(Duration.ofDays(30).toSeconds()));
            var statement = books.statement(Party.COURIER, COURIER, from, to);
            var lines = sum(statement.lines().stream().map(StatementLine::amount));
            assertThat(statement.closing())
                    .as("seed " + SEED)
                    .isEqualTo(statement.opening().plus(lines));
            var next = books.statement(Party.COURIER, COURIER, to, to.plusSeconds(1));
            assertThat(next.opening()).as("seed " + SEED).isEqualTo(statement.closing());
        }
        var whole = books.statement(Party.COURIER, COURIER, START, START.plus(ALL));
        assertThat(whole.opening()).isEqualTo(Money.ZERO);
        var owed =
                books.owed(LedgerAccount.courier(COURIER))
                        .plus(books.owed(LedgerAccount.cash(COURIER)));
        assertThat(whole.closing()).as("seed " + SEED).isEqualTo(owed);
    }

    @Test
    void the_sums_agree_with_the_lines_and_leave_nothing_out() {
        var statement = books.statement(Party.COURIER, COURIER, START, START.plus(ALL));
        var sums = statement.sums();
        assertThat(sums.sales()).isEqualTo(sum(statement, "sale"));
        assertThat(sums.commission()).isEqualTo(sum(statement, "commission"));
        assertThat(sums.rides()).isEqualTo(sum(statement, "ride"));
        assertThat(sums.tips()).isEqualTo(sum(statement, "tip"));
        assertThat(sums.refunds()).isEqualTo(sum(statement, "refund"));
        assertThat(sums.promotions()).isEqualTo(sum(statement, "promotion"));
        assertThat(sums.compensations()).isEqualTo(sum(statement, "compensation"));
        assertThat(sums.cash()).isEqualTo(sum(statement, "cash"));
        assertThat(sums.payouts()).isEqualTo(sum(statement, "payout"));
        var parts =
                Stream.of(
                        sums.sales(),
                        sums.commission(),
                        sums.rides(),
                        sums.tips(),
                        sums.refunds(),
                        sums.promotions(),
                        sums.compensations(),
                        sums.cash(),
                        sums.payouts());
        assertThat(sum(parts))
                .as("seed " + SEED)
                .isEqualTo(statement.closing().minus(statement.opening()));
    }

    @Test
    void csv_has_the_same_lines_in_the_same_order() {
        var from = anyMoment();
        var to = from.plus(Duration.ofDays(20));
        var statement = books.statement(Party.COURIER, COURIER, from, to);
        var answer =
                books.operator()
                        .get(BookBed.path(Party.COURIER, COURIER, from, to), "Accept", "text/csv");
        var records = CsvReader.read(new String(answer.raw().body(), UTF_8));
        assertThat(records.get(1).get(6)).isEqualTo(statement.opening().toString());
        var told =
                statement.lines().stream()
                        .map(line ->
                                List.of(
                                        line.at().toString(),
                                        line.kind(),
                                        line.text(),
                                        line.amount().toString()))
                        .toList();
        var written =
                records.subList(2, records.size() - 1).stream()
                        .map(it -> List.of(it.get(0), it.get(1), it.get(3), it.get(4)))
                        .toList();
        assertThat(written).as("seed " + SEED).isEqualTo(told);
        assertThat(records.getLast().get(6)).isEqualTo(statement.closing().toString());
    }
}
