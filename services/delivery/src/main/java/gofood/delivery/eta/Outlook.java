package gofood.delivery.eta;

import gofood.contracts.Point;
import gofood.delivery.eta.Forecast.Start;
import gofood.delivery.eta.Forecast.Times;
import gofood.delivery.planning.Stop;
import gofood.delivery.planning.Travel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// When food comes that nobody in particular will bring yet: by how busy everybody is.
///
/// @param travel already corrected by the pace
public record Outlook(Learned learned, Load load, Travel travel) {

    /// When a kitchen will have the food.
    ///
    /// @param doubt how many seconds later in one of ten cases
    public record Cooked(Instant at, double doubt) {
        /// An order that isn't confirmed yet.
        public static Cooked after(
                Learned learned, long restaurantId, Instant ordered, Duration preparation) {
            var answer = learned.of(Topic.ANSWER);
            var cooking = learned.cooking(restaurantId);
            var seconds = preparation.toSeconds();
            return new Cooked(
                    later(ordered, answer.half() + seconds * cooking.half()),
                    Math.hypot(answer.doubt(), seconds * cooking.doubt()));
        }

        /// One that the kitchen has promised for a time.
        public static Cooked promised(
                Learned learned, long restaurantId, Instant confirmed, Instant promised) {
            var cooking = learned.cooking(restaurantId);
            var seconds = Math.max(0, Duration.between(confirmed, promised).toSeconds());
            return new Cooked(
                    later(confirmed, seconds * cooking.half()), seconds * cooking.doubt());
        }

        /// What isn't there yet can't have been ready before.
        public Cooked notBefore(Instant now) {
            return at.isBefore(now) ? new Cooked(now, doubt) : this;
        }
    }

    public Times of(Instant now, Point kitchen, Point door, Cooked cooked) {
        var approach = learned.of(Topic.APPROACH);
        var way = travel.seconds(load.usual(), kitchen, door).orElse(Forecast.UNKNOWN_WAY_SECONDS);
        var ride =
                approach.half()
                        + learned.of(Topic.KITCHEN).half()
                        + way
                        + learned.of(Topic.DOOR).half();
        var wait = load.waitSeconds(ride);
        var atKitchen =
                new Start(
                        load.usual(),
                        kitchen,
                        later(now, wait + approach.half()),
                        Math.hypot(approach.doubt(), wait / 2));
        var stops =
                List.of(
                        new Stop(0, Stop.Kind.PICKUP, kitchen, cooked.at, null),
                        new Stop(0, Stop.Kind.DROPOFF, door, null, null));
        var times = new Forecast(learned, travel, _ -> cooked.doubt).of(atKitchen, stops);
        return Objects.requireNonNull(times.get(0L));
    }

    private static Instant later(Instant at, double seconds) {
        return at.plusMillis(Math.round(seconds * 1000));
    }
}
