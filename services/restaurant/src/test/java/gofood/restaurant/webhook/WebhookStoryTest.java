package gofood.restaurant.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.UserApi.Role;
import gofood.contracts.WebhookApi.MessageStatus;
import gofood.contracts.WebhookApi.Topic;
import gofood.contracts.WebhookApi.Webhook;
import gofood.contracts.WebhookApi.WebhookOff;
import gofood.contracts.WebhookApi.WebhookSecret;
import gofood.contracts.WebhookApi.WebhookStatus;
import gofood.platform.testing.TestBed;
import gofood.restaurant.kitchen.OrderNews;
import gofood.restaurant.webhook.PlayedReceiver.Answer;
import gofood.restaurant.webhook.PlayedReceiver.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a till is told, from the kitchen's change to the receiver, through the real service.
class WebhookStoryTest extends WithReceivers {
    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = bed();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void a_new_order_is_told_with_its_lines_and_signed_as_the_library_checks() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            var made = house.hook(till);
            assertThat(made.secret()).startsWith("whsec_");
            var orderId = house.paid();
            var message = till.await("ticket.received");
            assertThat(message.path()).isEqualTo("/till?house=7");
            assertThat(message.header("Content-Type")).startsWith("application/json");
            assertThat(message.isSignedWith(made.secret())).isTrue();
            assertThat(message.isSignedWith("whsec_" + "A".repeat(44))).isFalse();
            var ticket = message.body().path("data");
            assertThat(ticket.path("order_id").asLong()).isEqualTo(orderId);
            assertThat(ticket.path("restaurant_id").asLong()).isEqualTo(house.id());
            assertThat(ticket.path("status").asText()).isEqualTo("New");
            assertThat(ticket.path("note").asText()).isEqualTo("ring twice");
            assertThat(ticket.path("answer_by").asText()).isEqualTo(OrderNews.ANSWER_BY.toString());
            var line = ticket.path("items").path(0);
            assertThat(line.path("name").asText()).isEqualTo("Soupe");
            assertThat(line.path("quantity").asInt()).isEqualTo(2);
            assertThat(line.path("options").path(0).asText()).isEqualTo("Large");
            assertThat(Instant.parse(message.body().path("timestamp").asText()))
                    .isBefore(Instant.now());
        }
    }

    /// The order knows the door, the PIN and the customer; a till has no use for them.
    @Test
    void a_message_says_nothing_of_the_customer_but_what_they_wrote_to_the_kitchen() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            house.hook(till);
            house.paid();
            var message = till.await("ticket.received");
            assertThat(message.text()).doesNotContain("Grimaldi", "1234", "customer", "lat", "pin");
        }
    }

    @Test
    void each_step_of_a_ticket_is_told_in_order() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            house.hook(till);
            var orderId = house.paid();
            house.say(orderId, "Received");
            house.say(orderId, "Preparing");
            house.staff()
                    .post(
                            "/restaurants/%d/tickets/%d/delay".formatted(house.id(), orderId),
                            Map.of("minutes", 5));
            house.tell(
                    "order.changed",
                    orderId,
                    OrderNews.changed(orderId, house.id(), OrderNews.line(1, 1, "Pain")));
            house.say(orderId, "Complete");
            house.tell(
                    "delivery.assigned", orderId, new DeliveryEvent.Assigned(orderId, 31, "Léa"));
            house.tell("order.picked_up", orderId, new OrderEvent.PickedUp(orderId, 5, house.id()));
            till.await("ticket.collected");
            assertThat(till.types())
                    .containsExactly(
                            "ticket.received",
                            "ticket.confirmed",
                            "ticket.preparing",
                            "ticket.delayed",
                            "ticket.changed",
                            "ticket.ready",
                            "ticket.courier",
                            "ticket.collected");
            var courier = till.await("ticket.courier").body().path("data").path("courier_name");
            assertThat(courier.asText()).isEqualTo("Léa");
            var changed = till.await("ticket.changed").body().path("data").path("items").path(0);
            assertThat(changed.path("name").asText()).isEqualTo("Pain");
        }
    }

    @Test
    void what_is_for_later_what_is_refused_and_what_is_taken_back_is_told_too() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            house.hook(till);
            var later = 1_000_000 + house.id();
            house.tell("order.scheduled", later, OrderNews.scheduled(later, house.id()));
            house.tell("order.paid", later, OrderNews.paid(later, house.id(), OrderNews.SLOT));
            house.say(later, "Rejected");
            till.await("ticket.rejected");
            assertThat(till.types())
                    .containsExactly("ticket.scheduled", "ticket.received", "ticket.rejected");
            var other = house.paid();
            house.tell("order.cancelled", other, OrderNews.cancelled(other, house.id()));
            var cancelled = till.await("ticket.cancelled").body().path("data");
            assertThat(cancelled.path("reason").asText()).isEqualTo("Changed my mind");
        }
    }

    @Test
    void a_pause_and_its_end_are_told_once() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            house.hook(till);
            // more exact than a database keeps it
            var until =
                    Instant.now().plusSeconds(3600).with(ChronoField.NANO_OF_SECOND, 123_456_789);
            var paused = Map.of("paused_until", until, "extra_minutes", 0, "slot_capacity", 8);
            var at = "/restaurants/" + house.id() + "/pace";
            assertThat(house.staff().put(at, paused).status()).isEqualTo(200);
            assertThat(house.staff().put(at, paused).status()).isEqualTo(200);
            house.staff().put(at, Map.of("extra_minutes", 0, "slot_capacity", 8));
            till.await("restaurant.resumed");
            assertThat(till.types()).containsExactly("restaurant.paused", "restaurant.resumed");
            var data = till.await("restaurant.paused").body().path("data");
            assertThat(data.path("restaurant_id").asLong()).isEqualTo(house.id());
            assertThat(data.path("paused_until").asText()).isNotEmpty();
        }
    }

    @Test
    void a_message_is_sent_again_until_it_is_taken_and_the_next_of_its_ticket_waits() {
        var refusals = new AtomicInteger(3);
        try (var till =
                new PlayedReceiver()
                        .answers(_ -> new Answer(refusals.getAndDecrement() > 0 ? 500 : 200))) {
            var house = House.open(bed);
            var hook = house.hook(till).webhook();
            var orderId = house.paid();
            house.say(orderId, "Received");
            till.await("ticket.confirmed");
            assertThat(till.types().subList(0, 4)).containsOnly("ticket.received");
            assertThat(till.taken().stream().map(Taken::id).distinct()).hasSize(2);
            assertThat(till.taken().stream().map(Taken::text).distinct()).hasSize(2);
            var first =
                    house.awaitDelivery(
                            hook,
                            it ->
                                    it.type() == Topic.TICKET_RECEIVED
                                            && it.status() == MessageStatus.DELIVERED);
            assertThat(first.attempts()).isEqualTo(4);
            assertThat(first.lastStatus()).isEqualTo(200);
            assertThat(first.messageId()).isEqualTo(till.taken().getFirst().id());
            assertThat(house.now(hook).status()).isEqualTo(WebhookStatus.ACTIVE);
        }
    }

    @Test
    void a_ticket_that_is_not_taken_holds_up_no_other() {
        var poison = ConcurrentHashMap.<Long>newKeySet();
        try (var till =
                new PlayedReceiver()
                        .answers(it -> new Answer(poison.contains(it.orderId()) ? 500 : 200))) {
            var house = House.open(bed);
            house.hook(till);
            var first = 2_000_000 + house.id();
            poison.add(first);
            house.tell("order.paid", first, OrderNews.paid(first, house.id()));
            till.await(2, it -> it.orderId() == first);
            house.say(first, "Received");
            var second = house.paid();
            till.await(1, it -> it.orderId() == second);
            assertThat(till.types()).doesNotContain("ticket.confirmed");
            poison.clear();
            till.await("ticket.confirmed");
        }
    }

    @Test
    void a_receiver_that_asks_for_rest_gets_it() {
        var asked = new AtomicInteger(1);
        var wish = new Answer(503, Map.of("Retry-After", "1"));
        var at = new CopyOnWriteArrayList<Long>();
        try (var till =
                new PlayedReceiver()
                        .answers(_ -> {
                            at.add(System.nanoTime());
                            return asked.getAndDecrement() > 0 ? wish : new Answer(200);
                        })) {
            var house = House.open(bed);
            house.hook(till);
            house.paid();
            till.await(2, _ -> true);
            assertThat(Duration.ofNanos(at.get(1) - at.get(0)).toMillis())
                    .isGreaterThanOrEqualTo(900);
        }
    }

    @Test
    void a_dead_receiver_is_knocked_at_and_all_is_told_when_it_is_back() {
        var dead = ConcurrentHashMap.<String>newKeySet();
        dead.add("yes");
        try (var till = new PlayedReceiver().answers(_ -> new Answer(dead.isEmpty() ? 200 : 500))) {
            var house = House.open(bed);
            var hook = house.hook(till).webhook();
            var orders = new HashSet<Long>();
            for (int i = 0; i < 8; i++) orders.add(house.paid());
            till.await(6, _ -> true);
            Eventually.holds(
                    () -> house.now(hook).status() == WebhookStatus.FAILING, () -> "not failing");
            assertThat(house.now(hook).failingSince()).isNotNull();
            dead.clear();
            Eventually.holds(
                    () ->
                            house.deliveries(hook).stream()
                                    .allMatch(it -> it.status() == MessageStatus.DELIVERED),
                    () -> house.deliveries(hook).toString());
            var told = new HashSet<Long>();
            till.taken().forEach(it -> told.add(it.orderId()));
            assertThat(told).isEqualTo(orders);
            assertThat(house.now(hook).failingSince()).isNull();
        }
    }

    @Test
    void one_message_or_all_since_a_moment_are_sent_again() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            var made = house.hook(till);
            var hook = made.webhook();
            var orderId = house.paid();
            var first = till.await("ticket.received");
            house.awaitDelivery(hook, it -> it.status() == MessageStatus.DELIVERED);
            var since = Instant.now();
            house.say(orderId, "Received");
            till.await("ticket.confirmed");
            house.awaitDelivery(
                    hook,
                    it ->
                            it.type() == Topic.TICKET_CONFIRMED
                                    && it.status() == MessageStatus.DELIVERED);

            var one = house.at(hook) + "/deliveries/" + first.id() + "/replay";
            assertThat(house.staff().post(one, "").status()).isEqualTo(202);
            var again = till.await(2, it -> it.type().equals("ticket.received")).getLast();
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.isSignedWith(made.secret())).isTrue();

            var all = house.at(hook) + "/deliveries/replay";
            var answer = house.staff().post(all, Map.of("since", since));
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body().path("messages").asInt()).isEqualTo(1);
            till.await(2, it -> it.type().equals("ticket.confirmed"));
            assertThat(till.await(2, it -> it.type().equals("ticket.received"))).hasSize(2);
            var none = house.at(hook) + "/deliveries/msg_none/replay";
            assertThat(house.staff().post(none, "").status()).isEqualTo(404);
        }
    }

    @Test
    void while_a_secret_is_being_changed_both_sign() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            var old = house.hook(till);
            var answer = house.staff().post(house.at(old.webhook()) + "/secret", "");
            assertThat(answer.status()).isEqualTo(200);
            var fresh = answer.as(WebhookSecret.class);
            assertThat(fresh.secret()).isNotEqualTo(old.secret());
            assertThat(fresh.webhook().oldSecretUntil()).isAfter(Instant.now());
            house.paid();
            var message = till.await("ticket.received");
            assertThat(message.isSignedWith(old.secret())).isTrue();
            assertThat(message.isSignedWith(fresh.secret())).isTrue();
            assertThat(message.header("webhook-signature").split(" ")).hasSize(2);
        }
    }

    @Test
    void a_receiver_that_answers_410_is_told_nothing_more_until_it_is_enabled_again() {
        var gone = new Answer(410);
        try (var till = new PlayedReceiver().answers(_ -> gone)) {
            var house = House.open(bed);
            var hook = house.hook(till).webhook();
            var orderId = house.paid();
            Eventually.holds(() -> !house.now(hook).enabled(), () -> house.now(hook).toString());
            assertThat(house.now(hook).disabledBecause()).isEqualTo(WebhookOff.GONE);
            assertThat(house.now(hook).status()).isEqualTo(WebhookStatus.DISABLED);
            assertThat(house.deliveries(hook).getFirst().status()).isEqualTo(MessageStatus.FAILED);
            house.say(orderId, "Received");
            assertThat(house.deliveries(hook)).hasSize(1);
            var replay = house.at(hook) + "/deliveries/replay";
            var refused = house.staff().post(replay, Map.of("since", Instant.EPOCH));
            assertThat(refused.code()).isEqualTo("webhook_disabled");

            till.answers(_ -> new Answer(200));
            var enabled = house.staff().put(house.at(hook), Map.of("enabled", true));
            assertThat(enabled.as(Webhook.class).disabledBecause()).isNull();
            house.say(orderId, "Preparing");
            till.await("ticket.preparing");
            assertThat(till.types()).containsExactly("ticket.received", "ticket.preparing");
        }
    }

    @Test
    void a_webhook_hears_only_what_it_wants_and_nothing_while_it_is_off() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            var hook =
                    house.hook(
                                    Map.of(
                                            "url",
                                            till.url(),
                                            "events",
                                            List.of("ticket.ready", "ticket.ready")))
                            .webhook();
            assertThat(hook.events()).containsExactly(Topic.TICKET_READY);
            var orderId = house.paid();
            house.say(orderId, "Received");
            house.say(orderId, "Complete");
            till.await("ticket.ready");
            assertThat(till.types()).containsExactly("ticket.ready");
            var off = house.staff().put(house.at(hook), Map.of("enabled", false));
            assertThat(off.as(Webhook.class).disabledBecause()).isEqualTo(WebhookOff.BY_OWNER);
            house.say(house.paid(), "Received");
            assertThat(house.deliveries(hook)).hasSize(1);
        }
    }

    @Test
    void a_test_is_sent_once_and_its_fate_is_shown() {
        try (var till = new PlayedReceiver().answers(_ -> new Answer(302))) {
            var house = House.open(bed);
            var hook = house.hook(till).webhook();
            assertThat(house.staff().post(house.at(hook) + "/test", "").status()).isEqualTo(202);
            var failed = house.awaitDelivery(hook, it -> it.status() == MessageStatus.FAILED);
            assertThat(failed.type()).isEqualTo(Topic.WEBHOOK_TEST);
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(failed.lastStatus()).isEqualTo(302);
            assertThat(failed.lastError()).contains("302");
            assertThat(failed.nextTryAt()).isNull();
            assertThat(till.taken()).hasSize(1);
            assertThat(house.now(hook).status()).isEqualTo(WebhookStatus.ACTIVE);
        }
    }

    @Test
    void what_an_erased_customer_wrote_is_forgotten_here_too() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            var hook = house.hook(till).webhook();
            var orderId = house.paid();
            house.tell("order.cancelled", orderId, OrderNews.cancelled(orderId, house.id()));
            till.await("ticket.cancelled");
            house.awaitDelivery(
                    hook,
                    it ->
                            it.type() == Topic.TICKET_CANCELLED
                                    && it.status() == MessageStatus.DELIVERED);
            var erased = bed.asService("user").post("/personal-data/5/erase", "");
            assertThat(erased.body().path("erased").path("messages").asInt()).isPositive();
            var id = till.taken().getFirst().id();
            var replay = house.at(hook) + "/deliveries/" + id + "/replay";
            assertThat(house.staff().post(replay, "").code()).isEqualTo("forgotten");
            var all = house.at(hook) + "/deliveries/replay";
            var answer = house.staff().post(all, Map.of("since", Instant.EPOCH));
            assertThat(answer.body().path("messages").asInt()).isZero();
        }
    }

    @Test
    void deliveries_come_newest_first_in_pages() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            var hook = house.hook(till).webhook();
            for (int i = 0; i < 5; i++) house.paid();
            var seen = new ArrayList<Long>();
            var cursor = "";
            for (int page = 0; page < 3; page++) {
                var answer =
                        house.staff().get(house.at(hook) + "/deliveries?limit=2" + cursor).body();
                answer.path("deliveries").forEach(it -> seen.add(it.path("order_id").asLong()));
                cursor = "&cursor=" + answer.path("next_cursor").asText();
            }
            assertThat(seen).hasSize(5).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        }
    }

    @Test
    void a_restaurants_webhooks_are_its_own() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            var hook = house.hook(till).webhook();
            var other = House.open(bed);
            var paths =
                    List.of(
                            "GET ",
                            "GET /" + hook.webhookId(),
                            "PUT /" + hook.webhookId(),
                            "DELETE /" + hook.webhookId(),
                            "POST /" + hook.webhookId() + "/secret",
                            "POST /" + hook.webhookId() + "/test",
                            "GET /" + hook.webhookId() + "/deliveries",
                            "POST /" + hook.webhookId() + "/deliveries/replay",
                            "POST /" + hook.webhookId() + "/deliveries/msg_1/replay");
            for (var path : paths) {
                var method = path.split(" ")[0];
                var rest = path.substring(method.length() + 1);
                var body = method.equals("GET") || method.equals("DELETE") ? "" : bodyFor(rest);
                assertThat(other.staff().send(method, house.at() + rest, body).status())
                        .as("foreign restaurant: " + path)
                        .isEqualTo(404);
                if (!rest.isEmpty())
                    assertThat(other.staff().send(method, other.at() + rest, body).status())
                            .as("foreign webhook: " + path)
                            .isEqualTo(404);
                assertThat(bed.as(Role.CUSTOMER, 5).send(method, house.at() + rest, body).status())
                        .isEqualTo(403);
                assertThat(bed.anyone().send(method, house.at() + rest, body).status())
                        .isEqualTo(401);
            }
            assertThat(house.now(hook)).isEqualTo(hook);
            assertThat(bed.as(Role.OPERATOR, 1).get(house.at(hook)).status()).isEqualTo(200);
            assertThat(bed.as(Role.OPERATOR, 1).get("/restaurants/999999/webhooks").status())
                    .isEqualTo(404);
        }
    }

    private static String bodyFor(String path) {
        return path.endsWith("deliveries/replay") ? "{\"since\": \"2026-01-01T00:00:00Z\"}" : "{}";
    }

    @Test
    void a_webhook_is_made_once_for_a_key_shows_its_secret_once_and_can_be_removed() {
        try (var till = new PlayedReceiver()) {
            var house = House.open(bed);
            var wanted = Map.of("url", till.url());
            var first = house.staff().post(house.at(), wanted, "Idempotency-Key", "k1");
            var again = house.staff().post(house.at(), wanted, "Idempotency-Key", "k1");
            assertThat(again.body()).isEqualTo(first.body());
            var hook = first.as(WebhookSecret.class).webhook();
            assertThat(first.header("Location")).isEqualTo(house.at(hook));
            var list = house.staff().get(house.at());
            assertThat(list.body().path("webhooks")).hasSize(1);
            assertThat(list.body().toString()).doesNotContain("whsec_");
            assertThat(hook.events()).hasSize(Topic.values().length - 1);
            house.paid();
            till.await("ticket.received");
            assertThat(house.staff().delete(house.at(hook)).status()).isEqualTo(204);
            assertThat(house.staff().get(house.at(hook)).status()).isEqualTo(404);
            house.say(house.paid(), "Received");
            assertThat(till.types()).containsExactly("ticket.received");
        }
    }

    @Test
    void a_restaurant_has_only_so_many_webhooks() {
        var house = House.open(bed);
        for (int i = 0; i < 10; i++) house.hook(Map.of("url", "https://pos.example.com/" + i));
        var refused = house.staff().post(house.at(), Map.of("url", "https://pos.example.com/"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("enough_webhooks");
        assertThat(refused.body().path("most").asInt()).isEqualTo(10);
    }

    @Test
    void a_test_can_not_be_subscribed_to_and_words_must_be_known() {
        var house = House.open(bed);
        for (var events : List.of(List.of("webhook.test"), List.of("ticket.eaten"), List.of())) {
            var wanted = Map.of("url", "https://pos.example.com/", "events", events);
            assertThat(house.staff().post(house.at(), wanted).status()).isEqualTo(422);
        }
    }
}
