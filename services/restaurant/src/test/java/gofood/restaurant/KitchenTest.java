package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.OrderApi.Urgency;
import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketList;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import gofood.platform.testing.TestClient.Answer;
import gofood.platform.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tickets, through the real service.
class KitchenTest {
    private static final Address HERE = new Address(43.73, 7.42, "5 Rue Grimaldi");
    private static final AtomicLong ORDERS = new AtomicLong(455);
    private static TestBed bed;
    private static TestClient orders;

    @BeforeAll
    static void start() {
        bed = new TestBed(new RestaurantService(), "RESTAURANT_TICKET_PATIENCE_SECONDS", "1");
        orders = bed.asService("order");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    /// A restaurant that takes 25 minutes, with its staff.
    private record House(long id, TestClient staff) {
        static House open() {
            var body =
                    """
                    {"name": "House", "cuisine": "french", "preparation_minutes": 25,
                     "address": {"lat": 43.73, "lon": 7.42, "text": "5 Rue Grimaldi"}}\
                    """;
            var answer = bed.as(Role.OPERATOR, 1).post("/restaurants", body);
            assertThat(answer.status()).isEqualTo(201);
            var id = answer.body().path("restaurant_id").asLong();
            return new House(id, bed.as(Role.STAFF, 12, id));
        }

        long paid() {
            var orderId = ORDERS.incrementAndGet();
            tell("order.paid", orderId, paid(orderId));
            return orderId;
        }

        OrderEvent.Paid paid(long orderId) {
            var line = new Line("301", "Soupe", 2, List.of("Large"), "hot", new Money(900));
            return new OrderEvent.Paid(
                    orderId,
                    5,
                    id,
                    "House",
                    List.of(line),
                    new Money(1800),
                    new Money(250),
                    "ring twice",
                    HERE,
                    HERE,
                    "1234",
                    30);
        }

        Answer say(long orderId, String status) {
            return say(staff, orderId, "\"status\": \"" + status + "\"");
        }

        Answer say(TestClient who, long orderId, String more) {
            return who.post(
                    "/callback/restaurants/orders",
                    "{\"restaurant_id\": %d, \"order_id\": %d, %s}".formatted(id, orderId, more));
        }

        Ticket ticket(long orderId) {
            return tickets("").stream()
                    .filter(it -> it.orderId() == orderId)
                    .findFirst()
                    .orElseThrow();
        }

        List<Ticket> tickets(String query) {
            var answer = staff.get("/restaurants/" + id + "/tickets" + query);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            return answer.as(TicketList.class).tickets();
        }
    }

    private static void tell(String type, long orderId, Record event) {
        var told = orders.tell(type, orderId, event);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().path("failed")).isEmpty();
    }

    private static long told(String type, long orderId) {
        return bed.neighbour("order").events().stream()
                .filter(it -> it.path("type").asText().equals(type))
                .filter(it -> it.path("subject").asText().equals(Long.toString(orderId)))
                .count();
    }

    @Test
    void a_paid_order_becomes_a_ticket_once() {
        var house = House.open();
        var orderId = house.paid();
        // the same event again, and once more under another id
        var id = UUID.randomUUID();
        orders.tell(id, "order.paid", orderId, house.paid(orderId));
        orders.tell(id, "order.paid", orderId, house.paid(orderId));
        assertThat(house.tickets("")).hasSize(1);
        var ticket = house.ticket(orderId);
        assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
        assertThat(ticket.note()).isEqualTo("ring twice");
        assertThat(ticket.items().getFirst().quantity()).isEqualTo(2);
        assertThat(ticket.items().getFirst().options()).containsExactly("Large");
        assertThat(ticket.readyAt()).isNull();
    }

    @Test
    void the_kitchen_cooks_it_to_the_letter_of_the_seed_and_the_order_is_told() {
        var house = House.open();
        var orderId = house.paid();
        var received = house.say(orderId, "Received");
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.body().toString())
                .isEqualTo(
                        "{\"restaurant_id\":%d,\"order_id\":%d,\"status\":\"Received\"}"
                                .formatted(house.id, orderId));
        var event = bed.neighbour("order").awaitEvent("restaurant.received", orderId);
        var readyAt = Instant.parse(event.path("ready_at").asText());
        assertThat(readyAt).isBetween(minutes(24), minutes(26));
        assertThat(Duration.between(readyAt, house.ticket(orderId).readyAt()).abs())
                .isLessThan(Duration.ofMillis(1));
        assertThat(house.say(orderId, "Preparing").status()).isEqualTo(200);
        assertThat(house.say(orderId, "Complete").status()).isEqualTo(200);
        bed.neighbour("order").awaitEvent("restaurant.preparing", orderId);
        bed.neighbour("order").awaitEvent("restaurant.complete", orderId);
        tell("order.picked_up", orderId, new OrderEvent.PickedUp(orderId, 5, house.id));
        assertThat(house.ticket(orderId).status()).isEqualTo(TicketStatus.COLLECTED);
        assertThat(house.ticket(orderId).readyAt()).isNotNull();
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
                        house.staff,
                        orderId,
                        "\"status\": \"Received\", \"preparation_minutes\": 40");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.ticket(orderId).readyAt()).isBetween(minutes(39), minutes(41));
        for (var minutes : List.of("0", "241", "\"5\"", "1.5"))
            assertThat(
                            house.say(
                                            house.staff,
                                            orderId,
                                            "\"status\": \"Received\", \"preparation_minutes\": "
                                                    + minutes)
                                    .status())
                    .isEqualTo(422);
    }

    @Test
    void a_kitchen_may_say_no() {
        var house = House.open();
        var orderId = house.paid();
        var answer =
                house.say(house.staff, orderId, "\"status\": \"Rejected\", \"reason\": \"No gas\"");
        assertThat(answer.status()).isEqualTo(200);
        var event = bed.neighbour("order").awaitEvent("restaurant.rejected", orderId);
        assertThat(event.path("reason").asText()).isEqualTo("No gas");
        // the order's echo leaves the kitchen's own word
        tell("order.rejected", orderId, new OrderEvent.Rejected(orderId, 5, house.id, "No gas"));
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

    @Test
    void every_illegal_step_is_a_409_that_says_what_is_allowed() {
        var house = House.open();
        for (var from :
                List.of(
                        "New",
                        "Received",
                        "Preparing",
                        "Complete",
                        "Rejected",
                        "Cancelled",
                        "Collected")) {
            var orderId = house.paid();
            bring(house, orderId, from);
            var now = house.ticket(orderId).status();
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

    private static void bring(House house, long orderId, String to) {
        switch (to) {
            case "Received", "Rejected" -> house.say(orderId, to);
            case "Preparing", "Complete" -> {
                house.say(orderId, "Received");
                house.say(orderId, to);
            }
            case "Cancelled" -> cancel(house, orderId);
            case "Collected" ->
                    tell("order.picked_up", orderId, new OrderEvent.PickedUp(orderId, 5, house.id));
            default -> {}
        }
        assertThat(TicketLife.word(house.ticket(orderId).status())).isEqualTo(to);
    }

    private static void cancel(House house, long orderId) {
        var event = new OrderEvent.Cancelled(orderId, 5, house.id, "customer", "Changed my mind");
        tell("order.cancelled", orderId, event);
    }

    @Test
    void a_cancelled_order_leaves_the_kitchen_with_its_reason() {
        var house = House.open();
        var orderId = house.paid();
        house.say(orderId, "Received");
        cancel(house, orderId);
        assertThat(house.ticket(orderId).status()).isEqualTo(TicketStatus.CANCELLED);
        assertThat(house.ticket(orderId).reason()).isEqualTo("Changed my mind");
    }

    @Test
    void the_courier_is_named_on_the_ticket() {
        var house = House.open();
        var orderId = house.paid();
        tell("delivery.assigned", orderId, new DeliveryEvent.Assigned(orderId, 31, "Léa"));
        assertThat(house.ticket(orderId).courierName()).isEqualTo("Léa");
        tell("delivery.unassigned", orderId, new DeliveryEvent.Unassigned(orderId, 31, "ill"));
        assertThat(house.ticket(orderId).courierName()).isNull();
        tell("delivery.at_restaurant", orderId, new DeliveryEvent.AtRestaurant(orderId, 31));
    }

    @Test
    void events_of_orders_without_a_ticket_do_nothing() {
        var house = House.open();
        cancel(house, 999_999);
        tell("delivery.assigned", 999_999, new DeliveryEvent.Assigned(999_999, 31, "Léa"));
        tell(
                "order.overdue",
                999_999,
                new OrderEvent.Overdue(999_999, 5, house.id, OrderStatus.PAID, Urgency.REMIND));
        var orderId = house.paid();
        tell(
                "order.overdue",
                orderId,
                new OrderEvent.Overdue(orderId, 5, house.id, OrderStatus.PAID, Urgency.REMIND));
        assertThat(house.tickets("")).hasSize(1);
    }

    @Test
    void only_this_restaurants_staff_and_operators_move_and_see_tickets() {
        var house = House.open();
        var other = House.open();
        var orderId = house.paid();
        var word = "\"status\": \"Received\"";
        assertThat(house.say(bed.anyone(), orderId, word).status()).isEqualTo(401);
        assertThat(house.say(bed.as(Role.CUSTOMER, 5), orderId, word).status()).isEqualTo(403);
        assertThat(house.say(bed.as(Role.COURIER, 5), orderId, word).status()).isEqualTo(403);
        assertThat(house.say(other.staff, orderId, word).status()).isEqualTo(404);
        // the right staff, another restaurant's order
        assertThat(other.say(orderId, "Received").status()).isEqualTo(404);
        for (var path : List.of("/tickets", "/tickets/stream")) {
            var at = "/restaurants/" + house.id + path;
            assertThat(bed.anyone().get(at).status()).isEqualTo(401);
            assertThat(bed.as(Role.CUSTOMER, 5).get(at).status()).isEqualTo(403);
            assertThat(other.staff.get(at).status()).isEqualTo(404);
        }
        assertThat(bed.as(Role.OPERATOR, 1).get("/restaurants/999999/tickets").status())
                .isEqualTo(404);
        assertThat(house.say(bed.as(Role.OPERATOR, 1), orderId, word).status()).isEqualTo(200);
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
            assertThat(house.say(house.staff, orderId, more).status()).as(more).isEqualTo(422);
        assertThat(house.staff.post("/callback/restaurants/orders", "{").status()).isEqualTo(400);
    }

    @Test
    void a_word_that_is_ahead_of_its_ticket_waits_for_it() throws Exception {
        var house = House.open();
        var orderId = ORDERS.incrementAndGet();
        var answer = CompletableFuture.supplyAsync(() -> house.say(orderId, "Received"));
        Thread.sleep(300);
        assertThat(answer).isNotDone();
        tell("order.paid", orderId, house.paid(orderId));
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
                house.staff.post(
                        "/callback/restaurants/orders",
                        "{\"restaurant_id\": %d, \"order_id\": 987654, \"status\": \"Received\"}"
                                .formatted(house.id),
                        "X-Timeout-Ms",
                        "500");
        assertThat(hasty.status()).isEqualTo(404);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(Duration.ofMillis(700));
    }

    @Test
    void tickets_come_oldest_first_page_by_page_and_by_status() {
        var house = House.open();
        var all = List.of(house.paid(), house.paid(), house.paid());
        house.say(all.get(1), "Received");
        assertThat(ids(house.tickets(""))).isEqualTo(all);
        assertThat(ids(house.tickets("?status=New"))).containsExactly(all.get(0), all.get(2));
        assertThat(ids(house.tickets("?status=Received,Preparing"))).containsExactly(all.get(1));
        var at = "/restaurants/" + house.id + "/tickets?limit=2";
        var first = house.staff.get(at).as(TicketList.class);
        assertThat(ids(first.tickets())).isEqualTo(all.subList(0, 2));
        var rest = house.staff.get(at + "&cursor=" + first.nextCursor()).as(TicketList.class);
        assertThat(ids(rest.tickets())).isEqualTo(all.subList(2, 3));
        assertThat(rest.nextCursor()).isNull();
        assertThat(house.staff.get(at + "&status=new").status()).isEqualTo(422);
    }

    private static List<Long> ids(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::orderId).toList();
    }

    @Test
    void the_board_is_live() throws Exception {
        var house = House.open();
        var first = house.paid();
        house.say(house.paid(), "Rejected");
        try (var board = new Screen(house)) {
            var snapshot = board.next();
            assertThat(snapshot.at("/board/tickets")).hasSize(1);
            assertThat(snapshot.at("/board/tickets/0/order_id").asLong()).isEqualTo(first);
            var second = house.paid();
            assertThat(board.next().at("/ticket/order_id").asLong()).isEqualTo(second);
            house.say(second, "Received");
            assertThat(board.next().at("/ticket/status").asText()).isEqualTo("Received");
            cancel(house, first);
            var gone = board.next();
            assertThat(gone.at("/ticket/order_id").asLong()).isEqualTo(first);
            assertThat(gone.at("/ticket/status").asText()).isEqualTo("Cancelled");
        }
        try (var again = new Screen(house)) {
            assertThat(again.next().at("/board/tickets")).hasSize(1);
        }
    }

    /// A screen in the kitchen.
    private static final class Screen implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final BufferedReader lines;

        Screen(House house) throws Exception {
            var request =
                    HttpRequest.newBuilder(
                                    bed.address()
                                            .resolve(
                                                    "/restaurants/" + house.id + "/tickets/stream"))
                            .header("Authorization", "Bearer " + house.staff.token())
                            .build();
            var response = http.send(request, BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /// The next event, under its name.
        JsonNode next() throws Exception {
            var name = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) name = line.substring(7);
                if (line.startsWith("data: "))
                    return Json.tree(
                            ("{\"" + name + "\":" + line.substring(6) + "}")
                                    .getBytes(StandardCharsets.UTF_8));
            }
            throw new AssertionError("the stream has ended");
        }

        @Override
        public void close() throws IOException {
            lines.close();
            http.shutdownNow();
        }
    }
}
