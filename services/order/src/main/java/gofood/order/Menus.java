package gofood.order;

import gofood.contracts.RestaurantApi.Menu;
import gofood.platform.db.Cache;
import gofood.platform.http.Peer;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.util.Map;
import java.util.Optional;

/// The menus of the restaurant service. A kept menu is used only after the restaurant service has
/// said that it is still the current one, so that nobody pays an old price or for a dish that is
/// gone.
final class Menus {
    private final Peer restaurants;
    private final Cache cache;

    Menus(Peer restaurants, Cache cache) {
        this.restaurants = restaurants;
        this.cache = cache;
    }

    private record Kept(String etag, Menu menu) {}

    /// @throws Refused 422 when there is no such restaurant, 503 when nobody can say
    Menu of(long restaurantId) {
        var key = "menu:" + restaurantId;
        Optional<Kept> kept = cache.get(key).map(bytes -> Json.read(bytes, Kept.class));
        var known = kept.map(menu -> Map.of("If-None-Match", menu.etag)).orElse(Map.of());
        var answer = restaurants.get("/restaurants/" + restaurantId, known);
        if (answer.status() == 304 && kept.isPresent()) return kept.get().menu;
        if (answer.status() == 404)
            throw new Refused(422, "unknown_restaurant", "There is no such restaurant.")
                    .with("restaurant_id", restaurantId);
        if (!answer.isOk()) throw Refused.unavailable("The restaurant service");
        var menu = answer.as(Menu.class);
        var etag = answer.etag();
        if (etag != null) cache.put(key, Json.write(new Kept(etag, menu)));
        return menu;
    }
}
