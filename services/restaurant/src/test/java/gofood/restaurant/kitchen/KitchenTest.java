package gofood.restaurant.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// What the kitchen says of its tickets, through the real service.
class KitchenTest extends WithKitchens {
    @Test
    void the_kitchen_cooks_it_to_the_letter_of_the_seed_and_the_order_is_told() {
        var house = House.open();
        var orderId = house.paid();
        var received = house.say(orderId, "Received");
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.body().toString())
                .isEqualTo(
                        "{\"restaurant_id\":%d,\"order_id\":%d,\"status\":\"Received\"}"
                                .formatted(house.id(), orderId));
        var event = bed.neighbour("order").awaitEvent("restaurant.received", orderId);
        var readyAt = Instant.parse(event.path("ready_at").asText());
        assertThat(readyAt).isBetween(minutes(24), minutes(26));
        assertThat(Duration.between(readyAt, house.ticket(orderId).readyAt()).abs())
                .isLessThan(Duration.ofMillis(1));
        assertThat(house.say(orderId, "Preparing").status()).isEqualTo(200);
        assertThat(house.say(orderId, "Complete").status()).isEqualTo(200);
        bed.neighbour("order").awaitEvent("restaurant.preparing", orderId);
        bed.neighbour("order").awaitEvent("restaurant.complete", orderId);
        tell("order.picked_up", orderId, new OrderEvent.PickedUp(orderId, 5, house.id()));
        assertThat(house.ticket(orderId).status()).isEqualTo(TicketStatus.COLLECTED);
        assertThat(house.ticket(orderId).readyAt())
                .as("it was ready then")
                .isBetween(minutes(-1), Instant.now());
    }

    private static Instant minutes(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes));
    }

    @Test
    void a_kitchen_may_say_how_long_it_takes() {
        var house = House.open();
        var orderId = house.paid();
        var answer =
                house.say(
                        house.staff(),
                        orderId,
                        "\"status\": \"Received\", \"preparation_minutes\": 40");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.ticket(orderId).readyAt()).isBetween(minutes(39), minutes(41));
        for (var minutes : List.of("0", "241", "\"5\"", "1.5"))
            assertThat(
                            house.say(
                                            house.staff(),
                                            orderId,
                                            "\"status\": \"Received\", \"preparation_minutes\": "
                                                    + minutes)
                                    .status())
                    .isEqualTo(422);
    }

    @Test
    void a_kitchen_that_takes_longer_now_takes_longer_for_each_ticket() {
        var house = House.open();
        var pace = "{\"extra_minutes\": 15, \"slot_capacity\": 8}";
        var at = "/restaurants/" + house.id() + "/pace";
        assertThat(house.staff().put(at, pace).status()).isEqualTo(200);
        var orderId = house.paid();
        house.say(orderId, "Received");
        assertThat(house.ticket(orderId).readyAt()).isBetween(minutes(39), minutes(41));
    }

    @Test
    void a_kitchen_may_say_no() {
        var house = House.open();
        var orderId = house.paid();
        var answer =
                house.say(
                        house.staff(), orderId, "\"status\": \"Rejected\", \"reason\": \"No gas\"");
        assertThat(answer.status()).isEqualTo(200);
        var event = bed.neighbour("order").awaitEvent("restaurant.rejected", orderId);
        assertThat(event.path("reason").asText()).isEqualTo("No gas");
        // the order's echo leaves the kitchen's own word
        tell("order.rejected", orderId, OrderNews.rejected(orderId, house.id(), "No gas"));
        assertThat(house.ticket(orderId).status()).isEqualTo(TicketStatus.REJECTED);
        assertThat(house.ticket(orderId).reason()).isEqualTo("No gas");
        var silent = house.paid();
        house.say(silent, "Rejected");
        assertThat(house.ticket(silent).reason()).isNotBlank();
    }

    @Test
    void the_same_word_again_changes_nothing_and_is_told_once() {
        var house = House.open();
        var orderId = house.paid();
        var first = house.say(orderId, "Received");
        var readyAt = house.ticket(orderId).readyAt();
        var again = house.say(orderId, "Received");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(house.ticket(orderId).readyAt()).isEqualTo(readyAt);
        var raced = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 6; i++)
            raced.add(
                    CompletableFuture.supplyAsync(() -> house.say(orderId, "Preparing").status()));
        assertThat(raced).allMatch(it -> it.join() == 200);
        house.say(orderId, "Complete");
        bed.neighbour("order").awaitEvent("restaurant.complete", orderId);
        assertThat(told("restaurant.received", orderId)).isEqualTo(1);
        assertThat(told("restaurant.preparing", orderId)).isEqualTo(1);
    }

    private static long told(String type, long orderId) {
        return bed.neighbour("order").events().stream()
                .filter(it -> it.path("type").asText().equals(type))
                .filter(it -> it.path("subject").asText().equals(Long.toString(orderId)))
                .count();
    }

    @Test
    void every_illegal_step_is_a_409_that_says_what_is_allowed() {
        var house = House.open();
        for (var now : TicketStatus.values()) {
            var from = TicketLife.word(now);
            var orderId = now == TicketStatus.SCHEDULED ? house.scheduled() : house.paid();
            bring(house, orderId, from);
            for (var to : TicketStatus.values()) {
                if (to == now || TicketLife.allowed(now).contains(to)) continue;
                var answer = house.say(orderId, TicketLife.word(to));
                assertThat(answer.status()).as("%s → %s", from, to).isEqualTo(409);
                assertThat(answer.code()).isEqualTo("wrong_state");
                assertThat(answer.body().path("state").asText()).isEqualTo(from);
                assertThat(answer.body().path("allowed")).hasSize(TicketLife.allowed(now).size());
            }
            assertThat(house.ticket(orderId).status()).isEqualTo(now);
        }
    }

    @Test
    void a_kitchen_may_still_say_no_to_what_it_has_confirmed_until_it_is_ready() {
        var house = House.open();
        for (var from : List.of("Received", "Preparing")) {
            var orderId = house.paid();
            bring(house, orderId, from);
            assertThat(house.say(orderId, "Rejected").status()).isEqualTo(200);
            bed.neighbour("order").awaitEvent("restaurant.rejected", orderId);
            assertThat(house.ticket(orderId).status()).isEqualTo(TicketStatus.REJECTED);
        }
        // the order was ready before the kitchen's no came there
        var orderId = house.paid();
        house.say(orderId, "Rejected");
        tell("order.complete", orderId, new OrderEvent.Complete(orderId, 5, house.id()));
        assertThat(house.ticket(orderId).status()).isEqualTo(TicketStatus.COMPLETE);
        assertThat(house.ticket(orderId).reason()).isNull();
    }

    private static void bring(House house, long orderId, String to) {
        switch (to) {
            case "Received", "Rejected" -> house.say(orderId, to);
            case "Preparing", "Complete" -> {
                assertThat(house.say(orderId, "Received").status()).isEqualTo(200);
                house.say(orderId, to);
            }
            case "Cancelled" -> cancel(house, orderId);
            case "Collected" ->
                    tell(
                            "order.picked_up",
                            orderId,
                            new OrderEvent.PickedUp(orderId, 5, house.id()));
            default -> {} // it is there already
        }
        assertThat(TicketLife.word(house.ticket(orderId).status())).isEqualTo(to);
    }

    @Test
    void a_callback_that_makes_no_sense_is_refused() {
        var house = House.open();
        var orderId = house.paid();
        for (var more :
                List.of(
                        "\"status\": \"Eaten\"",
                        "\"state\": \"Received\"",
                        "\"status\": null",
                        "\"status\": 1",
                        "\"status\": \"Received\", \"x\": 1"))
            assertThat(house.say(house.staff(), orderId, more).status()).as(more).isEqualTo(422);
        assertThat(house.staff().post("/callback/restaurants/orders", "{").status()).isEqualTo(400);
    }

    @Test
    void a_word_that_is_ahead_of_its_ticket_waits_for_it() throws Exception {
        var house = House.open();
        var orderId = newOrder();
        var answer = CompletableFuture.supplyAsync(() -> house.say(orderId, "Received"));
        Thread.sleep(300);
        assertThat(answer).isNotDone();
        tell("order.paid", orderId, OrderNews.paid(orderId, house.id()));
        assertThat(answer.join().status()).isEqualTo(200);
    }

    @Test
    void a_word_about_no_order_is_a_404_within_the_time_that_the_client_gives() {
        var house = House.open();
        var started = System.nanoTime();
        assertThat(house.say(987_654, "Received").status()).isEqualTo(404);
        var patient = Duration.ofNanos(System.nanoTime() - started);
        assertThat(patient).isBetween(Duration.ofMillis(900), Duration.ofSeconds(3));
        started = System.nanoTime();
        var hasty =
                house.staff()
                        .post(
                                "/callback/restaurants/orders",
                                "{\"restaurant_id\": %d, \"order_id\": 987654, \"status\": \"Received\"}"
                                        .formatted(house.id()),
                                "X-Timeout-Ms",
                                "500");
        assertThat(hasty.status()).isEqualTo(404);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(Duration.ofMillis(700));
    }
}
