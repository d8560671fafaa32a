package gofood.order;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.ZoneCheck;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.Point;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether kitchens deliver to a door and how far that is along streets, as the city says; what it
/// said is kept for a minute, and longer while it is silent.
final class DoorVerdicts {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration BETTER_THAN_NONE = Duration.ofMinutes(15);
    private static final int MOST_KEPT = 100_000;

    private final Peer city;
    private final Clock clock;
    private final Cache<Trip, Said> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(BETTER_THAN_NONE).build();

    DoorVerdicts(Peer city, Clock clock) {
        this.city = city;
        this.clock = clock;
    }

    private record Trip(Kitchen from, Point to) {}

    private record Said(ZoneVerdict verdict, Instant at) {
        /// A restriction that has ended meanwhile says nothing about now.
        boolean isGood(Duration age, Instant now) {
            var until = verdict.until();
            return now.isBefore(at.plus(age)) && (until == null || now.isBefore(until));
        }
    }

    ZoneVerdict of(Point door, Kitchen kitchen) {
        var all = of(door, List.of(kitchen));
        return all.values().iterator().next();
    }

    /// One for each, by its number.
    ///
    /// @throws Refused 503 when nobody can say
    Map<Long, ZoneVerdict> of(Point door, List<Kitchen> kitchens) {
        var now = clock.instant();
        var verdicts = new HashMap<Long, ZoneVerdict>();
        var open = new ArrayList<Kitchen>();
        for (var kitchen : kitchens)
            if (!isKept(verdicts, new Trip(kitchen, door), FRESH, now)) open.add(kitchen);
        if (open.isEmpty()) return verdicts;
        try {
            var said = ask(door, open);
            for (int i = 0; i < open.size(); i++) {
                verdicts.put(open.get(i).restaurantId(), said.get(i));
                kept.put(new Trip(open.get(i), door), new Said(said.get(i), now));
            }
        } catch (Refused silent) {
            for (var kitchen : open)
                if (!isKept(verdicts, new Trip(kitchen, door), BETTER_THAN_NONE, now)) throw silent;
        }
        return verdicts;
    }

    private boolean isKept(Map<Long, ZoneVerdict> into, Trip trip, Duration age, Instant now) {
        var said = kept.getIfPresent(trip);
        if (said == null || !said.isGood(age, now)) return false;
        into.put(trip.from.restaurantId(), said.verdict);
        return true;
    }

    private List<ZoneVerdict> ask(Point door, List<Kitchen> kitchens) {
        var wish = new ZoneCheck(door, kitchens);
        var answer = RequestScope.within(PATIENCE, () -> city.post("/zones/check", wish));
        var said =
                answer.isOk() ? answer.as(ZoneVerdicts.class).verdicts() : List.<ZoneVerdict>of();
        if (said.size() == kitchens.size()) return said;
        throw Refused.unavailable("The city service");
    }
}
