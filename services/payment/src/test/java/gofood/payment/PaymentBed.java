package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.UserApi.Role;
import gofood.payment.provider.Provider;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The payment service with a played order service, and a look into the provider's books.
final class PaymentBed implements AutoCloseable {
    static final String SECRET = "whsec_" + "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldCE=";
    static final long CUSTOMER = 12;
    static final Money TOTAL = new Money(3440);
    private static final long RESTAURANT = 7;

    private final AtomicLong orders = new AtomicLong(1000);
    private final Map<String, String> database;
    final TestBed bed;

    PaymentBed(UnaryOperator<Provider> line, String... settings) {
        database = TestBed.emptyDatabase("payment").values();
        var usual =
                Stream.of(
                        "PAYMENT_WEBHOOK_SECRET",
                        SECRET,
                        "PAYMENT_PROVIDER_MILLIS",
                        "1-5",
                        "PAYMENT_PROVIDER_TIMEOUT_MILLIS",
                        "400",
                        "PAYMENT_PROVIDER_LATE_MILLIS",
                        "600",
                        "PAYMENT_RETRY_FIRST_MILLIS",
                        "50",
                        "PAYMENT_RETRY_LONGEST_SECONDS",
                        "1",
                        "PAYMENT_STUCK_SECONDS",
                        "1");
        var own = database.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue()));
        var all = Stream.concat(Stream.concat(usual, own), Stream.of(settings));
        bed = new TestBed(new PaymentService(line), all.toArray(String[]::new));
    }

    TestClient operator() {
        return bed.as(Role.OPERATOR, 1);
    }

    /// Places an order and gives its number.
    long place(String token) {
        var order = orders.incrementAndGet();
        tell("order.placed", placed(order, token));
        return order;
    }

    static OrderEvent.Placed placed(long order, String token) {
        return new OrderEvent.Placed(
                order, CUSTOMER, RESTAURANT, TOTAL, "EUR", new PaymentMethod("card", token));
    }

    long placeAndAuthorize(String token) {
        var order = place(token);
        bed.neighbour("order").awaitEvent("payment.authorized", order);
        return order;
    }

    long placeAndCapture() {
        var order = placeAndAuthorize("tok_visa");
        receive(order);
        awaitStatus(order, "Captured");
        return order;
    }

    void receive(long order) {
        tell(
                "order.received",
                new OrderEvent.Received(order, CUSTOMER, RESTAURANT, "Chez Test", Instant.now()));
    }

    void reject(long order) {
        tell("order.rejected", new OrderEvent.Rejected(order, CUSTOMER, RESTAURANT, "too busy"));
    }

    void cancel(long order) {
        tell(
                "order.cancelled",
                new OrderEvent.Cancelled(order, CUSTOMER, RESTAURANT, "customer 12", "too slow"));
    }

    void tell(String type, Record event) {
        var order = ((OrderEvent) event).orderId();
        var answer = bed.asService("order").tell(type, order, event);
        assertThat(answer.body().path("failed")).as(answer.body().toString()).isEmpty();
    }

    JsonNode awaitRefund(long order) {
        return bed.neighbour("notification").awaitEvent("payment.refunded", order);
    }

    JsonNode awaitOrderEvent(String type, long order) {
        return bed.neighbour("order").awaitEvent(type, order);
    }

    /// How many of these the order or notification service got.
    long count(String neighbour, String type, long order) {
        return bed.neighbour(neighbour).events().stream()
                .filter(event -> event.path("type").asText().equals(type))
                .filter(event -> event.path("subject").asText().equals(Long.toString(order)))
                .count();
    }

    JsonNode payment(long order) {
        return operator().get("/payments?order_id=" + order).body().at("/payments/0");
    }

    void awaitStatus(long order, String status) {
        await(status, () -> payment(order).path("status").asText().equals(status));
    }

    static void await(String what, BooleanSupplier condition) {
        var until = System.nanoTime() + 8_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("never came: " + what);
            sleep(20);
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What stands in the provider's books for this order: one line per charge, as `CAPTURED 3440
    /// 0`.
    List<String> charges(long order) {
        return query(
                """
                SELECT status || ' ' || c.captured || ' ' || c.refunded
                  FROM provider_charge c JOIN payment USING (payment_id)
                 WHERE order_id = ?
                """,
                order);
    }

    List<String> query(String sql, Object... arguments) {
        try (var connection =
                        DriverManager.getConnection(
                                database.get("PAYMENT_DATABASE_URL"), "postgres", "postgres");
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) statement.setObject(i + 1, arguments[i]);
            var found = new ArrayList<String>();
            if (!statement.execute()) return found;
            try (var rows = statement.getResultSet()) {
                while (rows.next()) found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        bed.close();
    }
}
