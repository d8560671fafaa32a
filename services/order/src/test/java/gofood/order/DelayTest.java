package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.RestaurantApi.RestaurantEvent;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A kitchen needs longer than it said.
class DelayTest {
    private static final Instant LATER = OrderStory.READY.plus(Duration.ofMinutes(10));
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    private static void delayed(long id, Instant readyAt) {
        var told =
                story.bed
                        .asService("restaurant")
                        .tell(
                                "restaurant.delayed",
                                id,
                                new RestaurantEvent.Delayed(id, 7, readyAt));
        assertThat(told.body().path("failed")).isEmpty();
    }

    private static Instant readyAt(long id) {
        return Instant.parse(story.view(id).path("ready_at").asText());
    }

    private static long rings(long id) {
        return story.count(
                """
                SELECT extract(epoch FROM at)::bigint AS count FROM timer
                 WHERE kind = 'order.waiting' AND key = ?
                """,
                "" + id);
    }

    @Test
    void the_food_is_ready_later_and_delivery_and_customer_hear_it() {
        var id = story.preparing();
        var before = story.view(id);
        delayed(id, LATER);
        for (var service : new String[] {"delivery", "notification"}) {
            var told = story.bed.neighbour(service).awaitEvent("order.delayed", id);
            assertThat(Instant.parse(told.path("ready_at").asText())).isEqualTo(LATER);
            assertThat(told.path("restaurant_name").asText()).isEqualTo("Chez Edgar");
        }
        assertThat(readyAt(id)).isEqualTo(LATER);
        var last = story.lastStep(id);
        assertThat(last.path("status").asText()).as("it stays where it is").isEqualTo("Preparing");
        assertThat(last.path("code").asText()).isEqualTo("restaurant_delayed");
        assertThat(last.path("by").asText()).isEqualTo("restaurant 7");
        assertThat(story.view(id).path("promised_at")).isEqualTo(before.path("promised_at"));
        story.ready(id);
        story.bed.neighbour("restaurant").awaitEvent("order.complete", id);
        assertThat(story.bed.neighbour("restaurant").events())
                .as("the restaurant has said it itself")
                .noneMatch(it -> it.path("type").asText().equals("order.delayed"));
    }

    @Test
    void what_waits_for_the_food_waits_with_it() {
        var id = story.received();
        var operator = OrderStory.READY.plusSeconds(600).getEpochSecond();
        assertThat(rings(id)).isEqualTo(operator);
        delayed(id, LATER);
        assertThat(rings(id)).isEqualTo(operator + 600);
    }

    @Test
    void cancelling_costs_no_less_by_a_delay() {
        var id = story.received();
        story.sql("UPDATE orders SET since = since - interval '2 minutes' WHERE id = ?", id);
        delayed(id, LATER);
        var cost = story.customer.get("/orders/" + id + "/cancellation").body();
        assertThat(cost.path("code").asText()).isEqualTo("confirmed");
    }

    @Test
    void said_twice_or_too_late_it_changes_nothing() {
        var twice = story.received();
        delayed(twice, LATER);
        var steps = story.view(twice).path("timeline").size();
        delayed(twice, LATER);
        assertThat(story.view(twice).path("timeline")).hasSize(steps);
        story.ready(twice);
        var ready = readyAt(twice);
        delayed(twice, LATER.plusSeconds(600));
        assertThat(readyAt(twice)).as("it is ready already").isEqualTo(ready);
        var cancelled = story.received();
        story.operator.post("/orders/" + cancelled + "/cancel", "");
        delayed(cancelled, LATER);
        assertThat(readyAt(cancelled)).isEqualTo(OrderStory.READY);
        var paid = story.paid();
        delayed(paid, LATER);
        assertThat(story.view(paid).path("ready_at").isNull()).isTrue();
    }

    @Test
    void the_stream_says_so() throws Exception {
        var id = story.received();
        var address = story.bed.address().resolve("/orders/" + id + "/stream");
        var request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + story.customer.token())
                        .header("Last-Event-ID", "3")
                        .build();
        try (var client = HttpClient.newHttpClient();
                var lines = client.send(request, BodyHandlers.ofLines()).body()) {
            delayed(id, LATER);
            assertThat(lines.filter(it -> it.startsWith("data:")).findFirst().orElseThrow())
                    .contains("\"ready_at\":\"" + LATER)
                    .contains("\"status\":\"Received\"");
            story.operator.post("/orders/" + id + "/cancel", "");
        }
    }
}
