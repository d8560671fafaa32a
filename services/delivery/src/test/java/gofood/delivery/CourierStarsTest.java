package gofood.delivery;

import static gofood.delivery.Road.CUSTOMER;
import static gofood.delivery.Road.RESTAURANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Rating;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What customers give those who brought it.
class CourierStarsTest extends WithRoad {
    private void rate(long order, long courier, @Nullable Integer stars, Instant at) {
        var rating = new Rating(5, stars, null, at);
        road.tell(
                "order.rated",
                order,
                new OrderEvent.Rated(order, CUSTOMER, RESTAURANT, courier, rating));
    }

    private long brought(long courier) {
        var order = road.ready();
        var path = road.accepted(courier);
        road.step(courier, path, "pickup");
        road.deliver(courier, path, "1234");
        return order;
    }

    private JsonNode rating(long courier) {
        return road.courier(courier).get("/couriers/" + courier).body().path("rating");
    }

    @Test
    void the_latest_word_on_each_order_counts_once_three_have_said_something() {
        var courier = road.online(0.1);
        var first = brought(courier);
        var second = brought(courier);
        var third = brought(courier);
        var now = Instant.now();
        rate(first, courier, 5, now);
        rate(second, courier, 4, now);
        assertThat(rating(courier).isNull()).isTrue();
        rate(third, courier, null, now);
        assertThat(rating(courier).isNull()).isTrue();
        rate(third, courier, 1, now.plusSeconds(1));
        assertThat(rating(courier).path("count").asInt()).isEqualTo(3);
        assertThat(rating(courier).path("average").asDouble()).isEqualTo(3.3);
        rate(third, courier, 4, now.plusSeconds(2));
        rate(third, courier, 4, now.plusSeconds(2));
        // what was said before comes too late
        rate(third, courier, 2, now.plusSeconds(1));
        assertThat(rating(courier).path("average").asDouble()).isEqualTo(4.3);
        assertThat(road.courierView(courier).at("/rating/count").asInt()).isEqualTo(3);
        rate(third, courier, null, now.plusSeconds(3));
        assertThat(rating(courier).isNull()).isTrue();
    }

    @Test
    void only_who_brought_an_order_is_rated_for_it() {
        var courier = road.online(0.1);
        var innocent = road.online(5);
        for (int i = 0; i < 3; i++) rate(brought(courier), innocent, 1, Instant.now());
        assertThat(rating(innocent).isNull()).isTrue();
        assertThat(rating(courier).path("average").asDouble()).isEqualTo(1);
        rate(Road.newId(), innocent, 1, Instant.now());
        var waiting = road.paid();
        rate(waiting, innocent, 1, Instant.now());
        assertThat(rating(innocent).isNull()).isTrue();
    }
}
