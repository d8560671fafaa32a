package gofood.delivery;

import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.Proof;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What couriers show at the door, and what they tell later.
class ProofTest extends WithRoad {
    @Test
    void after_five_wrong_pins_only_an_operator_can_finish() {
        var courier = road.online(0.1);
        road.ready();
        var path = road.accepted(courier);
        road.step(courier, path, "pickup");
        for (int left = 4; left >= 0; left--) {
            var wrong = road.deliver(courier, path, "9999");
            refuses(wrong, 422, "wrong_pin");
            assertThat(wrong.body().path("attempts_left").asInt()).isEqualTo(left);
        }
        refuses(road.deliver(courier, path, "1234"), 409, "pin_locked");
        refuses(road.courier(courier).post(path + "/deliver", ""), 400, "missing_body");
        var done = road.operator().post(path + "/deliver", "");
        assertThat(done.body().path("status").asText()).isEqualTo("Delivered");
        assertThat(done.body().path("courier_id").asLong()).isEqualTo(courier);
    }

    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0@\0\0\0@ and so on";

    private HttpResponse<byte[]> put(long courier, String path, byte[] image) {
        var client = road.courier(courier);
        var request =
                HttpRequest.newBuilder(client.address().resolve(path))
                        .header("Authorization", "Bearer " + client.token())
                        .header("Content-Type", "application/octet-stream")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(image))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] png() {
        return PNG.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_photo_proves_a_delivery_to_those_who_have_a_part_in_it() {
        var courier = road.online(0.1);
        road.ready();
        var path = road.accepted(courier);
        var photo = path + "/photo";
        road.step(courier, path, "pickup");
        assertThat(put(courier, photo, png()).statusCode()).isEqualTo(409);
        road.step(courier, path, "arrive-door");
        var byPhoto = new Proof(null, true, "at the blue door");
        refuses(road.courier(courier).post(path + "/deliver", byPhoto), 409, "photo_missing");
        refuses(road.courier(courier).post(path + "/deliver", "{}"), 422, "missing_field");
        refuses(road.customer().get(photo), 404, "not_found");
        assertThat(put(courier, photo, "<svg>".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(415);
        assertThat(put(courier, photo, new byte[(1 << 20) + 1]).statusCode()).isEqualTo(413);
        assertThat(put(Road.newId(), photo, png()).statusCode()).isEqualTo(404);
        assertThat(put(courier, photo, png()).statusCode()).isEqualTo(204);

        var done = road.courier(courier).post(path + "/deliver", byPhoto).body();
        assertThat(done.path("proof").asText()).isEqualTo("photo");
        assertThat(done.at("/timeline/4/why").asText()).isEqualTo("at the blue door");
        for (var who : List.of(road.customer(), road.courier(courier), road.operator())) {
            var seen = who.get(photo);
            assertThat(seen.raw().body()).isEqualTo(png());
            assertThat(seen.header("Content-Type")).isEqualTo("image/png");
            assertThat(seen.header("Cache-Control")).contains("no-store");
        }
        refuses(road.courier(Road.newId()).get(photo), 404, "not_found");
        assertThat(put(courier, photo, png()).statusCode()).isEqualTo(409);
    }

    private static String steps(Object... stepsAndTimes) {
        var all = new ArrayList<String>();
        for (int i = 0; i < stepsAndTimes.length; i += 2) {
            var proof =
                    stepsAndTimes[i].equals("deliver") ? ", \"proof\": {\"pin\": \"1234\"}" : "";
            all.add(
                    "{\"step\": \"%s\", \"at\": \"%s\"%s}"
                            .formatted(stepsAndTimes[i], stepsAndTimes[i + 1], proof));
        }
        return "{\"steps\": [" + String.join(", ", all) + "]}";
    }

    @Test
    void a_courier_without_signal_tells_later_in_order_and_once() {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        Road.pause(50);
        var arrived = Instant.now();
        var all =
                steps(
                        "arrive", arrived,
                        "pickup", arrived.plusMillis(2),
                        "arrive-door", arrived.plusMillis(4),
                        "deliver", arrived.plusMillis(6));
        Road.pause(50);
        assertThat(road.step(courier, path, "arrive").status()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            var told = road.courier(courier).post(path + "/steps", all);
            assertThat(told.status()).as(told.body().toString()).isEqualTo(200);
            assertThat(told.body().path("status").asText()).isEqualTo("Delivered");
        }
        var timeline = road.ride(order).path("timeline");
        assertThat(timeline).hasSize(7);
        for (int i = 1; i < timeline.size(); i++)
            assertThat(Instant.parse(timeline.get(i).path("at").asText()))
                    .isAfterOrEqualTo(Instant.parse(timeline.get(i - 1).path("at").asText()));
        refuses(road.courier(Road.newId()).post(path + "/steps", all), 404, "not_found");
        refuses(road.operator().post(path + "/steps", all), 403, "not_allowed");
    }

    @Test
    void late_steps_are_refused_by_their_index_and_those_before_stay() {
        var courier = road.online(0.1);
        var order = road.ready();
        var path = road.accepted(courier);
        var now = Instant.now();
        var client = road.courier(courier);
        var future = steps("arrive", now, "pickup", now.plusSeconds(3600));
        var refused = client.post(path + "/steps", future);
        refuses(refused, 422, "invalid_field");
        assertThat(refused.body().path("index").asInt()).isEqualTo(1);
        refuses(
                client.post(path + "/steps", steps("arrive", now.minusSeconds(3600))),
                422,
                "invalid_field");
        var backwards = steps("arrive", now, "pickup", now.minusSeconds(1));
        refuses(client.post(path + "/steps", backwards), 422, "invalid_field");
        assertThat(road.status(order)).isEqualTo("Assigned");
        var skipped = client.post(path + "/steps", steps("arrive", now, "arrive-door", now));
        refuses(skipped, 409, "wrong_state");
        assertThat(skipped.body().path("index").asInt()).isEqualTo(1);
        assertThat(road.status(order)).isEqualTo("AtRestaurant");
        var wrong = steps("pickup", now, "deliver", now).replace("1234", "4321");
        refuses(client.post(path + "/steps", wrong), 422, "wrong_pin");
        assertThat(road.status(order)).isEqualTo("PickedUp");
        refuses(client.post(path + "/steps", "{\"steps\": []}"), 422, "invalid_field");
    }
}
