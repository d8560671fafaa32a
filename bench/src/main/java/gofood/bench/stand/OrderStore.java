package gofood.bench.stand;

import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.OrderApi.OrderPlaced;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.order.life.News;
import gofood.order.life.Order;
import gofood.order.life.OrderDeadlines;
import gofood.order.life.Orders;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import gofood.platform.events.Timers;
import gofood.platform.http.Idempotency;
import gofood.platform.http.Reply;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Where the order service keeps orders, without the service: the same code in this JVM, in a
/// database of its own in the same PostgreSQL.
public final class OrderStore implements Running {
    private static final String NAME = "gofood_bench";
    private static final byte[] BODY = "{}".repeat(150).getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "not a secret, and long enough to be one";
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final int HEADS = 256;

    private final Db db;
    private final Order pattern;
    private final Orders orders = new Orders();
    private final Outbox outbox = new Outbox();
    private final Idempotency idempotency;
    private final Timers timers;

    private OrderStore(Db db, Order pattern) {
        this.db = db;
        this.pattern = pattern;
        idempotency = new Idempotency(db, SECRET);
        timers =
                new Timers(
                        db,
                        Clock.systemUTC(),
                        "bench",
                        Tracing.OFF); // never started: nobody is rung
        News.subscribe(outbox);
    }

    /// @param orderId of a real order, of which all others are copies
    public static OrderStore open(Cluster cluster, long orderId) throws SQLException {
        Order pattern;
        try (var real = connect(cluster, Cluster.database("order"))) {
            pattern = real.tx(tx -> new Orders().find(tx, orderId)).orElseThrow();
        }
        cluster.run("order", "DROP DATABASE IF EXISTS " + NAME);
        cluster.run("order", "CREATE DATABASE " + NAME);
        return new OrderStore(connect(cluster, NAME), pattern);
    }

    private static Db connect(Cluster cluster, String database) {
        var settings =
                Map.of(
                        "ORDER_DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(cluster.port(), database),
                        "ORDER_DATABASE_USER",
                        "postgres",
                        "ORDER_DATABASE_PASSWORD",
                        cluster.password());
        return Db.open(new Env(settings), "order", new SimpleMeterRegistry());
    }

    /// Orders in a second by many who each wait for the last one to be durable.
    public double place(Duration length) throws InterruptedException {
        var before = stored();
        var until = System.nanoTime() + length.toNanos();
        var placed = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < HEADS; i++)
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                while (System.nanoTime() < until) {
                                    one();
                                    placed.incrementAndGet();
                                }
                            }));
        var begun = System.nanoTime();
        for (var thread : threads) thread.join();
        var rate = placed.get() * 1e9 / (System.nanoTime() - begun);
        if (stored() - before != placed.get())
            throw new IllegalStateException(
                    "%d orders were placed, and %d are stored"
                            .formatted(placed.get(), stored() - before));
        return rate;
    }

    private void one() {
        idempotency.once("bench " + UUID.randomUUID(), BODY, false, Placement::new);
    }

    private long stored() {
        return db.tx(tx -> tx.one("SELECT count(*) AS n FROM orders", row -> row.number("n")));
    }

    /// As at the order service's checkout, of an order that is priced already.
    private final class Placement implements Idempotency.Creation {
        @Override
        public Reply in(Tx tx) {
            var bought = pattern.purchase();
            var now = Instant.now();
            var id = orders.insert(tx, bought, new Eta(now, now), "customer");
            outbox.send(tx, id, News.placed(id, bought, new PaymentMethod(PayBy.CARD, "tok_visa")));
            timers.set(tx, OrderDeadlines.TIMER, id, now.plus(DEADLINE));
            return Reply.created("/orders/" + id, new OrderPlaced(id, "Order placed successfully"));
        }

        @Override
        public boolean isSociable() {
            return true;
        }
    }

    @Override
    public void close() {
        db.close();
    }
}
