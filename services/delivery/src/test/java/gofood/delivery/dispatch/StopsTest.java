package gofood.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.delivery.dispatch.Stops.Planned;
import gofood.delivery.planning.Stop;
import gofood.delivery.planning.Stop.Kind;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideState;
import gofood.delivery.ride.RideState.Assigned;
import gofood.delivery.ride.RideState.PickedUp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The order of what a courier still has to do.
class StopsTest {
    private static final Instant NOW = Instant.EPOCH;

    private static Ride ride(long id, RideState state) {
        var spot = new Address(43.73, 7.42, "Place d'Armes");
        return new Ride(
                id,
                id,
                3,
                4,
                "Chez Nous",
                spot,
                spot,
                "1234",
                0,
                new Ride.Food(15, NOW, NOW, null, null),
                new Ride.Fare(Money.ZERO, null, new Currency("EUR"), Money.cents(400)),
                "Ring twice",
                null,
                null,
                NOW,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                NOW,
                state,
                "Ann",
                null,
                List.of());
    }

    private static List<Planned> remaining(List<Planned> plan, Ride... rides) {
        return Stops.remaining(plan, List.of(rides), _ -> NOW).stream()
                .map(stop -> new Planned(stop.deliveryId(), stop.kind()))
                .toList();
    }

    private static Planned fetch(long id) {
        return new Planned(id, Kind.PICKUP);
    }

    private static Planned bring(long id) {
        return new Planned(id, Kind.DROPOFF);
    }

    @Test
    void the_planned_order_stays_and_what_is_done_goes() {
        var plan = List.of(fetch(1), fetch(2), bring(2), bring(1));
        assertThat(remaining(plan, ride(1, new PickedUp(9)), ride(2, new Assigned(9))))
                .containsExactly(fetch(2), bring(2), bring(1));
        assertThat(remaining(plan, ride(1, new PickedUp(9)))).containsExactly(bring(1));
        assertThat(remaining(plan)).isEmpty();
    }

    @Test
    void what_nobody_planned_comes_last_and_is_fetched_before_it_is_brought() {
        var plan = List.of(fetch(1), bring(1));
        assertThat(remaining(plan, ride(2, new Assigned(9)), ride(1, new Assigned(9))))
                .containsExactly(fetch(1), bring(1), fetch(2), bring(2));
    }

    @Test
    void a_stored_tour_is_read_back() {
        var spot = Stops.point(new Address(43.73, 7.42, "x"));
        var tour =
                List.of(
                        new Stop(1, Kind.PICKUP, spot, NOW, null),
                        new Stop(1, Kind.DROPOFF, spot, null, NOW));
        assertThat(Boards.tour(Stops.stored(tour))).containsExactly(fetch(1), bring(1));
    }
}
