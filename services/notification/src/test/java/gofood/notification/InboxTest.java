package gofood.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.NotificationApi.Notification;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.OpenApi;
import gofood.platform.testing.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Everybody's inbox, on a real PostgreSQL.
class InboxTest extends WithInbox {
    @Test
    void an_inbox_is_that_of_the_person_their_restaurants_and_their_role() {
        paid();
        var other = IDS.incrementAndGet();
        assertThat(kinds(bed.as(Role.STAFF, other, restaurant))).containsExactly("ticket.new");
        assertThat(kinds(bed.as(Role.STAFF, other, restaurant + 1))).isEmpty();
        assertThat(kinds(bed.as(Role.CUSTOMER, other, restaurant))).isEmpty();
        assertThat(kinds(bed.as(Role.GUEST, customer))).containsExactly("order.paid");
        hears("delivery.failed", order, new DeliveryEvent.Failed(order, "nobody"));
        assertThat(kinds(bed.as(Role.OPERATOR, other))).first().isEqualTo("delivery.failed");
        assertThat(bed.anyone().get("/notifications").status()).isEqualTo(401);
        assertThat(bed.asService("order").get("/notifications").status()).isEqualTo(403);
        assertThat(bed.anyone().get("/notifications/stream").status()).isEqualTo(401);
        assertThat(bed.anyone().post("/notifications/read", "").status()).isEqualTo(401);
    }

    @Test
    void an_event_that_comes_twice_is_told_once() {
        var id = UUID.randomUUID();
        var event = OrderMessagesTest.paid(order, customer, restaurant);
        bed.asService("order").tell(id, "order.paid", order, event);
        bed.asService("order").tell(id, "order.paid", order, event);
        assertThat(kinds(customer())).containsExactly("order.paid");
        assertThat(inbox(customer(), "").unread()).isEqualTo(1);
    }

    @Test
    void a_ride_that_overtakes_its_order_is_told_when_the_order_is_known() {
        var id = UUID.randomUUID();
        var event = new DeliveryEvent.AtDoor(order, courier);
        var service = bed.asService("delivery");
        var early = service.tell(id, "delivery.at_door", order, event);
        // not now, which is asked again without end, and no fault of the event
        assertThat(early.body().at("/failed/0/why").asText()).isEqualTo("NOT_NOW");
        assertThat(kinds(customer())).isEmpty();
        paid();
        assertThat(service.tell(id, "delivery.at_door", order, event).body().path("failed"))
                .isEmpty();
        assertThat(kinds(customer())).containsExactly("delivery.at_door", "order.paid");
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        paidTimes(5);
        var seen = new ArrayList<Long>();
        var query = "?limit=2";
        while (true) {
            var page = inbox(customer(), query);
            page.notifications().forEach(message -> seen.add(message.notificationId()));
            if (page.nextCursor() == null) break;
            assertThat(page.notifications()).hasSize(2);
            query = "?limit=2&cursor=" + page.nextCursor();
        }
        assertThat(seen).hasSize(5).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(new TreeSet<>(seen)).hasSize(5);
    }

    @Test
    void reading_one_is_for_that_person_alone_and_works_once() {
        paidTimes(2);
        var cook = bed.as(Role.STAFF, IDS.incrementAndGet(), restaurant);
        var waiter = bed.as(Role.STAFF, IDS.incrementAndGet(), restaurant);
        var page = inbox(cook, "");
        assertThat(page.unread()).isEqualTo(2);
        var path = "/notifications/" + page.notifications().getFirst().notificationId() + "/read";
        assertThat(cook.post(path, "").body().path("unread").asLong()).isEqualTo(1);
        assertThat(cook.post(path, "").body().path("unread").asLong()).isEqualTo(1);
        var after = inbox(cook, "");
        assertThat(after.notifications())
                .extracting(Notification::read)
                .containsExactly(true, false);
        assertThat(inbox(cook, "?unread=true").notifications()).hasSize(1);
        assertThat(inbox(waiter, "").unread()).isEqualTo(2);
    }

    @Test
    void reading_all_counts_for_what_was_there() {
        paidTimes(3);
        var first = inbox(customer(), "").notifications().getFirst().notificationId();
        customer().post("/notifications/" + first + "/read", "");
        var answer = customer().post("/notifications/read", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("unread").asLong()).isZero();
        assertThat(inbox(customer(), "?unread=true").notifications()).isEmpty();
        customer().post("/notifications/" + first + "/read", "");
        paidTimes(1);
        assertThat(inbox(customer(), "").unread()).isEqualTo(1);
        assertThat(inbox(customer(), "?unread=true").notifications()).hasSize(1);
    }

    @Test
    void a_foreign_message_looks_like_none() {
        paid();
        var id = inbox(customer(), "").notifications().getFirst().notificationId();
        var stranger = bed.as(Role.CUSTOMER, IDS.incrementAndGet());
        assertThat(stranger.post("/notifications/" + id + "/read", "").status()).isEqualTo(404);
        assertThat(customer().post("/notifications/999999999/read", "").status()).isEqualTo(404);
        assertThat(customer().post("/notifications/abc/read", "").status()).isEqualTo(404);
        assertThat(inbox(customer(), "").unread()).isEqualTo(1);
    }

    @Test
    void a_bad_query_is_a_422() {
        for (var query : List.of("limit=0", "limit=101", "limit=x", "cursor=%21", "unread=maybe")) {
            var answer = customer().get("/notifications?" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("invalid_field");
        }
    }

    @Test
    void a_stream_begins_with_the_last_20_and_goes_on_live() throws Exception {
        paidTimes(25);
        try (var stream = new Listening(customer(), "")) {
            var snapshot = stream.ids(20);
            assertThat(snapshot).hasSize(20).isSorted();
            paidTimes(1);
            var live = stream.ids(1).getFirst();
            assertThat(live).isGreaterThan(snapshot.getLast());
            try (var resumed = new Listening(customer(), Long.toString(snapshot.getLast()))) {
                assertThat(resumed.ids(1)).containsExactly(live);
            }
        }
    }

    @Test
    void a_stream_of_an_empty_inbox_waits_for_the_first_message() throws Exception {
        try (var stream = new Listening(customer(), "")) {
            var first = CompletableFuture.supplyAsync(() -> stream.ids(1));
            paid();
            assertThat(first.join()).hasSize(1);
        }
    }

    @Test
    void many_at_once_are_counted_right_and_streamed_without_a_gap() throws Exception {
        try (var stream = new Listening(customer(), "")) {
            var tellers = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < 4; i++)
                tellers.add(CompletableFuture.runAsync(() -> paidTimes(25)));
            var ids = stream.ids(100);
            tellers.forEach(CompletableFuture::join);
            assertThat(ids).isSorted();
            assertThat(new TreeSet<>(ids)).hasSize(100);
            assertThat(inbox(customer(), "").unread()).isEqualTo(100);
        }
    }

    @Test
    void the_description_and_the_routes_are_the_same() {
        assertThat(OpenApi.of(bed.anyone()).differencesTo(bed.routes())).isEmpty();
    }

    /// A client that follows a stream.
    private static final class Listening implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final BufferedReader lines;

        Listening(TestClient who, String lastSeen) throws Exception {
            var request =
                    HttpRequest.newBuilder(who.address().resolve("/notifications/stream"))
                            .timeout(Duration.ofSeconds(10))
                            .header("Authorization", "Bearer " + who.token());
            if (!lastSeen.isEmpty()) request.header("Last-Event-ID", lastSeen);
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        List<Long> ids(int count) {
            var ids = new ArrayList<Long>();
            try {
                while (ids.size() < count) {
                    var line = lines.readLine();
                    if (line == null) return ids;
                    if (line.startsWith("id: ")) ids.add(Long.parseLong(line.substring(4)));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return ids;
        }

        @Override
        public void close() throws IOException {
            lines.close();
            http.shutdownNow();
        }
    }
}
