package gofood.user;

import static gofood.user.UserBed.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.run.Env;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static Passwords passwords(String kib) {
        return new Passwords(
                UserConfig.from(new Env(Map.of("USER_ARGON_KIB", kib, "USER_HASH_THREADS", "2"))));
    }

    @Test
    void a_hash_has_owasps_parameters_and_a_salt_of_its_own() {
        try (var passwords = new Passwords(UserConfig.from(new Env(Map.of())))) {
            var hash = passwords.hash(PASSWORD);
            assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        }
        try (var passwords = passwords("1024")) {
            var hash = passwords.hash(PASSWORD);
            assertThat(passwords.hash(PASSWORD)).isNotEqualTo(hash);
            assertThat(passwords.matches(PASSWORD + "!", hash)).isFalse();
            assertThat(passwords.matches("", hash)).isFalse();
        }
    }

    @Test
    void nobody_has_no_password_not_even_a_known_one() {
        try (var passwords = passwords("1024")) {
            assertThat(passwords.matches("the password of nobody", null)).isFalse();
        }
    }

    @Test
    void an_accent_may_be_typed_either_way() {
        try (var passwords = passwords("1024")) {
            var hash = passwords.hash("crème brûlée 🍮");
            assertThat(passwords.matches("cre\u0300me bru\u0302le\u0301e 🍮", hash)).isTrue();
            assertThat(passwords.matches("creme brulee 🍮", hash)).isFalse();
        }
    }

    @Test
    void somebody_unknown_takes_as_long_as_a_wrong_password() {
        try (var passwords = passwords("4096")) {
            var hash = passwords.hash(PASSWORD);
            var wrong = Long.MAX_VALUE;
            var unknown = Long.MAX_VALUE;
            // by turns, and the fastest of each: other work on the machine only makes them slower
            for (int i = 0; i < 15; i++) {
                wrong = Math.min(wrong, nanosToRefuse(passwords, hash));
                unknown = Math.min(unknown, nanosToRefuse(passwords, null));
            }
            assertThat((double) unknown / wrong).isBetween(0.5, 2.0);
        }
    }

    private static long nanosToRefuse(Passwords passwords, @Nullable String hash) {
        var start = System.nanoTime();
        assertThat(passwords.matches("wrong password", hash)).isFalse();
        return System.nanoTime() - start;
    }

    @Test
    void a_hash_of_older_parameters_is_renewed_at_the_next_sign_in() {
        try (var before = new UserBed()) {
            var ana = before.newcomer();
            var email = String.valueOf(ana.user().email());
            try (var after = before.replica("USER_ARGON_KIB", "2048")) {
                assertThat(stored(before, ana.user().userId())).contains("m=1024,t=1,p=1");
                var both =
                        Stream.generate(() ->
                                        CompletableFuture.supplyAsync(
                                                () -> after.signIn(email, PASSWORD)))
                                .limit(3)
                                .toList();
                assertThat(both.stream().map(answer -> answer.join().status())).containsOnly(200);
                assertThat(stored(before, ana.user().userId())).contains("m=2048,t=1,p=1");
                assertThat(after.signIn(email, PASSWORD).status()).isEqualTo(200);
            }
        }
    }

    private static String stored(UserBed users, long id) {
        return users.db.tx(tx ->
                tx.one(
                        "SELECT password FROM account WHERE user_id = ?",
                        row -> row.text("password"),
                        id));
    }

    @Test
    void a_flood_of_sign_ins_is_refused_and_the_rest_goes_on() {
        try (var users =
                        new UserBed(
                                "USER_ARGON_KIB",
                                "8192",
                                "USER_HASH_THREADS",
                                "1",
                                "USER_HASH_QUEUE",
                                "2",
                                "USER_FAILURES",
                                "1000");
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var flood =
                    Stream.generate(() ->
                                    CompletableFuture.supplyAsync(
                                            () -> users.signIn("no@example.com", "password"),
                                            clients))
                            .limit(20)
                            .toList();
            assertThat(users.anyone().get("/.well-known/jwks.json").status()).isEqualTo(200);
            var answers = flood.stream().map(CompletableFuture::join).toList();
            assertThat(answers).extracting(answer -> answer.status()).contains(401, 503);
            assertThat(answers).extracting(answer -> answer.status()).containsOnly(401, 503);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 503)
                    .allMatch(answer -> !answer.header("Retry-After").isEmpty());
        }
    }
}
