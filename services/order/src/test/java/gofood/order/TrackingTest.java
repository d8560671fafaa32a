package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient.Answer;
import gofood.platform.wire.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrackingTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    private static Answer link(long id) {
        return story.customer.post("/orders/" + id + "/links", "");
    }

    private static String token(long id) {
        var link = link(id);
        assertThat(link.status()).as(link.body().toString()).isEqualTo(200);
        return link.body().path("token").asText();
    }

    private static Answer track(String token) {
        return story.bed.anyone().get("/tracking/" + token);
    }

    private static void assertGone(String token) {
        var answer = track(token);
        assertThat(answer.status()).as(token).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("link_gone");
        assertThat(story.bed.anyone().get("/tracking/" + token + "/stream").code())
                .isEqualTo("link_gone");
    }

    private static void assigned(long id) {
        story.bed
                .asService("delivery")
                .tell("delivery.assigned", id, new DeliveryEvent.Assigned(id, 31, "Max de Muster"));
    }

    private static void courierAt(long id, double lat) {
        courierAt(id, "PickedUp", lat, 7.42);
    }

    private static void courierAt(long id, String status, double lat, double lon) {
        story.bed
                .neighbour("delivery")
                .answer(
                        "GET",
                        "/deliveries?order_id=" + id,
                        200,
                        """
                        {"deliveries": [{"delivery_id": 5, "order_id": %d, "restaurant_id": 7,
                                         "status": "%s", "courier_lat": %s, "courier_lon": %s}]}\
                        """
                                .formatted(id, status, lat, lon));
    }

    private static long asked(long id) {
        return story.bed.neighbour("delivery").requests().stream()
                .filter(it -> it.path().equals("/deliveries?order_id=" + id))
                .count();
    }

    @Test
    void whoever_has_the_link_sees_the_way_and_nothing_else() {
        var id = story.received("\"note\": \"Ring twice\"");
        assigned(id);
        var answer = track(token(id));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var seen = answer.body();
        assertThat(seen.path("order_id").asLong()).isEqualTo(id);
        assertThat(seen.path("status").asText()).isEqualTo("Received");
        assertThat(seen.path("restaurant_name").asText()).isEqualTo("Chez Edgar");
        assertThat(seen.at("/pickup/text").asText()).isEqualTo("12 Rue Grimaldi");
        assertThat(seen.path("courier_name").asText()).as("the first name").isEqualTo("Max");
        assertThat(seen.path("timeline"))
                .extracting(step -> step.path("status").asText())
                .containsExactly("Placed", "Paid", "Received");
        var order = story.customer.get("/orders/" + id).body();
        assertThat(seen.path("eta")).isEqualTo(order.path("eta"));
        assertThat(seen.path("promised_at")).isEqualTo(order.path("promised_at"));
        assertThat(seen.path("ready_at")).isEqualTo(order.path("ready_at"));
        for (var secret :
                List.of(
                        "1 Rue Grimaldi\"",
                        "Dish",
                        "price",
                        "total",
                        "customer",
                        "Ring twice",
                        "Muster",
                        "7.425",
                        "pin",
                        order.path("delivery_pin").asText() + "\""))
            assertThat(seen.toString().replace("12 Rue Grimaldi", "")).doesNotContain(secret);
    }

    @Test
    void made_again_it_is_the_same_link() {
        var id = story.paid();
        assertThat(link(id).body()).isEqualTo(link(id).body());
        assertThat(token(story.paid())).isNotEqualTo(token(id));
        var placed = Instant.parse(story.view(id).path("placed_at").asText());
        assertThat(Instant.parse(link(id).body().path("expires_at").asText()))
                .isEqualTo(placed.plus(Duration.ofDays(1)));
    }

    @Test
    void only_the_customer_gives_links_away() {
        var id = story.paid();
        var path = "/orders/" + id + "/links";
        assertThat(story.bed.anyone().post(path, "").status()).isEqualTo(401);
        assertThat(story.customer(99).post(path, "").status()).isEqualTo(404);
        assertThat(story.kitchen.post(path, "").status()).isEqualTo(403);
        assertThat(story.operator.post(path, "").status()).isEqualTo(403);
        assertThat(story.customer.post("/orders/999999/links", "").status()).isEqualTo(404);
        var guest = story.bed.as(Role.GUEST, 71);
        var own = story.place(guest);
        assertThat(guest.post("/orders/" + own + "/links", "").status()).isEqualTo(200);
    }

    @Test
    void a_forged_link_is_gone() {
        var token = token(story.paid());
        for (int i = 0; i < token.length(); i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            var forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(track(forged).code()).as(forged).isEqualTo("link_gone");
        }
        var quote = story.customer.post("/quotes", OrderStory.order()).body().path("quote");
        for (var forged :
                List.of(
                        quote.asText(),
                        token + ".x",
                        token.substring(1),
                        token.toUpperCase(Locale.ROOT),
                        "1001",
                        "null",
                        "x".repeat(2000))) assertGone(forged);
        // no path with a NUL in it gets as far as the link
        assertThat(track("%00").status()).isEqualTo(404);
    }

    @Test
    void a_link_ends_two_hours_after_the_order_and_a_day_after_it_was_placed() {
        var ended = story.delivered();
        var token = token(ended);
        var last = Instant.parse(story.lastStep(ended).path("at").asText());
        assertThat(Instant.parse(link(ended).body().path("expires_at").asText()))
                .isEqualTo(last.plus(Duration.ofHours(2)));
        assertThat(track(token).body().path("eta").isNull()).isTrue();
        story.sql("UPDATE orders SET since = since - interval '2 hours' WHERE id = ?", ended);
        assertGone(token);
        assertThat(link(ended).code()).isEqualTo("too_late");
        var old = story.received();
        var tokenOfOld = token(old);
        story.sql("UPDATE orders SET placed_at = placed_at - interval '1 day' WHERE id = ?", old);
        assertGone(tokenOfOld);
    }

    @Test
    void of_an_order_for_later_it_lasts_four_hours_after_its_slot() {
        var id = story.paid();
        var to = Instant.parse("2036-05-03T12:00:00Z");
        var slot = "{\"from\": \"2036-05-03T11:30:00Z\", \"to\": \"%s\"}".formatted(to);
        story.sql("UPDATE orders SET slot = ?::jsonb WHERE id = ?", slot, id);
        assertThat(Instant.parse(link(id).body().path("expires_at").asText()))
                .isEqualTo(to.plus(Duration.ofHours(4)));
        assertThat(track(token(id)).body().at("/slot/to").asText()).isEqualTo(to.toString());
    }

    @Test
    void where_the_courier_is_is_shown_while_they_bring_it() {
        var id = story.complete();
        assigned(id);
        courierAt(id, 43.731);
        var token = token(id);
        assertThat(track(token).body().path("courier_lat").isNull()).isTrue();
        assertThat(asked(id)).as("not before they have it").isZero();
        var delivery = story.bed.asService("delivery");
        delivery.tell("delivery.picked_up", id, new DeliveryEvent.PickedUp(id, 31));
        var many = OrderStory.atOnce(20, _ -> track(token).body());
        assertThat(many).allMatch(it -> isAbout(it.path("courier_lat").asDouble(), 43.731));
        assertThat(many).allMatch(it -> isAbout(it.path("courier_lon").asDouble(), 7.42));
        assertThat(asked(id)).as("once for all of them").isEqualTo(1);
        delivery.tell("delivery.delivered", id, new DeliveryEvent.Delivered(id, 31));
        assertThat(track(token).body().path("courier_lat").isNull()).isTrue();
    }

    @Test
    void near_the_door_nobody_is_shown_where_the_courier_is() {
        var far = story.pickedUp();
        // 200 and 130 metres south of it
        courierAt(far, "PickedUp", 43.7372, 7.425);
        assertThat(track(token(far)).body().path("courier_lat").isNull()).isFalse();
        var near = story.pickedUp();
        courierAt(near, "PickedUp", 43.73783, 7.425);
        assertThat(track(token(near)).body().path("courier_lat").isNull()).isTrue();
        var there = story.pickedUp();
        courierAt(there, "AtDoor", 43.731, 7.42);
        var seen = track(token(there)).body();
        assertThat(seen.path("courier_lat").isNull()).isTrue();
        assertThat(seen.path("courier_lon").isNull()).isTrue();
        assertThat(seen.path("status").asText()).isEqualTo("PickedUp");
    }

    @Test
    void while_delivery_is_silent_the_order_is_shown_without_its_courier() {
        var id = story.pickedUp();
        story.bed.neighbour("delivery").answer("GET", "/deliveries?order_id=" + id, 503, "{}");
        var seen = track(token(id));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().path("courier_lat").isNull()).isTrue();
        assertThat(seen.body().path("status").asText()).isEqualTo("PickedUp");
    }

    @Test
    void the_stream_tells_each_step_and_each_move_and_ends_with_the_order() throws Exception {
        var id = story.complete();
        var token = token(id);
        courierAt(id, 43.731);
        var address = story.bed.address().resolve("/tracking/" + token + "/stream");
        var told = new CopyOnWriteArrayList<JsonNode>();
        var ids = new CopyOnWriteArrayList<Long>();
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines());
            var reader =
                    Thread.startVirtualThread(() ->
                            answer.body()
                                    .forEach(line -> {
                                        if (line.startsWith("id: "))
                                            ids.add(Long.parseLong(line.substring(4)));
                                        if (line.startsWith("data: "))
                                            told.add(json(line.substring(6)));
                                    }));
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            var delivery = story.bed.asService("delivery");
            OrderStory.await(() -> status(told).equals("Complete"));
            delivery.tell("delivery.picked_up", id, new DeliveryEvent.PickedUp(id, 31));
            OrderStory.await(() -> isAbout(lat(told), 43.731));
            courierAt(id, 43.732);
            OrderStory.await(() -> isAbout(lat(told), 43.732));
            courierAt(id, "PickedUp", 43.7385, 7.425);
            OrderStory.await(() -> told.getLast().path("courier_lat").isNull());
            delivery.tell("delivery.delivered", id, new DeliveryEvent.Delivered(id, 31));
            reader.join();
            assertThat(status(told)).isEqualTo("Delivered");
            assertThat(ids).isSorted().doesNotHaveDuplicates();
        }
    }

    /// Within the half of the diagonal of 50 metres.
    private static boolean isAbout(double shown, double is) {
        return shown != is && Math.abs(shown - is) < 0.0004;
    }

    private static JsonNode json(String text) {
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String status(List<JsonNode> told) {
        return told.isEmpty() ? "" : told.getLast().path("status").asText();
    }

    private static double lat(List<JsonNode> told) {
        return told.isEmpty() ? 0 : told.getLast().path("courier_lat").asDouble();
    }

    @Test
    void a_token_is_in_no_log() {
        var lines = new CopyOnWriteArrayList<String>();
        var listener =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        lines.add(line.getMessage() + List.of(nullable(line.getParameters())));
                    }

                    private static Object[] nullable(Object[] parameters) {
                        return parameters == null ? new Object[0] : parameters;
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger.getLogger("").addHandler(listener);
        try {
            var id = story.pickedUp();
            var token = token(id);
            story.bed.neighbour("delivery").answer("GET", "/deliveries?order_id=" + id, 500, "?");
            track(token);
            story.sql(
                    "UPDATE orders SET placed_at = placed_at - interval '1 day' WHERE id = ?", id);
            assertGone(token);
            assertThat(lines).noneMatch(line -> line.contains(token.substring(0, 20)));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }
}
