package gofood.restaurant.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketList;
import gofood.contracts.UserApi.Role;
import gofood.platform.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who sees which tickets, listed and live.
class BoardTest extends WithKitchens {
    @Test
    void tickets_come_oldest_first_page_by_page_and_by_status() {
        var house = House.open();
        var all = List.of(house.paid(), house.paid(), house.paid());
        house.say(all.get(1), "Received");
        assertThat(ids(house.tickets(""))).isEqualTo(all);
        assertThat(ids(house.tickets("?status=New"))).containsExactly(all.get(0), all.get(2));
        assertThat(ids(house.tickets("?status=Received,Preparing"))).containsExactly(all.get(1));
        var at = "/restaurants/" + house.id() + "/tickets?limit=2";
        var first = house.staff().get(at).as(TicketList.class);
        assertThat(ids(first.tickets())).isEqualTo(all.subList(0, 2));
        var rest = house.staff().get(at + "&cursor=" + first.nextCursor()).as(TicketList.class);
        assertThat(ids(rest.tickets())).isEqualTo(all.subList(2, 3));
        assertThat(rest.nextCursor()).isNull();
        assertThat(house.staff().get(at + "&status=new").status()).isEqualTo(422);
    }

    @Test
    void a_days_history_is_what_came_since_newest_first_page_by_page() {
        var house = House.open();
        // ordered before the others, but for later: it comes to the kitchen after them
        var later = house.scheduled();
        var all = List.of(house.paid(), house.paid(), house.paid());
        var middle = house.ticket(all.get(1)).createdAt();
        tell("order.paid", later, OrderNews.paid(later, house.id(), OrderNews.SLOT));
        for (var orderId : List.of(later, all.get(0), all.get(2))) cancel(house, orderId);
        var newest = "?order=newest";
        assertThat(ids(house.tickets(newest)))
                .containsExactly(later, all.get(2), all.get(1), all.get(0));
        assertThat(ids(house.tickets(newest + "&status=Collected,Rejected,Cancelled")))
                .containsExactly(later, all.get(2), all.get(0));
        assertThat(ids(house.tickets(newest + "&since=" + middle)))
                .containsExactly(later, all.get(2), all.get(1));
        assertThat(ids(house.tickets("?order=oldest&since=" + middle)))
                .containsExactly(later, all.get(1), all.get(2));
        var at = "/restaurants/" + house.id() + "/tickets" + newest + "&limit=3";
        var first = house.staff().get(at).as(TicketList.class);
        assertThat(ids(first.tickets())).containsExactly(later, all.get(2), all.get(1));
        var rest = house.staff().get(at + "&cursor=" + first.nextCursor()).as(TicketList.class);
        assertThat(ids(rest.tickets())).containsExactly(all.get(0));
        assertThat(rest.nextCursor()).isNull();
        for (var bad :
                List.of(
                        "order=best",
                        "since=today",
                        "since=2026-05-01",
                        "since=%2B999999999-01-01T00:00:00Z",
                        "since=1066-10-14T09:00:00Z"))
            assertThat(house.staff().get("/restaurants/" + house.id() + "/tickets?" + bad).status())
                    .as(bad)
                    .isEqualTo(422);
    }

    private static List<Long> ids(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::orderId).toList();
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
        assertThat(house.say(other.staff(), orderId, word).status()).isEqualTo(404);
        // the right staff, another restaurant's order
        assertThat(other.say(orderId, "Received").status()).isEqualTo(404);
        for (var path : List.of("/tickets", "/tickets/stream")) {
            var at = "/restaurants/" + house.id() + path;
            assertThat(bed.anyone().get(at).status()).isEqualTo(401);
            assertThat(bed.as(Role.CUSTOMER, 5).get(at).status()).isEqualTo(403);
            assertThat(other.staff().get(at).status()).isEqualTo(404);
        }
        assertThat(bed.as(Role.OPERATOR, 1).get("/restaurants/999999/tickets").status())
                .isEqualTo(404);
        assertThat(house.say(bed.as(Role.OPERATOR, 1), orderId, word).status()).isEqualTo(200);
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
            var later = house.scheduled();
            var seen = board.next();
            assertThat(seen.at("/ticket/status").asText()).isEqualTo("Scheduled");
            assertThat(seen.at("/ticket/kitchen_at").asText()).isNotEmpty();
            tell("order.paid", later, OrderNews.paid(later, house.id(), OrderNews.SLOT));
            assertThat(board.next().at("/ticket/status").asText()).isEqualTo("New");
            cancel(house, later);
            assertThat(board.next().at("/ticket/status").asText()).isEqualTo("Cancelled");
            house.scheduled();
            assertThat(board.next().at("/ticket/status").asText()).isEqualTo("Scheduled");
            cancel(house, first);
            var gone = board.next();
            assertThat(gone.at("/ticket/order_id").asLong()).isEqualTo(first);
            assertThat(gone.at("/ticket/status").asText()).isEqualTo("Cancelled");
        }
        try (var again = new Screen(house)) {
            assertThat(again.next().at("/board/tickets")).hasSize(2);
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
                                                    "/restaurants/"
                                                            + house.id()
                                                            + "/tickets/stream"))
                            .header("Authorization", "Bearer " + house.staff().token())
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
