package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.PaymentApi.LedgerCheck;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Where the money of an order goes: from whom, to whom, and that the books say so.
class MoneyLifeTest {
    private static final AtomicLong CUSTOMERS = new AtomicLong(100);
    private static PaymentBed shop;

    @BeforeAll
    static void start() {
        shop = new PaymentBed(provider -> provider);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    private static long delivered(String token) {
        var order = shop.placeAndAuthorize(token);
        shop.receive(order);
        shop.deliver(order);
        shop.awaitSettled(order);
        return order;
    }

    private static Answer refund(long order, String body) {
        var payment = shop.payment(order).path("payment_id").asLong();
        return shop.operator().post("/payments/" + payment + "/refunds", body);
    }

    private static LedgerCheck check() {
        return shop.operator().get("/ledger/check?full=true").as(LedgerCheck.class);
    }

    private static String wallet(long customer) {
        return shop.bed.as(Role.CUSTOMER, customer).get("/wallet").body().path("balance").asText();
    }

    private static void has(long order, String account, String amount) {
        PaymentBed.await(
                account + " has " + amount + " of " + order + ": " + shop.booked(order, account),
                () -> shop.booked(order, account).equals(amount));
    }

    @Test
    void a_delivered_order_is_split_to_the_cent() {
        var order = delivered("tok_visa");
        shop.earn(order, Money.cents(450));
        shop.earn(order, Money.cents(450));
        has(order, "provider:card", "34.40");
        has(order, "customer:12", "0.00");
        // 28.20 less 20 % commission and 20 % tax on that
        has(order, "restaurant:7", "-21.43");
        has(order, "platform:commission", "-5.64");
        // 4.20 contain 0.70 tax, and 1.13 are on the commission
        has(order, "platform:fees", "-3.50");
        has(order, "tax:vat", "-1.83");
        has(order, "courier:31", "-6.50");
        has(order, "platform:rides", "4.50");
        assertThat(check().differences()).isEmpty();
    }

    @Test
    void what_ends_before_it_is_paid_is_settled_when_the_capture_is_known() {
        var order = shop.place("tok_late");
        shop.receive(order);
        shop.deliver(order);
        shop.awaitSettled(order);
        has(order, "customer:12", "0.00");
        has(order, "restaurant:7", "-21.43");
    }

    @Test
    void an_order_that_could_not_be_captured_is_the_platforms_loss() {
        var order = shop.placeAndAuthorize("tok_capture_fails");
        shop.receive(order);
        shop.deliver(order);
        shop.awaitSettled(order);
        has(order, "restaurant:7", "-21.43");
        has(order, "platform:compensation", "34.40");
        has(order, "customer:12", "0.00");
    }

    @Test
    void a_cancelled_order_is_settled_by_its_rule() {
        var order = shop.placeAndCapture();
        shop.cancel(order, new Settlement(Liable.CUSTOMER, Money.cents(3000), Money.cents(2820)));
        shop.awaitRefund(order);
        has(order, "provider:card", "30.00");
        has(order, "restaurant:7", "-21.43");
        has(order, "platform:compensation", "-1.80");
        has(order, "customer:12", "0.00");
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 4400");
    }

    @Test
    void of_an_authorised_order_only_what_is_charged_is_captured() {
        var order = shop.placeAndAuthorize("tok_visa");
        shop.cancel(order, new Settlement(Liable.CUSTOMER, Money.cents(420), Money.ZERO));
        shop.awaitSettled(order);
        has(order, "provider:card", "4.20");
        has(order, "platform:compensation", "-4.20");
        assertThat(shop.charges(order)).containsExactly("CAPTURED 4200 0");
    }

    @Test
    void a_restaurant_at_fault_pays_for_the_ride_whichever_is_known_first() {
        var fault = new Settlement(Liable.RESTAURANT, Money.ZERO, Money.ZERO);
        var first = shop.placeAndCapture();
        shop.earn(first, Money.cents(225));
        shop.cancel(first, fault);
        var then = shop.placeAndCapture();
        shop.cancel(then, fault);
        shop.earn(then, Money.cents(225));
        for (var order : new long[] {first, then}) {
            has(order, "restaurant:7", "2.25");
            has(order, "platform:rides", "0.00");
            has(order, "courier:31", "-2.25");
            has(order, "customer:12", "0.00");
        }
    }

    @Test
    void a_liable_party_bears_a_refund_before_and_after_the_delivery() {
        var order = shop.placeAndCapture();
        var body = "{\"amount\": 5, \"reason\": \"cold\", \"liable\": \"restaurant\"}";
        assertThat(refund(order, body).status()).isEqualTo(201);
        shop.awaitRefund(order);
        has(order, "customer:12", "-29.40");
        shop.deliver(order);
        shop.awaitSettled(order);
        has(order, "restaurant:7", "-16.43");
        assertThat(refund(order, body.replace("restaurant", "courier")).status()).isEqualTo(201);
        has(order, "courier:31", "3.00");
        has(order, "provider:card", "24.40");
        has(order, "customer:12", "0.00");
    }

    @Test
    void a_dish_is_refunded_once_by_operators_and_by_the_order_service() {
        var order = delivered("tok_visa");
        var one = "{\"items\": [{\"line\": 1, \"quantity\": 1}], \"reason\": \"missing\"}";
        assertThat(refund(order, one).status()).isEqualTo(201);
        has(order, "provider:card", "22.30");
        var both = one.replace("\"quantity\": 1", "\"quantity\": 2");
        assertThat(refund(order, both).code()).isEqualTo("refunded_already");
        assertThat(refund(order, one.replace("\"line\": 1", "\"line\": 9")).status())
                .isEqualTo(422);
        // the order service grants both, one of which went back already
        grant(order, order * 10, Money.cents(2420), List.of(new ProblemItem(1, 2)));
        grant(order, order * 10, Money.cents(2420), List.of(new ProblemItem(1, 2)));
        has(order, "provider:card", "10.20");
        assertThat(refund(order, one).code()).isEqualTo("refunded_already");
        grant(order, order * 10 + 1, Money.cents(3440), List.of());
        has(order, "provider:card", "0.00");
        assertThat(check().differences()).isEmpty();
    }

    private static void grant(long order, long problem, Money amount, List<ProblemItem> items) {
        shop.tell(
                "order.refund_granted",
                new OrderEvent.RefundGranted(
                        order,
                        PaymentBed.CUSTOMER,
                        PaymentBed.RESTAURANT,
                        problem,
                        amount,
                        items,
                        Liable.RESTAURANT,
                        "Dishes were missing.",
                        null));
    }

    @Test
    void what_is_granted_before_the_capture_is_known_is_not_lost() {
        var order = shop.place("tok_late");
        shop.receive(order);
        shop.deliver(order);
        grant(order, order * 10, Money.cents(400), List.of());
        has(order, "provider:card", "30.40");
    }

    @Test
    void what_was_left_out_goes_back_and_the_rest_is_split() {
        var order = shop.placeAndCapture();
        var items = List.of(PaymentBed.line(1, 2, Money.cents(1210)));
        var price = PaymentBed.price(Money.cents(2420), Money.ZERO, Money.cents(200), "EUR", null);
        shop.tell(
                "order.changed",
                new OrderEvent.Changed(order, 12, 7, items, price, "Dish 2 is gone.", null));
        shop.deliver(order);
        shop.awaitRefund(order);
        has(order, "provider:card", "30.40");
        has(order, "restaurant:7", "-18.39");
        has(order, "customer:12", "0.00");
        assertThat(shop.payment(order).path("amount").asText()).isEqualTo("30.4");
    }

    @Test
    void what_a_provider_refuses_to_give_back_stays_the_customers_and_nobody_bears_it() {
        var order = shop.placeAndAuthorize("tok_refund_fails");
        shop.receive(order);
        shop.awaitStatus(order, "Captured");
        var items = List.of(PaymentBed.line(1, 2, Money.cents(1210)));
        var price = PaymentBed.price(Money.cents(2420), Money.ZERO, Money.cents(200), "EUR", null);
        shop.tell(
                "order.changed",
                new OrderEvent.Changed(order, 12, 7, items, price, "Dish 2 is gone.", null));
        var failed = shop.awaitOrderEvent("payment.refund_failed", order);
        assertThat(failed.path("missing").asText()).isEqualTo("4.0");
        assertThat(failed.path("problem_id").isNull()).isTrue();
        shop.deliver(order);
        shop.awaitSettled(order);
        PaymentBed.await(
                "refused again", () -> shop.count("order", "payment.refund_failed", order) == 2);
        has(order, "customer:12", "-4.00");
        has(order, "platform:compensation", "0.00");
        assertThat(check().differences()).anyMatch(what -> what.contains("order " + order));
        // an operator gives it back as credit, and one more that the restaurant bears
        var answer =
                refund(
                        order,
                        """
                        {"amount": 5, "reason": "gone", "liable": "restaurant", "to": "wallet"}
                        """);
        assertThat(answer.status()).isEqualTo(201);
        has(order, "customer:12", "0.00");
        has(order, "wallet:12", "-5.00");
        has(order, "restaurant:7", "-17.39");
        has(order, "platform:compensation", "0.00");
        assertThat(check().differences()).isEmpty();
    }

    @Test
    void a_granted_refund_that_is_cut_or_refused_is_told() {
        var order = delivered("tok_visa");
        grant(order, order * 10, Money.cents(3000), List.of());
        has(order, "provider:card", "4.40");
        grant(order, order * 10 + 1, Money.cents(1000), List.of());
        var cut = shop.awaitOrderEvent("payment.refund_failed", order);
        assertThat(cut.path("missing").asText()).isEqualTo("5.6");
        assertThat(cut.path("problem_id").asLong()).isEqualTo(order * 10 + 1);
        has(order, "provider:card", "0.00");

        var refused = delivered("tok_refund_fails");
        grant(refused, refused * 10, Money.cents(400), List.of());
        var told = shop.awaitOrderEvent("payment.refund_failed", refused);
        assertThat(told.path("missing").asText()).isEqualTo("4.0");
        assertThat(told.path("problem_id").asLong()).isEqualTo(refused * 10);
        shop.bed.neighbour("notification").awaitEvent("payment.refund_failed", refused);
        has(refused, "restaurant:7", "-21.43");
        assertThat(check().differences()).isEmpty();
    }

    @Test
    void what_turns_up_after_the_food_was_eaten_is_ours() {
        var order = shop.placeAndAuthorize("tok_visa");
        var payment = shop.payment(order).path("payment_id").asLong();
        shop.query("UPDATE provider_charge SET status = 'VOIDED' WHERE payment_id = ?", payment);
        shop.receive(order);
        shop.awaitStatus(order, "Voided");
        shop.deliver(order);
        shop.awaitSettled(order);
        has(order, "platform:compensation", "34.40");
        shop.query(
                """
                UPDATE provider_charge SET status = 'CAPTURED', captured = amount
                 WHERE payment_id = ?
                """,
                payment);
        shop.query(
                "INSERT INTO timer (kind, key, at) VALUES ('payment.look', ?, now())",
                Long.toString(payment));
        has(order, "provider:card", "34.40");
        has(order, "platform:compensation", "0.00");
        has(order, "customer:12", "0.00");
        assertThat(check().differences()).isEmpty();
    }

    @Test
    void cash_for_an_order_that_had_been_called_off_is_the_couriers_debt() {
        var order = shop.place(PaymentBed.CUSTOMER, PaymentBed.by("cash"));
        shop.awaitOrderEvent("payment.authorized", order);
        shop.receive(order);
        shop.cancel(order);
        shop.awaitStatus(order, "Voided");
        shop.tell(
                "order.handed_over",
                new OrderEvent.HandedOver(order, 12, 7, PaymentBed.COURIER, PaymentBed.TOTAL));
        has(order, "cash:31", "34.40");
        has(order, "platform:compensation", "-34.40");
        assertThat(check().differences()).isEmpty();
        var card = shop.placeAndCapture();
        shop.cancel(card);
        shop.awaitRefund(card);
        shop.tell(
                "order.handed_over",
                new OrderEvent.HandedOver(card, 12, 7, PaymentBed.COURIER, null));
        has(card, "cash:31", "0.00");
        assertThat(check().differences()).isEmpty();
    }

    @Test
    void a_liable_party_bears_what_went_back_of_what_is_charged_for_all_the_same() {
        var order = shop.placeAndCapture();
        var body = "{\"amount\": 5, \"reason\": \"cold\", \"liable\": \"restaurant\"}";
        assertThat(refund(order, body).status()).isEqualTo(201);
        shop.awaitRefund(order);
        shop.cancel(order, new Settlement(Liable.CUSTOMER, Money.cents(3000), Money.cents(2820)));
        shop.awaitSettled(order);
        has(order, "provider:card", "29.40");
        // 4.40 of it would have gone back anyway
        has(order, "restaurant:7", "-20.83");
        has(order, "platform:compensation", "-1.80");
        has(order, "customer:12", "0.00");
        assertThat(check().differences()).isEmpty();
    }

    @Test
    void a_payment_that_was_made_for_another_order_is_not_taken_for_this_one() {
        var order = 77_001L;
        shop.tell("order.placed", PaymentBed.placed(order, 99, PaymentBed.by("tok_visa")));
        shop.awaitOrderEvent("payment.authorized", order);
        shop.tell("order.placed", PaymentBed.placed(order, 99, PaymentBed.by("tok_visa")));
        assertThat(shop.count("order", "payment.declined", order)).isZero();
        shop.tell("order.placed", PaymentBed.placed(order, 12, PaymentBed.by("tok_visa")));
        var declined = shop.awaitOrderEvent("payment.declined", order);
        assertThat(declined.path("reason").asText()).isEqualTo("payment_conflict");
        assertThat(declined.path("customer_id").asLong()).isEqualTo(12);
        shop.bed.neighbour("notification").awaitEvent("payment.stuck", order);
    }

    @Test
    void cash_is_the_couriers_debt_from_the_door_on_and_goes_back_as_credit() {
        var customer = CUSTOMERS.incrementAndGet();
        var order = shop.place(customer, PaymentBed.by("cash"));
        shop.awaitOrderEvent("payment.authorized", order);
        shop.receive(order);
        assertThat(shop.payment(order).path("status").asText()).isEqualTo("Authorized");
        shop.deliver(order);
        has(order, "cash:31", "34.40");
        has(order, "customer:" + customer, "0.00");
        assertThat(refund(order, "{\"amount\": 4, \"reason\": \"cold\"}").status()).isEqualTo(201);
        has(order, "wallet:" + customer, "-4.00");
        assertThat(wallet(customer)).isEqualTo("4.0");
        assertThat(check().differences()).isEmpty();
    }

    @Test
    void too_much_cash_is_declined() {
        var items = List.of(PaymentBed.line(1, 10, Money.cents(1600)));
        var price = PaymentBed.price(Money.cents(16000), Money.ZERO, Money.ZERO, "EUR", null);
        shop.tell(
                "order.placed",
                new OrderEvent.Placed(
                        88_001, 12, 7, "Chez Test", items, price, PaymentBed.by("cash")));
        var declined = shop.awaitOrderEvent("payment.declined", 88_001);
        assertThat(declined.path("reason").asText()).isEqualTo("too_much_for_cash");
    }

    @Test
    void credit_is_spent_once_however_many_orders_want_it_at_once() {
        var customer = CUSTOMERS.incrementAndGet();
        var broke = shop.place(customer, PaymentBed.by("wallet"));
        assertThat(shop.awaitOrderEvent("payment.declined", broke).path("reason").asText())
                .isEqualTo("insufficient_credit");
        shop.give(customer, "70");
        var orders =
                IntStream.range(0, 6)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> shop.place(customer, PaymentBed.by("wallet"))))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        PaymentBed.await(
                "all answered",
                () ->
                        orders.stream()
                                .allMatch(order ->
                                        shop.count("order", "payment.authorized", order)
                                                        + shop.count(
                                                                "order", "payment.declined", order)
                                                == 1));
        var paid =
                orders.stream()
                        .filter(order -> shop.count("order", "payment.authorized", order) == 1)
                        .toList();
        assertThat(paid).hasSize(2);
        assertThat(wallet(customer)).isEqualTo("1.2");
        shop.cancel(paid.getFirst());
        shop.awaitStatus(paid.getFirst(), "Voided");
        assertThat(wallet(customer)).isEqualTo("35.6");
        shop.receive(paid.getLast());
        shop.awaitStatus(paid.getLast(), "Captured");
        assertThat(wallet(customer)).isEqualTo("35.6");
        assertThat(check().differences()).isEmpty();
    }

    @Test
    void credit_is_given_by_operators_and_seen_by_its_owner() {
        var customer = CUSTOMERS.incrementAndGet();
        var path = "/wallets/" + customer + "/credits";
        var body = "{\"amount\": 5.50, \"reason\": \"sorry\"}";
        for (int i = 0; i < 2; i++)
            assertThat(shop.operator().post(path, body, "Idempotency-Key", "w" + customer).status())
                    .isEqualTo(201);
        var owner = shop.bed.as(Role.CUSTOMER, customer);
        assertThat(wallet(customer)).isEqualTo("5.5");
        assertThat(owner.get("/wallet").body().at("/entries/0/text").asText()).isEqualTo("sorry");
        assertThat(owner.post(path, body).status()).isEqualTo(403);
        assertThat(shop.bed.anyone().get("/wallet").status()).isEqualTo(401);
        for (var bad :
                new String[] {
                    "{\"amount\": 0, \"reason\": \"x\"}",
                    "{\"amount\": 100001, \"reason\": \"x\"}",
                    "{\"amount\": 1.001, \"reason\": \"x\"}",
                    "{\"amount\": 1, \"reason\": \"4242 4242 4242 4242\"}",
                    "{\"amount\": 1}"
                }) assertThat(shop.operator().post(path, bad).status()).as(bad).isEqualTo(422);
    }

    @Test
    void a_refund_to_the_wallet_is_there_at_once() {
        var order = delivered("tok_visa");
        var before = Double.parseDouble(wallet(PaymentBed.CUSTOMER));
        var answer = refund(order, "{\"amount\": 3, \"reason\": \"late\", \"to\": \"wallet\"}");
        assertThat(answer.body().path("refunded").asText()).isEqualTo("3.0");
        assertThat(Double.parseDouble(wallet(PaymentBed.CUSTOMER)) - before).isEqualTo(3.0);
        assertThat(shop.charges(order)).containsExactly("CAPTURED 34400 0");
        var list =
                shop.operator()
                        .get(
                                "/payments/%s/refunds"
                                        .formatted(answer.body().path("payment_id").asText()));
        assertThat(list.body().at("/refunds/0/status").asText()).isEqualTo("Confirmed");
        assertThat(list.body().at("/refunds/0/liable").asText()).isEqualTo("platform");
    }

    @Test
    void refunds_say_who_bears_them_and_have_a_limit() {
        var order = delivered("tok_visa");
        assertThat(refund(order, "{\"reason\": \"x\", \"liable\": \"customer\"}").status())
                .isEqualTo(422);
        assertThat(
                        refund(
                                        order,
                                        "{\"reason\": \"x\", \"amount\": 1,"
                                                + " \"items\": [{\"line\": 1, \"quantity\": 1}]}")
                                .status())
                .isEqualTo(422);
        assertThat(refund(order, "{\"reason\": \"x\", \"amount\": 1.001}").status()).isEqualTo(422);
        for (int i = 0; i < 20; i++)
            assertThat(refund(order, "{\"reason\": \"x\", \"amount\": 0.01}").status())
                    .isEqualTo(201);
        assertThat(refund(order, "{\"reason\": \"x\", \"amount\": 0.01}").code())
                .isEqualTo("too_many_refunds");
    }

    @Test
    void the_ledger_is_for_operators_and_is_paged() {
        var order = delivered("tok_visa");
        var mine = shop.operator().get("/ledger/entries?limit=1&order_id=" + order);
        assertThat(mine.body().at("/entries/0/cause").asText())
                .isEqualTo("settlement of order " + order);
        var next = mine.body().path("next_cursor").asText();
        var rest =
                shop.operator().get("/ledger/entries?order_id=%d&cursor=%s".formatted(order, next));
        assertThat(rest.body().path("entries")).hasSize(1);
        assertThat(rest.body().at("/entries/0/lines/0/account").asText())
                .isEqualTo("provider:card");
        var ofAccount = shop.operator().get("/ledger/entries?account=tax:vat&limit=3");
        assertThat(ofAccount.body().path("entries")).isNotEmpty();
        for (var path : new String[] {"/ledger/entries", "/ledger/check"}) {
            assertThat(shop.bed.as(Role.CUSTOMER, 12).get(path).status()).isEqualTo(403);
            assertThat(shop.bed.anyone().get(path).status()).isEqualTo(401);
        }
    }

    @Test
    void nobody_changes_the_books() {
        var _ = delivered("tok_visa");
        for (var sql :
                new String[] {
                    "UPDATE ledger_line SET amount = 0",
                    "DELETE FROM ledger_line",
                    "TRUNCATE ledger_line",
                    "UPDATE ledger_entry SET cause = 'x'",
                    "DELETE FROM ledger_entry",
                    "TRUNCATE ledger_entry CASCADE"
                }) assertThatThrownBy(() -> shop.query(sql)).hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        shop.query(
                                """
                                INSERT INTO ledger_line
                                SELECT max(entry_id), 99, 'bank', 'payout', 5, 0, 'x'
                                  FROM ledger_entry
                                """))
                .hasMessageContaining("does not add up");
    }
}
