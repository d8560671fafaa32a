package gofood.restaurant.menu;

import static gofood.contracts.UserApi.Role.OPERATOR;
import static gofood.contracts.UserApi.Role.SERVICE;
import static gofood.contracts.UserApi.Role.STAFF;

import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.KnownMenus;
import gofood.contracts.RestaurantApi.MenusChecked;
import gofood.contracts.RestaurantApi.NewItem;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.contracts.RestaurantApi.Pace;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import java.time.Clock;
import java.util.function.Consumer;

/// Restaurants, menus, hours and how fast a kitchen is driven.
public final class RestaurantRoutes {
    private static final int WHOLE_MENU = 4 << 20;
    private static final Access KITCHEN = Access.only(STAFF, OPERATOR, SERVICE);

    private final Db db;
    private final Clock clock;
    private final ServedMenus menus;
    private final MenuChanges changes;
    private final Restaurants restaurants;
    private final Dishes dishes;

    public RestaurantRoutes(
            Db db,
            Clock clock,
            ServedMenus menus,
            MenuChanges changes,
            Restaurants restaurants,
            Dishes dishes) {
        this.db = db;
        this.clock = clock;
        this.menus = menus;
        this.changes = changes;
        this.restaurants = restaurants;
        this.dishes = dishes;
    }

    public Routes table() {
        return new Routes()
                .create("/restaurants", Access.only(OPERATOR, SERVICE), this::open)
                .upTo(WHOLE_MENU)
                .post("/restaurants/menus/check", Access.only(SERVICE), this::check)
                .get("/restaurants/{restaurant_id}", Access.ANYONE, this::menu)
                .create("/restaurants/{restaurant_id}", KITCHEN, this::addDish)
                .put("/restaurants/{restaurant_id}", KITCHEN, this::changeNamedDish)
                .get("/restaurants/{restaurant_id}/items/{item_id}", Access.ANYONE, this::dish)
                .put("/restaurants/{restaurant_id}/items/{item_id}", KITCHEN, this::changeDish)
                .delete("/restaurants/{restaurant_id}/items/{item_id}", KITCHEN, this::removeDish)
                .get("/restaurants/{restaurant_id}/hours", Access.ANYONE, this::hours)
                .put("/restaurants/{restaurant_id}/hours", KITCHEN, this::changeHours)
                .get("/restaurants/{restaurant_id}/pace", KITCHEN, this::pace)
                .put("/restaurants/{restaurant_id}/pace", KITCHEN, this::changePace);
    }

    private Creation open(Call call) {
        var asked = call.body(NewRestaurant.class);
        return tx -> {
            var restaurantId = changes.open(tx, asked);
            var menu = menus.in(tx, restaurantId);
            return Reply.created("/restaurants/" + restaurantId, menu.body())
                    .with("ETag", menu.tag());
        };
    }

    private Reply menu(Call call) {
        return menus.of(call.id("restaurant_id")).reply(call);
    }

    private Reply check(Call call) {
        var known = call.body(KnownMenus.class).menus();
        return Reply.ok(new MenusChecked(known.stream().map(menus::isCurrent).toList()));
    }

    private Creation addDish(Call call) {
        var restaurantId = ofOwn(call);
        var asked = call.body(NewItem.class);
        return tx -> {
            var added = changes.add(tx, restaurantId, asked, ifMatch(call));
            var at = "/restaurants/%d/items/%d".formatted(restaurantId, added.dish().itemId());
            return Reply.created(at, added.dish().saved()).with("ETag", tag(added.version()));
        };
    }

    /// The seed's form: the body says which dish.
    private Reply changeNamedDish(Call call) {
        var restaurantId = ofOwn(call);
        var asked = call.body(NewItem.class);
        return saved(db.tx(tx -> changes.change(tx, restaurantId, asked, ifMatch(call))));
    }

    private Reply dish(Call call) {
        var restaurantId = call.id("restaurant_id");
        var itemId = call.id("item_id");
        return db.tx(
                        tx -> {
                            var version = restaurants.version(tx, restaurantId);
                            var dish = dishes.find(tx, restaurantId, itemId);
                            return Tagged.of(version, dish.view(clock.instant()));
                        })
                .reply(call);
    }

    private Reply changeDish(Call call) {
        var restaurantId = ofOwn(call);
        var itemId = call.id("item_id");
        var asked = call.body(NewItem.class);
        return saved(db.tx(tx -> changes.change(tx, restaurantId, itemId, asked, ifMatch(call))));
    }

    private Reply removeDish(Call call) {
        var restaurantId = ofOwn(call);
        var itemId = call.id("item_id");
        db.run(tx -> changes.remove(tx, restaurantId, itemId, ifMatch(call)));
        return Reply.none();
    }

    private Reply hours(Call call) {
        var restaurantId = call.id("restaurant_id");
        return hoursOf(db.tx(tx -> restaurants.get(tx, restaurantId))).reply(call);
    }

    private static Tagged hoursOf(Restaurant restaurant) {
        return Tagged.of(restaurant.version(), restaurant.hours());
    }

    private Reply changeHours(Call call) {
        var restaurantId = ofOwn(call);
        var hours = call.body(Hours.class);
        var version =
                db.tx(tx ->
                        changes.hours(tx, restaurantId, hours, it -> hoursOf(it).ifMatch(call)));
        return Reply.ok(hours).with("ETag", Tagged.of(version, hours).tag());
    }

    private Reply pace(Call call) {
        var restaurantId = ofOwn(call);
        var restaurant = db.tx(tx -> restaurants.get(tx, restaurantId));
        return paceOf(restaurant).reply(call, Tagged.FOR_STAFF);
    }

    private Reply changePace(Call call) {
        var restaurantId = ofOwn(call);
        var asked = call.body(Pace.class);
        var pace =
                db.tx(tx -> {
                    var now = clock.instant();
                    changes.pace(tx, restaurantId, asked, now, it -> paceOf(it).ifMatch(call));
                    return paceOf(restaurants.get(tx, restaurantId));
                });
        return Reply.ok(pace.body()).with("ETag", pace.tag());
    }

    private Tagged paceOf(Restaurant restaurant) {
        return Tagged.of(restaurant.version(), restaurant.pace(clock.instant()));
    }

    private static long ofOwn(Call call) {
        var restaurantId = call.id("restaurant_id");
        call.onlyForStaffOf(restaurantId);
        return restaurantId;
    }

    private static Consumer<Restaurant> ifMatch(Call call) {
        return restaurant -> Tagged.ifMatch(call, restaurant.version());
    }

    private static Reply saved(MenuChanges.Changed changed) {
        return Reply.ok(changed.dish().saved()).with("ETag", tag(changed.version()));
    }

    /// Good for `If-Match`; what a `GET` would give has a sum as well.
    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}
