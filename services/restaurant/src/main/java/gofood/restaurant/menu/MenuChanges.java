package gofood.restaurant.menu;

import static java.util.Objects.requireNonNullElse;

import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.NewItem;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.contracts.RestaurantApi.NewSection;
import gofood.contracts.RestaurantApi.Pace;
import gofood.contracts.RestaurantApi.SpecialDay;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import gofood.restaurant.RestaurantConfig;
import gofood.restaurant.webhook.Announcements;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Everything that changes a menu. Each change locks the restaurant, compares it with what the
/// client has read (`ifMatch` throws when it is another), and makes the next version.
public final class MenuChanges {
    static final int MOST_DISHES = 500;
    static final int MOST_SECTIONS = 40;
    private static final String USUAL_SECTION = "Menu";
    private static final Duration LONGEST_PAUSE = Duration.ofDays(7);

    private final Restaurants restaurants;
    private final Dishes dishes;
    private final ServedMenus menus;
    private final Announcements announcements;
    private final Runnable opened;
    private final RestaurantConfig config;
    private final Payable payable;

    /// @param opened told of each new restaurant
    public MenuChanges(
            Restaurants restaurants,
            Dishes dishes,
            ServedMenus menus,
            Announcements announcements,
            RestaurantConfig config,
            Runnable opened) {
        this.restaurants = restaurants;
        this.dishes = dishes;
        this.menus = menus;
        this.announcements = announcements;
        this.opened = opened;
        this.config = config;
        this.payable = new Payable(config.currency());
    }

    /// A dish that was added or changed.
    ///
    /// @param version the menu's, with it
    record Changed(Dish dish, int version) {}

    /// @return the new restaurant's id
    long open(Tx tx, NewRestaurant asked) {
        var sections = requireNonNullElse(asked.sections(), List.<NewSection>of());
        var menu = dishesOf(sections);
        if (menu.size() > MOST_DISHES)
            throw Refused.invalid("sections", "must not have more than 500 items in all");
        var names =
                Stream.concat(
                        sections.stream().map(section -> section.name().strip()),
                        menu.stream().map(Dish::section));
        var restaurant = restaurant(asked, names.distinct().toList());
        var restaurantId = restaurants.add(tx, restaurant);
        dishes.add(tx, restaurantId, menu);
        finish(tx, restaurants.lock(tx, restaurantId));
        tx.afterCommit(opened);
        return restaurantId;
    }

    private Restaurant restaurant(NewRestaurant asked, List<String> sections) {
        payable.check(asked.minimumOrder(), "minimum_order");
        return new Restaurant(
                0,
                asked.name().strip(),
                asked.description(),
                asked.cuisine().strip(),
                asked.address(),
                asked.phone(),
                requireNonNullElse(asked.preparationMinutes(), config.preparationMinutes()),
                requireNonNullElse(asked.minimumOrder(), Money.ZERO),
                checked(requireNonNullElse(asked.hours(), new Hours(List.of(), List.of()))),
                new Pace(null, 0, requireNonNullElse(asked.slotCapacity(), config.slotCapacity())),
                sections,
                StarSum.NONE,
                0);
    }

    private List<Dish> dishesOf(List<NewSection> sections) {
        var all = new ArrayList<Dish>();
        for (int s = 0; s < sections.size(); s++) {
            var section = sections.get(s);
            for (int i = 0; i < section.items().size(); i++) {
                var at = "sections[%d].items[%d].".formatted(s, i);
                all.add(dish(section.items().get(i), section.name().strip(), at));
            }
        }
        return all;
    }

    private Dish dish(NewItem asked, String section, String at) {
        payable.check(asked, at);
        return Dish.of(asked, section, at);
    }

    /// @throws Refused 409 when the menu is full
    Changed add(Tx tx, long restaurantId, NewItem asked, Consumer<Restaurant> ifMatch) {
        var restaurant = lock(tx, restaurantId, ifMatch);
        var dish = dish(asked, USUAL_SECTION, "");
        if (dishes.of(tx, restaurantId).size() >= MOST_DISHES)
            throw Refused.conflict("menu_full", "A menu has at most 500 items. Remove one first.")
                    .with("most", MOST_DISHES);
        var itemId = dishes.add(tx, restaurantId, List.of(dish)).getFirst();
        var version = finish(tx, restaurant.withSection(dish.section()));
        return new Changed(dishes.find(tx, restaurantId, itemId), version);
    }

    /// Changes the dish that the request names itself, by id or else by name.
    Changed change(Tx tx, long restaurantId, NewItem asked, Consumer<Restaurant> ifMatch) {
        return change(tx, restaurantId, asked, ifMatch, menu -> named(menu, asked));
    }

    Changed change(
            Tx tx, long restaurantId, long itemId, NewItem asked, Consumer<Restaurant> ifMatch) {
        if (asked.itemId() != null && !asked.itemId().equals(Long.toString(itemId)))
            throw Refused.invalid("item_id", "must be the one in the path, or left out");
        return change(tx, restaurantId, asked, ifMatch, menu -> withId(menu, itemId + ""));
    }

    private Changed change(
            Tx tx,
            long restaurantId,
            NewItem asked,
            Consumer<Restaurant> ifMatch,
            Function<List<Dish>, Dish> which) {
        payable.check(asked, "");
        var restaurant = lock(tx, restaurantId, ifMatch);
        var dish = which.apply(dishes.of(tx, restaurantId)).changed(asked);
        dishes.change(tx, dish);
        return new Changed(dish, finish(tx, restaurant.withSection(dish.section())));
    }

    private static Dish named(List<Dish> menu, NewItem asked) {
        if (asked.itemId() != null) return withId(menu, asked.itemId());
        if (asked.name() == null)
            throw new Refused(422, "missing_field", "Say which item, by its item_id or its name.")
                    .with("missing", "item_id");
        var name = asked.name().strip();
        var found = menu.stream().filter(it -> it.name().equalsIgnoreCase(name)).toList();
        if (found.isEmpty()) throw Refused.notFound("item");
        if (found.size() == 1) return found.getFirst();
        throw Refused.conflict(
                        "ambiguous_name", "Several items have this name. Say which by its item_id.")
                .with("item_ids", found.stream().map(it -> Long.toString(it.itemId())).toList());
    }

    private static Dish withId(List<Dish> menu, String itemId) {
        return menu.stream()
                .filter(dish -> Long.toString(dish.itemId()).equals(itemId))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("item"));
    }

    void remove(Tx tx, long restaurantId, long itemId, Consumer<Restaurant> ifMatch) {
        var restaurant = lock(tx, restaurantId, ifMatch);
        dishes.remove(tx, dishes.find(tx, restaurantId, itemId).itemId());
        finish(tx, restaurant);
    }

    /// @return the menu's new version
    int hours(Tx tx, long restaurantId, Hours hours, Consumer<Restaurant> ifMatch) {
        return finish(tx, lock(tx, restaurantId, ifMatch).with(checked(hours)));
    }

    private static Hours checked(Hours hours) {
        var dates = hours.exceptions().stream().map(SpecialDay::date);
        if (dates.distinct().count() == hours.exceptions().size()) return hours;
        throw Refused.invalid("exceptions", "must have each date once");
    }

    /// A pause that has ended already is none.
    void pace(Tx tx, long restaurantId, Pace pace, Instant now, Consumer<Restaurant> ifMatch) {
        var end = pace.pausedUntil();
        if (end != null && end.isAfter(now.plus(LONGEST_PAUSE)))
            throw Refused.invalid("paused_until", "must be at most 7 days from now");
        var restaurant = lock(tx, restaurantId, ifMatch);
        finish(tx, restaurant.with(pace));
        announcements.pace(
                tx,
                restaurantId,
                restaurant.pace(now),
                () -> restaurants.get(tx, restaurantId).pace(now));
    }

    private Restaurant lock(Tx tx, long restaurantId, Consumer<Restaurant> ifMatch) {
        var restaurant = restaurants.lock(tx, restaurantId);
        ifMatch.accept(restaurant);
        return restaurant;
    }

    private int finish(Tx tx, Restaurant changed) {
        var menu = dishes.of(tx, changed.restaurantId());
        var restaurant = changed;
        // an empty section keeps its place on the menu until that place is needed
        if (changed.sections().size() > MOST_SECTIONS) restaurant = changed.withoutEmpty(menu);
        if (restaurant.sections().size() > MOST_SECTIONS)
            throw Refused.invalid("section", "would be one more than the 40 that a menu can have");
        tx.afterCommit(() -> menus.forget(changed.restaurantId()));
        return restaurants.changed(tx, restaurant, menu.stream().map(Dish::name).toList());
    }
}
