package gofood.payment.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.Party;
import gofood.contracts.PaymentApi.Statement;
import gofood.contracts.PaymentApi.StatementLine;
import gofood.contracts.UserApi.Role;
import gofood.payment.BookBed;
import gofood.payment.ledger.Kind;
import gofood.payment.ledger.LedgerAccount;
import gofood.payment.ledger.Line;
import gofood.payment.settlement.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What restaurants and couriers are told, of entries as the service writes them.
class StatementTest {
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");
    private static final Money PAY = Money.cents(450);
    private static final AtomicLong NUMBERS = new AtomicLong(100);

    private static BookBed books;

    @BeforeAll
    static void start() {
        books = new BookBed();
    }

    @AfterAll
    static void stop() {
        books.close();
    }

    private static long number() {
        return NUMBERS.incrementAndGet();
    }

    @Test
    void a_restaurants_month_tells_sales_commission_refunds_and_payouts() {
        var restaurant = number();
        var account = LedgerAccount.restaurant(restaurant);
        var sale = BookBed.sale(restaurant, 3000, 399, 200);
        var order = number();
        books.owe(MAY.minusSeconds(1), account, Kind.COMPENSATION, Money.cents(500), "A present");
        books.sell(NOON, order, sale, number(), PAY);
        var refund = Line.debit(account, Kind.REFUND, Money.cents(1100), "A dish was missing");
        books.move(
                NOON.plusSeconds(60),
                order,
                sale,
                refund.withVat(Money.cents(100)),
                LedgerAccount.CARD);
        books.move(
                NOON.plusSeconds(90),
                order,
                sale,
                Line.debit(account, Kind.PAYOUT, Money.cents(1000), "Paid out"),
                LedgerAccount.BANK);
        var statement = books.statement(Party.RESTAURANT, restaurant, MAY, JUNE);
        assertThat(statement.opening()).isEqualTo(Money.cents(500));
        assertThat(statement.lines())
                .extracting(StatementLine::kind, StatementLine::amount, StatementLine::vat)
                .containsExactly(
                        tuple("sale", Money.cents(3000), Money.cents(273)),
                        tuple("commission", Money.cents(-720), Money.cents(-120)),
                        tuple("refund", Money.cents(-1100), Money.cents(-100)),
                        tuple("payout", Money.cents(-1000), Money.ZERO));
        assertThat(statement.lines()).allMatch(line -> line.orderId() == order);
        var sums = statement.sums();
        assertThat(sums.orders()).isEqualTo(1);
        assertThat(sums.sales()).isEqualTo(Money.cents(3000));
        assertThat(sums.commission()).isEqualTo(Money.cents(-720));
        assertThat(sums.refunds()).isEqualTo(Money.cents(-1100));
        assertThat(sums.payouts()).isEqualTo(Money.cents(-1000));
        assertThat(sums.vat()).isEqualTo(Money.cents(53));
        assertThat(statement.closing()).isEqualTo(Money.cents(680));
        assertThat(statement.currency()).isEqualTo("EUR");
    }

    @Test
    void a_courier_sees_the_cash_that_they_hold_against_their_pay() {
        var courier = number();
        var sale = BookBed.sale(number(), 2000, 399, 150);
        var order = number();
        books.pay(NOON, order, sale, LedgerAccount.cash(courier));
        books.settle(NOON, order, sale, new Ending.Delivered(courier), sale.price().total());
        books.ride(NOON, order, sale, courier, PAY);
        var statement = books.statement(Party.COURIER, courier, MAY, JUNE);
        assertThat(statement.sums().cash()).isEqualTo(Money.cents(-2549));
        assertThat(statement.sums().tips()).isEqualTo(Money.cents(150));
        assertThat(statement.sums().rides()).isEqualTo(PAY);
        assertThat(statement.sums().orders()).isEqualTo(1);
        assertThat(statement.closing()).isEqualTo(Money.cents(150 + 450 - 2549));
    }

    @Test
    void the_first_moment_counts_and_the_last_does_not() {
        var courier = number();
        var account = LedgerAccount.courier(courier);
        books.owe(MAY, account, Kind.RIDE, Money.cents(100), "first");
        books.owe(JUNE, account, Kind.RIDE, Money.cents(200), "too late");
        var may = books.statement(Party.COURIER, courier, MAY, JUNE);
        assertThat(may.lines()).extracting(StatementLine::text).containsExactly("first");
        var june = books.statement(Party.COURIER, courier, JUNE, JUNE.plusSeconds(1));
        assertThat(june.opening()).isEqualTo(may.closing());
        assertThat(june.lines()).extracting(StatementLine::text).containsExactly("too late");
    }

    @Test
    void csv_says_what_json_says_and_no_spreadsheet_runs_it() {
        var restaurant = number();
        var account = LedgerAccount.restaurant(restaurant);
        var texts =
                List.of(
                        "=HYPERLINK(\"http://x\",\"y\")",
                        "+1",
                        "-1",
                        "@SUM(A1)",
                        "\t=1",
                        "one, two",
                        "say \"no\"",
                        "two\r\nlines",
                        "Crêpe à l'œuf 🥞",
                        "");
        for (var text : texts) books.owe(NOON, account, Kind.SALE, Money.cents(1234), text);
        var path = BookBed.path(Party.RESTAURANT, restaurant, MAY, JUNE);
        var answer = books.staff(restaurant).get(path, "Accept", "text/csv");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"statement-restaurant-" + restaurant + ".csv\"");
        var records = CsvReader.read(new String(answer.raw().body(), UTF_8));
        assertThat(String.join(",", records.getFirst()))
                .isEqualTo("at,kind,order_id,text,amount,vat,balance,currency");
        assertThat(records).hasSize(texts.size() + 3).allMatch(record -> record.size() == 8);
        assertThat(records.get(1))
                .containsExactly(
                        MAY.toString(),
                        "opening",
                        "",
                        "What we owed before",
                        "",
                        "",
                        "0.00",
                        "EUR");
        assertThat(records.getLast())
                .contains(JUNE.toString(), "closing", "123.40")
                .doesNotContain("12.34");
        for (int i = 0; i < texts.size(); i++) {
            var record = records.get(i + 2);
            var guarded = (i < 5 ? "'" : "") + texts.get(i);
            assertThat(record.get(3)).isEqualTo(guarded);
            assertThat(record.get(4)).isEqualTo("12.34");
            assertThat(record.get(1)).isEqualTo("sale");
        }
    }

    @Test
    void a_negative_amount_is_a_number_and_not_guarded() {
        var courier = number();
        books.owe(NOON, LedgerAccount.courier(courier), Kind.REFUND, Money.cents(-250), "spilt");
        var csv =
                books.operator()
                        .get(
                                BookBed.path(Party.COURIER, courier, MAY, JUNE),
                                "Accept",
                                "text/csv;q=0.9, */*;q=0.1");
        var records = CsvReader.read(new String(csv.raw().body(), UTF_8));
        assertThat(records.get(2).subList(4, 8)).containsExactly("-2.50", "0.00", "-2.50", "EUR");
    }

    @Test
    void too_many_lines_for_json_are_told_and_come_as_csv() {
        var restaurant = number();
        var lines = 10_001;
        books.unchecked(
                """
                WITH entry AS (
                    INSERT INTO ledger_entry (at, cause, currency)
                    SELECT ?, 'many ' || n, 'EUR' FROM generate_series(1, ?) AS n
                    RETURNING entry_id)
                INSERT INTO ledger_line (entry_id, line, account, kind, amount, text)
                SELECT entry_id, line, CASE line WHEN 1 THEN ? ELSE 'bank' END, 'sale',
                       CASE line WHEN 1 THEN -10 ELSE 10 END, 'a cent'
                  FROM entry, generate_series(1, 2) AS line
                """,
                NOON,
                lines,
                "restaurant:" + restaurant);
        var path = BookBed.path(Party.RESTAURANT, restaurant, MAY, JUNE);
        var json = books.operator().get(path);
        assertThat(json.status()).isEqualTo(422);
        assertThat(json.code()).isEqualTo("too_many_lines");
        assertThat(json.body().path("most_lines").asInt()).isEqualTo(10_000);
        var csv = books.operator().get(path, "Accept", "text/csv");
        var records = CsvReader.read(new String(csv.raw().body(), UTF_8));
        assertThat(records).hasSize(lines + 3);
        assertThat(records.getLast().get(6)).isEqualTo("100.01");
    }

    @Test
    void statements_are_for_those_whose_money_it_is() {
        var restaurant = number();
        var path = BookBed.path(Party.RESTAURANT, restaurant, MAY, JUNE);
        assertThat(books.staff(restaurant).get(path).status()).isEqualTo(200);
        assertThat(books.bed.asService("order").get(path).status()).isEqualTo(200);
        assertThat(books.staff(restaurant + 1000).get(path).status()).isEqualTo(404);
        var courier = books.bed.as(Role.COURIER, 31);
        assertThat(courier.get(path).status()).isEqualTo(403);
        assertThat(courier.get(BookBed.path(Party.COURIER, 31, MAY, JUNE)).status()).isEqualTo(200);
        assertThat(courier.get(BookBed.path(Party.COURIER, 32, MAY, JUNE)).status()).isEqualTo(404);
        assertThat(books.bed.as(Role.CUSTOMER, 31).get(path).status()).isEqualTo(403);
        assertThat(books.bed.anyone().get(path).status()).isEqualTo(401);
    }

    @Test
    void a_bad_question_is_told_what_is_wrong_with_it() {
        var good = BookBed.path(Party.RESTAURANT, 7, MAY, JUNE);
        for (var bad :
                List.of(
                        "/statements?from=" + MAY + "&to=" + JUNE,
                        good + "&courier_id=3",
                        "/statements?restaurant_id=7&to=" + JUNE,
                        "/statements?restaurant_id=7&from=" + MAY,
                        good.replace("=7", "=x"),
                        good.replace("05-01T00:00:00Z", "05-01"),
                        good.replace("2026-05", "+99999-05"),
                        good.replace("2026-06", "2026-05"),
                        good.replace("2026-06", "2026-04"),
                        good.replace("2026-06-01", "2027-05-03"),
                        good + "&currency=XXX")) {
            var answer = books.operator().get(bad);
            assertThat(answer.status()).as(bad).isEqualTo(422);
            assertThat(answer.body().path("field").asText()).as(bad).isNotEmpty();
        }
        var longest = BookBed.path(Party.RESTAURANT, 7, MAY, MAY.plus(Duration.ofDays(366)));
        assertThat(books.operator().get(longest).status()).isEqualTo(200);
    }

    @Test
    void who_is_owed_money_of_two_currencies_says_which() {
        var courier = number();
        var account = LedgerAccount.courier(courier);
        books.owe(NOON, account, Kind.RIDE, Money.cents(100), "EUR", "a euro");
        books.owe(NOON, account, Kind.RIDE, new Money(500_000), "JPY", "yen");
        var path = BookBed.path(Party.COURIER, courier, MAY, JUNE);
        var unclear = books.operator().get(path);
        assertThat(unclear.status()).isEqualTo(422);
        assertThat(unclear.body().path("allowed").toString()).isEqualTo("[\"EUR\",\"JPY\"]");
        var yen = books.operator().get(path + "&currency=JPY").as(Statement.class);
        assertThat(yen.closing()).isEqualTo(new Money(500_000));
        assertThat(yen.lines()).hasSize(1);
    }
}
