package gofood.simulator;

import gofood.contracts.CityApi.EatingPlace;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.NewRestaurant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opens a restaurant in every place to eat that the map knows. Name, address, cuisine, telephone
/// and opening hours are the map's; the rest is made up, and the description says so.
///
/// The same place gives the same restaurant to the last byte: repeated creations rely on it.
final class Restaurateur {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CUISINE = 60;
    private static final String NOTICE = " Menu and prices are made up for this demo.";

    private final MenuBook menus;

    Restaurateur(MenuBook menus) {
        this.menus = menus;
    }

    /// What is usual for one kind of place.
    ///
    /// @param hours several opening times, of which a place without its own gets one
    private record Trade(
            int leastMinutes, int mostMinutes, List<Integer> minimumEuros, List<String> hours) {}

    private static Trade trade(String kind) {
        return switch (kind) {
            case "fast_food" ->
                    new Trade(
                            8,
                            15,
                            List.of(8, 10, 12),
                            // somewhere, one can order at any hour
                            List.of("11:00-22:00", "24/7", "Mo-Sa 10:30-21:30", "24/7"));
            case "cafe" ->
                    new Trade(
                            8,
                            14,
                            List.of(0, 5, 8, 10),
                            List.of(
                                    "07:00-19:00",
                                    "Mo-Sa 07:30-19:30; Su 08:30-18:00",
                                    "Mo-Sa 07:00-20:00"));
            case "ice_cream" ->
                    new Trade(
                            8,
                            12,
                            List.of(5, 8, 10),
                            List.of("11:00-23:00", "10:30-20:00; Fr,Sa 10:30-00:00"));
            case "bar", "pub" ->
                    new Trade(
                            10,
                            20,
                            List.of(10, 12, 15),
                            List.of("17:00-02:00", "11:30-01:00", "Tu-Su 17:30-02:00"));
            default ->
                    new Trade(
                            15,
                            30,
                            List.of(12, 15, 18, 20),
                            List.of(
                                    "12:00-14:30,19:00-22:30",
                                    "Mo-Sa 12:00-14:30,19:00-23:00",
                                    "Tu-Su 12:00-15:00,19:30-23:00",
                                    "11:30-23:00"));
        };
    }

    NewRestaurant open(EatingPlace place) {
        var trade = trade(place.kind());
        var random = Dice.of(place.osmId(), "restaurant");
        var minutes = random.nextInt(trade.leastMinutes, trade.mostMinutes + 1);
        var minimum = Money.cents(pick(trade.minimumEuros, random) * 100L);
        var usualHours = pick(trade.hours, random);
        var family = menus.cuisines(place).getFirst();
        return new NewRestaurant(
                shorten(place.name(), LONGEST_NAME),
                family.about() + NOTICE,
                cuisine(place).orElse(family.cuisine()),
                place.address(),
                phone(place.phone()).orElse(null),
                minutes,
                minimum,
                hours(place, usualHours),
                null,
                menus.menu(place));
    }

    /// Never without hours: a restaurant that doesn't open can't be ordered from.
    private static Hours hours(EatingPlace place, String usual) {
        return Optional.ofNullable(place.openingHours())
                .flatMap(OpeningHoursText::parse)
                .or(() -> OpeningHoursText.parse(usual))
                .orElseThrow();
    }

    private static Optional<String> cuisine(EatingPlace place) {
        if (place.cuisine() == null) return Optional.empty();
        var words =
                MenuBook.words(place.cuisine()).stream()
                        .map(word -> word.replace('_', ' '))
                        .collect(Collectors.joining(", "));
        return Optional.of(shorten(words, LONGEST_CUISINE)).filter(Predicate.not(String::isBlank));
    }

    /// The first of several numbers, if it looks like one.
    private static Optional<String> phone(@Nullable String phones) {
        return Optional.ofNullable(phones)
                .map(text -> text.split("[;,]", 2)[0].strip())
                .filter(phone -> phone.matches("\\+?[\\d ()./-]{3,29}"));
    }

    private static String shorten(String text, int most) {
        var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= most ? clean : clean.substring(0, most).strip();
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
