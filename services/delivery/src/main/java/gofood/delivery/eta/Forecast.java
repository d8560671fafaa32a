package gofood.delivery.eta;

import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.delivery.planning.Stop;
import gofood.delivery.planning.Travel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// When a courier will be at each door of their tour. The earlier moment is what is most likely;
/// what can take longer (ways, kitchens, doors) is assumed to do so independently of each other, so
/// the doubts add up as squares.
///
/// @param travel already corrected by the pace
/// @param cookingDoubt how many seconds later than expected a delivery's food is in one of ten
///   cases
public record Forecast(Learned learned, Travel travel, LongToDoubleFunction cookingDoubt) {
    /// Where no way is known, which the matching of addresses makes rare.
    static final int UNKNOWN_WAY_SECONDS = 900;

    /// Nobody can tell it better than this, in seconds.
    private static final double LEAST_DOUBT = 30;

    /// Where and when somebody starts.
    ///
    /// @param doubt how many seconds later it may be in one of ten cases
    public record Start(Vehicle vehicle, Point at, Instant when, double doubt) {}

    /// What a forecast says of one delivery.
    ///
    /// @param pickup when its courier has the food; null when they have it already
    public record Times(@Nullable Instant pickup, Eta handover) {}

    /// What a wait may add, in seconds: what is likely, and the square of the doubt.
    private record Reckoning(Instant when, double doubtSquared) {
        Reckoning plus(double seconds, double doubt) {
            var later = when.plus(Duration.ofMillis(Math.round(seconds * 1000)));
            return new Reckoning(later, doubtSquared + doubt * doubt);
        }

        Eta eta() {
            var doubt = Math.max(LEAST_DOUBT, Math.sqrt(doubtSquared));
            return new Eta(seconds(when), seconds(when.plusSeconds(Math.round(doubt))));
        }

        private static Instant seconds(Instant at) {
            return Instant.ofEpochSecond(at.getEpochSecond());
        }
    }

    /// @return for each delivery of the tour when it is fetched and handed over
    public Map<Long, Times> of(Start start, List<Stop> stops) {
        var fetched = new HashMap<Long, Instant>();
        var times = new HashMap<Long, Times>();
        var now = new Reckoning(start.when, start.doubt * start.doubt);
        var at = start.at;
        for (var stop : stops) {
            now = after(now, start.vehicle, at, stop);
            at = stop.at();
            var id = stop.deliveryId();
            switch (stop.kind()) {
                case PICKUP -> fetched.put(id, Reckoning.seconds(now.when));
                case DROPOFF -> times.put(id, new Times(fetched.get(id), now.eta()));
            }
        }
        return times;
    }

    private Reckoning after(Reckoning before, Vehicle vehicle, Point from, Stop stop) {
        var way =
                from.equals(stop.at())
                        ? 0
                        : travel.seconds(vehicle, from, stop.at()).orElse(UNKNOWN_WAY_SECONDS);
        var pace = learned.pace(vehicle);
        var there = before.plus(way, way * (pace.most() / pace.half() - 1));
        return switch (stop.kind()) {
            case PICKUP -> fetched(there, stop);
            case DROPOFF -> {
                var door = learned.of(Topic.DOOR);
                yield there.plus(door.half(), door.doubt());
            }
        };
    }

    private Reckoning fetched(Reckoning there, Stop stop) {
        var handover = learned.of(Topic.KITCHEN);
        var ready = stop.earliest();
        var doubt = ready == null ? 0 : cookingDoubt.applyAsDouble(stop.deliveryId());
        if (ready == null || !ready.isAfter(there.when)) {
            // who comes later than the food may still find it late, by what is left of the doubt
            var slack = ready == null ? 0 : Duration.between(ready, there.when).toSeconds();
            return there.plus(handover.half(), handover.doubt())
                    .plus(0, Math.max(0, doubt - slack));
        }
        // who waits for the food has made up for a slow way
        var wait = Duration.between(there.when, ready).toSeconds();
        var late = Math.max(0, Math.sqrt(there.doubtSquared) - wait);
        return new Reckoning(ready, late * late + doubt * doubt)
                .plus(handover.half(), handover.doubt());
    }
}
