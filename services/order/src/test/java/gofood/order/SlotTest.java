package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.PaymentApi.PaymentEvent;
import gofood.platform.testing.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Orders for later. The kitchen takes two in half an hour, and is always open.
class SlotTest {
    private static OrderStory story;

    @BeforeAll
    static void start() {
        story = new OrderStory();
    }

    @AfterAll
    static void stop() {
        story.close();
    }

    private static JsonNode slots() {
        return story.bed.anyone().get("/slots?restaurant_id=7").body().path("slots");
    }

    private static int left(Instant from) {
        for (var slot : slots())
            if (Instant.parse(slot.path("from").asText()).equals(from))
                return slot.path("left").asInt();
        return 0;
    }

    /// A slot that no other test uses, some days from now.
    private static Instant slot(int number) {
        return Instant.parse(slots().get(100 + number).path("from").asText());
    }

    private static String at(Instant from) {
        return "\"slot_from\": \"" + from + "\"";
    }

    private static TestClient.Answer order(Instant from) {
        return story.customer.post("/orders", OrderStory.order(at(from)));
    }

    private static void kitchenTimeHasCome(long id) {
        story.sql(
                """
                UPDATE orders SET state = jsonb_set(state, '{kitchen_at}', '"2026-01-01T12:00:00Z"')
                 WHERE id = ?
                """,
                id);
        story.sql("UPDATE timer SET at = now() WHERE key = ?", Long.toString(id));
    }

    @Test
    void anyone_sees_what_can_be_had_in_the_next_days() {
        var now = Instant.now();
        var listed = story.bed.anyone().get("/slots?restaurant_id=7");
        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.body().path("time_zone").asText()).isEqualTo("Europe/Monaco");
        var slots = listed.body().path("slots");
        var first = Instant.parse(slots.get(0).path("from").asText());
        assertThat(Duration.between(now, first))
                .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(81));
        assertThat(slots.size()).isBetween(282, 288);
        assertThat(story.bed.anyone().get("/slots").status()).isEqualTo(422);
        assertThat(story.bed.anyone().get("/slots?restaurant_id=99").code())
                .isEqualTo("unknown_restaurant");
    }

    @Test
    void a_slot_never_has_more_orders_than_the_kitchen_takes() {
        var from = slot(0);
        var answers = OrderStory.atOnce(24, _ -> order(from));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allMatch(answer -> answer.code().equals("slot_gone"));
        assertThat(left(from)).isZero();
    }

    @Test
    void who_comes_too_late_is_told_what_else_there_is_on_that_day_and_nothing_else() {
        var from = slot(4);
        order(from);
        order(from);
        var gone = order(from);
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.code()).isEqualTo("slot_gone");
        var zone = ZoneId.of("Europe/Monaco");
        var day = from.atZone(zone).toLocalDate();
        assertThat(gone.body().path("slots")).isNotEmpty();
        for (var slot : gone.body().path("slots")) {
            var other = Instant.parse(slot.path("from").asText());
            assertThat(other).isNotEqualTo(from);
            assertThat(other.atZone(zone).toLocalDate()).isEqualTo(day);
        }
    }

    @Test
    void what_is_no_slot_is_refused() {
        var from = slot(8);
        for (var bad :
                List.of(
                        from.plusSeconds(60),
                        Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.HOURS))) {
            var answer = order(bad);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
            assertThat(answer.body().path("field").asText()).isEqualTo("slot_from");
        }
        var first = Instant.parse(slots().get(0).path("from").asText());
        assertThat(order(first.minusSeconds(1800)).code()).as("too soon").isEqualTo("slot_gone");
    }

    @Test
    void an_order_that_comes_to_nothing_gives_its_place_back() {
        var from = slot(12);
        var cancelled = story.place(at(from));
        var declined = story.place(at(from));
        assertThat(left(from)).isZero();
        story.customer.post("/orders/" + cancelled + "/cancel", "");
        assertThat(left(from)).isEqualTo(1);
        var event = new PaymentEvent.Declined(declined, 12, "no funds");
        story.bed.asService("payment").tell("payment.declined", declined, event);
        story.bed.asService("payment").tell("payment.declined", declined, event);
        assertThat(left(from)).isEqualTo(2);
        var rejected = story.paid(at(from));
        story.rejected(rejected);
        story.customer.post("/orders/" + rejected + "/cancel", "");
        assertThat(left(from)).isEqualTo(2);
    }

    @Test
    void an_order_for_later_waits_until_it_is_time_to_cook() {
        var from = slot(16);
        var id = story.paid(at(from));
        var order = story.view(id);
        assertThat(order.path("status").asText()).isEqualTo("Scheduled");
        assertThat(order.at("/slot/from").asText()).isEqualTo(from.toString());
        assertThat(order.path("promised_at")).isEqualTo(order.at("/slot/to"));
        assertThat(order.at("/eta/from")).isEqualTo(order.at("/slot/from"));
        var told = story.bed.neighbour("restaurant").awaitEvent("order.scheduled", id);
        story.bed.neighbour("notification").awaitEvent("order.scheduled", id);
        var kitchenAt = Instant.parse(told.path("kitchen_at").asText());
        // 5 minutes' ride, 20 of preparation, 10 to be sure
        assertThat(Duration.between(kitchenAt, from)).isEqualTo(Duration.ofMinutes(35));
        kitchenTimeHasCome(id);
        OrderStory.await(() -> story.status(id).equals("Paid"));
        var paid = story.bed.neighbour("restaurant").awaitEvent("order.paid", id);
        assertThat(paid.path("slot")).isEqualTo(order.path("slot"));
        assertThat(story.status(story.confirmed(id))).isEqualTo("Received");
    }

    @Test
    void an_early_timer_changes_nothing() {
        var id = story.paid(at(slot(20)));
        story.sql("UPDATE timer SET at = now() WHERE key = ?", Long.toString(id));
        OrderStory.await(() ->
                story.count(
                                "SELECT count(*) FROM timer WHERE key = ? AND at > now() +"
                                        + " interval '1 hour'",
                                Long.toString(id))
                        == 1);
        assertThat(story.status(id)).isEqualTo("Scheduled");
    }

    @Test
    void what_waits_for_its_time_is_cancelled_or_rejected_for_nothing() {
        var from = slot(24);
        var id = story.paid(at(from));
        assertThat(story.customer.post("/orders/" + id + "/cancel", "").status()).isEqualTo(200);
        assertThat(left(from)).isEqualTo(2);
        var other = story.paid(at(from));
        story.rejected(other);
        assertThat(story.status(other)).isEqualTo("Rejected");
        assertThat(left(from)).isEqualTo(2);
    }
}
