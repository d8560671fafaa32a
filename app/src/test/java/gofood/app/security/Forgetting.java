package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.app.Town;
import gofood.platform.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is erased is in no table of any service any more, with anything that is theirs.
abstract class Forgetting {
    abstract Scene scene();

    @Test
    void nothing_of_a_person_is_left_in_any_database() {
        var scene = scene();
        var tag = scene.next();
        var words =
                List.of(
                        "Zebulon" + tag,
                        "zeb" + tag,
                        "+3774" + tag,
                        "Impasse Quetzal " + tag,
                        "Knock" + tag,
                        "Soggy" + tag,
                        "Lovely" + tag);
        var person = live(words);
        assertThat(found(words))
                .as("what is looked for is there first")
                .contains("user.account", "order.orders", "delivery.delivery");
        assertThat(person.get("/users/" + Scene.idOf(person) + "/export").body().toString())
                .contains(words);
        var gone = person.delete("/users/" + Scene.idOf(person));
        assertThat(gone.status()).isEqualTo(204);
        Town.await("nothing of " + words, () -> found(words), List::isEmpty);
        var erasure = scene.client(Persona.NOBODY).get(gone.header("Location"));
        assertThat(erasure.status()).isEqualTo(200);
        assertThat(erasure.body().toString()).doesNotContain(words);
    }

    /// They eat, and say things in all the places where one can.
    private TestClient live(List<String> words) {
        var scene = scene();
        var town = scene.town;
        var visitor = scene.client(Persona.NOBODY);
        var email = words.get(1) + "@example.test";
        Scene.must(
                visitor.post(
                        "/users",
                        "{\"name\":\"%s\",\"email\":\"%s\",\"password\":\"%s\",\"phone\":\"%s\"}"
                                .formatted(words.get(0), email, Town.PASSWORD, words.get(2))),
                201);
        var person = Town.signIn(visitor, email, Town.PASSWORD);
        var own = "/users/" + Scene.idOf(person);
        var address = "{\"lat\":43.7312,\"lon\":7.4236,\"text\":\"%s\"}".formatted(words.get(3));
        Scene.must(
                person.post(
                        own + "/addresses",
                        "{\"label\":\"home\",\"address\":%s}".formatted(address),
                        "Idempotency-Key",
                        "k"),
                201);
        Scene.must(
                person.put(
                        own + "/applications/courier", "{\"text\":\"%s\"}".formatted(words.get(4))),
                200);
        var order =
                person.post(
                        "/orders",
                        "{\"restaurant_id\":%d,\"items\":[{\"item_id\":\"%s\",\"quantity\":1,\"note\":\"%s\"}],\"address\":%s,\"note\":\"%s\",\"payment\":{\"method\":\"card\",\"token\":\"tok_visa\"}}"
                                .formatted(
                                        town.restaurantId(),
                                        town.dish(),
                                        words.get(4),
                                        address,
                                        words.get(4)),
                        "Idempotency-Key",
                        "o");
        Scene.must(order, 201);
        var id = order.body().path("order_id").asLong();
        var theirs =
                new Town(
                        town.gateway(),
                        town.place(),
                        town.tag(),
                        town.operator(),
                        person,
                        town.kitchen(),
                        town.courier(),
                        town.courierId(),
                        town.restaurantId(),
                        town.dish());
        theirs.rideOn();
        theirs.finish(id);
        theirs.awaitPayment(id, "Captured");
        Scene.must(
                person.put(
                        "/orders/" + id + "/rating",
                        "{\"food\":5,\"ride\":5,\"comment\":\"%s\"}".formatted(words.get(6))),
                200);
        Scene.must(
                person.post(
                        "/orders/" + id + "/problems",
                        "{\"kind\":\"other\",\"text\":\"%s\"}".formatted(words.get(5))),
                201);
        var problem =
                person.get("/orders/" + id + "/problems")
                        .body()
                        .at("/problems/0/problem_id")
                        .asText();
        town.operator().post("/problems/" + problem + "/resolve", "{\"answer\":\"We are sorry.\"}");
        return person;
    }

    /// `service.table` of each row that has one of them, also in bytes.
    private List<String> found(List<String> words) {
        var found = new ArrayList<String>();
        for (var service : scene().house.withDatabase())
            try (var connection = scene().house.database(service)) {
                for (var table : tables(connection))
                    if (has(connection, table, words)) found.add(service + "." + table);
            } catch (SQLException e) {
                throw new IllegalStateException(service, e);
            }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    private static boolean has(Connection connection, String table, List<String> words)
            throws SQLException {
        var all = new ArrayList<String>();
        for (var word : words) {
            all.add("%" + word + "%");
            // as a column of bytes is shown
            all.add("%" + HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)) + "%");
        }
        try (var query =
                connection.prepareStatement(
                        "SELECT EXISTS (SELECT FROM \"%s\" t WHERE t::text ILIKE ANY (?))"
                                .formatted(table))) {
            query.setArray(1, connection.createArrayOf("text", all.toArray()));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
