package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Shift;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.RestaurantApi.Day;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.NewItem;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.contracts.RestaurantApi.NewSection;
import gofood.contracts.RestaurantApi.Opening;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.SignIn;
import gofood.contracts.Vehicle;
import gofood.platform.testing.TestClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A kitchen that never closes and the four people of an order, met through the gateway.
public record Town(
        URI gateway,
        Place place,
        String tag,
        TestClient operator,
        TestClient customer,
        TestClient kitchen,
        TestClient courier,
        long courierId,
        long restaurantId,
        String dish) {
    public static final String PASSWORD = "four-people-1";

    /// Several JVMs may share two busy cores.
    private static final Duration PATIENCE = Duration.ofSeconds(80);

    /// Where it plays, and what a pizza costs there.
    public record Place(Address kitchen, Address door, Money pizza, Money minimum) {
        static final Place MONACO =
                new Place(
                        new Address(43.7308, 7.4226, "3 Rue Basse"),
                        new Address(43.7312, 7.4236, "Place de la Visitation"),
                        Money.cents(1399),
                        Money.cents(500));
    }

    public static Town settle(URI gateway, String operatorPassword) {
        return settle(gateway, operatorPassword, Place.MONACO);
    }

    static Town settle(URI gateway, String operatorPassword, Place place) {
        var visitor = new TestClient(gateway, "");
        var operator = signIn(visitor, "operator@gofood.test", operatorPassword);
        var menu = operator.post("/restaurants", openRoundTheClock(place));
        assertThat(menu.status()).as(menu.body().toString()).isEqualTo(201);
        var restaurant = menu.body().path("restaurant_id").asLong();
        var dish = menu.body().at("/sections/0/items/0/item_id").asText();
        var tag = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        var customer = join(operator, visitor, email("eve", tag), Role.CUSTOMER, null);
        var kitchen = join(operator, visitor, email("karl", tag), Role.STAFF, restaurant);
        var courier = join(operator, visitor, email("max", tag), Role.COURIER, null);
        var signedUp =
                courier.post("/couriers", new NewCourier(null, "Max", Vehicle.BICYCLE, null));
        assertThat(signedUp.status()).as(signedUp.body().toString()).isBetween(200, 201);
        var courierId = signedUp.body().path("courier_id").asLong();
        var town =
                new Town(
                        gateway,
                        place,
                        tag,
                        operator,
                        customer,
                        kitchen,
                        courier,
                        courierId,
                        restaurant,
                        dish);
        town.rideOn();
        return town;
    }

    /// Of `eve` who eats, `karl` who cooks and `max` who rides.
    public String email(String who) {
        return email(who, tag);
    }

    private static String email(String who, String tag) {
        return who + tag + "@example.test";
    }

    /// The courier is on shift, near the kitchen.
    public void rideOn() {
        var path = "/couriers/" + courierId;
        await(
                "a shift",
                () -> courier.put(path + "/shift", new Shift(true)),
                answer -> answer.status() == 200);
        var here = new Ping(place.kitchen().lat(), place.kitchen().lon(), Instant.now());
        var told = courier.post(path + "/positions", new Positions(List.of(here)));
        assertThat(told.status()).isEqualTo(204);
    }

    public static NewRestaurant openRoundTheClock(Place place) {
        var hours =
                Arrays.stream(Day.values())
                        .map(day -> new Opening(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                        .toList();
        return new NewRestaurant(
                "Chez Edgar",
                "Never closed",
                "italian",
                place.kitchen(),
                null,
                1,
                place.minimum(),
                new Hours(hours, List.of()),
                null,
                List.of(new NewSection("Pizza", List.of(pizza(place.pizza())))));
    }

    private static NewItem pizza(Money price) {
        return new NewItem(null, "Margherita", "Tomato", price, null, null, null, null, null, null);
    }

    private static TestClient join(
            TestClient operator,
            TestClient visitor,
            String email,
            Role role,
            @Nullable Long restaurant) {
        var works = restaurant == null ? null : Set.of(restaurant);
        var person = new NewUser(email, email, PASSWORD, null, Set.of(role), works);
        var joined = operator.post("/users", person);
        assertThat(joined.status()).as(joined.body().toString()).isEqualTo(201);
        return signIn(visitor, email, PASSWORD);
    }

    public static TestClient signIn(TestClient visitor, String email, String password) {
        var session = visitor.post("/sessions", new SignIn(email, password));
        assertThat(session.status()).as(session.body().toString()).isBetween(200, 201);
        var token = session.body().path("access_token").asText();
        return new TestClient(visitor.address(), token);
    }

    public NewOrder order(String token) {
        return new NewOrder(
                restaurantId,
                List.of(new NewLine(dish, 2, null, null)),
                place.door(),
                null,
                new PaymentMethod(PayBy.CARD, token),
                null,
                null,
                null,
                null,
                null);
    }

    public long place(String token) {
        var placed = customer.post("/orders", order(token));
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
        return placed.body().path("order_id").asLong();
    }

    public JsonNode seen(long orderId) {
        return customer.get("/orders/" + orderId).body();
    }

    public void awaitStatus(long orderId, String status) {
        await(
                "order " + orderId + " " + status,
                () -> seen(orderId),
                o -> o.path("status").asText().equals(status));
    }

    public JsonNode payment(long orderId) {
        return operator.get("/payments?order_id=" + orderId).body().at("/payments/0");
    }

    public void awaitPayment(long orderId, String status) {
        await(
                "payment of " + orderId + " " + status,
                () -> payment(orderId),
                p -> p.path("status").asText().equals(status));
    }

    public TestClient.Answer say(long orderId, String status) {
        return kitchen.post(
                "/callback/restaurants/orders",
                "{\"restaurant_id\":%d,\"order_id\":%d,\"status\":\"%s\"}"
                        .formatted(restaurantId, orderId, status));
    }

    /// Waits for the courier's offer of any ride and takes it.
    ///
    /// @return the delivery
    public JsonNode takeRide(long orderId) {
        await(
                "ride of " + orderId,
                () -> {
                    for (var offer : courier.get("/offers").body().path("offers"))
                        courier.post("/offers/" + offer.path("offer_id").asText() + "/accept", "");
                    return ride(orderId);
                },
                ride -> ride.path("status").asText().equals("Assigned"));
        return ride(orderId);
    }

    public JsonNode ride(long orderId) {
        return operator.get("/deliveries?order_id=" + orderId).body().at("/deliveries/0");
    }

    public void step(long orderId, String step, Object body) {
        var path = "/deliveries/" + ride(orderId).path("delivery_id").asText() + "/" + step;
        var answer = courier.post(path, body);
        assertThat(answer.status()).as(step + " " + answer.body()).isBetween(200, 204);
    }

    /// From Paid on, everybody does their part until the food is at the door.
    public void finish(long orderId) {
        awaitStatus(orderId, "Paid");
        assertThat(say(orderId, "Received").status()).isEqualTo(200);
        assertThat(say(orderId, "Preparing").status()).isEqualTo(200);
        assertThat(say(orderId, "Complete").status()).isEqualTo(200);
        awaitStatus(orderId, "Complete");
        takeRide(orderId);
        step(orderId, "arrive", "");
        step(orderId, "pickup", "");
        awaitStatus(orderId, "PickedUp");
        step(orderId, "arrive-door", "");
        step(
                orderId,
                "deliver",
                "{\"pin\":\"%s\"}".formatted(seen(orderId).path("delivery_pin").asText()));
        awaitStatus(orderId, "Delivered");
    }

    public static <T> T await(String what, Supplier<T> look, Predicate<T> good) {
        var until = Instant.now().plus(PATIENCE);
        T last = null;
        while (Instant.now().isBefore(until)) {
            try {
                last = look.get();
                if (good.test(last)) return last;
            } catch (java.io.UncheckedIOException e) {
                // a service that is being killed; look again
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError(what + " never came; last seen: " + last);
    }
}
