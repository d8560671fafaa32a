package gofood.delivery.eta;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.delivery.eta.Forecast.Start;
import gofood.delivery.eta.Outlook.Cooked;
import gofood.delivery.planning.Stop;
import gofood.delivery.planning.Stop.Kind;
import gofood.delivery.planning.Travel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// When food is at the door, with ways of five minutes everywhere.
class ForecastTest {
    private static final Instant NOW = Instant.parse("2026-07-01T19:00:00Z");
    private static final Point HERE = new Point(43.73, 7.41);
    private static final Point KITCHEN = new Point(43.74, 7.42);
    private static final Point DOOR = new Point(43.75, 7.43);
    private static final Learned NOTHING = Learned.nothing();

    private static final Travel FIVE_MINUTES =
            new Travel() {
                @Override
                public OptionalInt seconds(Vehicle vehicle, Point from, Point to) {
                    return OptionalInt.of(from.equals(to) ? 0 : 300);
                }

                @Override
                public OptionalInt metres(Vehicle vehicle, Point from, Point to) {
                    return OptionalInt.of(1000);
                }
            };

    private static Stop pickup(@Nullable Instant ready) {
        return new Stop(1, Kind.PICKUP, KITCHEN, ready, null);
    }

    private static Stop dropoff(long delivery) {
        return new Stop(delivery, Kind.DROPOFF, DOOR, null, null);
    }

    private static Eta eta(double cookingDoubt, long delivery, Stop... stops) {
        var forecast = new Forecast(NOTHING, FIVE_MINUTES, _ -> cookingDoubt);
        var start = new Start(Vehicle.BICYCLE, HERE, NOW, 0);
        return Objects.requireNonNull(forecast.of(start, List.of(stops)).get(delivery)).handover();
    }

    private static long width(Eta eta) {
        return Duration.between(eta.from(), eta.to()).toSeconds();
    }

    @Test
    void ways_and_handovers_add_up() {
        // 300 s there, 60 s at the kitchen, 300 s on, 90 s at the door
        assertThat(eta(0, 1, pickup(null), dropoff(1)).from()).isEqualTo(NOW.plusSeconds(750));
        assertThat(eta(0, 1, dropoff(1)).from()).isEqualTo(NOW.plusSeconds(390));
    }

    @Test
    void food_that_is_late_makes_the_courier_wait() {
        var ready = NOW.plusSeconds(900);
        assertThat(eta(0, 1, pickup(ready), dropoff(1)).from())
                .isEqualTo(NOW.plusSeconds(900 + 60 + 300 + 90));
    }

    @Test
    void who_comes_later_in_the_tour_waits_for_those_before() {
        var second = eta(0, 2, pickup(null), dropoff(1), dropoff(2));
        assertThat(second.from()).isEqualTo(NOW.plusSeconds(750 + 90));
    }

    @Test
    void the_nearer_it_comes_the_surer_it_gets() {
        var cooking = eta(300, 1, pickup(NOW.plusSeconds(600)), dropoff(1));
        var fetched = eta(300, 1, dropoff(1));
        assertThat(width(cooking)).isGreaterThan(300);
        assertThat(width(fetched)).isLessThan(width(cooking)).isGreaterThanOrEqualTo(30);
    }

    @Test
    void a_busy_city_takes_longer_than_a_quiet_one() {
        var cooked = new Cooked(NOW, 0);
        var quiet = new Outlook(NOTHING, new Load(0, 10, 5, Vehicle.BICYCLE), FIVE_MINUTES);
        var busy = new Outlook(NOTHING, new Load(20, 10, 0, Vehicle.BICYCLE), FIVE_MINUTES);
        var nobody = new Outlook(NOTHING, new Load(1, 0, 0, Vehicle.BICYCLE), FIVE_MINUTES);
        var soon = quiet.of(NOW, KITCHEN, DOOR, cooked).handover();
        var later = busy.of(NOW, KITCHEN, DOOR, cooked).handover();
        assertThat(soon.from()).isEqualTo(NOW.plusSeconds(300 + 60 + 300 + 90));
        assertThat(later.from()).isAfter(soon.from().plusSeconds(600));
        assertThat(width(later)).isGreaterThan(width(soon));
        assertThat(nobody.of(NOW, KITCHEN, DOOR, cooked).handover().from())
                .isBefore(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void an_order_waits_for_the_kitchen_and_the_kitchen_for_its_answer() {
        var cooked = Cooked.after(NOTHING, 7, NOW, Duration.ofMinutes(20));
        assertThat(cooked.at()).isEqualTo(NOW.plusSeconds(45 + 1200));
        assertThat(cooked.doubt()).isGreaterThan(400);
        assertThat(cooked.notBefore(NOW.plusSeconds(9999)).at()).isEqualTo(NOW.plusSeconds(9999));
        var promised = Cooked.promised(NOTHING, 7, NOW, NOW.plusSeconds(600));
        assertThat(promised.at()).isEqualTo(NOW.plusSeconds(600));
    }
}
