package gofood.notification;

import static gofood.notification.OrderMessagesTest.PAID;
import static gofood.notification.OrderMessagesTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.contracts.Money;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who hears what of a ride.
class RideMessagesTest {
    @Test
    void the_road_is_told_to_those_who_wait_and_ride() {
        assertThat(
                        told(
                                RideMessages.of(
                                        new DeliveryEvent.Offered(456, 1, 31, "Chez Edgar"),
                                        Optional.empty())))
                .containsExactly(
                        "user:31 delivery.offered: A ride from Chez Edgar waits for you. Take it"
                                + " before it goes to somebody else.");
        assertThat(told(RideMessages.of(new DeliveryEvent.Assigned(456, 31, "Marc"), PAID)))
                .containsExactly("user:12 delivery.assigned: Marc will bring your order.");
        assertThat(told(RideMessages.of(new DeliveryEvent.AtDoor(456, 31), PAID)))
                .containsExactly(
                        "user:12 delivery.at_door: Your food is at the door. Say your PIN to the"
                                + " courier.");
        assertThat(
                        told(
                                RideMessages.of(
                                        new DeliveryEvent.Unassigned(456, 31, "went offline"),
                                        PAID)))
                .containsExactly(
                        "user:12 delivery.unassigned: Your courier can't come. We are looking for"
                                + " another one.",
                        "user:31 delivery.taken_back: The ride for order 456 isn't yours any more."
                                + " Went offline.");
        assertThat(told(RideMessages.of(new DeliveryEvent.NoCourier(456, 300), PAID)))
                .containsExactly(
                        "user:12 delivery.no_courier: No courier yet. We are looking further; if"
                                + " none is found you get your money back.",
                        "role:operator delivery.no_courier: Order 456 has had no courier for 5"
                                + " minutes.");
        assertThat(told(RideMessages.of(new DeliveryEvent.Failed(456, "nobody found"), PAID)))
                .containsExactly(
                        "role:operator delivery.failed: Order 456 can't be brought. Nobody"
                                + " found.");
        for (var kind : RoadTrouble.values())
            assertThat(
                            told(
                                    RideMessages.of(
                                            new DeliveryEvent.TroubleReported(
                                                    456, 31, "Marc", kind, "since 20 minutes"),
                                            PAID)))
                    .singleElement()
                    .asString()
                    .matches(
                            "role:operator delivery\\.trouble: Marc has a problem with order 456:"
                                    + " .+\\. “since 20 minutes”");
        for (var quiet :
                Arrays.<DeliveryEvent>asList(
                        new DeliveryEvent.AtRestaurant(456, 31),
                        new DeliveryEvent.PickedUp(456, 31),
                        new DeliveryEvent.Earned(456, 31, Money.cents(400), "EUR", "Delivered."),
                        new DeliveryEvent.Delivered(456, 31)))
            assertThat(RideMessages.of(quiet, PAID)).isEmpty();
    }
}
