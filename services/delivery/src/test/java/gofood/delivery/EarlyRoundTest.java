package gofood.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Rounds that are hardly ever played by the clock.
class EarlyRoundTest {
    @Test
    void a_round_begins_before_its_time_when_food_is_ready_or_a_courier_is_free() {
        try (var road = new Road("DELIVERY_ROUND_SECONDS", "300")) {
            var began = Instant.now();
            var first = road.ready();
            var near = road.online(0.1);
            road.decline(near, road.awaitOffer(near));
            var far = road.online(0.3);
            var path = road.accepted(far);
            var second = road.ready();
            road.decline(near, road.awaitOffer(near));
            road.step(far, path, "pickup");
            assertThat(road.deliver(far, path, "1234").status()).isEqualTo(200);
            road.accepted(far);
            assertThat(road.status(first)).isEqualTo("Delivered");
            assertThat(road.status(second)).isEqualTo("Assigned");
            assertThat(began).isAfter(Instant.now().minus(Duration.ofSeconds(250)));
        }
    }
}
