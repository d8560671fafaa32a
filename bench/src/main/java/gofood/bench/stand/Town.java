package gofood.bench.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import gofood.bench.load.HttpLine;
import gofood.bench.load.HttpLine.Heard;
import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.DeliveryApi.Shift;
import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.SignIn;
import gofood.contracts.Vehicle;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Kitchens that never close and people who are signed in, all made through the public API.
public final class Town {
    private static final String PASSWORD = "bench-people-1";
    private static final int KITCHENS = 8;
    private static final int CUSTOMERS = 40;
    private static final int BASKETS = 97; // prime, so that people and baskets mix
    private static final Address DOOR = new Address(43.7312, 7.4236, "Place de la Visitation");

    private final URI door;
    private final String operator;
    private final String tag = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final Random dice = new Random(7);
    private final List<Kitchen> kitchens = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();
    private final List<String> baskets = new ArrayList<>();
    private final List<Rider> riders = new ArrayList<>();

    /// @param token of somebody who works there
    /// @param dishes their ids
    public record Kitchen(long restaurantId, String token, List<String> dishes) {}

    public record Rider(long courierId, String token) {}

    private Town(URI door, String operatorsPassword) throws IOException {
        this.door = door;
        operator = signIn(new SignIn("operator@gofood.test", operatorsPassword));
    }

    static Town settle(House house, Path data) throws IOException {
        var secrets = Cluster.properties(data.resolve("secrets.properties"));
        var town = new Town(house.door(), secrets.getProperty("operator"));
        for (var i = 0; i < KITCHENS; i++) town.kitchens.add(town.open(i));
        for (var i = 0; i < CUSTOMERS; i++)
            town.customers.add(town.join("customer" + i, Role.CUSTOMER, null));
        for (var i = 0; i < BASKETS; i++) town.baskets.add(town.basket(i));
        return town;
    }

    private Kitchen open(int number) throws IOException {
        var menu = must(post(operator, "/restaurants", Carte.restaurant(number, dice)));
        var ids = new ArrayList<String>();
        for (var section : menu.path("sections"))
            for (var item : section.path("items"))
                if (item.path("option_groups").isEmpty()) ids.add(item.path("item_id").asText());
        var id = menu.path("restaurant_id").asLong();
        return new Kitchen(id, join("cook" + number, Role.STAFF, id), List.copyOf(ids));
    }

    private String join(String name, Role role, @Nullable Long restaurant) throws IOException {
        var email = name + tag + "@example.test";
        var works = restaurant == null ? null : Set.of(restaurant);
        must(
                post(
                        operator,
                        "/users",
                        new NewUser(name, email, PASSWORD, null, Set.of(role), works)));
        return signIn(new SignIn(email, PASSWORD));
    }

    private String signIn(SignIn who) throws IOException {
        try (var line = new HttpLine(door)) {
            return must(line.ask("POST", "/sessions", Json.write(who)))
                    .path("access_token")
                    .asText();
        }
    }

    private String basket(int number) {
        var kitchen = kitchens.get(number % kitchens.size());
        var lines = new ArrayList<NewLine>();
        for (var i = 0; i < 1 + number % 4; i++) {
            var dish = kitchen.dishes.get((number * 5 + i * 7) % kitchen.dishes.size());
            lines.add(new NewLine(dish, 1 + i % 2, null, null));
        }
        var order =
                new NewOrder(
                        kitchen.restaurantId,
                        lines,
                        DOOR,
                        number % 3 == 0 ? "The bell is broken, please knock" : null,
                        new PaymentMethod(PayBy.CARD, "tok_visa"),
                        null,
                        null,
                        null,
                        IfUnavailable.DROP,
                        null);
        return new String(Json.write(order), StandardCharsets.UTF_8);
    }

    /// Couriers who are signed up, as many as are asked for.
    public List<Rider> riders(int count) throws IOException {
        while (riders.size() < count) {
            var token = join("courier" + riders.size(), Role.COURIER, null);
            var ride = new NewCourier(null, "Max " + riders.size(), Vehicle.BICYCLE, null);
            var signedUp = must(post(token, "/couriers", ride));
            riders.add(new Rider(signedUp.path("courier_id").asLong(), token));
        }
        return List.copyOf(riders.subList(0, count));
    }

    /// Comes on shift at the kitchens' door, or ends it.
    public void onShift(Rider rider, boolean online) throws IOException {
        var path = "/couriers/" + rider.courierId();
        must(put(rider.token, path + "/shift", new Shift(online)));
        if (!online) return;
        var here = new Positions(List.of(new Ping(43.7308, 7.4226, Instant.now())));
        must(post(rider.token, path + "/positions", here));
    }

    private Heard put(String token, String path, Object body) throws IOException {
        try (var line = new HttpLine(door)) {
            return line.ask("PUT", path, Json.write(body), "Authorization", "Bearer " + token);
        }
    }

    public List<Kitchen> kitchens() {
        return List.copyOf(kitchens);
    }

    /// The tokens of the customers.
    public List<String> customers() {
        return List.copyOf(customers);
    }

    /// Bodies of `POST /orders`.
    public List<String> baskets() {
        return List.copyOf(baskets);
    }

    public Heard get(String token, String path) throws IOException {
        try (var line = new HttpLine(door)) {
            return line.ask("GET", path, null, "Authorization", "Bearer " + token);
        }
    }

    public Heard post(String token, String path, Object body, String... headers)
            throws IOException {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        try (var line = new HttpLine(door)) {
            var bytes =
                    body instanceof String text
                            ? text.getBytes(StandardCharsets.UTF_8)
                            : Json.write(body);
            return line.ask("POST", path, bytes, all.toArray(String[]::new));
        }
    }

    /// What a request that must succeed was answered with.
    public static JsonNode must(Heard heard) throws IOException {
        if (!heard.isGood())
            throw new IOException(
                    "the town cannot be settled: %d %s".formatted(heard.status(), heard.text()));
        return heard.body().length == 0
                ? MissingNode.getInstance()
                : Json.read(heard.body(), JsonNode.class);
    }
}
