package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.contracts.UserApi.Role;
import gofood.order.life.Orders;
import gofood.platform.db.Db;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Orders of one kitchen, brought as far as a test needs them, with the others played and a hand in
/// the database for what would take days.
final class OrderStory implements AutoCloseable {
    static final Instant READY = Instant.parse("2036-05-01T12:20:00Z");
    final TestBed bed;
    final TestClient customer;
    final TestClient kitchen;
    final TestClient operator;
    private final Db db;

    OrderStory(String... settings) {
        var database = TestBed.emptyDatabase("order");
        var all = new ArrayList<>(List.of(settings));
        database.values().forEach((name, value) -> all.addAll(List.of(name, value)));
        bed = new TestBed(new OrderService(), all.toArray(String[]::new));
        db = Db.open(database, "order", new SimpleMeterRegistry());
        customer = customer(12);
        kitchen = bed.as(Role.STAFF, 20, 7L);
        operator = bed.as(Role.OPERATOR, 1);
        bed.neighbour("restaurant").answer("GET", "/restaurants/7", 200, TestMenus.open());
        TestLastMile.near(bed);
    }

    TestClient customer(long id) {
        return bed.as(Role.CUSTOMER, id);
    }

    /// Two of 301 for 13.99 and one of 302 for 6.00, with these further fields.
    static String order(String... more) {
        return """
        {"restaurant_id": 7, "items": [{"item_id": "301", "quantity": 2, "options": ["1"]},
                                       {"item_id": "302", "quantity": 1}],
         "address": {"lat": 43.739, "lon": 7.425, "text": "1 Rue Grimaldi"}\
        """
                + (String.join("", more).contains("payment")
                        ? ""
                        : ", \"payment\": {\"method\": \"card\", \"token\": \"tok_visa\"}")
                + Stream.of(more).map(field -> ", " + field).reduce("", String::concat)
                + "}";
    }

    long place(String... more) {
        return place(customer, more);
    }

    long place(TestClient by, String... more) {
        var answer = by.post("/orders", order(more));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("order_id").asLong();
    }

    long paid(String... more) {
        return authorized(place(more));
    }

    long received(String... more) {
        return confirmed(paid(more));
    }

    long preparing(String... more) {
        var id = received(more);
        bed.asService("restaurant")
                .tell("restaurant.preparing", id, new RestaurantEvent.Preparing(id, 7));
        return id;
    }

    long complete(String... more) {
        return ready(received(more));
    }

    long pickedUp(String... more) {
        var id = complete(more);
        bed.asService("delivery")
                .tell("delivery.picked_up", id, new DeliveryEvent.PickedUp(id, 31));
        return id;
    }

    long delivered(String... more) {
        return delivered(customer, more);
    }

    long delivered(TestClient by, String... more) {
        var id = ready(confirmed(authorized(place(by, more))));
        var delivery = bed.asService("delivery");
        delivery.tell("delivery.picked_up", id, new DeliveryEvent.PickedUp(id, 31));
        delivery.tell("delivery.delivered", id, new DeliveryEvent.Delivered(id, 31));
        return id;
    }

    long authorized(long id) {
        bed.asService("payment")
                .tell("payment.authorized", id, new PaymentEvent.Authorized(id, 12, 900));
        return id;
    }

    long confirmed(long id) {
        bed.asService("restaurant")
                .tell("restaurant.received", id, new RestaurantEvent.Received(id, 7, READY));
        return id;
    }

    long ready(long id) {
        bed.asService("restaurant")
                .tell("restaurant.complete", id, new RestaurantEvent.Complete(id, 7));
        return id;
    }

    void rejected(long id) {
        bed.asService("restaurant")
                .tell("restaurant.rejected", id, new RestaurantEvent.Rejected(id, 7, "no gas"));
    }

    JsonNode view(long id) {
        return operator.get("/orders/" + id).body();
    }

    String status(long id) {
        return view(id).path("status").asText();
    }

    JsonNode lastStep(long id) {
        var timeline = view(id).path("timeline");
        return timeline.get(timeline.size() - 1);
    }

    /// Plays that time has passed.
    void sql(String statement, Object... arguments) {
        db.run(tx -> tx.update(statement, arguments));
    }

    long overdue(Instant now) {
        return db.tx(tx -> new Orders().overdue(tx, now));
    }

    long count(String query, Object... arguments) {
        return db.tx(tx -> tx.one(query, row -> row.number("count"), arguments));
    }

    /// Does something so often, all at once.
    static <T> List<T> atOnce(int times, IntFunction<T> what) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> what.apply(i), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    static void await(BooleanSupplier condition) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        bed.close();
        db.close();
    }
}
