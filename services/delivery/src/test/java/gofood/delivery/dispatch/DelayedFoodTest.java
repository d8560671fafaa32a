package gofood.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.eta.Forecast;
import gofood.delivery.eta.Forecast.Start;
import gofood.delivery.eta.Forecast.Times;
import gofood.delivery.eta.Learned;
import gofood.delivery.eta.Load;
import gofood.delivery.eta.Outlook;
import gofood.delivery.eta.Topic;
import gofood.delivery.planning.Travel;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.Ride.Delay;
import gofood.delivery.ride.RideState.Assigned;
import gofood.platform.run.Env;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A kitchen's delay, whatever was learned of the kitchen before: who says "longer" is believed.
class DelayedFoodTest {
    private static final Instant NOW = Instant.parse("2026-07-01T19:00:00Z");
    private static final Address KITCHEN = new Address(43.7384, 7.4246, "1 Rue Grimaldi");
    private static final Address HOME = new Address(43.7400, 7.4300, "5 Avenue de la Costa");
    private static final int WAY = 240;

    private static final Travel TRAVEL =
            new Travel() {
                @Override
                public OptionalInt seconds(Vehicle vehicle, Point from, Point to) {
                    return OptionalInt.of(from.equals(to) ? 0 : WAY);
                }

                @Override
                public OptionalInt metres(Vehicle vehicle, Point from, Point to) {
                    return OptionalInt.of(1000);
                }
            };

    private static Ride ride(Instant confirmed, Instant promised, @Nullable Delay delay) {
        return new Ride(
                1,
                1,
                3,
                4,
                "Chez Nous",
                KITCHEN,
                HOME,
                "1234",
                0,
                new Ride.Food(15, confirmed, promised, delay, null),
                new Ride.Fare(Money.ZERO, null, new Currency("EUR"), Money.cents(400)),
                null,
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
                confirmed,
                new Assigned(9),
                "Ann",
                null,
                List.of());
    }

    private static Learned learned(Random random) {
        var share = 0.02 * Math.pow(250, random.nextDouble());
        var quick = 1 + random.nextInt(60) * 1.0;
        return new Learned(
                Map.of(
                        Topic.COOKING, Map.of("4", Collections.nCopies(30, share)),
                        Topic.KITCHEN, Map.of("all", Collections.nCopies(30, quick)),
                        Topic.DOOR, Map.of("all", Collections.nCopies(30, quick))));
    }

    private static Board board(Ride ride, Learned learned) {
        return new Board(
                NOW,
                List.of(ride),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                learned,
                DeliveryConfig.from(new Env(Map.of())));
    }

    private static void isInOrder(Times times, Instant ready, String which) {
        var eta = times.handover();
        assertThat(times.pickup()).as(which).isNotNull().isAfterOrEqualTo(ready);
        assertThat(eta.from()).as(which).isAfterOrEqualTo(times.pickup());
        assertThat(eta.to()).as(which).isAfterOrEqualTo(eta.from());
        assertThat(eta.to()).as(which).isAfterOrEqualTo(ready.plusSeconds(WAY));
    }

    @Test
    void no_delayed_food_is_fetched_or_brought_before_it_is_ready() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var confirmed = NOW.minusSeconds(random.nextInt(1800));
            var promised = confirmed.plusSeconds(60 + random.nextInt(3600));
            var said = confirmed.plusSeconds(random.nextInt(600));
            var to = promised.plusSeconds(60 + random.nextInt(5400));
            var delay = random.nextInt(5) == 0 ? null : new Delay(said, to);
            var ride = ride(confirmed, promised, delay);
            var learned = learned(random);
            var board = board(ride, learned);
            var cooked = board.cooked(ride);
            var ready = delay != null && to.isAfter(NOW) ? to : cooked.at();
            var which = "seed " + seed;
            assertThat(cooked.at()).as(which).isAfterOrEqualTo(ready);

            var home = Stops.point(HOME);
            var start = new Start(Vehicle.SCOOTER, home, NOW, 0);
            var stops = Stops.remaining(List.of(), List.of(ride), it -> board.cooked(it).at());
            var forecast = new Forecast(learned, TRAVEL, _ -> cooked.doubt());
            var tour = Objects.requireNonNull(forecast.of(start, stops).get(1L));
            isInOrder(tour, ready, which);
            var load = new Load(0, 10, 5, Vehicle.SCOOTER);
            var nobody = new Outlook(learned, load, TRAVEL);
            isInOrder(nobody.of(NOW, Stops.point(KITCHEN), home, cooked), ready, which);
        }
    }

    @Test
    void a_slow_kitchen_is_slow_after_its_delay_too_and_a_quick_one_only_as_it_says() {
        var to = NOW.plus(Duration.ofMinutes(48));
        var ride = ride(NOW, NOW.plusSeconds(600), new Delay(NOW, to));
        var quick = new Learned(Map.of(Topic.COOKING, Map.of("4", Collections.nCopies(30, 0.05))));
        var slow = new Learned(Map.of(Topic.COOKING, Map.of("4", Collections.nCopies(30, 2.0))));
        assertThat(board(ride, quick).cooked(ride).at()).isEqualTo(to);
        assertThat(board(ride, slow).cooked(ride).at()).isAfter(to.plusSeconds(1200));
    }
}
