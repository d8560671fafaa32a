package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.testing.TestClient.Answer;
import gofood.platform.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
    private static final Map<String, String> LARGE = Map.of("name", "carbonara ".repeat(200));
    private static final String GZIP = "Accept-Encoding";
    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Answer get(String path, Object body, String... headers) {
        town.service("payment").on("GET " + path, PlayedService.json(200, body, headers));
        return town.anyone().get(path, GZIP, "gzip");
    }

    private static byte[] unpacked(Answer answer) throws IOException {
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        return new GZIPInputStream(new ByteArrayInputStream(answer.raw().body())).readAllBytes();
    }

    @Test
    void json_is_packed_for_who_takes_it() throws Exception {
        var answer = get("/payments/p1", LARGE, "ETag: \"7\"");
        assertThat(unpacked(answer)).isEqualTo(Json.write(LARGE));
        assertThat(answer.raw().body().length).isLessThan(200);
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.header("ETag")).isEqualTo("W/\"7\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "deflate, gzip; q=0.0"})
    void and_for_nobody_else(String accepted) {
        town.service("payment")
                .on("GET /payments/p2", PlayedService.json(200, LARGE, "ETag: \"7\""));
        var answer = town.anyone().get("/payments/p2", "Accept-Encoding", accepted);
        assertThat(answer.raw().body()).isEqualTo(Json.write(LARGE));
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
    }

    @Test
    void problems_are_packed_too_and_small_answers_are_not() throws Exception {
        town.service("payment")
                .on(
                        "POST /payments",
                        (_, out) -> {
                            var body = Json.write(LARGE);
                            PlayedService.text(
                                    out,
                                    "HTTP/1.1 422 X\r\nContent-Type: application/problem+json\r\n"
                                            + "Content-Length: "
                                            + body.length
                                            + "\r\n\r\n");
                            out.write(body);
                            out.flush();
                        });
        var refused =
                town.anyone().send("POST", "/payments", Map.of(), "Accept-Encoding", "x, gzip");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(unpacked(refused)).isEqualTo(Json.write(LARGE));
        assertThat(get("/payments/p3", Map.of("a", 1)).header("Content-Encoding")).isEmpty();
    }

    @Test
    void what_is_encoded_already_or_must_not_be_touched_stays_as_it_is() {
        var tile = get("/payments/p4", LARGE, "Content-Encoding: br", "ETag: \"7\"");
        assertThat(tile.raw().headers().allValues("Content-Encoding")).containsExactly("br");
        assertThat(tile.raw().body()).isEqualTo(Json.write(LARGE));
        assertThat(tile.header("ETag")).isEqualTo("\"7\"");
        var fixed = get("/payments/p5", LARGE, "Cache-Control: no-transform");
        assertThat(fixed.header("Content-Encoding")).isEmpty();
    }

    @Test
    void answers_that_hold_tokens_are_left_alone() {
        for (var path : List.of("/sessions", "/sessions/refresh", "/guests")) {
            town.service("user").on("POST " + path, PlayedService.json(200, LARGE));
            var answer = town.anyone().post(path, Map.of(), GZIP, "gzip");
            assertThat(answer.header("Content-Encoding")).as(path).isEmpty();
        }
    }

    @Test
    void a_large_answer_is_packed_as_it_comes() throws Exception {
        var large = Map.of("name", "risotto ".repeat(200_000));
        var answer = get("/payments/p6", large);
        assertThat(unpacked(answer)).isEqualTo(Json.write(large));
    }

    @Test
    void a_large_answer_that_breaks_off_has_no_end() throws Exception {
        town.service("payment")
                .on(
                        "GET /payments/p7",
                        (_, out) -> {
                            PlayedService.text(
                                    out,
                                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                            + "Content-Length: 4000000\r\n\r\n");
                            out.write("x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
                            out.flush();
                            throw new IOException("reset");
                        });
        var said =
                town.raw(
                        "GET /payments/p7 HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n"
                                + "Connection: close\r\n\r\n");
        assertThat(said).doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void a_weak_tag_of_ours_finds_the_version_again() {
        var payment = town.service("payment");
        payment.on(
                "GET /payments/p8",
                (_, out) -> PlayedService.answer(out, 304, new byte[0], "ETag: \"7\""));
        var same = town.anyone().get("/payments/p8", GZIP, "gzip", "If-None-Match", "W/\"7\"");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.header("Vary")).isEqualTo("Accept-Encoding");
        town.anyone().put("/payments/p8", Map.of(), "If-Match", "W/\"7\", \"W/8\",W/\"9\"");
        var heard = payment.heard("/payments/p8");
        assertThat(heard.getFirst().header("If-None-Match")).isEqualTo("W/\"7\"");
        assertThat(heard.getLast().header("If-Match").replace(" ", ""))
                .isEqualTo("\"7\",\"W/8\",\"9\"");
    }

    @Test
    void a_kept_menu_is_packed_once_and_told_in_both_forms() throws Exception {
        var restaurants = town.service("restaurant");
        restaurants.on(
                "GET /restaurants/70",
                PlayedService.json(200, LARGE, "Cache-Control: public, max-age=5", "ETag: \"3\""));
        for (var result : List.of("miss", "hit", "hit")) {
            var packed = town.anyone().get("/restaurants/70", GZIP, "gzip");
            assertThat(packed.header("X-Cache")).isEqualTo(result);
            assertThat(unpacked(packed)).isEqualTo(Json.write(LARGE));
            assertThat(packed.header("ETag")).isEqualTo("W/\"3\"");
            assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
        }
        var plain = town.anyone().get("/restaurants/70");
        assertThat(plain.raw().body()).isEqualTo(Json.write(LARGE));
        assertThat(plain.header("ETag")).isEqualTo("\"3\"");
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
        var known = town.anyone().get("/restaurants/70", GZIP, "gzip", "If-None-Match", "W/\"3\"");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("Content-Encoding")).isEmpty();
        assertThat(restaurants.heard("/restaurants/70").getFirst().all("Accept-Encoding"))
                .isEmpty();
    }

    @Test
    void live_streams_are_never_packed() throws Exception {
        town.service("payment")
                .on(
                        "GET /payments/stream",
                        (_, out) -> {
                            PlayedService.beginStream(out);
                            PlayedService.chunk(out, "data: {}\n\n".repeat(500));
                            PlayedService.chunk(out, "");
                        });
        var answer = town.anyone().get("/payments/stream", GZIP, "gzip");
        assertThat(answer.header("Content-Encoding")).isEmpty();
    }

    @Test
    void nobody_is_simulated_where_no_simulator_was_started() {
        var answer = town.anyone().get("/simulator");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("no_such_path");
        assertThat(answer.body().path("detail").asText()).contains("simulated");
        try (var simulator = new PlayedService();
                var other = new Town("SIMULATOR_URL", simulator.address().toString())) {
            assertThat(other.anyone().get("/simulator").status()).isEqualTo(200);
            assertThat(simulator.heard("/simulator")).hasSize(1);
            assertThat(other.anyone().get("/status").body().path("services")).hasSize(8);
        }
    }
}
