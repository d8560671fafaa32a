package gofood.delivery.ride;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.delivery.DeliveryConfig.Shares;
import gofood.delivery.ride.RideEvent.Cancel;
import gofood.delivery.ride.RideState.Assigned;
import gofood.delivery.ride.RideState.AtDoor;
import gofood.delivery.ride.RideState.AtRestaurant;
import gofood.delivery.ride.RideState.Cancelled;
import gofood.delivery.ride.RideState.Delivered;
import gofood.delivery.ride.RideState.Offered;
import gofood.delivery.ride.RideState.PickedUp;
import gofood.delivery.ride.RideState.Returned;
import gofood.delivery.ride.RideState.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What of the pay each step of a ride earns, from every state into every other.
class EarningTest {
    private static final Shares SHARES = new Shares(30, 60);
    private static final List<RideState> ALL =
            List.of(
                    new Waiting(),
                    new Offered(31),
                    new Assigned(31),
                    new AtRestaurant(31),
                    new PickedUp(31),
                    new AtDoor(31),
                    new Delivered(31),
                    new Cancelled(31L),
                    new Returned(31));

    private static int percent(RideState before, RideState now) {
        return Earning.of(before, now, new Cancel(Liable.PLATFORM), SHARES).percent();
    }

    @Test
    void who_arrives_or_has_to_turn_back_earns_all_of_it() {
        for (var before : ALL) {
            assertThat(percent(before, new Delivered(31))).isEqualTo(100);
            assertThat(percent(before, new Returned(31))).isEqualTo(100);
        }
    }

    @Test
    void a_ride_called_off_before_the_pick_up_earns_by_how_far_one_had_come() {
        for (var before : ALL)
            assertThat(percent(before, new Cancelled(31L)))
                    .as("cancelled when %s", before)
                    .isEqualTo(
                            switch (before) {
                                case AtRestaurant _ -> 60;
                                case Assigned _ -> 30;
                                case Waiting _, Offered _, PickedUp _, AtDoor _ -> 0;
                                case Delivered _, Cancelled _, Returned _ -> 0;
                            });
    }

    @Test
    void what_goes_on_or_goes_to_somebody_else_earns_nothing() {
        for (var before : ALL)
            for (var now : ALL)
                if (!now.isOver())
                    assertThat(percent(before, now)).as("%s to %s", before, now).isZero();
    }

    @Test
    void a_ride_that_comes_to_nothing_by_its_couriers_own_fault_earns_nothing() {
        var own = new Cancel(Liable.COURIER);
        for (var before : ALL)
            for (var now : List.of(new Cancelled(31L), new Returned(31)))
                assertThat(Earning.of(before, now, own, SHARES).percent()).isZero();
    }

    @Test
    void every_earning_says_why() {
        for (var before : ALL)
            for (var now : ALL) {
                var earning = Earning.of(before, now, new Cancel(Liable.PLATFORM), SHARES);
                assertThat(earning.why().isEmpty()).isEqualTo(earning.percent() == 0);
            }
    }

    @Test
    void a_share_is_rounded_up_to_a_coin() {
        var third = new Earning(30, "");
        assertThat(third.of(Money.cents(405), new Currency("EUR"))).isEqualTo(Money.cents(122));
        assertThat(third.of(new Money(551_000), new Currency("JPY"))).isEqualTo(new Money(166_000));
        assertThat(third.of(new Money(951), new Currency("KWD"))).isEqualTo(new Money(286));
        assertThat(new Earning(0, "").of(Money.cents(405), new Currency("EUR")))
                .isEqualTo(Money.ZERO);
        assertThat(new Earning(100, "").of(Money.cents(405), new Currency("EUR")))
                .isEqualTo(Money.cents(405));
    }
}
