package gofood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.UserApi.Role;
import gofood.payment.provider.Provider;
import gofood.platform.run.Service;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.math.BigDecimal;
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
import org.jspecify.annotations.Nullable;

/// The payment service with a played order service, and a look into the provider's books.
final class PaymentBed implements AutoCloseable {
    static final String SECRET = "whsec_" + "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldCE=";
    static final long CUSTOMER = 12;
    static final Money TOTAL = Money.cents(3440);
    static final long RESTAURANT = 7;
    static final long COURIER = 31;

    private final AtomicLong orders = new AtomicLong(1000);
    private final Map<String, String> database;
    final TestBed bed;

    PaymentBed(UnaryOperator<Provider> line, String... settings) {
        this(new PaymentService(line), settings);
    }

    PaymentBed(Service service, String... settings) {
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
        bed = new TestBed(service, all.toArray(String[]::new));
    }

    TestClient operator() {
        return bed.as(Role.OPERATOR, 1);
    }

    /// Places an order and gives its number.
    long place(String token) {
        return place(CUSTOMER, by(token));
    }

    long place(long customer, PaymentMethod method) {
        var order = orders.incrementAndGet();
        tell("order.placed", placed(order, customer, method));
        return order;
    }

    static PaymentMethod by(String token) {
        return switch (token) {
            case "cash" -> new PaymentMethod(PayBy.CASH, null);
            case "wallet" -> new PaymentMethod(PayBy.WALLET, null);
            default -> new PaymentMethod(PayBy.CARD, token);
        };
    }

    static OrderEvent.Placed placed(long order, String token) {
        return placed(order, CUSTOMER, by(token));
    }

    static OrderEvent.Placed placed(long order, long customer, PaymentMethod method) {
        return new OrderEvent.Placed(
                order, customer, RESTAURANT, "Chez Test", ITEMS, PRICE, method);
    }

    /// Two dishes, one of them twice: 28.20; with fees and tip 34.40.
    static final List<Line> ITEMS =
            List.of(line(1, 2, Money.cents(1210)), line(2, 1, Money.cents(400)));

    static final Price PRICE = price(Money.cents(2820), Money.ZERO, Money.cents(200), "EUR", null);

    static Line line(int line, int quantity, Money price) {
        return new Line(
                line,
                "30" + line,
                "Dish " + line,
                quantity,
                List.of(),
                null,
                price,
                BigDecimal.TEN);
    }

    /// A price with 2.90 for the ride and 1.30 for our service.
    static Price price(
            Money items, Money discount, Money tip, String currency, @Nullable Applied promotion) {
        var ride = Money.cents(290);
        var service = Money.cents(130);
        var total = items.plus(ride).plus(service).minus(discount).plus(tip);
        return new Price(
                items,
                ride,
                service,
                Money.ZERO,
                discount,
                tip,
                total,
                currency,
                promotion,
                List.of());
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
        tell(
                "order.rejected",
                new OrderEvent.Rejected(order, CUSTOMER, RESTAURANT, "too busy", FREE));
    }

    void cancel(long order) {
        cancel(order, FREE);
    }

    /// Nobody pays anything.
    static final Settlement FREE = new Settlement(Liable.PLATFORM, Money.ZERO, Money.ZERO);

    void cancel(long order, Settlement settlement) {
        tell(
                "order.cancelled",
                new OrderEvent.Cancelled(
                        order, CUSTOMER, RESTAURANT, "customer 12", "too slow", settlement));
    }

    void deliver(long order) {
        tell("order.delivered", new OrderEvent.Delivered(order, CUSTOMER, RESTAURANT, COURIER));
    }

    void earn(long order, Money pay) {
        var earned = new DeliveryEvent.Earned(order, COURIER, pay, "EUR", "A ride of 2.1 km.");
        var answer = bed.asService("delivery").tell("delivery.earned", order, earned);
        assertThat(answer.body().path("failed")).as(answer.body().toString()).isEmpty();
    }

    void give(long customer, String amount) {
        var answer =
                operator()
                        .post(
                                "/wallets/%d/credits".formatted(customer),
                                "{\"amount\": %s, \"reason\": \"sorry\"}".formatted(amount));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    /// What an account has of an order, as it is booked.
    String booked(long order, String account) {
        return query(
                        """
                        SELECT (coalesce(sum(amount), 0) / 1000.0)::numeric(20,2)::text
                          FROM ledger_entry JOIN ledger_line USING (entry_id)
                         WHERE order_id = ? AND account = ?
                        """,
                        order,
                        account)
                .getFirst();
    }

    void awaitSettled(long order) {
        await(
                "settled",
                () ->
                        query(
                                                """
                                                SELECT 1 FROM payment
                                                 WHERE order_id = ? AND settled_at IS NOT NULL
                                                """,
                                                order)
                                        .size()
                                == 1);
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

    /// What stands in the provider's books for this order: one line per charge, as `CAPTURED 34400
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
