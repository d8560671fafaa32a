package gofood.order;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gofood.contracts.RestaurantApi.KnownMenu;
import gofood.contracts.RestaurantApi.KnownMenus;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.MenusChecked;
import gofood.platform.http.Batching;
import gofood.platform.http.Peer;
import gofood.platform.wire.Refused;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// The menus of the restaurant service. A kept menu is used only after the restaurant service has
/// said that it is still the current one, so that nobody pays an old price or for a dish that is
/// gone. Whoever orders at the same moment asks that with one question.
final class Menus {
    private static final int MOST_KEPT_DISHES = 20_000;

    /// While one question is under way, the next one gathers.
    private static final int QUESTIONS = 2;

    private final Peer restaurants;
    private final Batching<KnownMenu, Boolean> checks;
    private final Cache<Long, Kept> kept =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_KEPT_DISHES)
                    .weigher((Long _, Kept kept) -> kept.dishes())
                    .build();

    Menus(Peer restaurants) {
        this.restaurants = restaurants;
        this.checks = Batching.whole(QUESTIONS, this::areCurrent);
    }

    private record Kept(KnownMenu known, Menu menu) {
        int dishes() {
            return 1 + menu.sections().stream().mapToInt(it -> it.items().size()).sum();
        }
    }

    /// @throws Refused 422 when there is no such restaurant, 503 when nobody can say
    Menu of(long restaurantId) {
        var last = kept.getIfPresent(restaurantId);
        return last != null && checks.await(last.known) ? last.menu : read(restaurantId);
    }

    private List<Boolean> areCurrent(List<KnownMenu> asked) {
        var distinct = List.copyOf(new LinkedHashSet<>(asked));
        var answer = restaurants.post("/restaurants/menus/check", new KnownMenus(distinct));
        // then it is read anew, or there is no menu to be had
        if (!answer.isOk()) return asked.stream().map(_ -> false).toList();
        var said = answer.as(MenusChecked.class).current();
        var current = new HashMap<KnownMenu, Boolean>();
        for (int i = 0; i < distinct.size(); i++) current.put(distinct.get(i), said.get(i));
        return asked.stream().map(current::get).toList();
    }

    private Menu read(long restaurantId) {
        var answer = restaurants.get("/restaurants/" + restaurantId);
        if (answer.status() == 404)
            throw new Refused(422, "unknown_restaurant", "There is no such restaurant.")
                    .with("restaurant_id", restaurantId);
        if (!answer.isOk()) throw Refused.unavailable("The restaurant service");
        var menu = answer.as(Menu.class);
        var etag = answer.etag();
        if (etag != null) kept.put(restaurantId, new Kept(new KnownMenu(restaurantId, etag), menu));
        return menu;
    }
}
