package gofood.restaurant.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A kitchen that needs longer than it said, through the real service.
class DelayTest extends WithKitchens {
    private static Answer delay(House house, long orderId, int minutes, String... headers) {
        return delay(house, house.staff(), orderId, "{\"minutes\": " + minutes + "}", headers);
    }

    private static Answer delay(
            House house, TestClient who, long orderId, String body, String... headers) {
        var at = "/restaurants/" + house.id() + "/tickets/" + orderId + "/delay";
        return who.post(at, body, headers);
    }

    private static Instant readyAt(Ticket ticket) {
        return Objects.requireNonNull(ticket.readyAt());
    }

    private static long received(House house) {
        var orderId = house.paid();
        assertThat(house.say(orderId, "Received").status()).isEqualTo(200);
        return orderId;
    }

    private static long delays(long orderId) {
        return bed.neighbour("order").events().stream()
                .filter(it -> it.path("type").asText().equals("restaurant.delayed"))
                .filter(it -> it.path("subject").asText().equals(Long.toString(orderId)))
                .count();
    }

    @Test
    void what_takes_longer_is_ready_later_and_the_order_is_told() {
        var house = House.open();
        var orderId = received(house);
        var before = house.ticket(orderId);
        var answer = delay(house, orderId, 10);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        var ticket = answer.as(Ticket.class);
        assertThat(ticket).isEqualTo(house.ticket(orderId));
        assertThat(ticket.status()).isEqualTo(TicketStatus.RECEIVED);
        assertThat(ticket.reason()).isNull();
        assertThat(readyAt(ticket)).isEqualTo(readyAt(before).plus(Duration.ofMinutes(10)));
        var event = bed.neighbour("order").awaitEvent("restaurant.delayed", orderId);
        assertThat(event.path("restaurant_id").asLong()).isEqualTo(house.id());
        assertThat(Instant.parse(event.path("ready_at").asText())).isEqualTo(readyAt(ticket));
        house.say(orderId, "Preparing");
        var more = delay(house, orderId, 5).as(Ticket.class);
        assertThat(more.status()).isEqualTo(TicketStatus.PREPARING);
        assertThat(readyAt(more)).isEqualTo(readyAt(before).plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_double_tap_adds_once_and_another_tap_adds_again() {
        var house = House.open();
        var orderId = received(house);
        var before = readyAt(house.ticket(orderId));
        var first = delay(house, orderId, 5, "Idempotency-Key", "tap " + orderId);
        var again = delay(house, orderId, 5, "Idempotency-Key", "tap " + orderId);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(readyAt(house.ticket(orderId))).isEqualTo(before.plus(Duration.ofMinutes(5)));
        var other = delay(house, orderId, 10, "Idempotency-Key", "tap " + orderId);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("key_reused");
        assertThat(delay(house, orderId, 5).status()).isEqualTo(200);
        assertThat(readyAt(house.ticket(orderId))).isEqualTo(before.plus(Duration.ofMinutes(10)));
        house.say(orderId, "Complete");
        bed.neighbour("order").awaitEvent("restaurant.complete", orderId);
        assertThat(delays(orderId)).isEqualTo(2);
    }

    @Test
    void an_hour_in_all_is_the_most_also_when_everybody_taps_at_once() {
        var house = House.open();
        var orderId = received(house);
        var before = readyAt(house.ticket(orderId));
        assertThat(delay(house, orderId, 25).status()).isEqualTo(200);
        var raced = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 4; i++)
            raced.add(CompletableFuture.supplyAsync(() -> delay(house, orderId, 15).status()));
        assertThat(raced.stream().map(CompletableFuture::join).sorted())
                .containsExactly(200, 200, 409, 409);
        var refused = delay(house, orderId, 6);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("delayed_enough");
        assertThat(refused.body().path("left_minutes").asInt()).isEqualTo(5);
        assertThat(delay(house, orderId, 5).status()).isEqualTo(200);
        assertThat(delay(house, orderId, 1).code()).isEqualTo("delayed_enough");
        assertThat(readyAt(house.ticket(orderId))).isEqualTo(before.plus(Duration.ofMinutes(60)));
    }

    @Test
    void only_what_is_received_or_preparing_can_take_longer() {
        var house = House.open();
        var later = house.scheduled();
        var fresh = house.paid();
        var ready = received(house);
        house.say(ready, "Complete");
        var gone = received(house);
        cancel(house, gone);
        for (var orderId : List.of(later, fresh, ready, gone)) {
            var word = TicketLife.word(house.ticket(orderId).status());
            var answer = delay(house, orderId, 5);
            assertThat(answer.status()).as(word).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("wrong_state");
            assertThat(answer.body().path("state").asText()).isEqualTo(word);
            assertThat(answer.body().path("detail").asText()).contains("The ticket is " + word);
        }
    }

    @Test
    void only_the_kitchen_that_cooks_it_and_operators_say_so() {
        var house = House.open();
        var other = House.open();
        var orderId = received(house);
        var body = "{\"minutes\": 5}";
        assertThat(delay(house, bed.anyone(), orderId, body).status()).isEqualTo(401);
        assertThat(delay(house, bed.as(Role.CUSTOMER, 5), orderId, body).status()).isEqualTo(403);
        assertThat(delay(house, bed.as(Role.COURIER, 5), orderId, body).status()).isEqualTo(403);
        assertThat(delay(house, other.staff(), orderId, body).status()).isEqualTo(404);
        // the right staff, another restaurant's order
        assertThat(delay(other, orderId, 5).status()).isEqualTo(404);
        assertThat(delay(house, 987_654, 5).status()).isEqualTo(404);
        assertThat(delay(house, bed.as(Role.OPERATOR, 1), orderId, body).status()).isEqualTo(200);
    }

    @Test
    void a_delay_that_makes_no_sense_is_refused() {
        var house = House.open();
        var orderId = received(house);
        for (var bad :
                List.of(
                        "{\"minutes\": 0}",
                        "{\"minutes\": 31}",
                        "{\"minutes\": -5}",
                        "{\"minutes\": 2.5}",
                        "{\"minutes\": \"5\"}",
                        "{\"minutes\": null}",
                        "{\"minutes\": 5, \"x\": 1}",
                        "{}"))
            assertThat(delay(house, house.staff(), orderId, bad).status()).as(bad).isEqualTo(422);
        assertThat(delay(house, house.staff(), orderId, "{").status()).isEqualTo(400);
    }
}
