package gofood.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.PaymentApi.Receipt;
import gofood.contracts.PaymentApi.Refund;
import gofood.contracts.PaymentApi.Shares;
import gofood.contracts.UserApi.Role;
import gofood.payment.BookBed;
import gofood.payment.ledger.Kind;
import gofood.payment.ledger.LedgerAccount;
import gofood.payment.ledger.Line;
import gofood.payment.settlement.Ending;
import gofood.payment.settlement.Sale;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a customer is told, of entries and payments as the service writes them.
class ReceiptTest {
    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");
    private static final Money PAY = Money.cents(450);
    private static final long COURIER = 31;
    private static final long RESTAURANT = 7;
    private static final AtomicLong ORDERS = new AtomicLong(400);

    private static BookBed books;

    @BeforeAll
    static void start() {
        books = new BookBed();
    }

    @AfterAll
    static void stop() {
        books.close();
    }

    /// A payment as it is stored.
    private static long payment(Sale sale, PayBy by, String state, Money captured, Money refunded) {
        var order = ORDERS.incrementAndGet();
        books.sql(
                """
                INSERT INTO payment
                       (order_id, customer_id, restaurant_id, restaurant_name, items, price, pay_by,
                        amount, currency, state, captured, refunded, wanted, due, created_at,
                        changed_at)
                VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, 'EUR', ?, ?, ?, 'CAPTURED', 0, ?, ?)
                """,
                order,
                BookBed.CUSTOMER,
                sale.restaurantId(),
                sale.restaurantName(),
                Tx.json(sale.items()),
                Tx.json(sale.price()),
                by,
                sale.price().total().mills(),
                state,
                captured.mills(),
                refunded.mills(),
                NOON,
                NOON);
        return order;
    }

    /// Paid by card, brought, and everybody has got their part.
    private static long delivered(Sale sale, Money refunded) {
        var order = payment(sale, PayBy.CARD, "Captured", sale.price().total(), refunded);
        books.sell(NOON, order, sale, COURIER, PAY);
        return order;
    }

    private static void refund(
            long order, Sale sale, LedgerAccount liable, Money amount, LedgerAccount from) {
        var what = Line.debit(liable, Kind.REFUND, amount, "Something was missing");
        books.move(NOON.plusSeconds(60), order, sale, what, from);
    }

    private static Receipt receipt(long order) {
        var answer = books.bed.as(Role.CUSTOMER, BookBed.CUSTOMER).get("/receipts/" + order);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(Receipt.class);
    }

    private static void sharesAddUp(Receipt receipt) {
        var shares = receipt.shares();
        assertThat(shares).isNotNull();
        var sum =
                Stream.of(
                                shares.restaurant(),
                                shares.courier(),
                                shares.tip(),
                                shares.platform(),
                                shares.tax())
                        .reduce(Money.ZERO, Money::plus);
        assertThat(sum).isEqualTo(receipt.paid().minus(receipt.refunded()));
    }

    @Test
    void a_receipt_tells_what_was_bought_and_who_gets_it() {
        var sale = BookBed.sale(RESTAURANT, 3000, 399, 200);
        var receipt = receipt(delivered(sale, Money.ZERO));
        assertThat(receipt.items()).isEqualTo(sale.items());
        assertThat(receipt.price()).isEqualTo(sale.price());
        assertThat(receipt.restaurantName()).isEqualTo("Chez Test");
        assertThat(receipt.payBy()).isEqualTo(PayBy.CARD);
        assertThat(receipt.paid()).isEqualTo(Money.cents(3599));
        assertThat(receipt.refunded()).isEqualTo(Money.ZERO);
        assertThat(receipt.refunds()).isEmpty();
        sharesAddUp(receipt);
        // 20 % commission and 20 % tax on it; the fees hold 0.67 of tax; the ride is the platform's
        assertThat(receipt.shares())
                .isEqualTo(
                        new Shares(
                                Money.cents(3000 - 720),
                                PAY,
                                Money.cents(200),
                                Money.cents(600 + 332 - 450),
                                Money.cents(120 + 67)));
    }

    @Test
    void shares_are_told_once_the_order_is_settled() {
        var sale = BookBed.sale(RESTAURANT, 3000, 399, 200);
        var order = payment(sale, PayBy.CARD, "Asked", Money.ZERO, Money.ZERO);
        assertThat(receipt(order).shares()).isNull();
        assertThat(receipt(order).status().name()).isEqualTo("PENDING");
        books.sql(
                "UPDATE payment SET state = 'Captured', captured = amount WHERE order_id = ?",
                order);
        books.pay(NOON, order, sale, LedgerAccount.CARD);
        assertThat(receipt(order).shares()).isNull();
        books.settle(NOON, order, sale, new Ending.Delivered(COURIER), sale.price().total());
        // who brought it is still to be paid
        assertThat(receipt(order).shares()).isNull();
        books.ride(NOON, order, sale, COURIER, PAY);
        sharesAddUp(receipt(order));
    }

    @Test
    void refunds_are_told_when_confirmed_and_taken_off_whoever_bears_them() {
        var sale = BookBed.sale(RESTAURANT, 3000, 399, 200);
        var order = delivered(sale, Money.cents(1100));
        for (var status : new String[] {"CONFIRMED", "WANTED", "REFUSED"})
            books.sql(
                    """
                    INSERT INTO refund (payment_id, amount, items, reason, liable, sent_to, burden,
                                        status, created_at)
                    SELECT payment_id, 11000, '[{"line": 1, "quantity": 1}]', 'cold', 'RESTAURANT',
                           'METHOD', 'BORNE', ?, ? FROM payment WHERE order_id = ?
                    """,
                    status,
                    NOON,
                    order);
        refund(
                order,
                sale,
                LedgerAccount.restaurant(RESTAURANT),
                Money.cents(1100),
                LedgerAccount.CARD);
        var receipt = receipt(order);
        assertThat(receipt.refunds())
                .extracting(Refund::amount, Refund::liable)
                .containsExactly(tuple(Money.cents(1100), Liable.RESTAURANT));
        assertThat(receipt.refunds().getFirst().items()).hasSize(1);
        sharesAddUp(receipt);
        assertThat(receipt.shares().restaurant()).isEqualTo(Money.cents(3000 - 720 - 1100));
    }

    @Test
    void shares_add_up_however_it_was_paid_given_back_or_called_off() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            var sale =
                    BookBed.sale(
                            RESTAURANT,
                            500 + random.nextInt(8000),
                            random.nextInt(900),
                            random.nextInt(500));
            var total = sale.price().total();
            var by = PayBy.values()[random.nextInt(3)];
            var where =
                    switch (by) {
                        case CARD -> LedgerAccount.CARD;
                        case CASH -> LedgerAccount.cash(COURIER);
                        case WALLET -> LedgerAccount.wallet(BookBed.CUSTOMER);
                    };
            var back = Money.cents(random.nextLong(total.mills() / 10));
            var order = payment(sale, by, "Captured", total, back);
            books.pay(NOON, order, sale, where);
            var to = by == PayBy.CASH ? LedgerAccount.wallet(BookBed.CUSTOMER) : where;
            var brought = random.nextBoolean();
            if (brought) {
                books.settle(NOON, order, sale, new Ending.Delivered(COURIER), total);
                refund(order, sale, LedgerAccount.COMPENSATION, back, to);
            } else {
                refund(order, sale, LedgerAccount.customer(BookBed.CUSTOMER), back, to);
                var kept = total.minus(back);
                var settlement = new Settlement(Liable.CUSTOMER, kept, sale.price().itemsTotal());
                books.settle(NOON, order, sale, new Ending.CalledOff(settlement), kept);
            }
            if (brought || random.nextBoolean()) books.ride(NOON, order, sale, COURIER, PAY);
            var receipt = receipt(order);
            assertThat(receipt.shares()).as("seed %d, %s", seed, receipt).isNotNull();
            sharesAddUp(receipt);
        }
    }

    @Test
    void receipts_are_for_the_customer_and_for_staff_without_the_shares() {
        var sale = BookBed.sale(RESTAURANT, 3000, 399, 200);
        var path = "/receipts/" + delivered(sale, Money.ZERO);
        assertThat(books.operator().get(path).body().path("shares").isObject()).isTrue();
        assertThat(books.bed.asService("order").get(path).status()).isEqualTo(200);
        var staff = books.staff(RESTAURANT).get(path);
        assertThat(staff.status()).isEqualTo(200);
        assertThat(staff.body().path("shares").isNull()).isTrue();
        assertThat(books.staff(8).get(path).status()).isEqualTo(404);
        assertThat(books.bed.as(Role.CUSTOMER, 13).get(path).status()).isEqualTo(404);
        assertThat(books.bed.as(Role.COURIER, COURIER).get(path).status()).isEqualTo(404);
        assertThat(books.bed.anyone().get(path).status()).isEqualTo(401);
        assertThat(books.operator().get("/receipts/999999").status()).isEqualTo(404);
        assertThat(books.operator().get("/receipts/x").status()).isEqualTo(404);
    }
}
