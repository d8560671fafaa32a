package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Services that are slow, break off, or are away. Each test has a town of its own, because a
/// circuit that one test opens would spoil the next.
class FaultsTest {
    private Town town;
    private PlayedService order;
    private PlayedService second;
    private PlayedService payment;

    @BeforeEach
    void open() {
        town = new Town("GATEWAY_TIMEOUT_SECONDS", "1");
        order = town.service("order");
        second = town.secondOrder;
        payment = town.service("payment");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_service_that_is_too_slow_is_a_504_at_the_routes_time() {
        payment.on("GET /payments/7", PlayedService.hang());
        var started = System.nanoTime();
        var answer = town.anyone().get("/payments/7");
        assertThat((System.nanoTime() - started) / 1_000_000).isBetween(900L, 1_900L);
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.code()).isEqualTo("timed_out");
        assertThat(payment.heard()).hasSize(1);
    }

    @Test
    void a_body_that_drips_too_slowly_does_not_hold_the_client_for_ever() {
        payment.on(
                "GET /payments/drip",
                (_, out) -> {
                    PlayedService.text(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    for (int i = 0; i < 1_000; i++) {
                        PlayedService.text(out, "x");
                        PlayedService.pause(100);
                    }
                });
        var started = System.nanoTime();
        var answer = town.anyone().get("/payments/drip");
        assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(3_000L);
        assertThat(answer.status()).isEqualTo(504);
    }

    @Test
    void a_client_that_drips_its_body_is_given_up() throws Exception {
        try (var socket = town.connect()) {
            var out = socket.getOutputStream();
            PlayedService.text(
                    out, "POST /payments HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
            for (int i = 0; i < 14; i++) {
                PlayedService.text(out, "x");
                Thread.sleep(100);
                if (socket.getInputStream().available() > 0) break;
            }
            var said =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(said).isEqualTo("HTTP/1.1 408");
        }
        assertThat(payment.heard()).isEmpty();
    }

    @Test
    void a_client_in_a_hurry_gets_its_504_and_does_the_service_no_harm() {
        payment.on("GET /payments/slow", PlayedService.hang());
        payment.on("GET /payments/late", PlayedService.json(504, Map.of("code", "late")));
        for (int i = 0; i < 12; i++) {
            var hurried = town.anyone().get("/payments/slow", "X-Timeout-Ms", "20");
            assertThat(hurried.status()).isEqualTo(504);
            town.anyone().get("/payments/late", "X-Timeout-Ms", "500");
        }
        assertThat(town.anyone().get("/payments/1").status()).isEqualTo(200);
    }

    @Test
    void a_service_that_is_away_is_a_503_with_retry_after() {
        payment.goAway();
        var answer = town.anyone().get("/payments/7");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(town.anyone().post("/payments", Map.of()).status()).isEqualTo(503);
    }

    @Test
    void with_one_of_two_replicas_dead_no_read_fails() {
        order.goAway();
        for (int i = 0; i < 40; i++)
            assertThat(town.anyone().get("/orders/" + i).status()).isEqualTo(200);
        assertThat(second.heard()).hasSize(40);
    }

    @Test
    void with_one_of_two_replicas_dead_no_write_fails_either_since_it_never_arrived() {
        second.goAway();
        for (int i = 0; i < 20; i++)
            assertThat(town.anyone().post("/orders", Map.of("i", i)).status()).isEqualTo(200);
        assertThat(order.heard()).hasSize(20);
    }

    @Test
    void replicas_take_turns() {
        for (int i = 0; i < 20; i++) town.anyone().get("/orders/" + i);
        assertThat(order.heard()).hasSize(10);
        assertThat(second.heard()).hasSize(10);
    }

    @Test
    void the_replica_with_less_to_do_is_asked() throws Exception {
        order.on("GET /orders/slow", PlayedService.hang());
        second.on("GET /orders/slow", PlayedService.hang());
        var slow = Thread.ofVirtual().start(() -> town.anyone().get("/orders/slow"));
        while (order.heard().size() + second.heard().size() == 0) Thread.sleep(5);
        var busy = order.heard().isEmpty() ? second : order;
        for (int i = 0; i < 6; i++) town.anyone().get("/orders/" + i);
        assertThat(busy.heard()).hasSize(1);
        slow.join();
    }

    @Test
    void a_read_whose_connection_is_reset_is_asked_again_elsewhere() {
        order.on("GET /orders/7", PlayedService.reset());
        for (int i = 0; i < 8; i++)
            assertThat(town.anyone().get("/orders/7").status()).isEqualTo(200);
        assertThat(town.anyone().send("HEAD", "/orders/7", "").status()).isEqualTo(200);
    }

    @Test
    void a_read_that_a_replica_cannot_answer_now_is_asked_again_elsewhere() {
        for (var status : new int[] {502, 503, 504}) {
            order.on("GET /orders/" + status, PlayedService.json(status, Map.of()));
            for (int i = 0; i < 2; i++)
                assertThat(town.anyone().get("/orders/" + status).status()).isEqualTo(200);
        }
    }

    @Test
    void it_is_asked_again_only_once() {
        order.on("GET /orders/7", PlayedService.json(503, Map.of("code", "first")));
        second.on("GET /orders/7", PlayedService.json(503, Map.of("code", "second")));
        assertThat(town.anyone().get("/orders/7").status()).isEqualTo(503);
        assertThat(order.heard().size() + second.heard().size()).isEqualTo(2);
    }

    @Test
    void a_write_that_may_have_arrived_is_not_repeated() {
        order.on("POST /orders", PlayedService.reset());
        second.on("POST /orders", PlayedService.reset());
        var answer = town.anyone().post("/orders", Map.of("a", 1));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("broken_off");
        assertThat(order.heard().size() + second.heard().size()).isEqualTo(1);
    }

    @Test
    void nor_is_one_that_was_answered_with_503() {
        payment.on("POST /payments", PlayedService.json(503, Map.of("code", "x")));
        order.on("PUT /orders/7", PlayedService.json(503, Map.of("code", "x")));
        second.on("PUT /orders/7", PlayedService.json(503, Map.of("code", "x")));
        assertThat(town.anyone().post("/payments", Map.of()).code()).isEqualTo("x");
        assertThat(town.anyone().put("/orders/7", Map.of()).code()).isEqualTo("x");
        assertThat(payment.heard()).hasSize(1);
        assertThat(order.heard().size() + second.heard().size()).isEqualTo(1);
    }

    @Test
    void a_write_with_an_idempotency_key_is_repeated_with_the_same_key_and_body() {
        order.on("POST /orders", PlayedService.reset());
        for (int i = 0; i < 4; i++) {
            var answer = town.anyone().post("/orders", Map.of("i", i), "Idempotency-Key", "k" + i);
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(second.heard()).hasSize(4);
        assertThat(second.heard().getLast().header("Idempotency-Key")).isEqualTo("k3");
        assertThat(second.heard().getLast().text()).isEqualTo("{\"i\":3}");
    }

    @Test
    void a_key_means_nothing_where_no_service_honours_it() {
        var user = town.service("user");
        var delivery = town.service("delivery");
        for (var path : new String[] {"/guests", "/sessions", "/sessions/refresh"})
            assertThat(timesAsked(user, path)).as(path).isOne();
        for (var path : new String[] {"/offers/7/accept", "/deliveries/7/deliver"})
            assertThat(timesAsked(delivery, path)).as(path).isOne();
        assertThat(timesAsked(delivery, "/couriers")).isEqualTo(2);
    }

    /// How often a service that breaks off was asked.
    private int timesAsked(PlayedService service, String path) {
        service.on("POST " + path, PlayedService.reset());
        var answer = town.anyone().post(path, Map.of(), "Idempotency-Key", "k");
        assertThat(answer.code()).isEqualTo("broken_off");
        return service.heard(path).size();
    }

    @Test
    void an_answer_that_breaks_off_early_is_a_clear_error() {
        payment.on(
                "GET /payments/half",
                (_, out) -> {
                    PlayedService.text(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                    throw new IOException("reset");
                });
        assertThat(town.anyone().get("/payments/half").status()).isEqualTo(502);
    }

    @Test
    void an_answer_that_breaks_off_late_breaks_off_for_the_client_and_is_not_repeated()
            throws Exception {
        order.on("GET /orders/large", FaultsTest::breakOffLate);
        second.on("GET /orders/large", FaultsTest::breakOffLate);
        var said = town.raw("GET /orders/large HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(said).startsWith("HTTP/1.1 200");
        assertThat(said.length()).isGreaterThan(1 << 19);
        // the end of a chunked body would tell the client that it has everything
        assertThat(said).doesNotEndWith("0\r\n\r\n");
        assertThat(order.heard().size() + second.heard().size()).isEqualTo(1);
    }

    private static void breakOffLate(PlayedService.Heard heard, java.io.OutputStream out)
            throws IOException {
        PlayedService.text(out, "HTTP/1.1 200 OK\r\nContent-Length: 4000000\r\n\r\n");
        out.write("x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        PlayedService.pause(200);
        throw new IOException("reset");
    }

    @Test
    void a_replica_that_keeps_failing_is_left_out_and_taken_back_when_it_answers()
            throws Exception {
        var asked = new AtomicInteger();
        payment.on(
                "GET /payments/7",
                (_, out) -> {
                    asked.incrementAndGet();
                    PlayedService.answer(out, 503, new byte[] {'{', '}'});
                });
        for (int i = 0; i < 20; i++)
            assertThat(town.anyone().get("/payments/7").status()).isEqualTo(503);
        // open: nobody knocks any more
        assertThat(asked.get()).isLessThan(10);
        payment.on("GET /payments/7", PlayedService.json(200, Map.of()));
        assertThat(town.anyone().get("/payments/7").header("Retry-After")).isEqualTo("2");
        Thread.sleep(2_200);
        for (int i = 0; i < 5; i++)
            assertThat(town.anyone().get("/payments/7").status()).isEqualTo(200);
    }

    @Test
    void connections_that_died_while_idle_do_not_cost_a_write() throws Exception {
        for (int i = 0; i < 3; i++) town.anyone().post("/payments", Map.of("i", i));
        payment.goAway();
        Thread.sleep(50);
        payment.comeBack();
        for (int i = 0; i < 3; i++)
            assertThat(town.anyone().post("/payments", Map.of("i", i)).status()).isEqualTo(200);
    }

    @Test
    void the_status_of_the_whole_names_what_is_down() {
        assertThat(town.anyone().get("/status").status()).isEqualTo(200);
        second.goAway();
        payment.on("GET /status", PlayedService.json(503, Map.of("status", "degraded")));
        town.service("city").on("GET /status", PlayedService.hang());
        var answer = eventually503();
        assertThat(answer.path("status").asText()).isEqualTo("degraded");
        assertThat(answer.path("services")).hasSize(8);
        assertThat(status(answer, "order", 2)).isEqualTo("down");
        assertThat(status(answer, "order", 1)).isEqualTo("ok");
        assertThat(status(answer, "payment", 1)).isEqualTo("degraded");
        assertThat(status(answer, "city", 1)).isEqualTo("down");
    }

    private JsonNode eventually503() {
        while (true) {
            var answer = town.anyone().get("/status");
            if (answer.status() == 503) return answer.body();
        }
    }

    private static String status(JsonNode whole, String service, int replica) {
        for (var part : whole.path("services"))
            if (part.path("service").asText().equals(service)
                    && part.path("replica").asInt() == replica) return part.path("status").asText();
        return "not named";
    }
}
