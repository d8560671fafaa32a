package gofood.restaurant.browse;

import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.Point;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import gofood.restaurant.RestaurantConfig;
import gofood.restaurant.browse.RestaurantSearch.By;
import gofood.restaurant.browse.RestaurantSearch.Found;
import gofood.restaurant.browse.RestaurantSearch.Wish;
import gofood.restaurant.menu.SearchWords;
import gofood.restaurant.menu.Tagged;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for restaurants. Whether one is open is not in the database but follows from its hours and
/// its pause, so a list of open ones is sifted from batches until a page is full.
public final class Browse {
    private static final int USUAL_PAGE = 50;
    private static final int BATCH = 200;
    private static final int LONGEST_SEARCH = 100;

    private final Db db;
    private final Clock clock;
    private final RestaurantSearch search;
    private final Surroundings surroundings;
    private final RestaurantConfig config;

    public Browse(
            Db db,
            Clock clock,
            RestaurantSearch search,
            Surroundings surroundings,
            RestaurantConfig config) {
        this.db = db;
        this.clock = clock;
        this.search = search;
        this.surroundings = surroundings;
        this.config = config;
    }

    /// @param after the key of the last restaurant before the page
    private record Page(Wish wish, By by, boolean onlyOpen, long after, int limit, Instant now) {}

    public Routes table() {
        return new Routes().get("/restaurants", Access.ANYONE, this::list);
    }

    private Reply list(Call call) {
        var wish = wish(call);
        var onlyOpen = call.queryFlag("open").orElse(false);
        var near = near(call);
        var onlyDelivering = call.queryFlag("delivers").orElse(false);
        if (onlyDelivering && near == null)
            throw Refused.invalid("delivers", "needs lat and lon: the door to deliver to");
        var cursor = call.cursor(0);
        // cursors near a door are negative, so that one of the other order is noticed
        if (cursor != 0 && cursor < 0 != (near != null))
            throw Refused.invalid("cursor", "must be from a list in the same order");
        var after = Math.abs(cursor);
        var limit = call.limit(USUAL_PAGE);
        var by = near == null ? new By.Age() : by(near, after, onlyDelivering);
        var page = new Page(wish, by, onlyOpen, after, limit, clock.instant());
        return Reply.ok(db.read(tx -> fill(tx, page))).with("Cache-Control", Tagged.BRIEFLY);
    }

    /// A list goes on in the order in which it began. The one in a straight line knows nothing of
    /// who delivers, so it leaves out nobody.
    private By by(Point near, long after, boolean onlyDelivering) {
        if (Ranking.isStraight(after)) return new By.StraightLine(near);
        var ranking = surroundings.of(near);
        if (ranking.isPresent())
            return new By.Rank(onlyDelivering ? ranking.get().delivering() : ranking.get());
        if (after == 0) return new By.StraightLine(near);
        throw Refused.unavailable("The city service");
    }

    private RestaurantList fill(Tx tx, Page page) {
        var cards = new ArrayList<Card>();
        // most that are near are open when people look: a little more than a page may do
        var size = page.onlyOpen ? 2 * page.limit : page.limit + 1;
        var after = page.after;
        while (true) {
            var batch = search.find(tx, page.wish, page.by, after, size);
            for (var found : batch.found()) {
                var card = card(found, page);
                if (page.onlyOpen && !card.openNow()) continue;
                if (cards.size() == page.limit)
                    return new RestaurantList(cards, cursor(page.by, after));
                cards.add(card);
                after = found.key();
            }
            var next = batch.next();
            if (next == null) return new RestaurantList(cards, null);
            after = next;
            size = BATCH;
        }
    }

    private Card card(Found found, Page page) {
        var restaurant = found.restaurant();
        var state = restaurant.state(config.zone(), page.now);
        return restaurant.card(state, config, verdict(page.by, found));
    }

    private static @Nullable ZoneVerdict verdict(By by, Found found) {
        return switch (by) {
            case By.Rank(var ranking) -> ranking.verdict(found.restaurant().restaurantId());
            case By.Age _, By.StraightLine _ -> null;
        };
    }

    private static String cursor(By by, long after) {
        return Call.cursorAfter(by instanceof By.Age ? after : -after);
    }

    private static Wish wish(Call call) {
        var words = call.query("q").orElse(null);
        if (words != null && words.length() > LONGEST_SEARCH)
            throw Refused.invalid("q", "must have at most 100 characters");
        return new Wish(
                words == null ? null : SearchWords.query(words),
                call.query("cuisine").map(SearchWords::plain).orElse(null),
                call.query("min_rating").map(_ -> stars(call)).orElse(null));
    }

    private static BigDecimal stars(Call call) {
        return call.queryDecimal("min_rating")
                .filter(it -> it >= 1 && it <= 5)
                .map(BigDecimal::valueOf)
                .orElseThrow(() -> Refused.invalid("min_rating", "must be 1 to 5 stars"));
    }

    private static @Nullable Point near(Call call) {
        var lat = call.queryDecimal("lat");
        var lon = call.queryDecimal("lon");
        if (lat.isEmpty() && lon.isEmpty()) return null;
        return new Point(degrees("lat", lat, 90), degrees("lon", lon, 180));
    }

    private static double degrees(String name, Optional<Double> value, int most) {
        return value.filter(it -> Math.abs(it) <= most)
                .orElseThrow(() ->
                        Refused.invalid(
                                name,
                                "must be -%d to %d degrees; lat and lon go together"
                                        .formatted(most, most)));
    }
}
