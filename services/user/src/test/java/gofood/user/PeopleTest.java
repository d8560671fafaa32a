package gofood.user;

import static gofood.user.UserBed.PASSWORD;
import static gofood.user.UserBed.path;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.AddressBook;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.User;
import gofood.contracts.UserApi.UserList;
import gofood.platform.testing.OpenApi;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static UserBed users;
    private static TestClient operator;

    @BeforeAll
    static void start() {
        users = new UserBed();
        operator = users.operator();
    }

    @AfterAll
    static void stop() {
        users.close();
    }

    private static NewUser person(String name, String email) {
        return new NewUser(name, email, PASSWORD, null, null, null);
    }

    private static void refuses(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void the_description_and_the_routes_agree() {
        assertThat(OpenApi.of(users.anyone()).differencesTo(users.bed.routes())).isEmpty();
    }

    @Test
    void anyone_can_sign_up_and_becomes_a_customer() {
        var answer = users.anyone().post("/users", person("Zoë Грім 🍜", "  Zoe@Example.COM "));
        assertThat(answer.status()).isEqualTo(201);
        var user = answer.as(User.class);
        assertThat(answer.header("Location")).isEqualTo(path(user));
        assertThat(user.name()).isEqualTo("Zoë Грім 🍜");
        assertThat(user.email()).isEqualTo("zoe@example.com");
        assertThat(user.roles()).containsExactly(Role.CUSTOMER);
        assertThat(user.version()).isEqualTo(1);
        assertThat(answer.body().toString()).doesNotContain("password");
        assertThat(users.signIn(" ZOE@example.com", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void an_email_belongs_to_one_person_in_any_case() {
        assertThat(users.anyone().post("/users", person("A", "one@example.com")).status())
                .isEqualTo(201);
        refuses(users.anyone().post("/users", person("B", "ONE@example.com")), 409, "email_taken");
        var other = users.newcomer();
        var change = "{\"email\":\"One@Example.com\"}";
        refuses(users.as(other).put(path(other.user()), change), 409, "email_taken");
    }

    @Test
    void the_same_email_at_the_same_time_makes_one_person() {
        for (int round = 0; round < 5; round++) {
            var wanted = person("Twin", users.newEmail());
            var answers =
                    Stream.generate(() ->
                                    CompletableFuture.supplyAsync(
                                            () -> users.anyone().post("/users", wanted)))
                            .limit(2)
                            .toList();
            assertThat(answers.stream().map(answer -> answer.join().status()))
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void one_key_signs_up_once() {
        var wanted = person("Key", users.newEmail());
        var first = users.anyone().post("/users", wanted, "Idempotency-Key", "k");
        var again = users.anyone().post("/users", wanted, "Idempotency-Key", "k");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void bad_sign_ups_are_refused_with_the_field() {
        var good =
                """
                {"name": "Ana", "email": "bad@example.com", "password": "long enough"}\
                """;
        var bad =
                List.of(
                        good.replace("Ana", " "),
                        good.replace("Ana", "x".repeat(101)),
                        good.replace("bad@example.com", "nobody"),
                        good.replace("bad@example.com", "a b@example.com"),
                        good.replace("long enough", "short"),
                        good.replace("long enough", "x".repeat(201)),
                        good.replace("long enough", "BAD@example.com"),
                        good.replace("\"Ana\"", "{}"),
                        good.replace("\"name\"", "\"nam\""),
                        good.replace("\"name\": \"Ana\",", ""));
        for (var body : bad) {
            var answer = users.anyone().post("/users", body);
            assertThat(answer.status()).as(body).isEqualTo(422);
            assertThat(answer.body().toString()).doesNotContain("long enough");
            assertThat(answer.body().has("field") || answer.body().has("missing")).isTrue();
        }
        assertThat(users.anyone().post("/users", "{").status()).isEqualTo(400);
    }

    @Test
    void only_an_operator_gives_roles_and_restaurants() {
        var customer = users.newcomer();
        var wanted =
                new NewUser("Cook", users.newEmail(), PASSWORD, null, Set.of(Role.STAFF), null);
        var shops = new NewUser("Cook", users.newEmail(), PASSWORD, null, null, Set.of(7L));
        for (var client :
                List.of(users.anyone(), users.as(customer), users.bed.asService("order"))) {
            refuses(client.post("/users", wanted), 403, "not_allowed");
            refuses(client.post("/users", shops), 403, "not_allowed");
        }
        for (var change : List.of("{\"roles\":[\"operator\"]}", "{\"restaurants\":[7]}"))
            refuses(users.as(customer).put(path(customer.user()), change), 403, "not_allowed");
        var cook = users.newcomer(Set.of(Role.STAFF, Role.CUSTOMER), Set.of(7L, 3L));
        assertThat(cook.user().roles()).containsExactlyInAnyOrder(Role.STAFF, Role.CUSTOMER);
        assertThat(cook.user().restaurants()).containsExactlyInAnyOrder(3L, 7L);
    }

    @Test
    void roles_that_make_no_sense_are_refused() {
        var cook = path(users.newcomer(Set.of(Role.STAFF), Set.of(7L)).user());
        for (var change :
                List.of(
                        "{\"roles\":[\"service\"]}",
                        "{\"roles\":[\"guest\"]}",
                        "{\"roles\":[]}",
                        "{\"roles\":[\"king\"]}",
                        "{\"roles\":[null]}",
                        "{\"roles\":[\"courier\"],\"restaurants\":[7]}",
                        "{\"restaurants\":[0]}",
                        "{\"restaurants\":[null]}"))
            assertThat(operator.put(cook, change).status()).as(change).isEqualTo(422);
        var courier = operator.put(cook, "{\"roles\":[\"courier\"]}").as(User.class);
        assertThat(courier.restaurants()).isEmpty();
    }

    @Test
    void a_person_is_read_by_themselves_operators_and_services_only() {
        var ana = users.newcomer();
        var path = path(ana.user());
        for (var client : List.of(users.as(ana), operator, users.bed.asService("order"))) {
            var answer = client.get(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
            assertThat(answer.as(User.class)).isEqualTo(ana.user());
        }
        assertThat(users.as(ana).get(path, "If-None-Match", "\"1\"").status()).isEqualTo(304);
        refuses(users.anyone().get(path), 401, "sign_in_needed");
        refuses(users.as(users.newcomer()).get(path), 404, "not_found");
        refuses(operator.get("/users/999999"), 404, "not_found");
        refuses(operator.get("/users/abc"), 404, "not_found");
    }

    @Test
    void services_read_people_and_nothing_more() {
        var path = path(users.newcomer().user());
        var service = users.bed.asService("order");
        assertThat(service.get(path + "/addresses").status()).isEqualTo(200);
        refuses(service.put(path, "{\"name\":\"X\"}"), 404, "not_found");
        refuses(service.delete(path), 404, "not_found");
        refuses(service.get("/users"), 403, "not_allowed");
    }

    @Test
    void a_change_keeps_what_it_leaves_out() {
        var ana = users.newcomer();
        var answer = users.as(ana).put(path(ana.user()), "{\"name\":\" Anna \"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        var changed = answer.as(User.class);
        assertThat(changed.name()).isEqualTo("Anna");
        assertThat(changed.email()).isEqualTo(ana.user().email());
        assertThat(changed.phone()).isEqualTo(ana.user().phone());
        assertThat(changed.version()).isEqualTo(2);
        refuses(users.as(users.newcomer()).put(path(ana.user()), "{}"), 404, "not_found");
    }

    @Test
    void a_change_of_an_old_version_is_refused() {
        var ana = users.newcomer();
        var path = path(ana.user());
        var client = users.as(ana);
        assertThat(client.put(path, "{\"name\":\"B\"}", "If-Match", "\"1\"").status())
                .isEqualTo(200);
        refuses(
                client.put(path, "{\"name\":\"C\"}", "If-Match", "\"1\""),
                412,
                "changed_meanwhile");
        refuses(client.delete(path, "If-Match", "\"1\""), 412, "changed_meanwhile");
        assertThat(client.get(path).as(User.class).name()).isEqualTo("B");
        assertThat(client.delete(path, "If-Match", "\"2\"").status()).isEqualTo(204);
    }

    @Test
    void a_new_password_must_not_be_the_email() {
        var ana = users.newcomer();
        var change = "{\"password\":\"" + ana.user().email() + "\"}";
        refuses(users.as(ana).put(path(ana.user()), change), 422, "invalid_field");
        var both = "{\"email\":\"fresh@example.com\",\"password\":\"fresh@example.com\"}";
        refuses(users.as(ana).put(path(ana.user()), both), 422, "invalid_field");
    }

    @Test
    void people_are_listed_page_by_page_and_found_by_role_and_text() {
        var names = IntStream.range(0, 5).mapToObj(i -> "Lister_" + i + "%").toList();
        for (var name : names)
            assertThat(users.anyone().post("/users", person(name, users.newEmail())).status())
                    .isEqualTo(201);
        var path = "/users?q=LISTER_&limit=2&role=customer";
        var first = operator.get(path).as(UserList.class);
        var second = operator.get(path + "&cursor=" + first.nextCursor()).as(UserList.class);
        var third = operator.get(path + "&cursor=" + second.nextCursor()).as(UserList.class);
        assertThat(
                        Stream.of(first, second, third)
                                .flatMap(page -> page.users().stream())
                                .map(User::name))
                .containsExactlyElementsOf(names);
        assertThat(third.nextCursor()).isNull();
        assertThat(operator.get("/users?q=lister%25").as(UserList.class).users()).isEmpty();
        assertThat(operator.get("/users?q=lister_0%25").as(UserList.class).users()).hasSize(1);
        assertThat(operator.get("/users?role=operator").as(UserList.class).users())
                .extracting(User::email)
                .contains(UserBed.OPERATOR);
        for (var bad :
                List.of("role=king", "limit=0", "limit=101", "cursor=!", "q=" + "x".repeat(101)))
            refuses(operator.get("/users?" + bad), 422, "invalid_field");
        refuses(users.as(users.newcomer()).get("/users"), 403, "not_allowed");
    }

    @Test
    void who_is_erased_is_gone_and_leaves_nothing_but_the_id() {
        var ana = users.newcomer();
        var path = path(ana.user());
        var home = "{\"label\":\"Home\",\"address\":{\"lat\":43.7,\"lon\":7.4,\"text\":\"1 Rue\"}}";
        assertThat(users.as(ana).post(path + "/addresses", home).status()).isEqualTo(201);
        refuses(users.as(users.newcomer()).delete(path), 404, "not_found");
        assertThat(users.as(ana).delete(path).status()).isEqualTo(204);
        refuses(users.as(ana).get(path), 404, "not_found");
        refuses(operator.get(path), 404, "not_found");
        refuses(operator.get(path + "/addresses"), 404, "not_found");
        refuses(users.as(ana).post(path + "/addresses", home), 404, "not_found");
        refuses(operator.delete(path), 404, "not_found");
        refuses(users.refresh(ana.refreshToken()), 401, "refresh_token_invalid");
        var email = String.valueOf(ana.user().email());
        refuses(users.signIn(email, PASSWORD), 401, "wrong_credentials");
        var kept =
                users.db.tx(tx ->
                        tx.one(
                                "SELECT row_to_json(a)::text AS all FROM account a WHERE user_id = ?",
                                row -> row.text("all"),
                                ana.user().userId()));
        assertThat(kept).doesNotContain("Ana", email, "377", "argon2");
        var again = users.anyone().post("/users", person("Ana", email)).as(User.class);
        assertThat(again.userId()).isGreaterThan(ana.user().userId());
    }

    @Test
    void the_last_operator_stays() {
        try (var alone = new UserBed()) {
            var session = alone.signIn(UserBed.OPERATOR, PASSWORD).as(Session.class);
            var chief = alone.as(session);
            var path = path(session.user());
            refuses(chief.delete(path), 409, "last_operator");
            refuses(chief.put(path, "{\"roles\":[\"customer\"]}"), 409, "last_operator");
            var second = alone.newcomer(Set.of(Role.OPERATOR), Set.of());
            var answers =
                    Stream.of(
                                    CompletableFuture.supplyAsync(
                                            () -> chief.delete(path(second.user()))),
                                    CompletableFuture.supplyAsync(
                                            () -> alone.as(second).delete(path)))
                            .map(CompletableFuture::join)
                            .map(Answer::status);
            assertThat(answers).containsExactlyInAnyOrder(204, 409);
        }
    }

    @Test
    void addresses_are_saved_listed_and_removed_by_their_person() {
        var ana = users.newcomer();
        var client = users.as(ana);
        var path = path(ana.user()) + "/addresses";
        var home = "{\"label\":\"Home\",\"address\":{\"lat\":43.7,\"lon\":7.4,\"text\":\"1 Rue\"}}";
        var saved = client.post(path, home, "Idempotency-Key", "home");
        assertThat(saved.status()).isEqualTo(201);
        assertThat(client.post(path, home, "Idempotency-Key", "home").body())
                .isEqualTo(saved.body());
        var place = saved.header("Location");
        assertThat(place).isEqualTo(path + "/" + saved.body().path("address_id").asLong());
        var book = client.get(path).as(AddressBook.class);
        assertThat(book.addresses()).hasSize(1);
        assertThat(book.addresses().getFirst().address().text()).isEqualTo("1 Rue");
        var stranger = users.as(users.newcomer());
        refuses(stranger.get(path), 404, "not_found");
        refuses(stranger.post(path, home), 404, "not_found");
        refuses(stranger.delete(place), 404, "not_found");
        var theirs = "/users/" + operatorId() + "/addresses/" + place.replaceAll(".*/", "");
        refuses(operator.delete(theirs), 404, "not_found");
        refuses(client.post(path, home.replace("43.7", "143.7")), 422, "invalid_field");
        refuses(client.post(path, "{\"label\":\"Home\"}"), 422, "missing_field");
        refuses(users.anyone().get(path), 401, "sign_in_needed");
        assertThat(client.delete(place).status()).isEqualTo(204);
        refuses(client.delete(place), 404, "not_found");
        assertThat(client.get(path).as(AddressBook.class).addresses()).isEmpty();
    }

    private static long operatorId() {
        return operator.get("/users?role=operator").as(UserList.class).users().getFirst().userId();
    }

    @Test
    void a_person_has_a_bounded_number_of_addresses() {
        var ana = users.newcomer();
        var path = path(ana.user()) + "/addresses";
        var home = "{\"label\":\"Home\",\"address\":{\"lat\":43.7,\"lon\":7.4,\"text\":\"1 Rue\"}}";
        for (int i = 0; i < 5; i++)
            assertThat(users.as(ana).post(path, home).status()).isEqualTo(201);
        refuses(users.as(ana).post(path, home), 409, "too_many_addresses");
    }

    @Test
    void a_guest_orders_without_an_account_and_may_get_one_later() {
        var answer = users.anyone().post("/guests", "{\"name\":\"Gus\",\"phone\":\"12345\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var guest = answer.as(Session.class);
        assertThat(guest.user().roles()).containsExactly(Role.GUEST);
        assertThat(guest.user().email()).isNull();
        assertThat(answer.header("Location")).isEqualTo(path(guest.user()));
        assertThat(users.as(guest).get(path(guest.user())).status()).isEqualTo(200);
        assertThat(users.anyone().post("/guests", "{}").as(Session.class).user().name())
                .isEqualTo("Guest");
        var account = "{\"email\":\"gus@example.com\",\"password\":\"" + PASSWORD + "\"}";
        var customer = users.as(guest).put(path(guest.user()), account).as(User.class);
        assertThat(customer.roles()).containsExactly(Role.CUSTOMER);
        assertThat(customer.userId()).isEqualTo(guest.user().userId());
        assertThat(users.signIn("gus@example.com", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void two_guests_with_one_key_are_two_guests() {
        var first = users.anyone().post("/guests", "{}", "Idempotency-Key", "1");
        var second = users.anyone().post("/guests", "{}", "Idempotency-Key", "1");
        assertThat(second.as(Session.class).user().userId())
                .isNotEqualTo(first.as(Session.class).user().userId());
    }
}
