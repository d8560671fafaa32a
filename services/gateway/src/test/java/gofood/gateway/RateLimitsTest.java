package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Role;
import gofood.gateway.door.Networks;
import gofood.platform.testing.TestClient;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each test comes from addresses of its own, as a trusted proxy tells them.
class RateLimitsTest {
    private static Town town;

    @BeforeAll
    static void open() {
        town =
                new Town(
                        "GATEWAY_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8, fd00::/8",
                        "GATEWAY_UNLIMITED_ADDRESSES", "127.0.0.1,::1,99.0.0.1",
                        "GATEWAY_REQUESTS_PER_SECOND", "1",
                        "GATEWAY_BURST", "6",
                        "GATEWAY_ANONYMOUS_REQUESTS_PER_SECOND", "1",
                        "GATEWAY_ANONYMOUS_BURST", "4",
                        "GATEWAY_NEWCOMERS_PER_MINUTE", "6",
                        "GATEWAY_NEWCOMERS_BURST", "2",
                        "GATEWAY_MAP_REQUESTS_PER_SECOND", "1",
                        "GATEWAY_MAP_BURST", "9");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static int allowed(TestClient client, String method, String path, String from) {
        for (int i = 0; i < 30; i++)
            if (client.send(method, path, "", "X-Forwarded-For", from).status() == 429) return i;
        return 30;
    }

    @Test
    void an_address_has_its_share_and_then_is_told_when_to_come_back() {
        assertThat(allowed(town.anyone(), "GET", "/payments/1", "1.1.1.1")).isBetween(4, 5);
        var answer = town.anyone().get("/payments/1", "X-Forwarded-For", "1.1.1.1");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too_many_requests");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(allowed(town.anyone(), "GET", "/payments/1", "1.1.1.2")).isBetween(4, 5);
    }

    @Test
    void a_person_has_their_own_share_from_wherever_they_come() {
        var person = town.as(Role.CUSTOMER, 71);
        var sum = 0;
        for (int i = 0; i < 20; i++)
            if (person.get("/payments/1", "X-Forwarded-For", "2.2.2." + i).status() == 200) sum++;
        assertThat(sum).isBetween(6, 8);
        assertThat(allowed(town.as(Role.CUSTOMER, 72), "GET", "/payments/1", "2.2.2.99"))
                .isBetween(6, 8);
    }

    @Test
    void signing_in_and_up_is_scarcer_even_for_those_who_are_signed_in() {
        var from = 1;
        for (var path : new String[] {"/sessions", "/users", "/guests"})
            assertThat(allowed(town.anyone(), "POST", path, "3.3.3." + from++)).isEqualTo(2);
        assertThat(allowed(town.as(Role.CUSTOMER, 73), "POST", "/sessions", "3.3.3.9"))
                .isEqualTo(2);
        var answer = town.anyone().post("/sessions", Map.of(), "X-Forwarded-For", "3.3.3.1");
        assertThat(answer.header("Retry-After")).isIn("9", "10");
    }

    @Test
    void a_slash_at_the_end_is_no_way_around_it() {
        for (var path : new String[] {"/sessions", "/users", "/guests"}) {
            town.anyone().post(path + "/", Map.of(), "X-Forwarded-For", "3.3.4.1");
            assertThat(town.service("user").heard(path + "/")).isEmpty();
        }
    }

    @Test
    void an_operator_may_add_many_people() {
        assertThat(allowed(town.as(Role.OPERATOR, 74), "POST", "/users", "4.4.4.4"))
                .isBetween(6, 8);
    }

    @Test
    void showing_bad_tokens_costs_the_address() {
        assertThat(allowed(town.with("nonsense"), "GET", "/payments/1", "5.5.5.5")).isBetween(4, 5);
        assertThat(town.anyone().get("/payments/1", "X-Forwarded-For", "5.5.5.5").status())
                .isEqualTo(429);
    }

    @Test
    void a_look_at_the_map_costs_no_other_request() {
        assertThat(allowed(town.anyone(), "GET", "/map/14/8531/5975.mvt", "7.7.7.8"))
                .isBetween(9, 10);
        assertThat(allowed(town.anyone(), "GET", "/payments/1", "7.7.7.8")).isBetween(4, 5);
    }

    @Test
    void our_own_pages_are_limited_too() {
        assertThat(allowed(town.anyone(), "GET", "/status", "6.6.6.6")).isBetween(4, 5);
    }

    @Test
    void an_ipv6_household_is_one_client() {
        var sum = 0;
        for (int i = 0; i < 12; i++) {
            var from = "2001:db8:1:2::" + i;
            if (town.anyone().get("/payments/1", "X-Forwarded-For", from).status() == 200) sum++;
        }
        assertThat(sum).isBetween(4, 5);
    }

    @Test
    void what_stands_before_the_first_foreign_address_is_not_believed() {
        var sum = 0;
        for (int i = 0; i < 12; i++) {
            var from = "99.0.0." + i + ", 8.8.8.8, 10.1.2.3";
            if (town.anyone().get("/payments/1", "X-Forwarded-For", from).status() == 200) sum++;
        }
        assertThat(sum).isBetween(4, 5);
        assertThat(town.service("payment").heard("/payments/1").getLast().header("X-Forwarded-For"))
                .as("all that a service counts by")
                .isEqualTo("8.8.8.8");
    }

    @Test
    void an_unlimited_address_is_limited_when_it_comes_by_a_proxy() {
        assertThat(allowed(town.anyone(), "GET", "/payments/1", "99.0.0.1")).isBetween(4, 5);
        for (int i = 0; i < 20; i++)
            assertThat(town.anyone().get("/payments/1").status()).isEqualTo(200);
    }

    @Test
    void tls_at_a_trusted_proxy_counts_as_tls() {
        var answer =
                town.anyone()
                        .get(
                                "/payments/tls",
                                "X-Forwarded-For",
                                "7.7.7.7",
                                "X-Forwarded-Proto",
                                "https");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(
                        town.service("payment")
                                .heard("/payments/tls")
                                .getFirst()
                                .header("X-Forwarded-Proto"))
                .isEqualTo("https");
        assertThat(town.anyone().get("/payments/1").header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void a_wrong_network_fails_the_start() {
        for (var wrong : new String[] {"localhost", "10.0.0.0/33", "1.2.3.4.5", "10.0.0.0/x"})
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Networks.parse(wrong))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(wrong);
    }
}
