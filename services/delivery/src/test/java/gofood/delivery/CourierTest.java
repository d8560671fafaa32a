package gofood.delivery;

import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.Reassignment;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Couriers: registered, online, somewhere, and asked.
class CourierTest extends WithRoad {
    @Test
    void couriers_register_themselves_and_operators_anybody() {
        var id = Road.newId();
        var ann = "{\"name\": \"Ann\", \"vehicle\": \"bicycle\"}";
        var made = road.courier(id).post("/couriers", ann);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/couriers/" + id);
        assertThat(made.body().path("online").asBoolean()).isFalse();
        var car = ann.replace("bicycle", "car");
        var changed = road.courier(id).post("/couriers", car);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("vehicle").asText()).isEqualTo("car");

        var other = Road.newId();
        var bob = "{\"courier_id\": " + other + ", \"name\": \"Bob\", \"vehicle\": \"foot\"}";
        refuses(road.courier(id).post("/couriers", bob), 403, "not_allowed");
        assertThat(road.operator().post("/couriers", bob).status()).isEqualTo(201);
        refuses(road.operator().post("/couriers", ann), 422, "invalid_field");
        refuses(road.customer().post("/couriers", ann), 403, "not_allowed");
        refuses(
                road.courier(id).post("/couriers", ann.replace("bicycle", "rocket")),
                422,
                "invalid_field");
        refuses(road.courier(id).post("/couriers", "{\"name\":\"A\"}"), 422, "missing_field");
    }

    @Test
    void a_courier_is_seen_by_themself_and_operators() {
        var id = road.online(0.1);
        assertThat(road.courier(id).get("/couriers/" + id).status()).isEqualTo(200);
        assertThat(road.operator().get("/couriers/" + id).status()).isEqualTo(200);
        refuses(road.courier(Road.newId()).get("/couriers/" + id), 404, "not_found");
        refuses(
                road.courier(Road.newId()).put("/couriers/" + id + "/shift", "{\"online\":false}"),
                404,
                "not_found");
        refuses(road.customer().get("/couriers"), 403, "not_allowed");
        refuses(road.courier(id).get("/couriers"), 403, "not_allowed");
        refuses(road.shift(Road.newId(), true), 404, "not_found");
        var more = "{\"online\": true, \"x\": 1}";
        refuses(road.courier(id).put("/couriers/" + id + "/shift", more), 422, "unknown_field");
        refuses(road.operator().get("/couriers?online=maybe"), 422, "invalid_field");
        var online = road.operator().get("/couriers?online=true").body().path("couriers");
        assertThat(online)
                .extracting(courier -> courier.path("courier_id").asLong())
                .containsExactly(id);
        var first = road.operator().get("/couriers?limit=1").body();
        assertThat(first.path("next_cursor").isNull()).isFalse();
    }

    @Test
    void the_latest_position_by_the_couriers_clock_wins() {
        var id = road.online(0.1);
        var now = Instant.now();
        road.at(id, 43.71, 7.41, now.plusSeconds(2));
        road.at(id, 43.72, 7.42, now.plusSeconds(1));
        assertThat(road.courierView(id).path("lat").asDouble()).isEqualTo(43.71);
        var batch =
                """
                {"positions": [{"lat": 1, "lon": 2, "at": "%s"}, {"lat": 3, "lon": 4, "at": "%s"},
                               {"lat": 5, "lon": 6, "at": "%s"}]}
                """
                        .formatted(now.plusSeconds(3), now.plusSeconds(5), now.plusSeconds(4));
        var path = "/couriers/" + id + "/positions";
        assertThat(road.courier(id).post(path, batch).status()).isEqualTo(204);
        assertThat(road.courierView(id).path("lat").asDouble()).isEqualTo(3);

        var future = batch.replace(now.plusSeconds(4).toString(), "2990-01-01T00:00:00Z");
        var refused = road.courier(id).post(path, future);
        refuses(refused, 422, "invalid_field");
        assertThat(refused.body().path("field").asText()).isEqualTo("positions[2].at");
        road.at(id, 9, 9, now.minusSeconds(90_000));
        assertThat(road.courierView(id).path("lat").asDouble()).isEqualTo(3);
        refuses(road.courier(id).post(path, "{\"positions\": []}"), 422, "invalid_field");
        refuses(road.courier(id).post(path, batch.replace("5,", "95,")), 422, "invalid_field");
        refuses(road.courier(Road.newId()).post(path, batch), 404, "not_found");
    }

    @Test
    void nobody_knows_where_somebody_is_who_does_not_work() {
        var id = road.online(0.1);
        assertThat(road.shift(id, false).body().path("lat").isNull()).isTrue();
    }

    @Test
    void what_somebody_sends_after_their_shift_is_thrown_away() {
        var id = road.online(0.1);
        road.shift(id, false);
        road.at(id, 43.71, 7.41, Instant.now());
        assertThat(road.courierView(id).path("lat").isNull()).isTrue();
        Road.pause(400);
        road.shift(id, true);
        assertThat(road.courierView(id).path("lat").isNull()).isTrue();
        road.at(id, 43.72, 7.42, Instant.now());
        assertThat(road.courierView(id).path("lat").asDouble()).isEqualTo(43.72);
    }

    @Test
    void a_courier_hears_that_an_operator_gave_them_a_ride() throws Exception {
        var id = road.online(0.1);
        var lines = stream(id, "0");
        var order = road.paid();
        // long before anybody is asked
        road.received(order, Instant.now().plusSeconds(7200));
        var path = "/deliveries/" + road.ride(order).path("delivery_id").asText();
        var wish = new Reassignment(id, "an old friend");
        assertThat(road.operator().post(path + "/reassign", wish).status()).isEqualTo(200);
        assertThat(next(lines, "event:")).isEqualTo("event: ride_given");
        assertThat(next(lines, "data:")).contains(path.substring(12));
    }

    @Test
    void an_operator_takes_a_silent_courier_off_shift_who_hears_of_it() throws Exception {
        var id = road.online(0.1);
        var lines = stream(id, "0");
        road.ready();
        var path = road.accepted(id);
        var shift = "/couriers/" + id + "/shift";
        var busy = road.operator().put(shift, "{\"online\": false}");
        refuses(busy, 409, "has_ride");
        assertThat(busy.body().path("detail").asText()).contains("somebody else");
        var away = new Reassignment(null, "gives no sign");
        assertThat(road.operator().post(path + "/reassign", away).status()).isEqualTo(200);
        var off = road.operator().put(shift, "{\"online\": false}");
        assertThat(off.status()).isEqualTo(200);
        assertThat(off.body().path("online").asBoolean()).isFalse();
        while (!next(lines, "event:").equals("event: shift")) {
            // the offers before it
        }
        assertThat(next(lines, "data:")).contains("\"online\":false");

        // an operator's word brings them back, but is no sign of them
        assertThat(road.operator().put(shift, "{\"online\": true}").status()).isEqualTo(200);
        assertThat(road.courierView(id).path("online").asBoolean()).isTrue();
        assertThat(road.courierView(id).path("lat").isNull()).isTrue();
    }

    @Test
    void a_courier_with_a_ride_cannot_leave_and_one_who_is_asked_declines_by_leaving() {
        var first = road.online(0.1);
        road.ready();
        var path = road.accepted(first);
        refuses(road.shift(first, false), 409, "has_ride");
        road.step(first, path, "pickup");
        road.deliver(first, path, "1234");
        assertThat(road.shift(first, false).status()).isEqualTo(200);

        var second = road.online(0.1);
        var order = road.ready();
        var offer = road.awaitOffer(second);
        assertThat(road.shift(second, false).status()).isEqualTo(200);
        refuses(road.accept(second, offer), 409, "offer_gone");
        road.awaitStatus(order, "Waiting");
    }

    @Test
    void a_live_stream_shows_offers_as_they_come_and_go() throws Exception {
        var id = road.online(0.1);
        var lines = stream(id, "0");
        road.ready();
        assertThat(next(lines, "event:")).isEqualTo("event: offer");
        assertThat(next(lines, "data:")).contains("\"restaurant_name\":\"Chez Nous\"");
        var offer = road.awaitOffer(id);
        assertThat(road.decline(id, offer).status()).isEqualTo(204);
        var change = next(lines, "id:").substring(4);
        assertThat(next(lines, "event:")).isEqualTo("event: offer_gone");
        assertThat(next(lines, "data:")).contains("\"standing\":\"declined\"");

        var order = road.ready();
        var taken = road.awaitOffer(id);
        assertThat(next(lines, "event:")).isEqualTo("event: offer");
        assertThat(road.accept(id, taken).status()).isEqualTo(200);
        assertThat(next(lines, "event:")).isEqualTo("event: offer_gone");
        assertThat(next(lines, "data:")).contains("\"standing\":\"accepted\"");
        road.cancelled(order);
        assertThat(next(lines, "event:")).isEqualTo("event: offer_gone");
        assertThat(next(lines, "data:")).contains("\"standing\":\"withdrawn\"");

        var late = stream(id, Long.toString(Long.parseLong(change) - 1));
        assertThat(next(late, "event:")).isEqualTo("event: offer_gone");
        refuses(road.customer().get("/offers/stream"), 403, "not_allowed");
    }

    private Iterator<String> stream(long courier, String lastSeen)
            throws IOException, InterruptedException {
        var client = road.courier(courier);
        var request =
                HttpRequest.newBuilder(client.address().resolve("/offers/stream"))
                        .header("Authorization", "Bearer " + client.token())
                        .header("Last-Event-ID", lastSeen)
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body().iterator();
    }

    private static String next(Iterator<String> lines, String start) {
        while (true) {
            var line = lines.next();
            if (line.startsWith(start)) return line;
        }
    }

    @Test
    void offers_are_for_couriers() {
        for (var path : List.of("/offers/1/accept", "/offers/1/decline")) {
            refuses(road.customer().post(path, ""), 403, "not_allowed");
            refuses(road.courier(5).post(path.replace("1", "999999"), ""), 404, "not_found");
        }
    }
}
