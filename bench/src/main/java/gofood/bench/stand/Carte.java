package gofood.bench.stand;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Allergen;
import gofood.contracts.RestaurantApi.Day;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.NewItem;
import gofood.contracts.RestaurantApi.NewOption;
import gofood.contracts.RestaurantApi.NewOptionGroup;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.contracts.RestaurantApi.NewSection;
import gofood.contracts.RestaurantApi.Opening;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Menus as long and as wordy as real ones: 30 to 80 dishes in sections, with allergens and
/// choices.
final class Carte {
    private static final Address KITCHEN = new Address(43.7308, 7.4226, "3 Rue Basse");
    private static final List<String> SECTIONS =
            List.of("Starters", "Salads", "Pasta", "Pizza", "Mains", "Sides", "Desserts", "Drinks");
    private static final List<String> KINDS =
            List.of("Grilled", "Baked", "Fresh", "Smoked", "Crispy", "Slow-cooked", "Spicy");
    private static final List<String> THINGS =
            List.of(
                    "aubergine",
                    "sea bass",
                    "octopus",
                    "gnocchi",
                    "lamb",
                    "ricotta",
                    "artichoke",
                    "courgette flowers",
                    "tuna",
                    "burrata",
                    "lentils",
                    "chicken");
    private static final List<String> WITH =
            List.of(
                    "basil oil",
                    "lemon and capers",
                    "roasted peppers",
                    "walnut pesto",
                    "tomato confit",
                    "wild herbs",
                    "black olives",
                    "saffron rice");

    private Carte() {}

    static NewRestaurant restaurant(int number, Random dice) {
        var sections = new ArrayList<NewSection>();
        for (var name : SECTIONS) sections.add(new NewSection(name, dishes(dice)));
        return new NewRestaurant(
                "Chez Mesure " + number,
                "A kitchen that never closes, with a long menu of everything that grows nearby",
                "italian",
                KITCHEN,
                null,
                15,
                Money.cents(500),
                roundTheClock(),
                null,
                sections);
    }

    private static List<NewItem> dishes(Random dice) {
        var dishes = new ArrayList<NewItem>();
        for (var left = 4 + dice.nextInt(6); left > 0; left--) dishes.add(dish(dice));
        return dishes;
    }

    private static NewItem dish(Random dice) {
        var thing = of(THINGS, dice);
        var with = of(WITH, dice);
        return new NewItem(
                null,
                "%s %s with %s".formatted(of(KINDS, dice), thing, with),
                "Our %s from the market, prepared to order, served with %s and bread from the oven"
                        .formatted(thing, with),
                Money.cents(690 + 10 * dice.nextInt(180)),
                null,
                null,
                List.of(of(List.of(Allergen.values()), dice)),
                dice.nextInt(4) == 0 ? List.of(choice(dice)) : null,
                null,
                null);
    }

    private static NewOptionGroup choice(Random dice) {
        return new NewOptionGroup(
                "Choose a sauce",
                0,
                2,
                List.of(
                        new NewOption(of(WITH, dice), Money.cents(0)),
                        new NewOption("truffle cream", Money.cents(250)),
                        new NewOption("extra cheese", Money.cents(120))));
    }

    private static <T> T of(List<T> all, Random dice) {
        return all.get(dice.nextInt(all.size()));
    }

    private static Hours roundTheClock() {
        var always =
                Arrays.stream(Day.values())
                        .map(day -> new Opening(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                        .toList();
        return new Hours(always, List.of());
    }
}
