package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.UserApi.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassThroughTest {
    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town("GATEWAY_BODY_BYTES", "1048576");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void method_path_query_and_body_arrive_as_they_were_sent() {
        var target = "/payments/Caf%C3%A9%20X?q=a%20b+c&x=%C3%A9&flag&x=2&e=&p=%2F%26%3D";
        var payment = town.service("payment");
        payment.on("PATCH /payments/Caf%C3%A9%20X", PlayedService.json(202, Map.of("a", 1)));
        var answer = town.anyone().send("PATCH", target, Map.of("note", "Crème"));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("a").asInt()).isEqualTo(1);
        var heard = payment.heard(target);
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().method()).isEqualTo("PATCH");
        assertThat(heard.getFirst().text()).isEqualTo("{\"note\":\"Crème\"}");
        assertThat(heard.getFirst().header("Content-Type")).isEqualTo("application/json");
        assertThat(heard.getFirst().header("Host")).isEqualTo(payment.address().getAuthority());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void a_request_without_a_body_stays_one(String method) {
        var target = "/payments/empty-" + method;
        assertThat(town.anyone().send(method, target, "").status()).isEqualTo(200);
        var heard = town.service("payment").heard(target).getFirst();
        assertThat(heard.body()).isEmpty();
        assertThat(heard.header("Content-Length")).isEqualTo("0");
    }

    @Test
    void status_headers_and_body_come_back() {
        town.service("payment")
                .on(
                        "POST /payments",
                        PlayedService.json(
                                201,
                                Map.of("payment_id", 5),
                                "Location: /payments/5",
                                "ETag: \"7\"",
                                "X-Odd: one",
                                "X-Odd: two",
                                "Connection: X-Hop",
                                "X-Hop: not for you"));
        var answer = town.anyone().post("/payments", Map.of("a", 1));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/payments/5");
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.raw().headers().allValues("X-Odd")).containsExactly("one", "two");
        assertThat(answer.header("X-Hop")).isEmpty();
        assertThat(answer.raw().headers().allValues("Date")).hasSize(1);
        assertThat(answer.body().path("payment_id").asInt()).isEqualTo(5);
    }

    @Test
    void answers_without_a_body_come_back() {
        var payment = town.service("payment");
        payment.on("DELETE /payments/5", (_, out) -> PlayedService.answer(out, 204, new byte[0]));
        payment.on(
                "GET /payments/6",
                (_, out) -> PlayedService.answer(out, 304, new byte[0], "ETag: \"6\""));
        assertThat(town.anyone().delete("/payments/5").status()).isEqualTo(204);
        var unchanged = town.anyone().get("/payments/6", "If-None-Match", "\"6\"");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("ETag")).isEqualTo("\"6\"");
        assertThat(payment.heard("/payments/6").getFirst().header("If-None-Match"))
                .isEqualTo("\"6\"");
    }

    @Test
    void a_head_is_passed_on_as_one() {
        town.service("payment")
                .on(
                        "HEAD /payments/7",
                        (_, out) ->
                                PlayedService.text(
                                        out, "HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n"));
        var answer = town.anyone().send("HEAD", "/payments/7", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("1234");
        assertThat(answer.raw().body()).isEmpty();
    }

    @Test
    void a_large_answer_comes_back_whole() {
        var large = "x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8);
        town.service("restaurant")
                .on(
                        "GET /restaurants/7/large",
                        (_, out) -> {
                            PlayedService.text(out, "HTTP/1.1 200 OK\r\n");
                            PlayedService.text(out, "Content-Length: " + large.length + "\r\n\r\n");
                            out.write(large);
                        });
        var answer = town.anyone().get("/restaurants/7/large");
        assertThat(answer.raw().body()).isEqualTo(large);
    }

    @Test
    void a_large_answer_comes_back_whole_when_the_client_wants_the_connection_closed()
            throws Exception {
        var large = "y".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        town.service("restaurant")
                .on(
                        "GET /restaurants/7/larger",
                        (_, out) -> {
                            PlayedService.text(out, "HTTP/1.1 200 OK\r\n");
                            PlayedService.text(out, "Content-Length: " + large.length + "\r\n\r\n");
                            out.write(large);
                        });
        var said =
                town.raw(
                        "GET /restaurants/7/larger HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(said)
                .contains("Content-Length: " + large.length)
                .endsWith("\r\n\r\n" + new String(large, StandardCharsets.UTF_8));
    }

    @Test
    void hop_by_hop_headers_are_not_passed_on_nor_those_that_connection_names() throws Exception {
        var said =
                town.raw(
                        """
                        GET /payments/hops HTTP/1.1\r
                        Host: gofood.test\r
                        Connection: close, X-Secret\r
                        X-Secret: 1\r
                        Keep-Alive: timeout=9\r
                        TE: trailers\r
                        Proxy-Authorization: Basic eA==\r
                        Proxy-Connection: keep-alive\r
                        X-Kept: yes\r
                        \r
                        """);
        assertThat(said).startsWith("HTTP/1.1 200");
        var heard = town.service("payment").heard("/payments/hops").getFirst();
        assertThat(heard.header("X-Kept")).isEqualTo("yes");
        for (var name :
                new String[] {
                    "X-Secret", "TE", "Proxy-Authorization", "Proxy-Connection", "Upgrade"
                }) assertThat(heard.all(name)).as(name).isEmpty();
        assertThat(heard.header("Keep-Alive")).doesNotContain("timeout=9");
        assertThat(heard.header("Connection")).doesNotContain("X-Secret");
    }

    @Test
    void what_a_client_says_about_the_way_is_replaced() {
        town.anyone()
                .get(
                        "/payments/way",
                        "X-Forwarded-For",
                        "6.6.6.6",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "evil.test",
                        "X-Forwarded-User",
                        "operator",
                        "X-Real-IP",
                        "6.6.6.6",
                        "Forwarded",
                        "for=6.6.6.6");
        var heard = town.service("payment").heard("/payments/way").getFirst();
        assertThat(heard.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(heard.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(heard.header("X-Forwarded-Host")).isEqualTo(town.address().getAuthority());
        for (var name : new String[] {"X-Forwarded-User", "X-Real-IP", "Forwarded"})
            assertThat(heard.all(name)).as(name).isEmpty();
    }

    @Test
    void the_trace_goes_on_or_begins_here() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        town.anyone().get("/payments/traced", "traceparent", trace);
        town.anyone().get("/payments/untraced");
        town.anyone().get("/payments/badly-traced", "traceparent", "00-nonsense");
        var payment = town.service("payment");
        assertThat(payment.heard("/payments/traced").getFirst().all("traceparent"))
                .containsExactly(trace);
        for (var path : new String[] {"/payments/untraced", "/payments/badly-traced"})
            assertThat(payment.heard(path).getFirst().header("traceparent"))
                    .as("nobody keeps a span of it")
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void a_service_gets_the_shorter_of_the_clients_time_and_the_routes() {
        town.anyone().get("/payments/usual");
        town.anyone().get("/payments/short", "X-Timeout-Ms", "800");
        town.anyone().get("/payments/long", "X-Timeout-Ms", "60000");
        assertThat(told("/payments/usual")).isBetween(9_000L, 10_000L);
        assertThat(told("/payments/short")).isBetween(500L, 800L);
        assertThat(told("/payments/long")).isBetween(9_000L, 10_000L);
    }

    private static long told(String target) {
        var heard = town.service("payment").heard(target).getFirst();
        return Long.parseLong(heard.header("X-Timeout-Ms"));
    }

    @Test
    void a_body_over_the_limit_is_a_413_and_never_reaches_the_service() {
        var answer = town.anyone().post("/payments/huge", "x".repeat(10 << 20));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body_too_large");
        assertThat(town.service("payment").heard("/payments/huge")).isEmpty();
    }

    @Test
    void who_sends_all_of_a_huge_body_before_reading_still_gets_the_413() throws Exception {
        var body = "x".repeat(4 << 20);
        for (int time = 0; time < 20; time++)
            try (var socket = town.connect()) {
                PlayedService.text(
                        socket.getOutputStream(),
                        "POST /payments/deaf HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(body.length(), body));
                var said = socket.getInputStream().readNBytes(12);
                assertThat(new String(said, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
            }
        assertThat(town.service("payment").heard("/payments/deaf")).isEmpty();
    }

    @Test
    void a_chunked_body_over_the_limit_is_a_413_as_well() throws Exception {
        try (var socket = town.connect()) {
            var out = socket.getOutputStream();
            PlayedService.text(
                    out,
                    "POST /payments/chunks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 17; i++) PlayedService.chunk(out, "x".repeat(64 << 10));
            var said = new byte[12];
            assertThat(socket.getInputStream().readNBytes(said, 0, 12)).isEqualTo(12);
            assertThat(new String(said, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        assertThat(town.service("payment").heard("/payments/chunks")).isEmpty();
    }

    @Test
    void a_chunked_body_within_the_limit_arrives() throws Exception {
        var said =
                town.raw(
                        "POST /payments/chunked HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n");
        assertThat(said).startsWith("HTTP/1.1 200");
        assertThat(town.service("payment").heard("/payments/chunked").getFirst().text())
                .isEqualTo("hello!");
    }

    @Test
    void a_mebibyte_is_within_the_limit() {
        assertThat(town.anyone().post("/payments/most", "x".repeat(1 << 20)).status())
                .isEqualTo(200);
    }

    @Test
    void what_is_not_in_the_table_is_a_404_problem() {
        for (var path :
                new String[] {"/events", "/nothing", "/ordersx", "/callback", "/site/../x"}) {
            var answer = town.anyone().get(path);
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body().path("trace_id").asText()).hasSize(32);
        }
        assertThat(town.anyone().post("/events", "[]").status()).isEqualTo(404);
    }

    @Test
    void a_method_that_nobody_takes_is_a_405() throws Exception {
        var said = town.raw("BREW /orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(said).startsWith("HTTP/1.1 405").contains("method_not_allowed");
        assertThat(town.raw("TRACE /orders HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void a_slash_at_the_end_never_reaches_a_service() {
        for (var path : new String[] {"/payments/", "/payments/?a=1", "/payments/7/"}) {
            var answer = town.anyone().post(path, Map.of(), "Idempotency-Key", "k");
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("no_such_path");
            assertThat(town.service("payment").heard(path)).isEmpty();
        }
    }

    @Test
    void each_kind_of_person_passes() {
        for (var role : new Role[] {Role.CUSTOMER, Role.COURIER, Role.STAFF, Role.OPERATOR})
            assertThat(town.as(role, 5).get("/payments/mine").status()).isEqualTo(200);
        assertThat(
                        town.service("payment")
                                .heard("/payments/mine")
                                .getLast()
                                .header("Authorization"))
                .startsWith("Bearer ");
    }
}
