package gofood.restaurant;

import gofood.contracts.Address;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Section;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who cooks.
///
/// @param sections the names of the menu's sections, in their order
/// @param version of the whole menu
record Restaurant(
        long restaurantId,
        String name,
        @Nullable String description,
        String cuisine,
        Address address,
        @Nullable String phone,
        int preparationMinutes,
        Money minimumOrder,
        Hours hours,
        List<String> sections,
        int version) {

    Restaurant with(Hours otherHours) {
        return with(otherHours, sections);
    }

    /// A section that is new comes last.
    Restaurant withSection(String section) {
        if (sections.contains(section)) return this;
        return with(hours, Stream.concat(sections.stream(), Stream.of(section)).toList());
    }

    Restaurant withoutEmpty(List<Dish> dishes) {
        var used = dishes.stream().map(Dish::section).collect(Collectors.toSet());
        return with(hours, sections.stream().filter(used::contains).toList());
    }

    private Restaurant with(Hours otherHours, List<String> otherSections) {
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
                otherSections,
                version);
    }

    Menu menu(List<Dish> dishes, OpeningTimes.State state, String currency, Instant now) {
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
                preparationMinutes,
                minimumOrder,
                currency,
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
    Card card(OpeningTimes.State state, String currency, @Nullable ZoneVerdict way) {
        return new Card(
                restaurantId,
                name,
                description,
                cuisine,
                address,
                state.open(),
                state.opensAt(),
                preparationMinutes,
                minimumOrder,
                currency,
                way == null ? null : number(way.metres()),
                way == null ? null : number(way.seconds()),
                way == null ? null : way.verdict() == Verdict.DELIVERS);
    }

    private static @Nullable Long number(@Nullable Integer value) {
        return value == null ? null : (Long) value.longValue();
    }
}
