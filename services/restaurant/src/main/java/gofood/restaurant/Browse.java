package gofood.restaurant;

import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Call;
import gofood.platform.wire.Refused;
import gofood.restaurant.Restaurants.Found;
import gofood.restaurant.Restaurants.Spot;
import gofood.restaurant.Restaurants.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for restaurants. Whether one is open is not in the database but follows from its hours, so
/// a list of open ones is sifted from batches until a page is full.
final class Browse {
    private static final int USUAL_PAGE = 50;
    private static final int BATCH = 200;
    private static final int LONGEST_SEARCH = 100;

    private final Db db;
    private final Clock clock;
    private final Restaurants restaurants;
    private final RestaurantConfig config;

    Browse(Db db, Clock clock, Restaurants restaurants, RestaurantConfig config) {
        this.db = db;
        this.clock = clock;
        this.restaurants = restaurants;
        this.config = config;
    }

    /// @param after the key of the last restaurant before the page
    private record Page(Wish wish, boolean onlyOpen, long after, int limit, Instant now) {}

    RestaurantList list(Call call) {
        var wish = wish(call);
        var onlyOpen = call.queryFlag("open").orElse(false);
        var cursor = call.cursor(0);
        // cursors by distance are negative, so that one of the other order is noticed
        if (cursor != 0 && cursor < 0 != (wish.near() != null))
            throw Refused.invalid("cursor", "must be from a list in the same order");
        var page =
                new Page(wish, onlyOpen, Math.abs(cursor), call.limit(USUAL_PAGE), clock.instant());
        return db.tx(tx -> fill(tx, page));
    }

    private RestaurantList fill(Tx tx, Page page) {
        var cards = new ArrayList<Card>();
        var size = page.onlyOpen ? BATCH : page.limit + 1;
        var after = page.after;
        while (true) {
            var batch = restaurants.find(tx, page.wish, after, size);
            for (var found : batch) {
                var card = card(found, page.now);
                if (page.onlyOpen && !card.openNow()) continue;
                if (cards.size() == page.limit)
                    return new RestaurantList(cards, cursor(page.wish, after));
                cards.add(card);
                after = found.key();
            }
            if (batch.size() < size) return new RestaurantList(cards, null);
            after = batch.getLast().key();
        }
    }

    private Card card(Found found, Instant now) {
        var restaurant = found.restaurant();
        var state = new OpeningTimes(restaurant.hours(), config.zone()).at(now);
        return restaurant.card(state, config.currency(), found.metres());
    }

    private static String cursor(Wish wish, long after) {
        return Call.cursorAfter(wish.near() == null ? after : -after);
    }

    private static Wish wish(Call call) {
        var words = call.query("q").orElse(null);
        if (words != null && words.length() > LONGEST_SEARCH)
            throw Refused.invalid("q", "must have at most 100 characters");
        return new Wish(
                words == null ? null : SearchWords.query(words),
                call.query("cuisine").map(SearchWords::plain).orElse(null),
                near(call));
    }

    private static @Nullable Spot near(Call call) {
        var lat = call.queryDecimal("lat");
        var lon = call.queryDecimal("lon");
        if (lat.isEmpty() && lon.isEmpty()) return null;
        return new Spot(degrees("lat", lat, 90), degrees("lon", lon, 180));
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
