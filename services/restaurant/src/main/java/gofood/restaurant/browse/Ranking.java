package gofood.restaurant.browse;

import gofood.contracts.CityApi.Kitchen;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.Stars;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The restaurants around a door in the order in which somebody there looks at them: first those
/// that deliver, by travel time; then those that don't, by travel time; last those that no street
/// leads from, by the straight line.
///
/// A shown rating moves a restaurant a little among those of its tier: each star above four counts
/// as so many seconds nearer, each below as so many farther; one without stars counts as four. With
/// a minute a star, nobody passes another who is more than four minutes nearer.
///
/// Each place is one number, so that a cursor is one: two bits of tier, 25 bits of seconds or
/// metres (the earth's half circumference has 20 million), 36 bits of restaurant id.
final class Ranking {
    /// The tier of a list in a straight line, while the city is silent. It comes after the others,
    /// so that a cursor tells which list it is from.
    static final int STRAIGHT = 3;

    static final int TIER_BIT = 61;
    static final int MEASURE_BIT = 36;
    private static final int DELIVERS = 0;
    private static final int TOO_FAR = 1;
    private static final int NO_WAY = 2;
    private static final int MOST_MEASURE = (1 << 25) - 1;
    private static final double USUAL_STARS = 4;
    private static final Comparator<Place> BY_KEY = Comparator.comparingLong(Place::key);

    private final Map<Long, ZoneVerdict> verdicts;
    private final List<Place> places;

    private Ranking(Map<Long, ZoneVerdict> verdicts, List<Place> places) {
        this.verdicts = verdicts;
        this.places = places;
    }

    /// A restaurant near a door.
    ///
    /// @param metres in a straight line
    /// @param stars that are shown
    record Near(Kitchen kitchen, long metres, @Nullable Stars stars) {}

    private record Place(long restaurantId, long key) {}

    /// @param verdicts what the city says of these
    /// @param starSeconds what a star more or less is worth
    static Ranking of(List<Near> near, List<ZoneVerdict> verdicts, int starSeconds) {
        var byId =
                verdicts.stream()
                        .collect(Collectors.toMap(ZoneVerdict::restaurantId, Function.identity()));
        var places =
                near.stream()
                        .map(it -> place(it, byId.get(it.kitchen.restaurantId()), starSeconds))
                        .sorted(BY_KEY)
                        .toList();
        return new Ranking(byId, places);
    }

    private static Place place(Near it, @Nullable ZoneVerdict verdict, int starSeconds) {
        var id = it.kitchen.restaurantId();
        var seconds = verdict == null ? null : verdict.seconds();
        if (verdict == null || seconds == null) return new Place(id, key(NO_WAY, it.metres, id));
        var tier = verdict.verdict() == Verdict.DELIVERS ? DELIVERS : TOO_FAR;
        var nearer = it.stars == null ? 0 : (it.stars.average() - USUAL_STARS) * starSeconds;
        return new Place(id, key(tier, Math.max(0, Math.round(seconds - nearer)), id));
    }

    private static long key(int tier, long measure, long restaurantId) {
        return ((long) tier << TIER_BIT)
                + (Math.min(measure, MOST_MEASURE) << MEASURE_BIT)
                + restaurantId;
    }

    static boolean isStraight(long key) {
        return key >> TIER_BIT == STRAIGHT;
    }

    int size() {
        return places.size();
    }

    @Nullable ZoneVerdict verdict(long restaurantId) {
        return verdicts.get(restaurantId);
    }

    /// Only those that deliver.
    Ranking delivering() {
        return new Ranking(verdicts, places.subList(0, upTo(key(TOO_FAR, 0, 0) - 1)));
    }

    /// The next ones.
    Ranking after(long key, int most) {
        var from = upTo(key);
        return new Ranking(verdicts, places.subList(from, Math.min(from + most, places.size())));
    }

    /// How many have this key or a smaller one.
    private int upTo(long key) {
        var at = Collections.binarySearch(places, new Place(0, key), BY_KEY);
        return at < 0 ? -at - 1 : at + 1;
    }

    long lastKey() {
        return places.getLast().key;
    }

    Long[] ids() {
        return places.stream().map(Place::restaurantId).toArray(Long[]::new);
    }

    /// Where each of [#ids] stands.
    Long[] keys() {
        return places.stream().map(Place::key).toArray(Long[]::new);
    }
}
