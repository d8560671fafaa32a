package gofood.user;

import static gofood.user.UserBed.PASSWORD;
import static gofood.user.UserBed.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import gofood.contracts.UserApi.NewUser;
import gofood.contracts.UserApi.Role;
import gofood.contracts.UserApi.Session;
import gofood.platform.testing.TestClient.Answer;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SigningInTest {
    private static UserBed users;

    @BeforeAll
    static void start() {
        users = new UserBed();
    }

    @AfterAll
    static void stop() {
        users.close();
    }

    private static void refuses(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static String email(Session session) {
        return String.valueOf(session.user().email());
    }

    /// Each test fails as a client of its own, behind the gateway.
    private static Answer tryAs(String client, String email, String password) {
        return users.signIn(email, password, "X-Forwarded-For", "1.1.1.1, " + client);
    }

    @Test
    void a_session_has_a_token_with_everything_that_services_check() throws ParseException {
        var cook = users.newcomer(Set.of(Role.STAFF, Role.CUSTOMER), Set.of(7L, 3L));
        assertThat(cook.expiresIn()).isEqualTo(900);
        var token = SignedJWT.parse(cook.accessToken());
        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(claims.getIssuer()).isEqualTo("gofood");
        assertThat(claims.getSubject()).isEqualTo(Long.toString(cook.user().userId()));
        assertThat(claims.getStringListClaim("roles")).containsExactly("customer", "staff");
        assertThat(claims.getListClaim("restaurants")).isEqualTo(List.of(3L, 7L));
        assertThat(claims.getStringClaim("sid")).hasSize(36);
        var life =
                Duration.between(
                        claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
        assertThat(life).isEqualTo(Duration.ofMinutes(15));
        var keys = users.anyone().get("/.well-known/jwks.json").body().path("keys");
        assertThat(keys).hasSize(1);
        assertThat(keys.path(0).path("kid").asText()).isEqualTo(token.getHeader().getKeyID());
        assertThat(keys.path(0).has("d")).isFalse();
    }

    @Test
    void a_wrong_email_and_a_wrong_password_look_the_same() {
        var ana = users.newcomer();
        var wrongPassword = tryAs("10.0.0.1", email(ana), "wrong password");
        var wrongEmail = tryAs("10.0.0.1", "nobody@example.com", "wrong password");
        refuses(wrongPassword, 401, "wrong_credentials");
        refuses(wrongEmail, 401, "wrong_credentials");
        assertThat(wrongEmail.body().path("detail")).isEqualTo(wrongPassword.body().path("detail"));
        assertThat(wrongPassword.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrongPassword.body().toString()).doesNotContain("wrong password");
    }

    @Test
    void bad_bodies_are_refused() {
        var anyone = users.anyone();
        assertThat(anyone.post("/sessions", "{").status()).isEqualTo(400);
        assertThat(anyone.post("/sessions", "{\"email\":\"a@b.cd\"}").status()).isEqualTo(422);
        assertThat(anyone.post("/sessions", "{\"email\":[],\"password\":\"x\"}").status())
                .isEqualTo(422);
        assertThat(anyone.post("/sessions/refresh", "{}").status()).isEqualTo(422);
        refuses(users.refresh("made up"), 401, "refresh_token_invalid");
        assertThat(users.signIn("\ud800@example.com", "pass\ud800word").status()).isEqualTo(422);
    }

    @Test
    void after_ten_failures_for_an_email_even_the_right_password_waits() {
        var ana = users.newcomer();
        for (int i = 0; i < 10; i++)
            refuses(tryAs("10.1.0." + i, email(ana), "wrong password"), 401, "wrong_credentials");
        var answer = tryAs("10.1.1.1", email(ana), PASSWORD);
        refuses(answer, 429, "too_many_attempts");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(590, 601);
        assertThat(users.signIn(email(users.newcomer()), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void after_ten_failures_a_client_waits_whomever_it_tries() {
        var ana = users.newcomer();
        for (int i = 0; i < 10; i++)
            refuses(
                    tryAs("10.2.0.1", "guess" + i + "@example.com", "password"),
                    401,
                    "wrong_credentials");
        refuses(tryAs("10.2.0.1", email(ana), PASSWORD), 429, "too_many_attempts");
        assertThat(tryAs("10.2.0.2", email(ana), PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void nobody_is_locked_out_where_they_have_signed_in_before() {
        var ana = users.newcomer();
        assertThat(tryAs("10.7.0.1", email(ana), PASSWORD).status()).isEqualTo(200);
        for (int i = 0; i < 10; i++)
            refuses(tryAs("10.7.1." + i, email(ana), "wrong password"), 401, "wrong_credentials");
        refuses(tryAs("10.7.2.1", email(ana), PASSWORD), 429, "too_many_attempts");
        assertThat(tryAs("10.7.0.1", email(ana), PASSWORD).status()).isEqualTo(200);
        // and there nobody may guess for ever either
        for (int i = 0; i < 10; i++)
            refuses(tryAs("10.7.0.1", email(ana), "wrong password"), 401, "wrong_credentials");
        refuses(tryAs("10.7.0.1", email(ana), PASSWORD), 429, "too_many_attempts");
    }

    @Test
    void a_client_that_is_known_to_one_is_a_stranger_to_another() {
        var ana = users.newcomer();
        var ben = users.newcomer();
        assertThat(tryAs("10.8.0.1", email(ana), PASSWORD).status()).isEqualTo(200);
        for (int i = 0; i < 10; i++)
            refuses(tryAs("10.8.1." + i, email(ben), "wrong password"), 401, "wrong_credentials");
        refuses(tryAs("10.8.0.1", email(ben), PASSWORD), 429, "too_many_attempts");
    }

    @Test
    void of_many_guesses_at_once_ten_learn_something() {
        var ana = users.newcomer();
        var guesses =
                IntStream.range(0, 25)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> tryAs("10.3.0." + i, email(ana), "wrong password")))
                        .toList();
        var statuses = guesses.stream().map(guess -> guess.join().status()).toList();
        assertThat(statuses).filteredOn(status -> status == 401).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(15);
    }

    @Test
    void many_good_sign_ins_at_once_are_no_attack() {
        var ana = users.newcomer();
        var statuses =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(
                                        () -> tryAs("10.4.0.1", email(ana), PASSWORD)))
                        .limit(15)
                        .toList()
                        .stream()
                        .map(answer -> answer.join().status());
        assertThat(statuses).containsOnly(200);
    }

    @Test
    void a_good_sign_in_forgives_the_email_its_failures() {
        var ana = users.newcomer();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 6; i++)
                refuses(
                        tryAs("10.5." + round + "." + i, email(ana), "wrong password"),
                        401,
                        "wrong_credentials");
            assertThat(tryAs("10.5.9.9", email(ana), PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void failures_and_keys_hold_across_replicas_and_pass_with_time() throws Exception {
        try (var first = new UserBed("USER_FAILURES", "2", "USER_FAILURE_WINDOW_SECONDS", "3");
                var second =
                        first.replica("USER_FAILURES", "2", "USER_FAILURE_WINDOW_SECONDS", "3")) {
            var ana = first.newcomer();
            assertThat(second.as(ana).get(path(ana.user())).status()).isEqualTo(200);
            refuses(first.signIn(email(ana), "wrong password"), 401, "wrong_credentials");
            refuses(second.signIn(email(ana), "wrong password"), 401, "wrong_credentials");
            refuses(first.signIn(email(ana), PASSWORD), 429, "too_many_attempts");
            refuses(second.signIn(email(ana), PASSWORD), 429, "too_many_attempts");
            Thread.sleep(3_100);
            assertThat(second.signIn(email(ana), PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void a_refresh_token_gets_new_tokens_with_the_roles_of_now() throws ParseException {
        var ben = users.newcomer();
        users.operator().put(path(ben.user()), "{\"roles\":[\"courier\"]}");
        var answer = users.refresh(ben.refreshToken());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var next = answer.as(Session.class);
        assertThat(next.refreshToken()).isNotEqualTo(ben.refreshToken());
        assertThat(next.user().roles()).containsExactly(Role.COURIER);
        assertThat(sid(next)).isEqualTo(sid(ben));
        assertThat(users.refresh(next.refreshToken()).status()).isEqualTo(200);
    }

    private static String sid(Session session) throws ParseException {
        return SignedJWT.parse(session.accessToken()).getJWTClaimsSet().getStringClaim("sid");
    }

    @Test
    void a_refresh_token_used_twice_ends_its_family_and_no_other() {
        var ana = users.newcomer();
        var elsewhere = users.signIn(email(ana), PASSWORD).as(Session.class);
        var next = users.refresh(ana.refreshToken()).as(Session.class);
        refuses(users.refresh(ana.refreshToken()), 401, "refresh_token_reused");
        refuses(users.refresh(next.refreshToken()), 401, "refresh_token_invalid");
        assertThat(users.refresh(elsewhere.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_used_twice_at_once_ends_its_family() {
        var ana = users.newcomer();
        var answers =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(
                                        () -> users.refresh(ana.refreshToken())))
                        .limit(2)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 401);
        var won = answers.stream().filter(answer -> answer.status() == 200).findFirst();
        var token = won.orElseThrow().as(Session.class).refreshToken();
        refuses(users.refresh(token), 401, "refresh_token_invalid");
    }

    @Test
    void signing_out_ends_this_session_only() {
        var ana = users.newcomer();
        var elsewhere = users.signIn(email(ana), PASSWORD).as(Session.class);
        assertThat(users.as(ana).delete("/sessions").status()).isEqualTo(204);
        assertThat(users.as(ana).delete("/sessions").status()).isEqualTo(204);
        refuses(users.refresh(ana.refreshToken()), 401, "refresh_token_invalid");
        assertThat(users.refresh(elsewhere.refreshToken()).status()).isEqualTo(200);
        refuses(users.anyone().delete("/sessions"), 401, "sign_in_needed");
        assertThat(users.bed.asService("order").delete("/sessions").status()).isEqualTo(204);
    }

    @Test
    void a_new_password_ends_all_sessions() {
        var ana = users.newcomer();
        var elsewhere = users.signIn(email(ana), PASSWORD).as(Session.class);
        var change = "{\"password\":\"another password\"}";
        assertThat(users.as(ana).put(path(ana.user()), change).status()).isEqualTo(200);
        refuses(users.refresh(ana.refreshToken()), 401, "refresh_token_invalid");
        refuses(users.refresh(elsewhere.refreshToken()), 401, "refresh_token_invalid");
        refuses(tryAs("10.6.0.1", email(ana), PASSWORD), 401, "wrong_credentials");
        assertThat(tryAs("10.6.0.1", email(ana), "another password").status()).isEqualTo(200);
    }

    @Test
    void one_session_too_many_ends_the_oldest() {
        var ana = users.newcomer();
        for (int i = 0; i < 4; i++)
            assertThat(users.signIn(email(ana), PASSWORD).status()).isEqualTo(200);
        refuses(users.refresh(ana.refreshToken()), 401, "refresh_token_invalid");
    }

    @Test
    void no_secret_is_stored_as_it_is() {
        var ana = users.newcomer();
        var wanted = new NewUser("Key", users.newEmail(), PASSWORD, null, null, null);
        users.anyone().post("/users", wanted, "Idempotency-Key", "k");
        var stored =
                users.db.tx(tx ->
                        tx.list(
                                """
                                SELECT row_to_json(t)::text AS line FROM refresh_token t
                                UNION ALL SELECT row_to_json(a)::text FROM account a
                                UNION ALL SELECT row_to_json(k)::text FROM signing_key k
                                UNION ALL SELECT convert_from(body, 'UTF8') FROM idempotency
                                """,
                                row -> row.text("line")));
        assertThat(String.join("\n", stored))
                .contains("$argon2id$v=19$m=1024,t=1,p=1$")
                .doesNotContain(PASSWORD, ana.refreshToken(), "\"d\":");
    }

    @Test
    void an_operator_in_the_settings_must_be_complete() {
        assertThatThrownBy(() -> new UserBed("USER_OPERATOR_PASSWORD", "short").close())
                .hasMessageContaining("USER_OPERATOR_PASSWORD")
                .hasMessageNotContaining("short");
    }
}
