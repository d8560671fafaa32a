package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gofood.app.security.Described.Operation;
import gofood.app.security.Policy.Line;
import gofood.app.security.Wire.Request;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Whatever a reply shows is sent back with the next request, one field at a time and with another
/// value. What isn't asked for there is refused, and nothing of it sticks.
abstract class MassAssignment {
    /// What one would like to set, wherever it may stand.
    private static final List<String> TEMPTING =
            List.of(
                    "user_id",
                    "customer_id",
                    "courier_id",
                    "restaurant_id",
                    "order_id",
                    "roles",
                    "restaurants",
                    "status",
                    "price",
                    "total",
                    "amount",
                    "captured",
                    "refunded",
                    "stars",
                    "rating",
                    "version",
                    "created_at",
                    "delivery_pin",
                    "password_hash",
                    "is_operator",
                    "tip",
                    "fee",
                    "discount",
                    "liable",
                    "paid_by",
                    "id",
                    "_method",
                    "__proto__");

    /// What only our own services and the provider say, of which the scene has no example.
    private static final Set<String> INSIDE =
            Set.of("POST /payments", "POST /deliveries", "POST /alerts", "POST /webhooks/provider");

    abstract Scene scene();

    @Test
    void no_field_of_a_reply_can_be_sent_back() {
        var before = scene().state();
        var operations = operations();
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var line : Policy.read().lines()) {
            var operation = operations.get(line.service() + " " + line.name());
            if (INSIDE.contains(line.name())) continue;
            if (operation == null || !line.body().startsWith("{")) continue;
            for (var field : fields(operation, operations)) {
                tried++;
                send(line, field, wrong);
            }
        }
        assertThat(tried).isGreaterThan(800);
        assertThat(wrong).isEmpty();
        assertThat(scene().state()).isEqualTo(before);
    }

    @Test
    void nobody_gives_themselves_a_role_or_a_restaurant() {
        var owner = scene().client(Persona.OWNER);
        var path = "/users/" + scene().value("user_id");
        var before = owner.get(path).body();
        for (var body :
                List.of(
                        "{\"roles\":[\"operator\"]}",
                        "{\"restaurants\":[1]}",
                        "{\"roles\":[\"customer\",\"staff\"],\"restaurants\":[1]}",
                        "{\"name\":\"Eve\",\"roles\":[\"courier\"]}"))
            assertThat(owner.put(path, body).status()).as(body).isEqualTo(403);
        var newcomer =
                "{\"name\":\"N\",\"email\":\"%s@example.test\",\"password\":\"a-long-password-7\",\"roles\":[\"%s\"]}";
        for (var role : List.of("operator", "staff", "courier", "service"))
            for (var who : List.of(Persona.NOBODY, Persona.OWNER, Persona.STAFF, Persona.GUEST))
                assertThat(
                                scene().client(who)
                                        .post(
                                                "/users",
                                                newcomer.formatted("m" + scene().next(), role))
                                        .status())
                        .as(role + " by " + who)
                        .isEqualTo(403);
        var operator = scene().client(Persona.OPERATOR);
        assertThat(operator.put(path, "{\"roles\":[\"service\"]}").status())
                .as("no person is a service")
                .isEqualTo(422);
        assertThat(owner.get(path).body()).isEqualTo(before);
    }

    private Map<String, Operation> operations() {
        var all = new HashMap<String, Operation>();
        for (var service : scene().house.services())
            for (var operation : new Described(service, scene().house.url(service)).operations())
                all.put(service + " " + operation.name(), operation);
        return all;
    }

    /// Of the replies to this and to the reading of the same thing, without what may be said here.
    private static Set<String> fields(Operation operation, Map<String, Operation> operations) {
        var fields = new TreeSet<>(TEMPTING);
        addReplied(operation, fields);
        var read = operations.get(operation.of().service + " GET " + operation.path());
        if (read != null) addReplied(read, fields);
        fields.removeAll(new Schema(operation.of()).fields(operation.body()).keySet());
        return fields;
    }

    private static void addReplied(Operation operation, Set<String> fields) {
        for (var status : List.of(200, 201))
            fields.addAll(
                    new Schema(operation.of())
                            .fields(operation.of().answer(operation, status))
                            .keySet());
    }

    private void send(Line line, String field, List<String> wrong) {
        var who =
                line.may().contains(Persona.OWNER)
                        ? Persona.OWNER
                        : line.may().stream().findFirst().orElse(Persona.OPERATOR);
        var where = scene().house.url(line.service());
        var usual = scene().request(line, line.service(), where, who, true);
        JsonNode body = Json.tree(usual.body());
        ((ObjectNode) body).put(field, field.endsWith("_id") ? "1" : "x");
        var sent =
                new Request(
                        usual.method(),
                        usual.uri(),
                        usual.token(),
                        body.toString().getBytes(StandardCharsets.UTF_8));
        var answer = Wire.send(sent);
        var isRefused =
                answer.status() == 422
                        && answer.json().path("code").asText().equals("unknown_field");
        if (!isRefused)
            wrong.add(
                    "%s as %s with %s: %d %s"
                            .formatted(line.name(), who, field, answer.status(), answer.text()));
    }
}
