package gofood.user;

import static gofood.user.UserBed.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import gofood.contracts.Address;
import gofood.contracts.UserApi.Erased;
import gofood.contracts.UserApi.NewAddress;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.Session;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import gofood.platform.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A person asks for all that is known of them and is forgotten, with the other services played.
class ErasureTest {
    private static UserBed users;

    @BeforeAll
    static void start() {
        users = new UserBed("USER_ERASURE_SETTLES_SECONDS", "1", "USER_ERASURE_SECONDS", "1");
    }

    @AfterAll
    static void stop() {
        users.close();
    }

    private static String erasePath(Session session) {
        return "/personal-data/" + session.user().userId() + "/erase";
    }

    private static void allAnswer(Session session, int orders, int pending) {
        for (var service : Others.NAMES)
            users.bed
                    .neighbour(service)
                    .answer(
                            "POST",
                            erasePath(session),
                            200,
                            new Erased(
                                    Map.of("orders", orders),
                                    pending,
                                    List.of("Books: ten years.")));
    }

    private static Answer awaitErasure(String at, Predicate<Answer> wanted) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(20));
        while (true) {
            var answer = users.anyone().get(at);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            if (wanted.test(answer)) return answer;
            assertThat(Instant.now()).as(answer.body().toString()).isBefore(until);
            Thread.sleep(50);
        }
    }

    private static boolean isComplete(Answer answer) {
        return !answer.body().path("completed_at").isNull();
    }

    /// Every text in every table of the service, the platform's included.
    private static String everything() {
        return users.db.tx(tx -> {
            var all = new StringBuilder();
            for (var table :
                    tx.list(
                            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
                            row -> row.text("tablename")))
                tx.list("SELECT t::text AS line FROM " + table + " t", row -> row.text("line"))
                        .forEach(all::append);
            return all.toString();
        });
    }

    private static Session fullOfData() {
        var ana = users.newcomer();
        var client = users.as(ana);
        var door = new Address(43.7385, 7.4246, "12 rue Planted");
        client.put(path(ana.user()), "{\"name\":\"Planted Name\",\"phone\":\"+377 555 0199\"}");
        client.post(
                path(ana.user()) + "/addresses",
                new NewAddress("Planted label", door),
                "Idempotency-Key",
                "k1");
        client.put(path(ana.user()) + "/applications/courier", "{\"text\":\"Planted scooter\"}");
        client.put(path(ana.user()) + "/favourites/7", "");
        client.put(
                path(ana.user()) + "/preferences", "{\"avoided\":[\"nuts\"],\"language\":\"fr\"}");
        return ana;
    }

    @Test
    void all_is_forgotten_here_and_everywhere_and_signed() throws Exception {
        var ana = fullOfData();
        allAnswer(ana, 3, 0);
        assertThat(everything()).contains("Planted", "555 0199");
        var gone = users.as(ana).delete(path(ana.user()));
        assertThat(gone.status()).isEqualTo(204);
        assertThat(everything())
                .doesNotContain("Planted", "555 0199", String.valueOf(ana.user().email()));

        var done = awaitErasure(gone.header("Location"), ErasureTest::isComplete);
        var services = done.body().path("services");
        assertThat(services.properties()).hasSize(6);
        assertThat(services.path("user").path("erased").path("addresses").asInt()).isEqualTo(1);
        assertThat(services.path("order").path("kept").path(0).asText()).contains("ten years");

        var jws = JWSObject.parse(done.body().path("signature").asText());
        var keys = JWKSet.parse(users.anyone().get("/.well-known/jwks.json").body().toString());
        var key = keys.getKeyByKeyId(jws.getHeader().getKeyID()).toECKey();
        assertThat(jws.verify(new ECDSAVerifier(key))).isTrue();
        var claims = Json.tree(jws.getPayload().toString().getBytes(StandardCharsets.UTF_8));
        assertThat(claims.path("services")).isEqualTo(services);
        assertThat(claims.path("completed_at")).isEqualTo(done.body().path("completed_at"));
        var thief = new TestClient(users.bed.address(), jws.serialize());
        assertThat(thief.get("/users").status()).isEqualTo(401);
    }

    @Test
    void a_service_that_is_silent_is_asked_until_it_answers() throws Exception {
        var ana = users.newcomer();
        allAnswer(ana, 1, 0);
        var order = users.bed.neighbour("order");
        order.answer("POST", erasePath(ana), 503, Map.of());
        var at = users.as(ana).delete(path(ana.user())).header("Location");
        var waiting =
                awaitErasure(at, answer -> answer.body().path("services").properties().size() == 5);
        assertThat(isComplete(waiting)).isFalse();
        assertThat(waiting.body().path("signature").isNull()).isTrue();
        assertThat(waiting.body().path("services").has("order")).isFalse();
        allAnswer(ana, 1, 0);
        assertThat(awaitErasure(at, ErasureTest::isComplete).body().path("services").has("order"))
                .isTrue();
    }

    @Test
    void what_is_under_way_is_asked_for_again_and_counted_together() throws Exception {
        var ana = users.newcomer();
        allAnswer(ana, 2, 1);
        var at = users.as(ana).delete(path(ana.user())).header("Location");
        var waiting =
                awaitErasure(at, answer -> answer.body().path("services").properties().size() == 6);
        assertThat(isComplete(waiting)).isFalse();
        assertThat(waiting.body().path("services").path("order").path("pending").asInt())
                .isEqualTo(1);
        allAnswer(ana, 1, 0);
        var done = awaitErasure(at, ErasureTest::isComplete).body().path("services").path("order");
        assertThat(done.path("pending").asInt()).isZero();
        assertThat(done.path("erased").path("orders").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void nobody_has_the_last_word_while_a_token_still_works() throws Exception {
        var ana = users.newcomer();
        allAnswer(ana, 0, 0);
        var gone = users.as(ana).delete(path(ana.user()));
        var done = awaitErasure(gone.header("Location"), ErasureTest::isComplete).body();
        var asked = Instant.parse(done.path("requested_at").asText());
        assertThat(Instant.parse(done.path("completed_at").asText()))
                .isAfterOrEqualTo(asked.plusSeconds(1));
        assertThat(users.anyone().get("/erasures/0-0-0-0-0").status()).isEqualTo(404);
        assertThat(users.anyone().get("/erasures/x").status()).isEqualTo(404);
    }

    @Test
    void an_export_has_every_services_part_or_is_none() {
        var ana = fullOfData();
        var export = path(ana.user()) + "/export";
        var answered = new ArrayList<>(Others.NAMES);
        var silent = answered.removeLast();
        for (var service : answered)
            users.bed
                    .neighbour(service)
                    .answer(
                            "GET",
                            "/personal-data/" + ana.user().userId(),
                            200,
                            Map.of("of", service));
        var none = users.as(ana).get(export);
        assertThat(none.status()).isEqualTo(503);
        assertThat(none.body().path("detail").asText()).contains(silent);

        users.bed
                .neighbour(silent)
                .answer("GET", "/personal-data/" + ana.user().userId(), 200, Map.of("of", silent));
        var whole = users.as(ana).get(export);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Disposition")).startsWith("attachment");
        var services = whole.body().path("services");
        for (var service : Others.NAMES)
            assertThat(services.path(service).path("of").asText()).isEqualTo(service);
        assertThat(services.path("user").toString())
                .contains("Planted Name", "rue Planted", "Planted scooter");
    }

    @Test
    void only_the_person_and_operators_get_an_export_and_those_are_noted() {
        var ana = users.newcomer();
        var export = path(ana.user()) + "/export";
        for (var service : Others.NAMES)
            users.bed
                    .neighbour(service)
                    .answer("GET", "/personal-data/" + ana.user().userId(), 200, Map.of());
        assertThat(users.anyone().get(export).status()).isEqualTo(401);
        assertThat(users.as(users.newcomer()).get(export).status()).isEqualTo(404);
        assertThat(users.as(users.newcomer(Set.of(Role.STAFF), Set.of(7L))).get(export).status())
                .isEqualTo(404);
        var operator = users.operator();
        assertThat(operator.get(export).status()).isEqualTo(200);
        assertThat(operator.get("/audit").body().toString()).contains("GET " + export);
    }
}
