package gofood.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.UserApi.Role;
import gofood.platform.ToyService.ToyEvent;
import gofood.platform.testing.TestBed;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The platform's promises, through a real service on a real PostgreSQL.
class PlatformTest {
    private static final ToyService TOY = new ToyService();
    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed(TOY);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static final String ORDER =
            """
            {"restaurant_id": 7, "items": [{"item_id": "301", "quantity": 2}],
             "address": {"lat": 43.7, "lon": 7.4, "text": "1 Rue Grimaldi"}}\
            """;

    @Test
    void a_good_request_is_read() {
        var answer = bed.anyone().post("/orders", ORDER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/items/0/item_id").asText()).isEqualTo("301");
    }

    @Test
    void malformed_json_is_a_400_that_says_so() {
        for (var body :
                new String[] {"{", "nonsense", "{\"a\":1,}", "", "{} {}", "[[[[", "\u0000"}) {
            var answer = bed.anyone().post("/orders", body);
            assertThat(answer.status()).as(body).isBetween(400, 422);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body().path("trace_id").asText()).hasSize(32);
        }
        var deep = "[".repeat(100_000);
        assertThat(bed.anyone().post("/orders", deep).status()).isEqualTo(422);
        var nested = "{\"note\":" + "[".repeat(100_000);
        assertThat(bed.anyone().post("/orders", nested).status()).isEqualTo(422);
    }

    @Test
    void unknown_wrong_missing_and_out_of_range_fields_are_named() {
        refuses(ORDER.replace("\"items\"", "\"itemz\""), "unknown_field", "field", "itemz");
        refuses(ORDER.replace("7,", "\"7\","), "invalid_field", "field", "restaurant_id");
        refuses(ORDER.replace("\"301\"", "301"), "invalid_field", "field", "items[0].item_id");
        refuses(ORDER.replace("7,", "7.5,"), "invalid_field", "field", "restaurant_id");
        refuses(ORDER.replace("7,", "null,"), "invalid_field", "field", "restaurant_id");
        refuses(ORDER.replace(": 2", ": 0"), "invalid_field", "field", "items[0].quantity");
        refuses(ORDER.replace(": 2", ": 1000000"), "invalid_field", "field", "items[0].quantity");
        refuses(ORDER.replace(": 2", ": 2e99999"), "invalid_field", "field", "items[0].quantity");
        refuses(ORDER.replace("\"301\"", "null"), "missing_field", "missing", "items[0].item_id");
        refuses(ORDER.replace("43.7", "143.7"), "invalid_field", "field", "address.lat");
        refuses(ORDER.replace("[{", "[null, {"), "invalid_field", "field", "items[0]");
        refuses(ORDER.replace("Grimaldi", "\\ud800"), "invalid_field", "field", "address.text");
        refuses(
                ORDER.replace("\"301\"", "\"3\\u0000\""),
                "invalid_field",
                "field",
                "items[0].item_id");
        refuses("[]", "invalid_body", "status", "422");
        refuses("null", "invalid_body", "status", "422");
    }

    private static void refuses(String body, String code, String pointer, String value) {
        var answer = bed.anyone().post("/orders", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.code()).as(answer.body().toString()).isEqualTo(code);
        assertThat(answer.body().path(pointer).asText()).isEqualTo(value);
    }

    @Test
    void a_huge_body_is_a_413() {
        var answer = bed.anyone().post("/orders", "{\"note\":\"" + "x".repeat(10 << 20) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void an_unknown_path_is_a_404_and_a_wrong_method_a_405_with_allow() {
        assertThat(bed.anyone().get("/nothing").status()).isEqualTo(404);
        var wrong = bed.anyone().delete("/toys/5");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("GET");
        assertThat(bed.anyone().get("/toys/abc").status()).isEqualTo(404);
    }

    @Test
    void an_unforeseen_error_says_nothing_of_the_inside() {
        var answer = bed.anyone().get("/broken");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().toString()).doesNotContain("secret");
    }

    @Test
    void what_is_written_piece_by_piece_comes_whole_or_breaks_off() {
        var whole = bed.anyone().get("/rows/1000");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Type")).isEqualTo("text/csv");
        assertThat(new String(whole.raw().body(), UTF_8).lines()).hasSize(1000);
        var head = bed.anyone().send("HEAD", "/rows/1000", "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.raw().body()).isEmpty();
        assertThatThrownBy(() -> bed.anyone().get("/rows/1001"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(bed.anyone().get("/toys/1").status()).isEqualTo(200);
    }

    @Test
    void a_route_is_for_its_roles_only() {
        assertThat(bed.anyone().get("/mine").status()).isEqualTo(401);
        assertThat(bed.as(Role.COURIER, 5).get("/mine").status()).isEqualTo(403);
        assertThat(bed.as(Role.CUSTOMER, 5).get("/mine").status()).isEqualTo(200);
        var expired = bed.token(Role.CUSTOMER, 5, Instant.now().minusSeconds(1));
        var answer = bed.anyone().get("/mine", "Authorization", "Bearer " + expired);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token_expired");
        for (var forged :
                new String[] {
                    "x",
                    "a.b.c",
                    expired.replace('e', 'f'),
                    "null",
                    "",
                    "bnVsbA.e30.x",
                    "W10.e30.x",
                    ".."
                })
            assertThat(bed.anyone().get("/mine", "Authorization", "Bearer " + forged).status())
                    .isEqualTo(401);
    }

    @Test
    void nonsense_instead_of_chunks_is_a_400() throws Exception {
        var address = bed.address();
        for (var size : new String[] {"ZZ", "-1", "FFFFFFFFFFFFFFFF"})
            try (var socket = new java.net.Socket(address.getHost(), address.getPort())) {
                socket.setSoTimeout(5_000);
                var head = "POST /orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
                var text = head + size + "\r\n{}\r\n0\r\n\r\n";
                socket.getOutputStream()
                        .write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                var answer =
                        new String(
                                socket.getInputStream().readNBytes(12),
                                java.nio.charset.StandardCharsets.US_ASCII);
                assertThat(answer).isEqualTo("HTTP/1.1 400");
            }
    }

    @Test
    void one_key_makes_one_thing() {
        var toy = new ToyEvent.Made(100, "bear");
        var first = bed.anyone().post("/toys", toy, "Idempotency-Key", "k1");
        var again = bed.anyone().post("/toys", toy, "Idempotency-Key", "k1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo("/toys/100");
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        var other = new ToyEvent.Made(101, "doll");
        var reused = bed.anyone().post("/toys", other, "Idempotency-Key", "k1");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("key_reused");
    }

    @Test
    void one_key_at_the_same_time_is_a_409() throws Exception {
        var toy = new ToyEvent.Made(110, "slower");
        var first =
                CompletableFuture.supplyAsync(
                        () -> bed.anyone().post("/toys", toy, "Idempotency-Key", "k2"));
        Thread.sleep(250);
        var second = bed.anyone().post("/toys", toy, "Idempotency-Key", "k2");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("in_flight");
        assertThat(first.get().status()).isEqualTo(201);
    }

    @Test
    void a_refused_creation_may_be_tried_again_with_its_key() {
        var bad = new ToyEvent.Made(120, "bad");
        assertThat(bed.anyone().post("/toys", bad, "Idempotency-Key", "k3").status())
                .isEqualTo(409);
        assertThat(bed.anyone().post("/toys", bad, "Idempotency-Key", "k3").status())
                .isEqualTo(409);
    }

    @Test
    void an_event_reaches_its_subscriber_even_when_that_was_away() {
        bed.neighbour("notification").answerEventsWith(503);
        bed.anyone().post("/toys", new ToyEvent.Made(130, "late"));
        bed.neighbour("notification").answerEventsWith(200);
        var data = bed.neighbour("notification").awaitEvent("toy.made", 130);
        assertThat(data.path("name").asText()).isEqualTo("late");
    }

    @Test
    void an_event_is_applied_once_however_often_it_comes() {
        var id = UUID.randomUUID();
        var toy = new ToyEvent.Made(140, "once");
        var service = bed.asService("order");
        assertThat(service.tell(id, "toy.made", 140, toy).body().path("failed")).isEmpty();
        assertThat(service.tell(id, "toy.made", 140, toy).body().path("failed")).isEmpty();
        assertThat(bed.as(Role.OPERATOR, 1).tell("toy.made", 140, toy).status()).isEqualTo(403);
    }

    @Test
    void a_poison_event_fails_alone() {
        var service = bed.asService("order");
        var poison = service.tell("toy.exploded", 150, new ToyEvent.Made(150, "x"));
        assertThat(poison.status()).isEqualTo(200);
        assertThat(poison.body().path("failed")).hasSize(1);
        var good = service.tell("toy.made", 151, new ToyEvent.Made(151, "y"));
        assertThat(good.body().path("failed")).isEmpty();
    }

    @Test
    void an_event_that_comes_too_early_is_told_so() {
        var early = new ToyEvent.Made(155, "early");
        var told = bed.asService("order").tell("toy.made", 155, early);
        assertThat(told.body().at("/failed/0/why").asText()).isEqualTo("NOT_NOW");
    }

    @Test
    void an_event_whose_time_was_over_is_not_called_bad() {
        var late = new ToyEvent.Made(156, "late");
        var told = bed.asService("order").tell("toy.made", 156, late);
        assertThat(told.body().at("/failed/0/why").asText()).isEqualTo("NOT_NOW");
    }

    @Test
    void a_stream_has_no_head() {
        assertThat(bed.anyone().send("HEAD", "/toys/stream", "").status()).isIn(404, 405);
    }

    @Test
    void a_timer_rings_again_when_its_handler_failed() throws Exception {
        bed.anyone().post("/toys", new ToyEvent.Made(160, "clock"));
        var until = Instant.now().plus(Duration.ofSeconds(8));
        while (TOY.rings.get() < 2 && Instant.now().isBefore(until)) Thread.sleep(50);
        assertThat(TOY.rings.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_stream_gives_a_snapshot_and_then_news_and_resumes() {
        bed.anyone().post("/toys", new ToyEvent.Made(900, "first"));
        var stream =
                CompletableFuture.supplyAsync(() ->
                        bed.anyone().get("/toys/stream", "Last-Event-ID", "899").raw().body());
        bed.anyone().post("/toys", new ToyEvent.Made(901, "last"));
        var text = new String(stream.join(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).contains("id: 900\nevent: toy\ndata: \"first\"\n\n");
        assertThat(text).contains("id: 901\nevent: toy\ndata: \"last\"\n\n");
    }

    @Test
    void work_that_nobody_waits_for_is_not_begun() {
        var answer = bed.anyone().get("/toys/1", "X-Timeout-Ms", "0");
        assertThat(answer.status()).isEqualTo(504);
    }

    public record Appointment(Instant at) {}

    @Test
    void a_moment_that_no_database_knows_is_refused() {
        for (var at :
                List.of(Instant.MAX.toString(), Instant.MIN.toString(), "1899-12-31T23:59:59Z"))
            assertThatThrownBy(() ->
                            Json.readRequest(
                                    "{\"at\":\"%s\"}".formatted(at).getBytes(UTF_8),
                                    Appointment.class))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("between 1900 and 2200");
    }

    @Test
    void a_path_with_control_characters_names_nothing() {
        assertThat(bed.anyone().get("/named/a%00b").status()).isEqualTo(404);
        assertThat(bed.anyone().get("/named/ab").status()).isEqualTo(200);
    }

    @Test
    void health_status_and_metrics_are_there() {
        assertThat(bed.anyone().get("/status").body().path("status").asText()).isEqualTo("ok");
        assertThat(bed.anyone().get("/health/live").status()).isEqualTo(200);
        assertThat(bed.anyone().get("/health/ready").status()).isEqualTo(200);
        var metrics =
                new String(
                        bed.anyone().get("/metrics").raw().body(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(metrics).contains("http_server_requests_seconds_count", "outbox_waiting");
        var passedOn = bed.anyone().get("/metrics", "X-Forwarded-For", "203.0.113.7");
        assertThat(passedOn.status()).as("they are for our own network").isEqualTo(404);
    }
}
