package gofood.restaurant.menu;

import gofood.contracts.Address;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Pace;
import gofood.contracts.RestaurantApi.Section;
import gofood.restaurant.RestaurantConfig;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who cooks.
///
/// @param preparationMinutes how long it usually takes
/// @param pace as it was set; a pause in it may be over
/// @param sections the names of the menu's sections, in their order
/// @param stars what its customers gave it; no part of the version
/// @param version of the whole menu
public record Restaurant(
        long restaurantId,
        String name,
        @Nullable String description,
        String cuisine,
        Address address,
        @Nullable String phone,
        int preparationMinutes,
        Money minimumOrder,
        Hours hours,
        Pace pace,
        List<String> sections,
        StarSum stars,
        int version) {

    Restaurant with(Hours otherHours) {
        return with(otherHours, pace, sections);
    }

    Restaurant with(Pace otherPace) {
        return with(hours, otherPace, sections);
    }

    /// A section that is new comes last.
    Restaurant withSection(String section) {
        if (sections.contains(section)) return this;
        return with(hours, pace, Stream.concat(sections.stream(), Stream.of(section)).toList());
    }

    Restaurant withoutEmpty(List<Dish> dishes) {
        var used = dishes.stream().map(Dish::section).collect(Collectors.toSet());
        return with(hours, pace, sections.stream().filter(used::contains).toList());
    }

    private Restaurant with(Hours otherHours, Pace otherPace, List<String> otherSections) {
        return new Restaurant(
                restaurantId,
                name,
                description,
                cuisine,
                address,
                phone,
                preparationMinutes,
                minimumOrder,
                otherHours,
                otherPace,
                otherSections,
                stars,
                version);
    }

    /// A pause that is over is none.
    Pace pace(Instant now) {
        var end = pace.pausedUntil();
        var pausedUntil = end != null && end.isAfter(now) ? end : null;
        return new Pace(pausedUntil, pace.extraMinutes(), pace.slotCapacity());
    }

    public OpeningTimes.State state(ZoneId zone, Instant now) {
        return new OpeningTimes(hours, zone).at(now, pace.pausedUntil());
    }

    private int minutesNow() {
        return preparationMinutes + pace.extraMinutes();
    }

    Menu menu(List<Dish> dishes, OpeningTimes.State state, RestaurantConfig config, Instant now) {
        return new Menu(
                restaurantId,
                name,
                description,
                cuisine,
                address,
                phone,
                state.open(),
                state.opensAt(),
                hours,
                config.zone().getId(),
                minutesNow(),
                minimumOrder,
                pace.slotCapacity(),
                config.currency().code(),
                stars.shown(config.ratingsShown()),
                version,
                sections.stream()
                        .map(section -> section(section, dishes, now))
                        .filter(section -> !section.items().isEmpty())
                        .toList());
    }

    private static Section section(String name, List<Dish> dishes, Instant now) {
        return new Section(
                name,
                dishes.stream()
                        .filter(dish -> dish.section().equals(name))
                        .map(dish -> dish.view(now))
                        .toList());
    }

    /// @param way what the city says of the door that was asked about
    public Card card(OpeningTimes.State state, RestaurantConfig config, @Nullable ZoneVerdict way) {
        return new Card(
                restaurantId,
                name,
                description,
                cuisine,
                address,
                state.open(),
                state.opensAt(),
                minutesNow(),
                minimumOrder,
                config.currency().code(),
                way == null ? null : number(way.metres()),
                way == null ? null : number(way.seconds()),
                way == null ? null : way.verdict() == Verdict.DELIVERS,
                config.zone().getId(),
                stars.shown(config.ratingsShown()));
    }

    private static @Nullable Long number(@Nullable Integer value) {
        return value == null ? null : (Long) value.longValue();
    }
}
