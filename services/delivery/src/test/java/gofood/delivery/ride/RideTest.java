package gofood.delivery.ride;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.Vehicle;
import gofood.delivery.courier.Sign;
import gofood.delivery.ride.Ride.Viewer;
import gofood.delivery.ride.RideEvent.Accept;
import gofood.delivery.ride.RideEvent.Arrive;
import gofood.delivery.ride.RideEvent.ArriveDoor;
import gofood.delivery.ride.RideEvent.Assign;
import gofood.delivery.ride.RideEvent.Cancel;
import gofood.delivery.ride.RideEvent.Deliver;
import gofood.delivery.ride.RideEvent.Offer;
import gofood.delivery.ride.RideEvent.PickUp;
import gofood.delivery.ride.RideEvent.Release;
import gofood.delivery.ride.RideState.Assigned;
import gofood.delivery.ride.RideState.AtDoor;
import gofood.delivery.ride.RideState.AtRestaurant;
import gofood.delivery.ride.RideState.Cancelled;
import gofood.delivery.ride.RideState.Delivered;
import gofood.delivery.ride.RideState.Offered;
import gofood.delivery.ride.RideState.PickedUp;
import gofood.delivery.ride.RideState.Returned;
import gofood.delivery.ride.RideState.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The rules of a ride's life, without anything around them.
class RideTest {
    private static final long ANN = 31;
    private static final long BOB = 32;
    private static final Money PAY = Money.cents(400);

    private static final Optional<Sign> SOMEWHERE =
            Optional.of(new Sign(ANN, 43.73, 7.42, Instant.EPOCH, null));

    private static final List<RideState> STATES =
            List.of(
                    new Waiting(),
                    new Offered(ANN),
                    new Assigned(ANN),
                    new AtRestaurant(ANN),
                    new PickedUp(ANN),
                    new AtDoor(ANN),
                    new Delivered(ANN),
                    new Cancelled(null),
                    new Returned(ANN));

    private static final List<RideEvent> EVENTS =
            List.of(
                    new Offer(ANN),
                    new Accept(ANN, PAY),
                    new Accept(BOB, PAY),
                    new Assign(ANN, PAY),
                    new Assign(BOB, PAY),
                    new Release(),
                    new Arrive(),
                    new PickUp(),
                    new ArriveDoor(),
                    new Deliver(null),
                    new Cancel(Liable.PLATFORM));

    /// One row per state, one column per event, both in the order above: where it goes, `=` for
    /// nothing new, `-` for illegal.
    private static final String TABLE =
            """
            Offered -        -        Assigned Assigned =       -            -        -      -         Cancelled
            -       Assigned -        Assigned Assigned Waiting -            -        -      -         Cancelled
            -       =        -        =        Assigned Waiting AtRestaurant PickedUp -      -         Cancelled
            -       -        -        =        Assigned Waiting =            PickedUp -      -         Cancelled
            -       -        -        -        -        -       -            =        AtDoor Delivered Returned
            -       -        -        -        -        -       -            -        =      Delivered Returned
            -       -        -        -        -        -       -            -        -      =         -
            -       -        -        -        -        -       -            -        -      -         =
            -       -        -        -        -        -       -            -        -      -         =
            """;

    @Test
    void every_event_in_every_state_does_what_the_table_says() {
        var rows = TABLE.lines().toList();
        for (int s = 0; s < STATES.size(); s++) {
            var cells = rows.get(s).split(" +");
            for (int e = 0; e < EVENTS.size(); e++) {
                var result = Ride.next(STATES.get(s), EVENTS.get(e));
                assertThat(word(result))
                        .as(STATES.get(s) + " + " + EVENTS.get(e))
                        .isEqualTo(cells[e]);
            }
        }
    }

    private static String word(Ride.Result result) {
        return switch (result) {
            case Ride.Result.Already _ -> "=";
            case Ride.Result.Illegal _ -> "-";
            case Ride.Result.Moved(var state) -> state.getClass().getSimpleName();
        };
    }

    @Test
    void the_courier_stays_the_same_on_the_road() {
        for (var state : STATES)
            for (var event : EVENTS)
                if (event instanceof RideEvent.OnTheRoad
                        && Ride.next(state, event) instanceof Ride.Result.Moved(var to))
                    assertThat(to.courierId()).isEqualTo(ANN);
        assertThat(Ride.next(new Assigned(ANN), new Assign(BOB, PAY)))
                .isEqualTo(new Ride.Result.Moved(new Assigned(BOB)));
        assertThat(Ride.next(new Assigned(ANN), new Cancel(Liable.PLATFORM)))
                .isEqualTo(new Ride.Result.Moved(new Cancelled(ANN)));
    }

    @Test
    void a_state_is_stored_and_read_back() {
        for (var state : STATES) {
            var courier = state instanceof Offered ? Long.valueOf(ANN) : state.courierId();
            assertThat(RideState.of(state.status(), courier)).isEqualTo(state);
        }
    }

    @Test
    void what_is_allowed_is_what_would_move_it() {
        assertThat(ride(new Waiting()).allowed()).containsExactly("reassign");
        assertThat(ride(new Assigned(ANN)).allowed())
                .containsExactly("arrive", "pickup", "reassign");
        assertThat(ride(new PickedUp(ANN)).allowed()).containsExactly("arrive-door", "deliver");
        assertThat(ride(new Delivered(ANN)).allowed()).isEmpty();
    }

    @Test
    void who_was_asked_and_where_the_courier_is_are_told_only_when_it_matters() {
        var asked = ride(new Offered(ANN)).view(Viewer.OPERATOR, SOMEWHERE);
        assertThat(asked.courierId()).isNull();
        assertThat(asked.courierName()).isNull();
        assertThat(asked.courierLat()).isNull();
        var riding = ride(new PickedUp(ANN)).view(Viewer.CUSTOMER, SOMEWHERE);
        assertThat(riding.courierName()).isEqualTo("Ann");
        assertThat(riding.courierLat()).isEqualTo(43.73);
        var over = ride(new Delivered(ANN)).view(Viewer.COURIER, SOMEWHERE);
        assertThat(over.courierId()).isEqualTo(ANN);
        assertThat(over.courierLat()).isNull();
        assertThat(over.eta()).isNull();
        assertThat(riding.eta()).isNotNull();
        assertThat(over.timeline()).extracting(DeliveryStep::step).containsExactly(1, 4);
        assertThat(ride(new Delivered(ANN)).view(Viewer.OPERATOR, SOMEWHERE).timeline()).hasSize(4);
    }

    @Test
    void what_a_courier_is_paid_is_not_for_the_customer() {
        var ride = ride(new PickedUp(ANN));
        assertThat(ride.view(Viewer.CUSTOMER, SOMEWHERE).pay()).isNull();
        assertThat(ride.view(Viewer.COURIER, SOMEWHERE).pay()).isEqualTo(PAY);
        assertThat(ride.view(Viewer.OPERATOR, SOMEWHERE).pay()).isEqualTo(PAY);
    }

    private static Ride ride(RideState state) {
        var now = Instant.EPOCH;
        var timeline =
                List.of(
                        new DeliveryStep(1, DeliveryStatus.WAITING, now, "order", null),
                        new DeliveryStep(2, DeliveryStatus.OFFERED, now, "dispatch", null),
                        new DeliveryStep(3, DeliveryStatus.WAITING, now, "courier 9", "declined"),
                        new DeliveryStep(4, DeliveryStatus.ASSIGNED, now, "courier 31", null));
        var spot = new Address(43.73, 7.42, "Place d'Armes");
        return new Ride(
                1,
                2,
                3,
                4,
                "Chez Nous",
                spot,
                spot,
                "1234",
                0,
                new Ride.Food(15, now, now, null, null),
                new Ride.Fare(Money.ZERO, null, new Currency("EUR"), PAY),
                "Ring twice",
                null,
                null,
                now,
                new Eta(now, now),
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                state,
                "Ann",
                Vehicle.BICYCLE,
                timeline);
    }
}
