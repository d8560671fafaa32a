package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.testing.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who comes back to a stream says what they have.
class ComingBackTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    /// @param id of its first event
    private record Begin(int status, long id) {}

    private static Begin comesBack(TestClient who, String path, long last)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(who.address().resolve(path))
                        .timeout(Duration.ofSeconds(5))
                        .header("Last-Event-ID", "" + last);
        if (!who.token().isEmpty()) request.header("Authorization", "Bearer " + who.token());
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (var body =
                    new BufferedReader(
                            new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                if (answer.statusCode() == 204) return new Begin(204, 0);
                var line = body.readLine();
                while (line != null && !line.startsWith("id: ")) line = body.readLine();
                return new Begin(
                        answer.statusCode(), line == null ? 0 : Long.parseLong(line.substring(4)));
            } finally {
                client.shutdownNow();
            }
        }
    }

    @Test
    void to_an_order_that_has_ended_nobody_comes_back_twice() throws Exception {
        var id = story.delivered();
        var token = story.customer.post("/orders/" + id + "/links", "").body().path("token");
        for (var at :
                List.of("/orders/" + id + "/stream", "/tracking/" + token.asText() + "/stream")) {
            var who = at.startsWith("/tracking") ? story.bed.anyone() : story.customer;
            var end = comesBack(who, at, 0);
            assertThat(end.status()).isEqualTo(200);
            assertThat(end.id()).isPositive();
            assertThat(comesBack(who, at, end.id()).status()).as(at).isEqualTo(204);
            assertThat(comesBack(who, at, end.id() - 1)).as("not all seen").isEqualTo(end);
            assertThat(comesBack(who, at, end.id() + 5_000_000))
                    .as("a number that it never had")
                    .isEqualTo(end);
        }
    }

    @Test
    void a_number_that_a_stream_never_had_is_none() throws Exception {
        var id = story.received();
        var at = "/orders/" + id + "/stream";
        var now = comesBack(story.customer, at, 0);
        assertThat(comesBack(story.customer, at, now.id() + 1)).isEqualTo(now);
        var token = story.customer.post("/orders/" + id + "/links", "").body().path("token");
        var other = "/tracking/" + token.asText() + "/stream";
        var anyone = story.bed.anyone();
        var seen = comesBack(anyone, other, 0);
        assertThat(comesBack(anyone, other, 999_999_999_999L)).isEqualTo(seen);
    }
}
