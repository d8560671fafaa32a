package gofood.delivery;

import static gofood.delivery.Road.KITCHEN;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.Vehicle;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A courier without an offer is told why.
class WhyNoOfferTest extends WithRoad {
    private String why(long courier) {
        return road.courier(courier).get("/offers").body().path("why").asText();
    }

    private void awaitWhy(long courier, String why) {
        Road.await(() -> why(courier).equals(why) ? true : null, why + " for " + courier);
    }

    @Test
    void who_is_off_shift_or_nowhere_is_told_so() {
        var id = Road.newId();
        assertThat(why(id)).isEqualTo("offline");
        var ann = new NewCourier(null, "Ann", Vehicle.BICYCLE, 1);
        road.courier(id).post("/couriers", ann);
        assertThat(why(id)).isEqualTo("offline");
        road.shift(id, true);
        assertThat(why(id)).isEqualTo("no_position");
        road.at(id, KITCHEN.lat(), KITCHEN.lon(), Instant.now().minusSeconds(3600));
        assertThat(why(id)).isEqualTo("no_position");
        road.at(id, KITCHEN.lat(), KITCHEN.lon(), Instant.now());
        assertThat(why(id)).isEqualTo("nothing_waits");
    }

    @Test
    void who_is_asked_needs_no_reason_and_others_are_told_theirs() {
        var near = road.online(0.1);
        var far = road.online(1);
        road.ready();
        var offer = road.awaitOffer(near);
        assertThat(road.courier(near).get("/offers").body().path("why").isNull()).isTrue();
        assertThat(why(far)).isEqualTo("others_nearer");
        road.accept(near, offer);
        assertThat(why(near)).isEqualTo("bag_full");
        awaitWhy(far, "nothing_waits");
    }

    @Test
    void what_is_not_looked_for_yet_and_what_they_declined_does_not_wait_for_them() {
        var courier = road.online(0.1);
        var later = road.paid();
        road.received(later, Instant.now().plusSeconds(7200));
        Road.pause(400);
        assertThat(why(courier)).isEqualTo("nothing_waits");
        var order = road.ready();
        road.decline(courier, road.awaitOffer(courier));
        road.awaitStatus(order, "Waiting");
        assertThat(why(courier)).isEqualTo("nothing_waits");
    }
}
