package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.app.OpenHouse;
import gofood.app.Town;
import gofood.app.security.Wire.Request;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.platform.http.Routes;
import gofood.platform.testing.TestClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// An order that was delivered, one that is being cooked, everything that belongs to them, and all
/// who could ask for it.
final class Scene {
    private static final Pattern NAME = Pattern.compile("\\$([a-z_0-9]+)");

    private static final List<String> EXPOSED =
            List.of(
                    "new_address",
                    "new_dish",
                    "new_webhook",
                    "new_restriction",
                    "applied",
                    "leaver",
                    "position");

    final OpenHouse house;
    final Town town;

    /// Words that only those may read whose order it is.
    final List<String> marks;

    private final Map<Persona, TestClient> people = new EnumMap<>(Persona.class);
    private final Map<String, String> things = new TreeMap<>();
    private final AtomicLong count = new AtomicLong(System.nanoTime() % 1_000_000_000);

    Scene(OpenHouse house) {
        this.house = house;
        town = Town.settle(house.gateway(), "gofood-demo");
        var tag = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        marks = List.of("Sesame-" + tag, "Rue Caruana " + tag, "+3779" + count.get());
        arrive();
        play();
        put("password", Town.PASSWORD);
        put("email", town.email("eve"));
        put("page", "orders");
        put("new_order", order("Rue Grimaldi", "please ring"));
    }

    private void arrive() {
        var visitor = new TestClient(house.gateway(), "");
        var operator = town.operator();
        people.put(Persona.OPERATOR, operator);
        people.put(Persona.OWNER, town.customer());
        people.put(Persona.STAFF, town.kitchen());
        people.put(Persona.COURIER, town.courier());
        people.put(Persona.OTHER, join("other", Role.CUSTOMER, null));
        people.put(Persona.COURIER2, join("courier2", Role.COURIER, null));
        people.put(Persona.STAFF2, join("staff2", Role.STAFF, town.restaurantId() - 1));
        var guest = visitor.post("/guests", "{}").body().path("access_token").asText();
        people.put(Persona.GUEST, new TestClient(house.gateway(), guest));
        people.put(Persona.NOBODY, visitor);
        client(Persona.COURIER2).post("/couriers", "{\"name\":\"Two\",\"vehicle\":\"bicycle\"}");
    }

    TestClient join(String name, Role role, Long restaurant) {
        var email = name + next() + "@example.test";
        var works = restaurant == null ? null : Set.of(restaurant);
        var person = new NewUser(name, email, Town.PASSWORD, null, Set.of(role), works);
        must(town.operator().post("/users", person), 201);
        return Town.signIn(new TestClient(house.gateway(), ""), email, Town.PASSWORD);
    }

    private void play() {
        var owner = town.customer();
        var delivered = placed();
        put("order_id", delivered);
        put("restaurant_id", town.restaurantId());
        put("courier_id", town.courierId());
        put("item_id", town.dish());
        deliver(delivered);
        var order = town.seen(delivered);
        put("user_id", order.path("customer_id").asText());
        put("customer_id", order.path("customer_id").asText());
        put("pin", order.path("delivery_pin").asText());
        must(
                owner.put(
                        "/users/" + value("user_id"), "{\"phone\":\"%s\"}".formatted(marks.get(2))),
                200);
        put("phone", marks.get(2));
        put("street", marks.get(1));
        var ride = town.ride(delivered).path("delivery_id");
        put("delivery_id", ride.asText());
        put("payment_id", town.payment(delivered).path("payment_id").asText());
        put("photo", picture("/orders/" + delivered + "/photos").path("photo").asText());
        var told =
                owner.post(
                        "/orders/" + delivered + "/problems",
                        "{\"kind\":\"other\",\"text\":\"%s\"}".formatted(marks.get(0)));
        must(told, 201);
        put("problem_id", told.body().path("problem_id").asText());
        var link = owner.post("/orders/" + delivered + "/links", "");
        put("token", link.body().path("token").asText());
        cook();
        put("offer_id", offer());
        put(
                "hours",
                town.operator()
                        .get("/restaurants/" + town.restaurantId() + "/hours")
                        .body()
                        .toString());
        put(
                "new_restaurant",
                new String(
                        gofood.platform.wire.Json.write(Town.openRoundTheClock(town.place())),
                        StandardCharsets.UTF_8));
        hook();
        put("code", "P" + next());
        must(
                town.operator()
                        .post(
                                "/promotions",
                                "{\"code\":\"%s\",\"kind\":\"percent\",\"percent\":10}"
                                        .formatted(value("code"))),
                201);
        var inbox =
                Town.await(
                        "a message",
                        () -> owner.get("/notifications").body().path("notifications"),
                        all -> !all.isEmpty());
        put("notification_id", inbox.get(0).path("notification_id").asText());
        var leaver = join("leaver", Role.CUSTOMER, null);
        var gone = leaver.delete("/users/" + idOf(leaver));
        put("erasure_id", gone.header("Location").substring("/erasures/".length()));
    }

    /// A till that nobody can reach, and what it was to be told.
    private void hook() {
        var kitchen = town.kitchen();
        var all = "/restaurants/" + town.restaurantId() + "/webhooks";
        var made = kitchen.post(all, "{\"url\":\"https://till.invalid/\"}");
        must(made, 201);
        var id = made.body().path("webhook").path("webhook_id").asText();
        must(kitchen.post(all + "/" + id + "/test", ""), 202);
        var told = kitchen.get(all + "/" + id + "/deliveries").body().path("deliveries");
        put("webhook_id", id);
        put("message_id", told.path(0).path("message_id").asText());
    }

    /// Another one; the table knows no limit to their number.
    private String newWebhook() {
        return one(
                "restaurant",
                """
                INSERT INTO webhook (restaurant_id, url, events, enabled, secret, created_at)
                VALUES (%d, 'https://till.invalid/', '{}', false, 'x', now())
                RETURNING webhook_id
                """
                        .formatted(town.restaurantId()));
    }

    /// To the door, with a photo of that.
    private void deliver(long order) {
        town.awaitStatus(order, "Paid");
        for (var step : List.of("Received", "Preparing", "Complete"))
            must(town.say(order, step), 200);
        town.awaitStatus(order, "Complete");
        var ride = "/deliveries/" + town.takeRide(order).path("delivery_id").asText();
        for (var step : List.of("arrive", "pickup", "arrive-door")) town.step(order, step, "");
        var photo =
                new Request(
                        "PUT",
                        house.gateway().resolve(ride + "/photo"),
                        town.courier().token(),
                        Camera.picture());
        assertThat(Wire.send(photo).status()).isEqualTo(204);
        var pin = town.seen(order).path("delivery_pin").asText();
        town.step(order, "deliver", "{\"pin\":\"%s\"}".formatted(pin));
        town.awaitStatus(order, "Delivered");
    }

    /// One that the kitchen cooks, and about a dish of which the customer is asked.
    private void cook() {
        var live = placed();
        put("live_order", live);
        town.awaitStatus(live, "Paid");
        must(town.say(live, "Received"), 200);
        town.awaitStatus(live, "Received");
        var asked =
                town.kitchen()
                        .post("/orders/" + live + "/substitutions", "{\"line\":1,\"quantity\":1}");
        must(asked, 201);
        put("substitution_id", asked.body().path("substitution_id").asText());
    }

    private long placed() {
        var answer = town.customer().post("/orders", order(marks.get(1), marks.get(0)));
        must(answer, 201);
        return answer.body().path("order_id").asLong();
    }

    private String order(String street, String note) {
        return """
        {"restaurant_id":%d,"items":[{"item_id":"%s","quantity":2}],"address":{"lat":43.7312,"lon":7.4236,
         "text":"%s"},"note":"%s","payment":{"method":"card","token":"tok_visa"}}
        """
                .formatted(town.restaurantId(), town.dish(), street, note);
    }

    private JsonNode picture(String path) {
        var owner = town.customer();
        var answer =
                Wire.send(
                        new Request(
                                "POST",
                                house.gateway().resolve(path),
                                owner.token(),
                                Camera.picture()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private String offer() {
        return one(
                "delivery",
                "SELECT max(offer_id) FROM offer WHERE courier_id = " + town.courierId());
    }

    /// An event that a subscriber refused.
    private String parked(String service) {
        return one(
                // the gateway shows those of all, and has none itself
                service.equals("gateway") ? "city" : service,
                """
                INSERT INTO outbox (id, subscriber, key, type, data, traceparent,
                                    parked_at, error)
                VALUES (gen_random_uuid(), 'notification', 'x', 'x', '{}',
                        '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', now(), 'no')
                RETURNING position
                """);
    }

    String one(String service, String sql) {
        try (var connection = house.database(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return Objects.requireNonNull(rows.getString(1), sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(String name, Object value) {
        things.put(name, value.toString());
    }

    String next() {
        return Long.toString(count.incrementAndGet());
    }

    TestClient client(Persona who) {
        return who == Persona.SERVICE
                ? house.asService(house.gateway())
                : Objects.requireNonNull(people.get(who));
    }

    static String idOf(TestClient who) {
        var claims = who.token().split("\\.")[1];
        var json =
                new String(java.util.Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        return gofood.platform.wire.Json.tree(json.getBytes(StandardCharsets.UTF_8))
                .path("sub")
                .asText();
    }

    String value(String name) {
        var operator = town.operator();
        return switch (name) {
            case "fresh" -> next();
            case "new_address" ->
                    created(
                            town.customer(),
                            "/users/" + value("user_id") + "/addresses",
                            "{\"label\":\"x\",\"address\":{\"lat\":43.73,\"lon\":7.42,\"text\":\"%s\"}}"
                                    .formatted(marks.get(1)),
                            "address_id");
            case "new_dish" ->
                    created(
                            town.kitchen(),
                            "/restaurants/" + town.restaurantId(),
                            "{\"name\":\"D%s\",\"description\":\"d\",\"price\":9}"
                                    .formatted(next()),
                            "item_id");
            case "new_webhook" -> newWebhook();
            case "new_restriction" ->
                    created(
                            operator,
                            "/zones/restrictions",
                            "{\"restaurant_ids\":[987654321],\"percent\":50,\"minutes\":5,\"reason\":\"a test\"}",
                            "restriction_id");
            case "refresh" -> created(client(Persona.NOBODY), "/guests", "{}", "refresh_token");
            case "applied" -> {
                must(
                        town.customer()
                                .put(
                                        "/users/" + value("user_id") + "/applications/courier",
                                        "{\"text\":\"I ride\"}"),
                        200);
                yield "courier";
            }
            case "leaver" -> idOf(join("leaver", Role.CUSTOMER, null));
            default -> Objects.requireNonNull(things.get(name), name);
        };
    }

    /// What is there under this name; empty for none.
    String find(String name) {
        return things.getOrDefault(name, "");
    }

    private static String created(TestClient who, String path, String body, String field) {
        var answer = who.post(path, body);
        must(answer, 201);
        return answer.body().path(field).asText();
    }

    static void must(TestClient.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    }

    /// What a line of the policy says to ask for, as one of them would ask.
    Request request(Policy.Line line, String service, URI where, Persona who, boolean may) {
        var token = who == Persona.SERVICE ? house.asService(where).token() : client(who).token();
        if (!may) return refused(line, where, token);
        if (line.target().contains("$leaver") && who == Persona.OWNER) {
            // the owner must live on: somebody else leaves
            var leaver = join("leaver", Role.CUSTOMER, null);
            return new Request(
                    line.method(),
                    where.resolve("/users/" + idOf(leaver)),
                    leaver.token(),
                    new byte[0]);
        }
        var target =
                line.target().contains("$position")
                        ? line.target().replace("$position", parked(service))
                        : line.target();
        var body =
                line.body().equals("$picture")
                        ? Camera.picture()
                        : filled(line.body()).getBytes(StandardCharsets.UTF_8);
        return new Request(line.method(), where.resolve(filled(target)), token, body);
    }

    private Request refused(Policy.Line line, URI where, String token) {
        var target = line.target();
        var body = line.body();
        for (var name : EXPOSED) {
            target = target.replace("$" + name, "$exposed_" + name);
            body = body.replace("$" + name, "$exposed_" + name);
        }
        var bytes =
                body.equals("$picture")
                        ? Camera.picture()
                        : filled(body).getBytes(StandardCharsets.UTF_8);
        return new Request(line.method(), where.resolve(filled(target)), token, bytes);
    }

    /// What is made anew for everybody who may have it, once for those who may not.
    void expose() {
        for (var name : EXPOSED)
            put("exposed_" + name, name.equals("position") ? parked("city") : value(name));
    }

    String filled(String template) {
        return NAME.matcher(template)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(value(m.group(1))));
    }

    static boolean isStream(Routes.Route route) {
        return route.action() instanceof Routes.Action.Stream;
    }

    /// What the owner has, as an operator sees it.
    String state() {
        var operator = town.operator();
        var state = new StringBuilder();
        for (var path :
                List.of(
                        "/users/$user_id",
                        "/users/$user_id/addresses",
                        "/users/$user_id/applications",
                        "/orders/$order_id",
                        "/orders/$live_order/problems",
                        "/payments/$payment_id",
                        "/payments/$payment_id/refunds",
                        "/deliveries/$delivery_id",
                        "/restaurants/$restaurant_id",
                        "/restaurants/$restaurant_id/pace",
                        "/zones/$restaurant_id?lat=43.7308&lon=7.4226",
                        "/promotions/$code",
                        "/couriers/$courier_id",
                        "/problems")) state.append(operator.get(filled(path)).body()).append('\n');
        return state.toString();
    }
}
