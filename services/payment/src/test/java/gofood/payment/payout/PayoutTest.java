package gofood.payment.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.Money;
import gofood.contracts.PaymentApi.Party;
import gofood.contracts.PaymentApi.Payout;
import gofood.contracts.PaymentApi.PayoutList;
import gofood.contracts.UserApi.Role;
import gofood.payment.BookBed;
import gofood.payment.ledger.Kind;
import gofood.payment.ledger.LedgerAccount;
import gofood.platform.testing.TestClient.Answer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Everybody is paid what they were owed, once.
class PayoutTest {
    private static final Instant SUNDAY = Instant.parse("2026-05-10T00:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-05-11T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-05-12T00:00:00Z");
    private static final Instant BEFORE = MONDAY.minusSeconds(3600);
    private static final Instant AFTER = MONDAY.plusSeconds(3600);

    private static BookBed books;

    @BeforeAll
    static void start() {
        books = new BookBed();
    }

    @AfterAll
    static void stop() {
        books.close();
    }

    @BeforeEach
    void forget() {
        books.forget();
    }

    private static Answer run(Party party, Instant until, String... headers) {
        var word = party == Party.RESTAURANT ? "restaurant" : "courier";
        var body = "{\"party\": \"%s\", \"until\": \"%s\"}".formatted(word, until);
        return books.operator().post("/payouts", body, headers);
    }

    private static List<Payout> paid(Party party, Instant until) {
        var answer = run(party, until);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.as(PayoutList.class).payouts();
    }

    private static void earn(Instant at, long restaurant, long cents) {
        books.owe(
                at, LedgerAccount.restaurant(restaurant), Kind.SALE, Money.cents(cents), "dishes");
    }

    private static void ride(Instant at, long courier, long cents) {
        books.owe(at, LedgerAccount.courier(courier), Kind.RIDE, Money.cents(cents), "a ride");
    }

    private static void takeCash(Instant at, long courier, long cents) {
        books.owe(
                at, LedgerAccount.cash(courier), Kind.CASH, Money.cents(-cents), "cash at a door");
    }

    private static Money bank() {
        return books.owed(LedgerAccount.BANK);
    }

    @Test
    void a_run_pays_what_was_owed_and_a_second_one_nothing() {
        earn(BEFORE, 7, 3000);
        earn(BEFORE, 7, -500);
        earn(BEFORE, 8, 1200);
        var first = run(Party.RESTAURANT, MONDAY);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.as(PayoutList.class).payouts())
                .extracting(Payout::partyId, Payout::amount)
                .containsExactlyInAnyOrder(
                        tuple(7L, Money.cents(2500)), tuple(8L, Money.cents(1200)));
        assertThat(books.owed(LedgerAccount.restaurant(7))).isEqualTo(Money.ZERO);
        assertThat(bank()).isEqualTo(Money.cents(3700));
        var again = run(Party.RESTAURANT, MONDAY);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(paid(Party.RESTAURANT, TUESDAY)).isEmpty();
        assertThat(bank()).isEqualTo(Money.cents(3700));
        var statement = books.statement(Party.RESTAURANT, 7, SUNDAY, Instant.now().plusSeconds(60));
        assertThat(statement.closing()).isEqualTo(Money.ZERO);
        assertThat(statement.sums().payouts()).isEqualTo(Money.cents(-2500));
    }

    @Test
    void one_key_is_one_run_and_another_key_pays_nobody_twice() {
        earn(BEFORE, 7, 3000);
        var first = run(Party.RESTAURANT, MONDAY, "Idempotency-Key", "one");
        var again = run(Party.RESTAURANT, MONDAY, "Idempotency-Key", "one");
        var other = run(Party.RESTAURANT, MONDAY, "Idempotency-Key", "two");
        assertThat(List.of(first.body(), again.body())).containsOnly(other.body());
        assertThat(bank()).isEqualTo(Money.cents(3000));
    }

    @Test
    void runs_at_once_pay_everybody_once() {
        for (int restaurant = 1; restaurant <= 120; restaurant++)
            earn(BEFORE, restaurant, 1000 + restaurant);
        var whole = LongStream.rangeClosed(1, 120).map(id -> 1000 + id).sum();
        var runs =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> run(Party.RESTAURANT, i % 2 == 0 ? MONDAY : TUESDAY)))
                        .toList();
        assertThat(runs.stream().map(run -> run.join().status())).containsOnly(201);
        assertThat(bank()).isEqualTo(Money.cents(whole));
        for (int restaurant = 1; restaurant <= 120; restaurant++)
            assertThat(books.owed(LedgerAccount.restaurant(restaurant))).isEqualTo(Money.ZERO);
    }

    @Test
    void a_run_that_breaks_off_is_finished_by_the_next() {
        for (int restaurant = 1; restaurant <= 120; restaurant++) earn(BEFORE, restaurant, 1000);
        books.sql(
                """
                CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'the lights went out'; END $$
                """);
        books.sql(
                """
                CREATE TRIGGER break_off BEFORE INSERT ON payout FOR EACH ROW
                WHEN (NEW.party_id = 77) EXECUTE FUNCTION break_off()
                """);
        assertThat(run(Party.RESTAURANT, MONDAY, "Idempotency-Key", "k").status()).isEqualTo(500);
        assertThat(bank()).isEqualTo(Money.cents(50_000));
        books.sql("DROP TRIGGER break_off ON payout");
        assertThat(run(Party.RESTAURANT, MONDAY, "Idempotency-Key", "k").status()).isEqualTo(201);
        assertThat(bank()).isEqualTo(Money.cents(120_000));
    }

    @Test
    void the_cash_that_couriers_hold_is_a_part_of_their_pay() {
        ride(BEFORE, 31, 5000);
        takeCash(BEFORE, 31, 2000);
        takeCash(AFTER, 31, 700);
        assertThat(paid(Party.COURIER, MONDAY))
                .extracting(Payout::amount)
                .containsExactly(Money.cents(3000));
        assertThat(books.owed(LedgerAccount.courier(31))).isEqualTo(Money.ZERO);
        assertThat(books.owed(LedgerAccount.cash(31))).isEqualTo(Money.cents(-700));
        assertThat(bank()).isEqualTo(Money.cents(3000));
        var statement = books.statement(Party.COURIER, 31, SUNDAY, Instant.now().plusSeconds(60));
        assertThat(statement.sums().payouts()).isEqualTo(Money.cents(-3000));
        assertThat(statement.sums().cash()).isEqualTo(Money.cents(-2700));
        assertThat(statement.closing()).isEqualTo(Money.cents(-700));
    }

    @Test
    void who_holds_more_cash_than_they_earned_is_paid_later() {
        ride(BEFORE, 31, 1000);
        takeCash(BEFORE, 31, 2500);
        assertThat(paid(Party.COURIER, MONDAY)).isEmpty();
        assertThat(books.owed(LedgerAccount.courier(31))).isEqualTo(Money.cents(1000));
        ride(AFTER, 31, 1800);
        assertThat(paid(Party.COURIER, TUESDAY))
                .extracting(Payout::amount)
                .containsExactly(Money.cents(300));
        assertThat(books.owed(LedgerAccount.cash(31))).isEqualTo(Money.ZERO);
    }

    @Test
    void debts_and_trifles_are_carried_over() {
        earn(BEFORE, 7, -300);
        earn(BEFORE, 8, 99);
        earn(BEFORE, 9, 100);
        assertThat(paid(Party.RESTAURANT, MONDAY)).extracting(Payout::partyId).containsExactly(9L);
        earn(AFTER, 7, 1000);
        earn(AFTER, 8, 1);
        assertThat(paid(Party.RESTAURANT, TUESDAY))
                .extracting(Payout::partyId, Payout::amount)
                .containsExactlyInAnyOrder(
                        tuple(7L, Money.cents(700)), tuple(8L, Money.cents(100)));
    }

    @Test
    void what_came_later_waits_and_an_earlier_moment_later_pays_nothing() {
        earn(BEFORE, 7, 1000);
        earn(AFTER, 7, 2000);
        assertThat(paid(Party.RESTAURANT, MONDAY))
                .extracting(Payout::amount)
                .containsExactly(Money.cents(1000));
        assertThat(paid(Party.RESTAURANT, TUESDAY))
                .extracting(Payout::amount)
                .containsExactly(Money.cents(2000));
        assertThat(paid(Party.RESTAURANT, SUNDAY)).isEmpty();
        assertThat(paid(Party.RESTAURANT, MONDAY.plusSeconds(7200))).isEmpty();
        assertThat(books.owed(LedgerAccount.restaurant(7))).isEqualTo(Money.ZERO);
    }

    @Test
    void currencies_are_paid_apart() {
        var account = LedgerAccount.courier(31);
        books.owe(BEFORE, account, Kind.RIDE, Money.cents(450), "EUR", "a ride");
        books.owe(BEFORE, account, Kind.RIDE, new Money(700_000), "JPY", "a ride");
        books.owe(BEFORE, account, Kind.RIDE, new Money(1_234), "KWD", "a ride");
        assertThat(paid(Party.COURIER, MONDAY))
                .extracting(Payout::currency, Payout::amount)
                .containsExactlyInAnyOrder(
                        tuple("EUR", Money.cents(450)),
                        tuple("JPY", new Money(700_000)),
                        tuple("KWD", new Money(1_234)));
        assertThat(paid(Party.COURIER, TUESDAY)).isEmpty();
    }

    @Test
    void only_operators_pay_and_nobody_ahead_of_time() {
        var body = "{\"party\": \"courier\", \"until\": \"2026-05-11T00:00:00Z\"}";
        assertThat(books.bed.anyone().post("/payouts", body).status()).isEqualTo(401);
        assertThat(books.staff(7).post("/payouts", body).status()).isEqualTo(403);
        assertThat(books.bed.as(Role.COURIER, 31).post("/payouts", body).status()).isEqualTo(403);
        assertThat(run(Party.COURIER, Instant.now().plusSeconds(60)).status()).isEqualTo(422);
        for (var bad :
                List.of(
                        "{\"party\": \"courier\"}",
                        "{\"until\": \"2026-05-11T00:00:00Z\"}",
                        "{\"party\": \"customer\", \"until\": \"2026-05-11T00:00:00Z\"}",
                        "{\"party\": \"courier\", \"until\": \"yesterday\"}",
                        "{\"party\": \"courier\", \"until\": \"0001-01-01T00:00:00Z\"}",
                        body.replace("}", ", \"amount\": 5}")))
            assertThat(books.operator().post("/payouts", bad).status()).as(bad).isEqualTo(422);
    }

    @Test
    void payouts_are_listed_in_pages_for_those_who_got_them() {
        for (int restaurant = 1; restaurant <= 130; restaurant++) earn(BEFORE, restaurant, 1000);
        ride(BEFORE, 31, 1000);
        var run = run(Party.RESTAURANT, MONDAY);
        paid(Party.COURIER, MONDAY);
        assertThat(run.body().path("payouts")).hasSize(100);
        var next = run.header("Location") + "&limit=100&cursor=" + next(run.body());
        assertThat(books.operator().get(next).body().path("payouts")).hasSize(30);
        assertThat(list("limit=7")).hasSize(7);
        assertThat(list("party=courier")).hasSize(1);
        assertThat(list("restaurant_id=5")).hasSize(1);
        assertThat(list("courier_id=5")).isEmpty();
        assertThat(list("until=" + TUESDAY)).isEmpty();
        var staff = books.bed.as(Role.STAFF, 70, 5L, 6L);
        assertThat(staff.get("/payouts").body().path("payouts")).hasSize(2);
        assertThat(staff.get("/payouts?restaurant_id=6").body().path("payouts")).hasSize(1);
        assertThat(staff.get("/payouts?restaurant_id=7").status()).isEqualTo(404);
        var courier = books.bed.as(Role.COURIER, 31);
        assertThat(courier.get("/payouts").body().path("payouts")).hasSize(1);
        assertThat(courier.get("/payouts?courier_id=32").status()).isEqualTo(404);
        // a courier whose number is that of a restaurant sees nothing of it
        assertThat(books.bed.as(Role.COURIER, 5).get("/payouts").body().path("payouts")).isEmpty();
        assertThat(books.bed.as(Role.CUSTOMER, 5).get("/payouts").status()).isEqualTo(403);
        for (var bad : List.of("party=x", "until=x", "limit=0", "cursor=!", "restaurant_id=x"))
            assertThat(books.operator().get("/payouts?" + bad).status()).as(bad).isEqualTo(422);
    }

    private static JsonNode list(String query) {
        return books.operator().get("/payouts?" + query).body().path("payouts");
    }

    private static String next(JsonNode page) {
        return page.path("next_cursor").asText();
    }
}
