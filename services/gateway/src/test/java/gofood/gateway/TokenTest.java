package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Role;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The first look at tokens.
class TokenTest {
    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void a_request_without_a_token_passes_and_the_service_decides() {
        assertThat(town.anyone().get("/payments/none").status()).isEqualTo(200);
    }

    @Test
    void a_good_token_passes() {
        var token = town.token(Role.CUSTOMER, 7, Instant.now().plusSeconds(60));
        assertThat(town.with(token).get("/payments/good").status()).isEqualTo(200);
        assertThat(
                        town.service("payment")
                                .heard("/payments/good")
                                .getFirst()
                                .header("Authorization"))
                .isEqualTo("Bearer " + token);
    }

    @Test
    void a_bad_one_is_a_401_at_once() {
        var good = town.token(Role.CUSTOMER, 7, Instant.now().plusSeconds(60));
        var forged = good.substring(0, good.length() - 8) + "AAAAAAAA";
        var expired = town.token(Role.CUSTOMER, 7, Instant.now().minusSeconds(60));
        var service = town.token(Role.SERVICE, 7, Instant.now().plusSeconds(60));
        for (var token : new String[] {forged, expired, service, "nonsense", "a.b.c"}) {
            var answer = town.with(token).get("/payments/bad");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(town.with(expired).get("/payments/bad").code()).isEqualTo("token_expired");
        assertThat(town.anyone().get("/payments/bad", "Authorization", "Basic eDp5").status())
                .isEqualTo(401);
        assertThat(town.service("payment").heard("/payments/bad")).isEmpty();
    }

    @Test
    void a_services_token_is_refused_from_outside() {
        var answer = town.with(town.serviceToken()).post("/payments", Map.of());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(town.service("payment").heard("/payments")).isEmpty();
    }

    @Test
    void two_tokens_are_one_too_many() throws Exception {
        var said =
                town.raw(
                        "GET /payments/two HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n");
        assertThat(said).startsWith("HTTP/1.1 401");
    }

    @Test
    void without_the_keys_reads_go_on_and_writes_are_a_503() {
        try (var other = new Town()) {
            var token = other.token(Role.CUSTOMER, 7, Instant.now().plusSeconds(60));
            other.service("user").goAway();
            assertThat(other.with(token).get("/restaurants").status()).isEqualTo(200);
            assertThat(other.with(token).get("/status").status()).isEqualTo(503);
            assertThat(other.with(token).get("/status").body().path("services")).hasSize(8);
            var write = other.with(token).post("/orders", Map.of());
            assertThat(write.status()).isEqualTo(503);
            assertThat(write.header("Retry-After")).isNotEmpty();
            assertThat(other.anyone().post("/orders", Map.of()).status()).isEqualTo(200);
        }
    }
}
