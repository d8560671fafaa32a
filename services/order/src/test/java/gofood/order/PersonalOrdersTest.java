package gofood.order;

import static gofood.order.OrderStory.await;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.UserApi.Erased;
import gofood.platform.testing.TestClient;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What orders tell of people, and what is left of it once they are erased.
class PersonalOrdersTest {
    private static final String NOTE = "\"note\": \"Planted note\"";
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    /// In how many tables this word stands, the platform's included; but for the audit, which never
    /// changes and keeps what an operator answered.
    private static long tablesWith(String word) {
        return story.count(
                """
                SELECT count(*) FROM pg_tables
                 WHERE schemaname = 'public' AND tablename <> 'audit'
                   AND query_to_xml('SELECT * FROM ' || quote_ident(tablename),
                                    true, false, '')::text LIKE ?
                """,
                "%" + word + "%");
    }

    private static Erased erase(long userId) {
        var answer = story.bed.asService("user").post("/personal-data/" + userId + "/erase", "{}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(Erased.class);
    }

    /// News carry what was ordered until they are delivered.
    private static void awaitQuiet() {
        await(() -> story.count("SELECT count(*) FROM outbox") == 0);
    }

    private static long place(TestClient by) {
        var order =
                OrderStory.order(NOTE)
                        .replace("1 Rue Grimaldi", "1 Planted Street")
                        .replace(
                                "\"options\": [\"1\"]",
                                "\"options\": [\"1\"], \"note\": \"Planted wish\"");
        var answer = by.post("/orders", order, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("order_id").asLong();
    }

    private static void assigned(long order, long courier) {
        story.bed
                .asService("delivery")
                .tell(
                        "delivery.assigned",
                        order,
                        new DeliveryEvent.Assigned(order, courier, "Planted Rider"));
    }

    private static void bring(long order) {
        var delivery = story.bed.asService("delivery");
        delivery.tell("delivery.picked_up", order, new DeliveryEvent.PickedUp(order, 31));
        delivery.tell("delivery.delivered", order, new DeliveryEvent.Delivered(order, 31));
    }

    private static long ready(TestClient by) {
        return story.ready(story.confirmed(story.authorized(place(by))));
    }

    @Test
    void nothing_but_the_books_is_left_of_a_customer_and_a_courier() {
        var ana = story.customer(512);
        var order = ready(ana);
        assigned(order, 31);
        bring(order);
        ana.put("/orders/" + order + "/rating", "{\"food\": 4, \"comment\": \"Planted praise\"}");
        var problem =
                ana.post(
                                "/orders/" + order + "/problems",
                                "{\"kind\": \"other\", \"text\": \"Planted trouble\"}")
                        .body();
        var picture = UUID.randomUUID();
        story.sql("INSERT INTO picture VALUES (?, ?, 'image/png', 'x', now())", picture, order);
        story.sql("UPDATE problem SET photo = ? WHERE order_id = ?", picture, order);
        var cancelled = story.authorized(place(ana));
        assertThat(
                        ana.post(
                                        "/orders/" + cancelled + "/cancel",
                                        "{\"reason\": \"Planted reason\"}")
                                .status())
                .isEqualTo(200);
        var total = story.view(order).at("/price/total");
        var export = story.bed.asService("user").get("/personal-data/512").body();
        assertThat(export.at("/orders/entries")).hasSize(2);
        assertThat(export.toString())
                .contains("Planted note", "Planted wish", "Planted Street", "Planted praise")
                .contains("Planted trouble", "Planted reason", picture.toString())
                .doesNotContain("Planted Rider\"");

        awaitQuiet();
        var first = erase(512);
        assertThat(first.pending()).as("the problem is open").isEqualTo(1);
        assertThat(first.erased().get("orders")).isEqualTo(1);
        story.operator.post(
                "/problems/" + problem.path("problem_id").asLong() + "/resolve",
                "{\"answer\": \"Planted answer\"}");
        awaitQuiet();
        var second = erase(512);
        assertThat(second.pending()).isZero();
        assertThat(second.erased())
                .containsEntry("orders", 1)
                .containsEntry("problems", 1)
                .containsEntry("pictures", 1);
        assertThat(second.kept()).singleElement().asString().contains("ten years");
        assertThat(erase(512).erased().values()).containsOnly(0);

        assertThat(erase(31).pending()).isZero();
        assertThat(erase(31).erased().values()).containsOnly(0);
        assertThat(tablesWith("Planted")).isZero();
        var left = story.view(order);
        assertThat(left.at("/price/total")).isEqualTo(total);
        assertThat(left.path("timeline")).isNotEmpty();
        assertThat(left.at("/address/text").asText()).isEqualTo("erased");
        assertThat(left.at("/address/lat").asDouble()).isEqualTo(43.74);
        assertThat(left.path("courier_name").asText()).isEqualTo("Courier 31");
        assertThat(left.at("/rating/food").asInt()).isEqualTo(4);
        assertThat(story.status(cancelled)).isEqualTo("Cancelled");
    }

    @Test
    void what_is_under_way_keeps_its_door_until_it_is_there() {
        var ben = story.customer(513);
        var order = ready(ben);
        assigned(order, 32);
        awaitQuiet();
        assertThat(erase(513).pending()).isEqualTo(1);
        assertThat(erase(32).pending()).isEqualTo(1);
        assertThat(story.view(order).at("/address/text").asText()).isEqualTo("1 Planted Street");
        assertThat(story.view(order).path("courier_name").asText()).isEqualTo("Planted Rider");
        bring(order);
        awaitQuiet();
        assertThat(erase(513).pending()).isZero();
        assertThat(erase(32).pending()).isZero();
        assertThat(story.view(order).at("/address/text").asText()).isEqualTo("erased");
        assertThat(story.view(order).path("courier_name").asText()).isEqualTo("Courier 32");
    }

    @Test
    void only_services_ask() {
        for (var who : new TestClient[] {story.customer, story.operator, story.kitchen})
            assertThat(who.get("/personal-data/12").status()).isEqualTo(403);
        assertThat(story.bed.anyone().post("/personal-data/12/erase", "{}").status())
                .isEqualTo(401);
        assertThat(erase(999_999).erased().values()).containsOnly(0);
    }
}
