package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.PaymentApi.LedgerCheck;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.testing.TestClient.Answer;
import gofood.platform.testing.TestClient.Told;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Many orders at once in bad weather. In between all connections to the database are cut under the
/// service's hands (`pg_terminate_backend`), and it is closed in order and started again.
/// Afterwards the books agree, to the cent, with themselves, with the payments and with the
/// provider. More orders: `-Dstorm.orders=10000`; other ones: `-Dstorm.seed=…`.
class StormTest {
    private static final int ORDERS = Integer.getInteger("storm.orders", 1_000);
    private static final long SEED = Long.getLong("storm.seed", 20_260_101);
    private static final int GROUP = 20;
    private static final int DRIVERS = 6;
    private static final int KILLS = 2;

    /// Dies and comes back on the same database.
    private static final class Phoenix implements Service {
        private StormLine line;
        private Env env = new Env(Map.of());
        private Running running = () -> {};

        @Override
        public String name() {
            return "payment";
        }

        @Override
        public Running start(Env with) {
            env = with;
            rise();
            return () -> running.close();
        }

        void rise() {
            running =
                    new PaymentService(provider -> line = new StormLine(provider, SEED)).start(env);
        }
    }

    private final Phoenix phoenix = new Phoenix();
    private final AtomicInteger groups = new AtomicInteger();

    @Test
    void the_books_agree_after_a_storm() {
        System.out.printf("storm.seed %d, storm.orders %d%n", SEED, ORDERS);
        var began = System.nanoTime();
        try (var shop = new PaymentBed(phoenix, "PAYMENT_CHECK_PATIENCE_SECONDS", "0");
                var drivers = Executors.newFixedThreadPool(DRIVERS)) {
            for (int customer = 1; customer <= 40; customer++) shop.give(customer, "150");
            var all = new ArrayList<CompletableFuture<?>>();
            for (int group = 0; group < ORDERS / GROUP; group++) {
                var first = 10_000L + (long) group * GROUP;
                all.add(CompletableFuture.runAsync(() -> drive(shop, first), drivers));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                var when = ORDERS / GROUP * kill / (KILLS + 1);
                awaitLong("groups", () -> groups.get() >= when);
                die(shop);
            }
            all.forEach(CompletableFuture::join);
            phoenix.line.calm();
            settleDown(shop);
            System.out.printf(
                    "%d orders and %s entries in %d ms%n",
                    ORDERS,
                    shop.query("SELECT count(*)::text FROM ledger_entry").getFirst(),
                    (System.nanoTime() - began) / 1_000_000);
            shop.query(
                            """
                            SELECT pay_by || ' ' || state || ' ' || count(*)
                              FROM payment GROUP BY pay_by, state ORDER BY 1
                            """)
                    .forEach(System.out::println);
            theBooksAgree(shop);
        }
    }

    /// All connections to the database break in the middle of whatever is under way.
    private void die(PaymentBed shop) {
        shop.query(
                """
                SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
                 WHERE datname = current_database() AND application_name = 'gofood-payment'
                """);
        phoenix.running.close();
        phoenix.rise();
        // what was being worked on is hidden for half a minute; the storm doesn't wait for that
        shop.query("UPDATE timer SET at = now() WHERE kind LIKE 'payment.%' AND attempts > 0");
    }

    private void drive(PaymentBed shop, long first) {
        var random = new Random(SEED + first);
        var orders = new ArrayList<StormOrder>();
        for (int i = 0; i < GROUP; i++) orders.add(StormOrder.of(first + i, random));
        var longest = orders.stream().mapToInt(order -> order.life().size()).max().orElse(0);
        var rideRound = random.nextInt(longest);
        for (int round = 0; round < longest; round++) {
            var now = round;
            if (round == rideRound) tellRides(shop, orders);
            var batch =
                    orders.stream()
                            .filter(order -> order.life().size() > now)
                            .map(order -> event(order.id(), order.life().get(now)))
                            .toList();
            tell(shop, "order", batch);
            // sometimes the answer is lost, and all is told again; or told as something new
            if (random.nextInt(8) == 0) tell(shop, "order", batch);
            if (round > 0 && random.nextInt(8) == 0)
                tell(
                        shop,
                        "order",
                        orders.stream()
                                .filter(order -> order.life().size() > now)
                                .map(order -> event(order.id(), order.life().get(now)))
                                .toList());
            PaymentBed.sleep(random.nextInt(60));
            if (round >= 2 || round == longest - 1) doubleClick(shop, orders, round);
        }
        groups.incrementAndGet();
    }

    private static void tellRides(PaymentBed shop, List<StormOrder> orders) {
        var batch =
                orders.stream()
                        .flatMap(order ->
                                order.rides().stream().map(ride -> event(order.id(), ride)))
                        .toList();
        tell(shop, "delivery", batch);
        tell(shop, "delivery", batch);
    }

    /// Two operators refund the same at once.
    private static void doubleClick(PaymentBed shop, List<StormOrder> orders, int round) {
        for (var order : orders) {
            if (order.refunds().isEmpty() || order.id() % 4 != round % 4) continue;
            var payment =
                    again(() -> shop.operator().get("/payments?order_id=" + order.id()))
                            .body()
                            .at("/payments/0/payment_id")
                            .asText();
            if (payment.isEmpty()) continue;
            var clicks = new ArrayList<CompletableFuture<?>>();
            for (int click = 0; click < 2; click++) {
                var key = order.id() + "-" + round + "-" + click;
                clicks.add(CompletableFuture.runAsync(() -> click(shop, payment, order, key)));
            }
            clicks.forEach(CompletableFuture::join);
        }
    }

    private static void click(PaymentBed shop, String payment, StormOrder order, String key) {
        var path = "/payments/" + payment + "/refunds";
        var body = order.refunds().getFirst();
        var status = again(() -> shop.operator().post(path, body, "Idempotency-Key", key)).status();
        assertThat(status).isIn(201, 409, 422);
    }

    private static Told event(long order, Object data) {
        var name = data.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1");
        var type =
                (data instanceof OrderEvent ? "order." : "delivery.")
                        + name.toLowerCase(Locale.ROOT);
        return new Told(type, order, (Record) data);
    }

    /// Brings events until each was applied, as a relay does.
    private static void tell(PaymentBed shop, String from, List<Told> events) {
        var left = events;
        for (int i = 0; !left.isEmpty(); i++) {
            if (i > 200) throw new AssertionError("never applied: " + left.getFirst());
            var batch = left;
            var failed = again(() -> shop.bed.asService(from).tell(batch)).body().path("failed");
            var ids = failed.findValuesAsText("id");
            left = batch.stream().filter(event -> ids.contains(event.id().toString())).toList();
            if (!left.isEmpty()) PaymentBed.sleep(100);
        }
    }

    /// Until the service is there.
    private static Answer again(Supplier<Answer> request) {
        for (int i = 0; ; i++)
            try {
                var answer = request.get();
                if (answer.status() < 500 && answer.status() != 401 || i > 200) return answer;
                PaymentBed.sleep(100);
            } catch (UncheckedIOException e) {
                if (i > 200) throw e;
                PaymentBed.sleep(100);
            }
    }

    private static void settleDown(PaymentBed shop) {
        awaitLong(
                "nothing to do",
                () ->
                        shop.query(
                                        """
                                        SELECT kind FROM timer
                                         WHERE kind IN ('payment.advance', 'payment.refund',
                                                        'payment.look')
                                         UNION ALL
                                        SELECT state FROM payment
                                         WHERE ended_at IS NOT NULL AND settled_at IS NULL
                                         UNION ALL
                                        SELECT status FROM refund WHERE status = 'WANTED'
                                        """)
                                .isEmpty());
    }

    private static void awaitLong(String what, Supplier<Boolean> condition) {
        var until = System.nanoTime() + 300_000_000_000L;
        while (!condition.get()) {
            if (System.nanoTime() > until) throw new AssertionError("never came: " + what);
            PaymentBed.sleep(50);
        }
    }

    private static void theBooksAgree(PaymentBed shop) {
        var check = shop.operator().get("/ledger/check?full=true").as(LedgerCheck.class);
        assertThat(check.differences()).isEmpty();
        none(shop, "SELECT currency FROM ledger_account GROUP BY 1 HAVING sum(balance) <> 0");
        none(
                shop,
                """
                SELECT order_id::text FROM payment p
                 WHERE CASE WHEN ended_at IS NULL THEN captured - refunded ELSE 0 END
                    <> coalesce((SELECT -sum(amount)
                                   FROM ledger_entry JOIN ledger_line USING (entry_id)
                                  WHERE order_id = p.order_id AND account LIKE 'customer:%'), 0)
                """);
        none(
                shop,
                """
                SELECT payment_id::text FROM provider_charge
                 GROUP BY payment_id HAVING count(*) > 1
                """);
        none(
                shop,
                """
                SELECT order_id::text FROM payment p JOIN provider_charge c USING (payment_id)
                 WHERE p.captured <> c.captured OR p.refunded <> c.refunded
                           + (SELECT coalesce(sum(amount), 0) FROM refund r
                               WHERE r.payment_id = p.payment_id AND r.sent_to = 'WALLET'
                                 AND r.status = 'CONFIRMED')
                    OR p.refunded > p.captured
                """);
        none(
                shop,
                "SELECT account FROM ledger_account WHERE account LIKE 'wallet:%' AND balance > 0");
        assertThat(shop.query("SELECT payment_id::text FROM payment")).hasSize(ORDERS);
    }

    private static void none(PaymentBed shop, String sql) {
        assertThat(shop.query(sql)).as(sql).isEmpty();
    }
}
