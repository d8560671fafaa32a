package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.GatewayApi.ParkedEvent;
import gofood.contracts.GatewayApi.ParkedEvents;
import gofood.contracts.UserApi.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Events that somebody refused for good, as an operator finds them in all services.
class ParkedDeskTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final PlayedService.Act DONE =
            (_, out) -> PlayedService.answer(out, 204, new byte[0]);

    private Town town;

    @BeforeEach
    void open() {
        town = new Town();
        for (var name : RouteTable.SERVICES) shows(town.service(name), null);
        shows(town.secondOrder, null);
    }

    @AfterEach
    void close() {
        town.close();
    }

    /// @param parked the seconds after noon at which each was parked; its position, too
    private static void shows(PlayedService service, @Nullable String nextCursor, int... parked) {
        var page = new HashMap<String, Object>();
        page.put("events", Arrays.stream(parked).mapToObj(ParkedDeskTest::event).toList());
        if (nextCursor != null) page.put("next_cursor", nextCursor);
        service.on("GET /events/parked", PlayedService.json(200, page));
    }

    private static Map<String, Object> event(int second) {
        return Map.of(
                "position", second,
                "subscriber", "delivery",
                "key", "7",
                "type", "order.paid",
                "error", "boom",
                "created_at", NOON,
                "parked_at", NOON.plusSeconds(second));
    }

    private ParkedEvents read(String query) {
        var answer = town.as(Role.OPERATOR, 4).get("/parked" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(ParkedEvents.class);
    }

    @Test
    void those_of_all_services_are_shown_the_oldest_first() {
        for (var order : List.of(town.service("order"), town.secondOrder)) shows(order, null, 5, 9);
        shows(town.service("payment"), null, 7);
        town.service("city").goAway();
        var found = read("");
        assertThat(found.events().getFirst())
                .isEqualTo(
                        new ParkedEvent(
                                "order",
                                5,
                                "delivery",
                                "7",
                                "order.paid",
                                "boom",
                                NOON,
                                NOON.plusSeconds(5)));
        assertThat(found.events()).extracting(ParkedEvent::id).containsExactly(5L, 7L, 9L);
        assertThat(found.events())
                .extracting(ParkedEvent::service)
                .containsExactly("order", "payment", "order");
        assertThat(found.unreachable()).containsExactly("city");
        assertThat(found.more()).isFalse();
        assertThat(read("?limit=2").events()).hasSize(2);
        assertThat(read("?limit=2").more()).isTrue();
    }

    @Test
    void that_there_are_more_is_told() {
        shows(town.service("user"), "c2", 1);
        assertThat(read("").more()).isTrue();
    }

    @Test
    void one_is_tried_again_or_given_up_in_the_operators_name() {
        var payment = town.service("payment");
        payment.on("POST /events/parked/7/retry", DONE);
        payment.on("POST /events/parked/8/drop", DONE);
        var operator = town.as(Role.OPERATOR, 4);
        assertThat(operator.post("/parked/payment/7/retry", Map.of()).status()).isEqualTo(204);
        assertThat(operator.post("/parked/payment/8/drop", Map.of()).status()).isEqualTo(204);
        for (var path : List.of("/events/parked/7/retry", "/events/parked/8/drop"))
            assertThat(payment.heard(path).getLast().header("Authorization"))
                    .isEqualTo("Bearer " + operator.token());
    }

    @Test
    void what_is_not_there_is_said_to_be_missing() {
        var gone = PlayedService.json(404, Map.of("code", "not_found"));
        town.service("payment").on("POST /events/parked/7/retry", gone);
        town.service("city").goAway();
        var operator = town.as(Role.OPERATOR, 4);
        assertThat(operator.post("/parked/payment/7/retry", Map.of()).status()).isEqualTo(404);
        assertThat(operator.post("/parked/nobody/7/retry", Map.of()).status()).isEqualTo(404);
        assertThat(operator.post("/parked/payment/x/retry", Map.of()).status()).isEqualTo(404);
        assertThat(operator.post("/parked/city/7/retry", Map.of()).status()).isEqualTo(503);
    }

    @Test
    void it_is_for_operators() {
        for (var path : List.of("/parked/payment/7/retry", "/parked/payment/7/drop")) {
            assertThat(town.anyone().post(path, Map.of()).status()).isEqualTo(401);
            assertThat(town.as(Role.STAFF, 5).post(path, Map.of()).status()).isEqualTo(403);
        }
        assertThat(town.anyone().get("/parked").status()).isEqualTo(401);
        assertThat(town.as(Role.STAFF, 5).get("/parked").status()).isEqualTo(403);
    }
}
