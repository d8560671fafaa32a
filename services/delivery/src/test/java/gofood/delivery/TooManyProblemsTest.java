package gofood.delivery;

import static gofood.delivery.Road.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.NewRoadProblem;
import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.platform.testing.TestClient;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// How often operators hear of one ride.
@Execution(ExecutionMode.CONCURRENT)
class TooManyProblemsTest {
    private static TestClient.Answer report(
            Road road, long courier, String path, RoadTrouble kind, boolean back) {
        var problem = new NewRoadProblem(kind, null, back);
        return road.courier(courier).post(path + "/problem", problem);
    }

    private static long told(Road road, long order) {
        return road.bed.neighbour("notification").events().stream()
                .filter(event -> event.path("type").asText().equals("delivery.trouble_reported"))
                .filter(event -> event.path("subject").asLong() == order)
                .count();
    }

    @Test
    void each_kind_is_told_once_a_minute_though_they_alternate() {
        try (var road = new Road()) {
            var courier = road.online(0.1);
            var order = road.ready();
            var path = road.accepted(courier);
            var kinds = RoadTrouble.values();
            for (int i = 0; i < 20; i++) {
                var kind = kinds[i % kinds.length];
                var answer = report(road, courier, path, kind, false);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().at("/problem/kind").asText())
                        .isEqualTo(kind.name().toLowerCase(Locale.ROOT));
            }
            // what is told later comes later
            assertThat(report(road, courier, path, kinds[0], true).status()).isEqualTo(200);
            road.bed.neighbour("order").awaitEvent("delivery.unassigned", order);
            Road.await(() -> told(road, order) >= kinds.length ? true : null, "all kinds");
            Road.pause(500);
            assertThat(told(road, order)).isEqualTo(kinds.length);
        }
    }

    @Test
    void beyond_the_limit_of_an_hour_a_problem_is_refused_and_a_ride_still_given_back() {
        try (var road = new Road("DELIVERY_TROUBLES_PER_HOUR", "2")) {
            var courier = road.online(0.1);
            var order = road.ready();
            var path = road.accepted(courier);
            report(road, courier, path, RoadTrouble.LONG_WAIT, false);
            report(road, courier, path, RoadTrouble.OTHER, false);
            // the same within the minute is no third one
            assertThat(report(road, courier, path, RoadTrouble.LONG_WAIT, false).status())
                    .isEqualTo(200);
            var third = report(road, courier, path, RoadTrouble.CANNOT_FIND, false);
            refuses(third, 429, "too_many_problems");
            assertThat(third.body().path("retry_after_seconds").asLong()).isBetween(3500L, 3601L);
            assertThat(road.ride(order).at("/problem/kind").asText()).isEqualTo("long_wait");
            assertThat(report(road, courier, path, RoadTrouble.BROKEN_DOWN, true).status())
                    .isEqualTo(200);
            assertThat(road.status(order)).isEqualTo("Waiting");
            road.bed.neighbour("order").awaitEvent("delivery.unassigned", order);
            Road.await(() -> told(road, order) >= 2 ? true : null, "both problems");
            Road.pause(500);
            assertThat(told(road, order)).isEqualTo(2);
        }
    }

    @Test
    void why_a_ride_was_given_back_is_for_operators_alone() {
        try (var road = new Road()) {
            var courier = road.online(0.1);
            var order = road.ready();
            var path = road.accepted(courier);
            report(road, courier, path, RoadTrouble.BROKEN_DOWN, true);
            var lost = road.bed.neighbour("order").awaitEvent("delivery.unassigned", order);
            var said = new HashSet<String>();
            said.add(lost.path("reason").asText());
            for (var step : road.customer().get(path).body().path("timeline"))
                if (!step.path("why").isNull()) said.add(step.path("why").asText());
            assertThat(said)
                    .containsExactly(
                            "The courier could not go on. Another one is being looked for.");
            var decisions = road.operator().get(path + "/decisions").body().path("decisions");
            assertThat(decisions.get(0).path("reason").asText())
                    .isEqualTo(
                            "courier %d gave the ride back: the vehicle broke down"
                                    .formatted(courier));
        }
    }
}
