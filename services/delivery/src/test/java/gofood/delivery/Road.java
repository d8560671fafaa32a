package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Proof;
import gofood.contracts.DeliveryApi.Shift;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Settlement;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.UserApi.Role;
import gofood.contracts.Vehicle;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A delivery service on a test bed, with words for what orders and couriers do.
final class Road implements AutoCloseable {
    static final long CUSTOMER = 12;
    static final long RESTAURANT = 7;
    static final Address KITCHEN = new Address(43.7384, 7.4246, "1 Rue Grimaldi");
    static final Address HOME = new Address(43.7400, 7.4300, "5 Avenue de la Costa");
    static final Settlement UNCHARGED = new Settlement(Liable.PLATFORM, Money.ZERO, Money.ZERO);

    /// Long, as it only matters to a test that fails anyway, or on a machine that is busy.
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final AtomicLong NEXT = new AtomicLong(1000);

    final TestBed bed;

    Road(String... settings) {
        // a test's own settings come after, and win
        var quick = List.of("DELIVERY_ROUND_SECONDS", "0.1", "DELIVERY_FLUSH_SECONDS", "0.1");
        var all = Stream.concat(quick.stream(), Stream.of(settings)).toArray(String[]::new);
        bed = new TestBed(new DeliveryService(), all);
    }

    static long newId() {
        return NEXT.incrementAndGet();
    }

    TestClient courier(long id) {
        return bed.as(Role.COURIER, id);
    }

    TestClient customer() {
        return bed.as(Role.CUSTOMER, CUSTOMER);
    }

    TestClient operator() {
        return bed.as(Role.OPERATOR, 1);
    }

    /// An order that was paid for.
    ///
    /// @return the order's id
    long paid() {
        return paid(HOME);
    }

    long paid(Address home) {
        var order = newId();
        tell("order.paid", order, paid(order, home));
        return order;
    }

    static OrderEvent.Paid paid(long order, Address home) {
        return paid(order, home, price("EUR", Money.ZERO), null, null);
    }

    static OrderEvent.Paid paid(
            long order, Address home, Price price, @Nullable Money cashDue, @Nullable Slot slot) {
        return new OrderEvent.Paid(
                order,
                CUSTOMER,
                RESTAURANT,
                "Chez Nous",
                List.of(),
                price,
                "Ring twice",
                KITCHEN,
                home,
                "1234",
                15,
                slot,
                slot == null ? Instant.now().plusSeconds(2400) : slot.to(),
                Instant.now().plusSeconds(480),
                cashDue);
    }

    static Price price(String currency, Money tip) {
        var items = Money.cents(2000);
        var fee = Money.cents(300);
        return new Price(
                items,
                fee,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                tip,
                items.plus(fee).plus(tip),
                currency,
                null,
                List.of());
    }

    /// An order whose food is ready now.
    long ready() {
        return ready(HOME);
    }

    long ready(Address home) {
        var order = paid(home);
        received(order, Instant.now());
        return order;
    }

    void received(long order, Instant readyAt) {
        tell(
                "order.received",
                order,
                new OrderEvent.Received(order, CUSTOMER, RESTAURANT, "Chez Nous", readyAt));
    }

    void cancelled(long order) {
        tell("order.cancelled", order, calledOff(order));
    }

    static OrderEvent.Cancelled calledOff(long order) {
        return new OrderEvent.Cancelled(
                order, CUSTOMER, RESTAURANT, "customer 12", "too late", UNCHARGED);
    }

    void tell(String type, long order, OrderEvent event) {
        var answer = bed.asService("order").tell(type, order, (Record) event);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("failed")).isEmpty();
    }

    /// A courier who is online, this many hundredths of a degree north of the kitchen, with room
    /// for one order.
    long online(double north) {
        return online(north, 1);
    }

    long online(double north, int capacity) {
        var id = newId();
        var courier = courier(id);
        var named = new NewCourier(null, "Courier " + id, Vehicle.SCOOTER, capacity);
        assertThat(courier.post("/couriers", named).status()).isEqualTo(201);
        assertThat(shift(id, true).status()).isEqualTo(200);
        at(id, KITCHEN.lat() + north / 100, KITCHEN.lon(), Instant.now());
        return id;
    }

    TestClient.Answer shift(long courier, boolean online) {
        return courier(courier).put("/couriers/" + courier + "/shift", new Shift(online));
    }

    void at(long courier, double lat, double lon, Instant at) {
        var positions = new Positions(List.of(new Ping(lat, lon, at)));
        var answer = courier(courier).post("/couriers/" + courier + "/positions", positions);
        assertThat(answer.status()).isEqualTo(204);
    }

    JsonNode courierView(long courier) {
        return operator().get("/couriers/" + courier).body();
    }

    JsonNode ride(long order) {
        return operator().get("/deliveries?order_id=" + order).body().at("/deliveries/0");
    }

    String status(long order) {
        return ride(order).path("status").asText();
    }

    JsonNode awaitStatus(long order, String status) {
        return await(
                () -> {
                    var ride = ride(order);
                    return ride.path("status").asText().equals(status) ? ride : null;
                },
                status + " of " + order);
    }

    JsonNode awaitOffer(long courier) {
        return await(
                () -> {
                    var offers = courier(courier).get("/offers").body().path("offers");
                    return offers.isEmpty() ? null : offers.get(0);
                },
                "an offer for " + courier);
    }

    static <T> T await(Supplier<T> look, String what) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var found = look.get();
            if (found != null) return found;
            pause(20);
        }
        throw new AssertionError("waited in vain for " + what);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    TestClient.Answer accept(long courier, JsonNode offer) {
        return courier(courier).post("/offers/" + offer.path("offer_id").asLong() + "/accept", "");
    }

    TestClient.Answer decline(long courier, JsonNode offer) {
        return courier(courier).post("/offers/" + offer.path("offer_id").asLong() + "/decline", "");
    }

    /// The courier is asked and says yes.
    ///
    /// @return the path of the delivery
    String accepted(long courier) {
        var answer = accept(courier, awaitOffer(courier));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return "/deliveries/" + answer.body().path("delivery_id").asLong();
    }

    TestClient.Answer step(long courier, String delivery, String step) {
        return courier(courier).post(delivery + "/" + step, "");
    }

    TestClient.Answer deliver(long courier, String delivery, String pin) {
        return courier(courier).post(delivery + "/deliver", new Proof(pin, null, null));
    }

    static void refuses(TestClient.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(code);
    }

    /// Ends what a test began, so that its couriers and rides don't meddle with the next one.
    void clear() {
        for (var ride : operator().get("/deliveries?limit=100").body().path("deliveries"))
            cancelled(ride.path("order_id").asLong());
        for (var courier : operator().get("/couriers?online=true").body().path("couriers"))
            assertThat(shift(courier.path("courier_id").asLong(), false).status()).isEqualTo(200);
    }

    @Override
    public void close() {
        bed.close();
    }
}
