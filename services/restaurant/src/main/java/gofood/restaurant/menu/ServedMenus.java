package gofood.restaurant.menu;

import gofood.contracts.RestaurantApi.KnownMenu;
import gofood.platform.db.Cache;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import gofood.restaurant.RestaurantConfig;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Menus as they go out, kept in the cache. A change removes its menu from there at once; since
/// other replicas may keep one of their own, and a slow reader may put an old one back, a menu that
/// was last compared with the database longer than half a second ago is compared again. That costs
/// one small query; the menu itself is only built anew when its version has changed, or the clock
/// has opened, closed or restocked something, or a customer has rated.
///
/// The stars are no part of the version but of the tag's sum. So a client that has the menu from
/// before a rating reads it again, and nobody's change is refused because a customer rated
/// meanwhile. What is kept remembers the stars beside the version, and is found out by either.
public final class ServedMenus {
    private static final Duration TRUSTED = Duration.ofMillis(500);

    private final Db db;
    private final Cache cache;
    private final Clock clock;
    private final Restaurants restaurants;
    private final Dishes dishes;
    private final RestaurantConfig config;

    public ServedMenus(
            Db db,
            Cache cache,
            Clock clock,
            Restaurants restaurants,
            Dishes dishes,
            RestaurantConfig config) {
        this.db = db;
        this.cache = cache;
        this.clock = clock;
        this.restaurants = restaurants;
        this.dishes = dishes;
        this.config = config;
    }

    /// A menu in the cache.
    ///
    /// @param checked when it was what the database says
    /// @param until the clock does not change it before
    private record Kept(Instant checked, Instant until, StarSum stars, Tagged menu) {
        static Kept read(byte[] bytes) {
            var in = ByteBuffer.wrap(bytes);
            var checked = Instant.ofEpochMilli(in.getLong());
            var until = Instant.ofEpochMilli(in.getLong());
            var stars = new StarSum(in.getInt(), in.getInt());
            var version = in.getInt();
            var sum = in.getInt();
            var body = new byte[in.remaining()];
            in.get(body);
            return new Kept(checked, until, stars, new Tagged(version, sum, body));
        }

        byte[] bytes() {
            return ByteBuffer.allocate(32 + menu.body().length)
                    .putLong(checked.toEpochMilli())
                    .putLong(until.toEpochMilli())
                    .putInt(stars.sum())
                    .putInt(stars.count())
                    .putInt(menu.version())
                    .putInt(menu.sum())
                    .put(menu.body())
                    .array();
        }

        boolean isOf(Restaurants.Edition edition) {
            return edition.equals(new Restaurants.Edition(menu.version(), stars));
        }

        /// One that comes from the future was checked by a clock that is ahead of ours.
        boolean isTrusted(Instant now) {
            return !checked.isAfter(now) && now.isBefore(checked.plus(TRUSTED));
        }
    }

    Tagged of(long restaurantId) {
        var now = clock.instant();
        var kept =
                cache.get(key(restaurantId)).map(Kept::read).filter(it -> now.isBefore(it.until));
        if (kept.isPresent() && kept.get().isTrusted(now)) return kept.get().menu;
        var fresh = db.tx(tx -> compared(tx, restaurantId, kept, now));
        cache.put(key(restaurantId), fresh.bytes());
        return fresh.menu;
    }

    boolean isCurrent(KnownMenu known) {
        try {
            return of(known.restaurantId()).tag().equals(known.etag());
        } catch (Refused gone) {
            if (gone.status() == 404) return false;
            throw gone;
        }
    }

    public void forget(long restaurantId) {
        cache.remove(key(restaurantId));
    }

    private Kept compared(Tx tx, long restaurantId, Optional<Kept> kept, Instant now) {
        var edition = restaurants.edition(tx, restaurantId);
        return kept.filter(it -> it.isOf(edition))
                .map(it -> new Kept(now, it.until, it.stars, it.menu))
                .orElseGet(() -> built(tx, restaurantId, now));
    }

    /// A menu as it is inside a transaction.
    Tagged in(Tx tx, long restaurantId) {
        return built(tx, restaurantId, clock.instant()).menu;
    }

    /// The restaurant is read before its dishes: if a change comes in between, the menu has the old
    /// version and is soon found out.
    private Kept built(Tx tx, long restaurantId, Instant now) {
        var restaurant = restaurants.get(tx, restaurantId);
        var served = dishes.of(tx, restaurantId);
        var state = restaurant.state(config.zone(), now);
        var menu = restaurant.menu(served, state, config, now);
        return new Kept(
                now,
                until(state, served, now),
                restaurant.stars(),
                Tagged.of(restaurant.version(), menu));
    }

    private static Instant until(OpeningTimes.State state, List<Dish> dishes, Instant now) {
        var restocked = dishes.stream().map(Dish::soldOutUntil).filter(Objects::nonNull);
        return Stream.concat(restocked, Stream.of(state.until()))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static String key(long restaurantId) {
        return "menu:" + restaurantId;
    }
}
