package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.testing.TestClient.Answer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What was given away is taken back.
class LinksEndTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    private static String links(long id) {
        return "/orders/" + id + "/links";
    }

    private static String token(long id) {
        return story.customer.post(links(id), "").body().path("token").asText();
    }

    private static Answer track(String token) {
        return story.bed.anyone().get("/tracking/" + token);
    }

    @Test
    void a_link_that_was_taken_back_is_gone_and_the_next_one_is_another() {
        var id = story.received();
        var other = story.received();
        var first = token(id);
        var ofOther = token(other);
        assertThat(story.customer.delete(links(id)).status()).isEqualTo(204);
        assertThat(track(first).code()).isEqualTo("link_gone");
        assertThat(story.bed.anyone().get("/tracking/" + first + "/stream").code())
                .isEqualTo("link_gone");
        var second = token(id);
        assertThat(second).isNotEqualTo(first).isEqualTo(token(id));
        assertThat(track(second).status()).isEqualTo(200);
        assertThat(track(ofOther).status()).isEqualTo(200);
        assertThat(story.customer.delete(links(id)).status()).isEqualTo(204);
        assertThat(story.customer.delete(links(id)).status()).as("again").isEqualTo(204);
        assertThat(List.of(track(first).status(), track(second).status())).containsOnly(404);
        story.ready(id);
        var third = token(id);
        assertThat(track(third).body().path("status").asText()).isEqualTo("Complete");
    }

    @Test
    void only_the_customer_takes_links_back() {
        var id = story.received();
        var token = token(id);
        assertThat(story.bed.anyone().delete(links(id)).status()).isEqualTo(401);
        assertThat(story.customer(99).delete(links(id)).status()).isEqualTo(404);
        assertThat(story.kitchen.delete(links(id)).status()).isEqualTo(403);
        assertThat(story.operator.delete(links(id)).status()).isEqualTo(403);
        assertThat(story.customer.delete(links(999_999)).status()).isEqualTo(404);
        assertThat(track(token).status()).isEqualTo(200);
    }

    @Test
    void who_follows_by_it_sees_no_more() throws Exception {
        var id = story.received();
        var address = story.bed.address().resolve("/tracking/" + token(id) + "/stream");
        var told = new CopyOnWriteArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines());
            var reader = Thread.startVirtualThread(() -> answer.body().forEach(told::add));
            OrderStory.await(() -> told.contains("event: tracking"));
            var before = told.stream().filter(it -> it.startsWith("data: {\"")).count();
            story.customer.delete(links(id));
            story.ready(id);
            reader.join();
            assertThat(told).contains("event: gone");
            assertThat(told.stream().filter(it -> it.startsWith("data: {\"")))
                    .hasSize((int) before);
        }
    }
}
