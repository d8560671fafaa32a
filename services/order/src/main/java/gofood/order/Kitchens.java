package gofood.order;

import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.platform.http.Peer;
import gofood.platform.http.RequestScope;
import gofood.platform.wire.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// All restaurants of the city at once, as the restaurant service lists them: where they stand and
/// how long they take. It is asked every few seconds at most, whoever wants to know; while it is
/// silent, what it said last does for a while.
final class Kitchens {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration BETTER_THAN_NONE = Duration.ofMinutes(15);

    /// After a silence the restaurant service is left alone for so long.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;

    private final Peer restaurants;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Directory known = new Directory(Map.of(), Instant.EPOCH);
    private volatile Instant from = Instant.EPOCH;

    Kitchens(Peer restaurants, Clock clock) {
        this.restaurants = restaurants;
        this.clock = clock;
    }

    private record Directory(Map<Long, Card> cards, Instant at) {
        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(at.plus(age));
        }
    }

    /// By their numbers.
    ///
    /// @throws Refused 503 when nobody can say
    Map<Long, Card> all() {
        var before = known;
        if (before.isYoungerThan(FRESH, clock.instant())) return before.cards;
        // what is a little older is better than waiting for somebody else who asks
        var isFirst = asking.tryLock();
        if (!isFirst && before.isYoungerThan(BETTER_THAN_NONE, clock.instant()))
            return before.cards;
        if (!isFirst) asking.lock();
        try {
            return current().cards;
        } finally {
            asking.unlock();
        }
    }

    private Directory current() {
        var now = clock.instant();
        if (known.isYoungerThan(FRESH, now)) return known;
        try {
            if (now.isBefore(from)) throw Refused.unavailable("The restaurant service");
            known = new Directory(RequestScope.within(PATIENCE, this::read), now);
        } catch (Refused silent) {
            if (!now.isBefore(from)) from = clock.instant().plus(PAUSE);
            if (!known.isYoungerThan(BETTER_THAN_NONE, now)) throw silent;
        }
        return known;
    }

    private Map<Long, Card> read() {
        var cards = new HashMap<Long, Card>();
        var path = "/restaurants?limit=" + PAGE;
        var next = "";
        for (int page = 0; page < MOST_PAGES && next != null; page++) {
            var answer = restaurants.get(path + next);
            if (!answer.isOk()) throw Refused.unavailable("The restaurant service");
            var list = answer.as(RestaurantList.class);
            for (var card : list.restaurants()) cards.put(card.restaurantId(), card);
            var cursor = list.nextCursor();
            next =
                    cursor == null
                            ? null
                            : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return Map.copyOf(cards);
    }
}
