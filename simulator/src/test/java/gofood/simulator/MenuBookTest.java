package gofood.simulator;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.CityApi.EatingPlace;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Allergen;
import gofood.contracts.RestaurantApi.NewItem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class MenuBookTest {
    private static final List<String> FAMILIES = MenuBook.FAMILIES;
    private static final Map<String, MenuFile> FILES =
            FAMILIES.stream().collect(toMap(family -> family, MenuFile::read));
    private final MenuBook book = MenuBook.read();

    @ParameterizedTest
    @FieldSource("FAMILIES")
    void a_file_holds_a_whole_kitchen(String family) {
        var file = file(family);
        assertThat(file.sections()).hasSizeBetween(3, 6);
        assertThat(dishes(file)).hasSizeBetween(16, 30);
        assertThat(file.sections()).allMatch(section -> section.dishes().size() >= 2);
        assertThat(dishes(file)).extracting(MenuFile.Dish::name).doesNotHaveDuplicates();
        assertThat(file.cuisine().length()).isBetween(1, 60);
    }

    @ParameterizedTest
    @FieldSource("FAMILIES")
    void every_dish_of_a_file_keeps_the_contract(String family) {
        var file = file(family);
        for (var dish : dishes(file)) {
            var allergens = allergens(dish);
            // the records of the contract check the rest themselves
            new NewItem(
                    null,
                    dish.name(),
                    dish.about(),
                    dish.price(),
                    dish.tax(),
                    null,
                    List.copyOf(allergens),
                    file.groupsOf(dish),
                    null,
                    null);
            assertThat(dish.about()).as(dish.name()).endsWith(".").hasSizeLessThan(120);
            assertThat(dish.price())
                    .as(dish.name())
                    .isBetween(Money.cents(100), Money.cents(15000));
            if (dish.allergens() != null)
                assertThat(dish.allergens()).as(dish.name()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @FieldSource("FAMILIES")
    void every_choice_can_be_made_and_every_group_is_used(String family) {
        var file = file(family);
        assertThat(file.choices().values())
                .allMatch(choice -> choice.min() <= choice.options().size())
                .allMatch(choice -> choice.max() <= choice.options().size());
        var used =
                dishes(file).stream()
                        .map(MenuFile.Dish::choices)
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .collect(toSet());
        assertThat(used).isEqualTo(file.choices().keySet());
    }

    /// What a word in a dish's name or description says about its allergens.
    private static final Map<Allergen, String> TELLTALES =
            Map.ofEntries(
                    Map.entry(
                            Allergen.GLUTEN,
                            "bread|toast|bun|baguette|brioche|focaccia|pita|pizza|spaghetti|penne"
                                    + "|linguine|lasagn|ravioli|gnocchi|macaroni|egg noodles|flour"
                                    + "|bulgur|batter|breadcrumb|panko|pastr|crouton|croissant|cake"
                                    + "|cookie|waffle|pancakes|blinis|sourdough|beer|tempura|naan"
                                    + "|soy sauce|hoisin|granola|oats|samosa|churros|cannol"),
                    Map.entry(
                            Allergen.MILK,
                            "milk|cream|butter|cheese|cheddar|mozzarella|burrata|parmesan|pecorino"
                                    + "|ricotta|mascarpone|gorgonzola|feta|emmental|comte|yoghurt"
                                    + "|bechamel|halloumi|paneer|lassi|roquefort|hollandaise|manchego"
                                    + "|tzatziki|provol"),
                    Map.entry(
                            Allergen.EGGS,
                            "\\beggs?\\b|mayonnaise|aioli|carbonara|tiramisu|meringue|omelette|tortilla de"
                                    + "|bearnaise|hollandaise|tartare sauce|brioche|rouille|quiche"),
                    Map.entry(
                            Allergen.FISH,
                            "salmon|tuna|anchov|\\bcod\\b|sea bass|sea bream|\\bsole\\b|fish|\\beel\\b"
                                    + "|caviar|roe|bonito|dashi|worcestershire|ponzu"),
                    Map.entry(
                            Allergen.CRUSTACEANS,
                            "prawn|shrimp|lobster|crab|langoustine|gambas|scampi"),
                    Map.entry(
                            Allergen.MOLLUSCS,
                            "squid|octopus|mussel|clam|oyster|scallop|calamari|cuttlefish|snail"
                                    + "|whelk"),
                    Map.entry(
                            Allergen.NUTS,
                            "almond|hazelnut|walnut|pistachio|cashew|pecan|praline|romesco"),
                    Map.entry(Allergen.PEANUTS, "peanut|satay"),
                    Map.entry(
                            Allergen.SOYBEANS,
                            "\\bsoy|tofu|edamame|miso\\b|hoisin|teriyaki|ponzu|bean paste"),
                    Map.entry(Allergen.SESAME, "sesame|tahini|houmous|falafel"),
                    Map.entry(Allergen.MUSTARD, "mustard|mayonnaise|tartare sauce|remoulade"),
                    Map.entry(Allergen.CELERY, "celery|stock|bisque"),
                    Map.entry(Allergen.SULPHITES, "wine|vinegar|sherry|cider|raisin|molasses"));

    /// Words that hold a telltale and mean something else.
    private static final Pattern HARMLESS =
            Pattern.compile(
                    "coconut (milk|rice|water)|without (cheese|butter)|chickpea batter|root beer|tiger nuts|almond drink|cocoa and bread|rice noodles"
                            + "|rice vinegar|soup of the day|alcohol-free|oyster mushroom|ginger beer"
                            + "|chickpea (flour|pancake|cream)|almond cake without flour"
                            + "|fish of the day|apart");

    @ParameterizedTest
    @FieldSource("FAMILIES")
    void a_dish_names_the_allergens_that_its_words_give_away(String family) {
        var silent = new ArrayList<String>();
        for (var dish : dishes(file(family))) {
            var words = HARMLESS.matcher(plain(dish.name() + " / " + dish.about())).replaceAll("");
            TELLTALES.forEach((allergen, telltale) -> {
                if (Pattern.compile(telltale).matcher(words).find()
                        && !allergens(dish).contains(allergen))
                    silent.add(allergen + " of " + dish.name() + ": " + dish.about());
            });
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void an_option_names_in_brackets_only_real_allergens() {
        var known =
                Stream.of(Allergen.values())
                        .map(allergen -> allergen.name().toLowerCase(Locale.ROOT))
                        .collect(toSet());
        known.add("very hot");
        var options =
                FAMILIES.stream()
                        .flatMap(family -> file(family).choices().values().stream())
                        .flatMap(choice -> choice.options().keySet().stream());
        var brackets = Pattern.compile("\\((.*)\\)");
        assertThat(options)
                .flatMap(option -> brackets.matcher(option).results().toList())
                .flatMap(found -> List.of(found.group(1).split(" and ")))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void a_cuisine_belongs_to_one_family() {
        var suits = FAMILIES.stream().flatMap(f -> file(f).suits().stream()).toList();
        assertThat(suits).doesNotHaveDuplicates();
        var clues = FAMILIES.stream().flatMap(f -> file(f).names().stream()).toList();
        assertThat(clues).allMatch(clue -> clue.matches("[a-z0-9 -]+"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/monaco/cuisine.txt", delimiter = '\t')
    void every_cuisine_on_the_map_of_the_demo_city_has_a_family(String cuisine) {
        for (var word : MenuBook.words(cuisine))
            assertThat(FAMILIES).as(word).anyMatch(family -> file(family).suits().contains(word));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Any,                restaurant, pizza,           italian",
                "Any,                fast_food,  'salad,_sandwich', salad",
                "Any,                restaurant, japanese;thai,   japanese",
                "Burger House,       restaurant, Indian,          indian",
                "Pizzeria Monégasque,restaurant, -,               italian",
                "Bistrot des Pêcheurs, cafe,     -,               seafood",
                "L'Orange Verte,     restaurant, -,               salad",
                "Santo Gelato,       cafe,       unheard_of,      ice cream",
                "Somewhere,          pub,        -,               bar food",
                "Somewhere,          ice_cream,  -,               ice cream",
                "Somewhere,          food_court, -,               international",
            })
    void the_map_decides_what_a_place_cooks(String name, String kind, String tag, String cuisine) {
        var place = place("node/1", name, kind, tag);
        assertThat(book.cuisines(place).getFirst().cuisine()).isEqualTo(cuisine);
    }

    @Test
    void a_second_cuisine_brings_its_main_course() {
        var menu = book.menu(place("node/1", "Tip Top", "restaurant", "burger;pasta;pizza"));
        assertThat(menu).extracting(section -> section.name()).contains("Burgers", "Pizze");
    }

    @Test
    void no_dish_comes_twice_whatever_the_cuisines() {
        var suits = FILES.values().stream().map(file -> file.suits().getFirst()).toList();
        for (var one : suits)
            for (var other : suits) {
                var menu = book.menu(place("node/1", "X", "restaurant", one + ";" + other));
                assertThat(menu.stream().flatMap(section -> section.items().stream()))
                        .extracting(NewItem::name)
                        .doesNotHaveDuplicates();
                assertThat(menu).noneMatch(section -> section.items().isEmpty());
            }
    }

    @Test
    void the_same_place_has_the_same_menu_for_ever() {
        var place = place("node/42", "Da Noi", "restaurant", "pizza");
        assertThat(MenuBook.read().menu(place)).isEqualTo(book.menu(place));
    }

    @Test
    void two_places_of_one_cuisine_have_different_menus() {
        var menus =
                IntStream.range(0, 50)
                        .mapToObj(id -> place("node/" + id, "Da Noi", "restaurant", "pizza"))
                        .map(book::menu)
                        .toList();
        assertThat(menus).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("FAMILIES")
    void prices_stay_near_the_book_and_look_printed(String family) {
        var file = file(family);
        var listed =
                dishes(file).stream().collect(toMap(MenuFile.Dish::name, MenuFile.Dish::price));
        var items =
                IntStream.range(0, 20)
                        .mapToObj(id -> place("way/" + id, "X", "none", file.suits().getFirst()))
                        .flatMap(place -> book.menu(place).stream())
                        .flatMap(section -> section.items().stream());
        assertThat(items)
                .allSatisfy(item -> {
                    var price = Objects.requireNonNull(item.price()).mills();
                    var base = Objects.requireNonNull(listed.get(item.name())).mills();
                    assertThat(price % 1000).isIn(0L, 500L, 900L);
                    // 12 %, and up to 25 cents by rounding
                    assertThat(Math.abs(price - base)).isLessThan(base * 12 / 100 + 260);
                });
    }

    @Test
    void every_section_of_a_menu_has_dishes() {
        var menus =
                Stream.of("restaurant", "fast_food", "cafe", "bar", "pub", "ice_cream")
                        .flatMap(kind ->
                                IntStream.range(0, 30)
                                        .mapToObj(id -> place("n/" + id, "X", kind, null)))
                        .map(book::menu);
        assertThat(menus)
                .allSatisfy(menu -> assertThat(menu).hasSizeGreaterThanOrEqualTo(3))
                .allSatisfy(menu -> assertThat(menu).noneMatch(s -> s.items().size() < 2));
    }

    private static MenuFile file(String family) {
        return Objects.requireNonNull(FILES.get(family));
    }

    private static List<MenuFile.Dish> dishes(MenuFile file) {
        return file.sections().stream().map(MenuFile.Course::dishes).flatMap(List::stream).toList();
    }

    private static Set<Allergen> allergens(MenuFile.Dish dish) {
        return dish.allergens() == null ? Set.of() : Set.copyOf(dish.allergens());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static EatingPlace place(String id, String name, String kind, @Nullable String tag) {
        return new EatingPlace(
                id, name, kind, tag, new Address(43.7384, 7.4246, "Rue A"), null, null);
    }
}
