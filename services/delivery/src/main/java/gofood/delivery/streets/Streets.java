package gofood.delivery.streets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.contracts.CityApi.Matrix;
import gofood.contracts.CityApi.MatrixWish;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.delivery.streets.Legs.Way;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks the city for ways, once for each vehicle and round, and remembers them for a while. While
/// the city doesn't answer, what is remembered counts, and straight lines for the rest.
public final class Streets {
    /// For one question: more than the three seconds after which a silent neighbour counts as ill,
    /// so that its breaker opens.
    private static final Duration PATIENCE = Duration.ofMillis(3500);

    /// The contract's limits.
    private static final int MOST_POINTS = 1000;

    private static final int MOST_PAIRS = 400_000;

    /// About 30 MB.
    private static final int REMEMBERED = 300_000;

    /// After a failure, so that a city that hangs costs one wait and not one each round.
    private static final Duration LEFT_ALONE = Duration.ofSeconds(15);

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(30);
    private static final System.Logger LOG = System.getLogger(Streets.class.getName());

    private final Peer city;
    private final Cache<Way, Leg> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(REMEMBERED_FOR).build();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long askAgainAt = System.nanoTime();

    public Streets(Peer city) {
        this.city = city;
    }

    /// About 11 m: near enough for dispatch, and a courier who stands still stays where they are.
    public static Point rounded(Point exact) {
        return new Point(
                Math.round(exact.lat() * 10_000) / 10_000.0,
                Math.round(exact.lon() * 10_000) / 10_000.0);
    }

    /// The way of one vehicle, without the pace.
    public Leg leg(Vehicle vehicle, Point from, Point to) {
        return between(Map.of(vehicle, Set.of(from)), Set.of(to), _ -> 1).leg(vehicle, from, to);
    }

    /// Ways from starts to places, and from place to place; all points [#rounded].
    ///
    /// @param starts where those with this vehicle are
    public Legs between(
            Map<Vehicle, Set<Point>> starts, Set<Point> places, ToDoubleFunction<Vehicle> pace) {
        var known = new HashMap<Way, Leg>();
        var to = places.stream().limit(MOST_POINTS).toList();
        if (!to.isEmpty())
            starts.forEach((vehicle, from) -> {
                var all = Stream.concat(from.stream(), to.stream()).distinct().toList();
                known.putAll(from(vehicle, all, to));
            });
        return new Legs(known, pace);
    }

    private Map<Way, Leg> from(Vehicle vehicle, List<Point> from, List<Point> to) {
        var known = new HashMap<Way, Leg>();
        var unknown = from.stream().filter(point -> !isKnown(vehicle, point, to, known)).toList();
        var atOnce = Math.min(MOST_POINTS, MOST_PAIRS / to.size());
        for (int i = 0; i < unknown.size(); i += atOnce) {
            var some = unknown.subList(i, Math.min(unknown.size(), i + atOnce));
            if (!ask(new MatrixWish(vehicle, some, to), known)) break;
        }
        return known;
    }

    private boolean isKnown(
            Vehicle vehicle, Point from, Collection<Point> to, Map<Way, Leg> known) {
        var all = true;
        for (var point : to) {
            if (point.equals(from)) continue;
            var way = new Way(vehicle, from, point);
            var leg = remembered.getIfPresent(way);
            if (leg == null) all = false;
            else known.put(way, leg);
        }
        return all;
    }

    private boolean ask(MatrixWish wish, Map<Way, Leg> known) {
        if (askAgainAt - System.nanoTime() > 0) return false;
        try {
            var answer = RequestScope.within(PATIENCE, () -> city.post("/matrix", wish));
            if (!answer.isOk()) return isAway("it answers " + answer.status());
            var answered = legs(wish, answer.as(Matrix.class));
            known.putAll(answered);
            remembered.putAll(answered);
        } catch (Refused | IndexOutOfBoundsException e) {
            return isAway(String.valueOf(e.getMessage()));
        }
        if (away.getAndSet(false)) LOG.log(System.Logger.Level.INFO, "the city answers again");
        return true;
    }

    private static Map<Way, Leg> legs(MatrixWish wish, Matrix matrix) {
        var legs = new HashMap<Way, Leg>();
        for (int i = 0; i < wish.from().size(); i++)
            for (int j = 0; j < wish.to().size(); j++)
                legs.put(
                        new Way(wish.vehicle(), wish.from().get(i), wish.to().get(j)),
                        leg(matrix.seconds().get(i).get(j), matrix.metres().get(i).get(j)));
        return legs;
    }

    private static Leg leg(@Nullable Integer seconds, @Nullable Integer metres) {
        return seconds == null || metres == null ? Leg.NONE : new Leg(seconds, metres);
    }

    private boolean isAway(String why) {
        askAgainAt = System.nanoTime() + LEFT_ALONE.toNanos();
        if (!away.getAndSet(true))
            LOG.log(
                    System.Logger.Level.WARNING,
                    "no ways from the city, straight lines count meanwhile: " + why);
        return false;
    }
}
