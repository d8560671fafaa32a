package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.RestaurantApi.RestaurantEvent;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is to be read of an order's way, and by whom.
class TimelineTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    private static JsonNode last(TestClient who, long id) {
        var timeline = who.get("/orders/" + id).body().path("timeline");
        return timeline.get(timeline.size() - 1);
    }

    @Test
    void why_a_courier_gave_it_back_is_for_operators() {
        var id = story.complete();
        var delivery = story.bed.asService("delivery");
        delivery.tell("delivery.assigned", id, new DeliveryEvent.Assigned(id, 31, "Max"));
        var reason = "gave it back: the vehicle broke down";
        delivery.tell("delivery.unassigned", id, new DeliveryEvent.Unassigned(id, 31, reason));
        for (var who : List.of(story.customer, story.kitchen)) {
            var step = last(who, id);
            assertThat(step.path("why").asText())
                    .isEqualTo("The courier could not bring it; another one is being found.");
            assertThat(step.path("code").asText()).isEqualTo("courier_gone");
            assertThat(who.get("/orders/" + id).body().toString()).doesNotContain("vehicle");
        }
        var step = last(story.operator, id);
        assertThat(step.path("why").asText()).isEqualTo(reason);
        assertThat(step.path("code").asText()).isEqualTo("courier_gone");
    }

    private static Instant at(JsonNode from, String name) {
        return Instant.parse(from.path(name).asText());
    }

    @Test
    void food_that_is_ready_was_ready_then() {
        var id = story.preparing();
        assertThat(at(story.view(id), "ready_at")).isEqualTo(OrderStory.READY);
        story.ready(id);
        var ready = at(story.lastStep(id), "at");
        assertThat(at(story.view(id), "ready_at")).isEqualTo(ready).isBefore(Instant.now());
        var delivery = story.bed.asService("delivery");
        delivery.tell("delivery.picked_up", id, new DeliveryEvent.PickedUp(id, 31));
        assertThat(at(story.view(id), "ready_at")).isEqualTo(ready);
        var fetched = story.preparing();
        delivery.tell("delivery.picked_up", fetched, new DeliveryEvent.PickedUp(fetched, 31));
        assertThat(at(story.view(fetched), "ready_at"))
                .as("although nobody said so")
                .isEqualTo(at(story.lastStep(fetched), "at"));
    }

    @Test
    void what_is_told_together_happens_one_after_the_other() {
        var first = story.paid();
        var second = story.paid();
        var told =
                List.of(
                        new Told(
                                "restaurant.received",
                                first,
                                new RestaurantEvent.Received(first, 7, OrderStory.READY)),
                        new Told(
                                "restaurant.rejected",
                                second,
                                new RestaurantEvent.Rejected(second, 7, "No more bread")),
                        new Told(
                                "restaurant.preparing",
                                first,
                                new RestaurantEvent.Preparing(first, 7)),
                        new Told(
                                "restaurant.complete",
                                first,
                                new RestaurantEvent.Complete(first, 7)));
        var answer = story.bed.asService("restaurant").tell(told);
        assertThat(answer.body().path("failed")).isEmpty();
        assertThat(story.view(first).path("timeline").findValuesAsText("status"))
                .containsExactly("Placed", "Paid", "Received", "Preparing", "Complete");
        assertThat(story.view(first).path("status").asText()).isEqualTo("Complete");
        assertThat(story.view(second).path("status").asText()).isEqualTo("Rejected");
    }
}
