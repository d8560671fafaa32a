package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.DeliveryApi.Reassignment;
import gofood.platform.db.Db;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Nobody waits for ever; with settings of seconds where the city has minutes. These tests mostly
/// wait, so they wait together.
@Execution(ExecutionMode.CONCURRENT)
class RideDeadlineTest {
    @Test
    void who_lets_three_offers_pass_goes_offline_and_is_asked_again_before_that() {
        try (var road =
                new Road(
                        "DELIVERY_OFFER_SECONDS", "1",
                        "DELIVERY_ASK_AGAIN_SECONDS", "1")) {
            var sleepy = road.online(0.1);
            var order = road.ready();
            var offer = road.awaitOffer(sleepy);
            Road.await(
                    () -> road.courierView(sleepy).path("online").asBoolean() ? null : true,
                    "the courier to go offline");
            var steps = road.ride(order).path("timeline");
            assertThat(steps)
                    .extracting(step -> step.path("status").asText())
                    .containsExactly(
                            "Waiting", "Offered", "Waiting", "Offered", "Waiting", "Offered",
                            "Waiting");
            assertThat(steps.get(2).path("why").asText()).contains("did not answer");
            assertThat(road.accept(sleepy, offer).code()).isEqualTo("offer_gone");
            var awake = road.online(0.1);
            road.accepted(awake);
        }
    }

    @Test
    void a_ride_without_a_courier_alarms_the_operator_again_and_again() {
        try (var road = new Road("DELIVERY_NO_COURIER_SECONDS", "1")) {
            var order = road.ready();
            var operators = road.bed.neighbour("notification");
            var alarm = operators.awaitEvent("delivery.no_courier", order);
            assertThat(alarm.path("waited_seconds").asLong()).isPositive();
            Road.await(
                    () ->
                            operators.events().stream().filter(RideDeadlineTest::isAlarm).count()
                                            > 1
                                    ? true
                                    : null,
                    "a second alarm");
        }
    }

    private static boolean isAlarm(JsonNode event) {
        return event.path("type").asText().equals("delivery.no_courier");
    }

    @Test
    void a_ride_without_a_courier_fails_in_the_end() {
        try (var road = new Road("DELIVERY_GIVE_UP_SECONDS", "1")) {
            var order = road.ready();
            var failed = road.bed.neighbour("order").awaitEvent("delivery.failed", order);
            assertThat(failed.path("reason").asText()).isEqualTo("no courier found");
            assertThat(road.status(order)).isEqualTo("Cancelled");
            road.cancelled(order);
            assertThat(road.status(order)).isEqualTo("Cancelled");
        }
    }

    @Test
    void an_assigned_courier_who_does_not_move_loses_the_ride() {
        try (var road =
                new Road(
                        "DELIVERY_MOVE_ON_SECONDS", "1",
                        "DELIVERY_MOVE_ON_LEAST_SECONDS", "1")) {
            // at the kitchen already, so that they are expected there at once
            var slow = road.online(0);
            var order = road.ready();
            var path = "/deliveries/" + road.ride(order).path("delivery_id").asText();
            var given = road.operator().post(path + "/reassign", new Reassignment(slow, "near"));
            assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
            var quick = road.online(0.2);
            var told = road.bed.neighbour("notification").awaitEvent("delivery.unassigned", order);
            assertThat(told.path("courier_id").asLong()).isEqualTo(slow);
            assertThat(road.accepted(quick)).isEqualTo(path);
            assertThat(road.step(quick, path, "arrive").status()).isEqualTo(200);
            Road.pause(1600);
            assertThat(road.status(order)).isEqualTo("AtRestaurant");
        }
    }

    @Test
    void a_courier_who_is_planned_to_come_later_has_until_then() {
        try (var road =
                new Road(
                        "DELIVERY_MOVE_ON_SECONDS", "1",
                        "DELIVERY_MOVE_ON_LEAST_SECONDS", "1")) {
            // 2.2 km by a scooter are about 440 s
            road.online(2);
            var order = road.ready();
            road.accepted(
                    road.operator().get("/couriers").body().at("/couriers/0/courier_id").asLong());
            Road.pause(2500);
            assertThat(road.status(order)).isEqualTo("Assigned");
        }
    }

    @Test
    void a_vanished_courier_loses_the_ride_before_the_pickup() {
        try (var road = new Road("DELIVERY_SILENT_SECONDS", "1")) {
            var gone = road.online(0.1, 2);
            var order = road.ready();
            var path = road.accepted(gone);
            assertThat(road.step(gone, path, "arrive").status()).isEqualTo(200);
            var told = road.bed.neighbour("notification").awaitEvent("delivery.unassigned", order);
            assertThat(told.path("reason").asText()).contains("no sign");
            assertThat(told.path("courier_id").asLong()).isEqualTo(gone);
        }
    }

    @Test
    void a_courier_who_vanishes_with_the_food_alarms_the_operator() {
        try (var road = new Road("DELIVERY_SILENT_SECONDS", "1")) {
            var gone = road.online(0.1);
            var order = road.ready();
            var path = road.accepted(gone);
            assertThat(road.step(gone, path, "pickup").status()).isEqualTo(200);
            var told =
                    road.bed.neighbour("notification").awaitEvent("delivery.courier_silent", order);
            assertThat(told.path("courier_id").asLong()).isEqualTo(gone);
            assertThat(told.path("silent_seconds").asLong()).isBetween(1L, 3L);
            assertThat(road.status(order)).isEqualTo("PickedUp");
        }
    }

    @Test
    void who_is_idle_and_gives_no_sign_goes_off_shift() {
        try (var road =
                new Road(
                        "DELIVERY_FRESH_POSITION_SECONDS", "1",
                        "DELIVERY_SILENT_SECONDS", "1")) {
            var gone = road.online(0.1);
            Road.await(
                    () -> road.courierView(gone).path("online").asBoolean() ? null : true,
                    "the courier to go off shift");
            assertThat(road.courierView(gone).path("lat").isNull()).isTrue();
        }
    }

    @Test
    void a_yes_in_the_last_moment_counts_or_does_not_but_never_both() {
        try (var road = new Road("DELIVERY_OFFER_SECONDS", "1")) {
            var courier = road.online(0.1);
            for (int round = 0; round < 3; round++) {
                assertThat(road.shift(courier, true).status()).isEqualTo(200);
                var order = road.ready();
                var offer = road.awaitOffer(courier);
                var expires = Instant.parse(offer.path("expires_at").asText());
                // from a little before to a little after the timer looks
                Road.pause(Math.max(0, Duration.between(Instant.now(), expires).toMillis() - 20));
                var answers = new ArrayList<CompletableFuture<Integer>>();
                for (int i = 0; i < 10; i++) {
                    answers.add(
                            CompletableFuture.supplyAsync(
                                    () -> road.accept(courier, offer).status()));
                    Road.pause(60);
                }
                var said = answers.stream().map(CompletableFuture::join).toList();
                // the timer may look a moment after them all
                var ride =
                        Road.await(
                                () -> {
                                    var it = road.ride(order);
                                    return it.path("timeline").size() > 2 ? it : null;
                                },
                                "what became of the offer");
                assertThat(said).allMatch(status -> status == 200 || status == 409);
                // whoever said yes too late may have been asked anew by now
                assertThat(ride.path("timeline"))
                        .as(said + " " + ride)
                        .extracting(step -> step.path("status").asText())
                        .startsWith(
                                "Waiting", "Offered", said.contains(200) ? "Assigned" : "Waiting");
                road.cancelled(order);
            }
        }
    }

    @Test
    void a_ride_that_nobody_wants_reaches_farther_and_pays_more() {
        try (var road =
                new Road(
                        "DELIVERY_REACH_SECONDS", "60",
                        "DELIVERY_WIDEN_SECONDS", "1",
                        "DELIVERY_RAISE_SECONDS", "1",
                        "DELIVERY_NO_COURIER_SECONDS", "1")) {
            // 1.1 km by a scooter are about 220 s
            var far = road.online(1);
            var order = road.ready();
            var alarm = road.bed.neighbour("notification").awaitEvent("delivery.no_courier", order);
            assertThat(alarm.path("waited_seconds").asLong()).isPositive();
            var offer = road.awaitOffer(far);
            var metres = offer.path("distance_metres").asLong();
            assertThat(offer.path("pay").asDouble()).isGreaterThan((3 + 0.0008 * metres) * 1.4);
        }
    }

    @Test
    void what_must_not_be_kept_is_deleted() {
        var database = TestBed.emptyDatabase("delivery");
        var settings = settings(database);
        long courier;
        try (var road = new Road(settings)) {
            courier = road.online(0.1);
            road.ready();
            var path = road.accepted(courier);
            road.step(courier, path, "pickup");
        }
        try (var db = Db.open(database, "delivery", new SimpleMeterRegistry())) {
            db.run(tx -> {
                tx.update("UPDATE courier_position SET stored_at = now() - interval '13 hours'");
                tx.update("UPDATE courier_position SET seen_at = stored_at, heard_at = stored_at");
                tx.update("UPDATE decision SET at = now() - interval '31 days'");
                tx.update(
                        """
                        INSERT INTO photo (delivery_id, type, image, taken_at)
                        SELECT delivery_id, 'image/png', '', now() - interval '31 days'
                          FROM delivery
                        """);
            });
            try (var road = new Road(settings)) {
                Road.await(() -> kept(db) == 0 ? true : null, "old things to be deleted");
                assertThat(road.courierView(courier).path("lat").isNull()).isTrue();
            }
        }
    }

    private static long kept(Db db) {
        return db.tx(tx ->
                tx.one(
                        """
                        SELECT (SELECT count(*) FROM courier_position WHERE lat IS NOT NULL)
                               + (SELECT count(*) FROM photo)
                               + (SELECT count(*) FROM decision) AS kept
                        """,
                        row -> row.number("kept")));
    }

    private static String[] settings(Env database, String... more) {
        return Stream.concat(
                        database.values().entrySet().stream()
                                .flatMap(it -> Stream.of(it.getKey(), it.getValue())),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void a_restart_forgets_nothing() {
        var settings =
                settings(
                        TestBed.emptyDatabase("delivery"),
                        "DELIVERY_OFFER_SECONDS",
                        "3",
                        "DELIVERY_ASK_AGAIN_SECONDS",
                        "1");
        long order;
        long courier;
        try (var road = new Road(settings)) {
            courier = road.online(0.1);
            order = road.ready();
            road.awaitOffer(courier);
        }
        try (var road = new Road(settings)) {
            // the open offer runs out, and the ride goes on to look
            road.accepted(courier);
            assertThat(road.status(order)).isEqualTo("Assigned");
            assertThat(road.ride(order).path("timeline").size()).isGreaterThanOrEqualTo(3);
        }
    }
}
