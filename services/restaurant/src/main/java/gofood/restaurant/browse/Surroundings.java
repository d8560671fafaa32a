package gofood.restaurant.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.contracts.CityApi.ZoneCheck;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.Point;
import gofood.platform.db.Db;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.wire.Refused;
import gofood.restaurant.RestaurantConfig;
import gofood.restaurant.browse.Ranking.Near;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which restaurants deliver to a door, and how far each is: the city is asked once about the
/// thousand that are nearest in a straight line, and its answer ranks every list and page near that
/// door for a minute. Doors count as the same within about ten metres.
public final class Surroundings {
    private static final int MOST = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration BETTER_THAN_NONE = Duration.ofMinutes(15);

    /// After a silence the city is left alone for so long: if it hangs, it must not cost each
    /// reader a second.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final double DOORS_PER_DEGREE = 10_000;
    private static final int MOST_VERDICTS_KEPT = 300_000;

    private final Db db;
    private final Clock clock;
    private final RestaurantSearch search;
    private final Peer city;
    private final RestaurantConfig config;
    private final Cache<Point, Asked> kept =
            Caffeine.newBuilder()
                    .expireAfterWrite(BETTER_THAN_NONE)
                    .maximumWeight(MOST_VERDICTS_KEPT)
                    .weigher((Point _, Asked asked) -> 1 + asked.ranking.size())
                    .build();
    private volatile Instant cityFrom = Instant.MIN;

    public Surroundings(
            Db db, Clock clock, RestaurantSearch search, Peer city, RestaurantConfig config) {
        this.db = db;
        this.clock = clock;
        this.search = search;
        this.city = city;
        this.config = config;
    }

    private record Asked(Ranking ranking, Instant at) {}

    /// @return nothing while the city is silent
    Optional<Ranking> of(Point spot) {
        var now = clock.instant();
        var door = new Point(rounded(spot.lat()), rounded(spot.lon()));
        var known = kept.getIfPresent(door);
        if (known != null && now.isBefore(known.at.plus(FRESH))) return Optional.of(known.ranking);
        var asked = now.isBefore(cityFrom) ? Optional.<Ranking>empty() : ask(door);
        asked.ifPresent(ranking -> kept.put(door, new Asked(ranking, now)));
        return asked.isPresent() ? asked : Optional.ofNullable(known).map(Asked::ranking);
    }

    /// There is a new restaurant.
    public void forget() {
        kept.invalidateAll();
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DOORS_PER_DEGREE) / DOORS_PER_DEGREE;
    }

    private Optional<Ranking> ask(Point door) {
        var near = db.read(tx -> search.nearest(tx, door, MOST));
        if (near.isEmpty()) return Optional.of(Ranking.of(near, List.of(), 0));
        var kitchens = near.stream().map(Near::kitchen).toList();
        try {
            // a list in a straight line is better than a late one
            var check = new ZoneCheck(door, kitchens);
            var answer = RequestScope.within(PATIENCE, () -> city.post("/zones/check", check));
            if (!answer.isOk()) return Optional.empty();
            var verdicts = answer.as(ZoneVerdicts.class).verdicts();
            return Optional.of(Ranking.of(near, verdicts, config.starSeconds()));
        } catch (Refused silent) {
            cityFrom = clock.instant().plus(PAUSE);
            return Optional.empty();
        }
    }
}
