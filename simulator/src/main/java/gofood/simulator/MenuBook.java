package gofood.simulator;

import gofood.contracts.CityApi.EatingPlace;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.NewItem;
import gofood.contracts.RestaurantApi.NewSection;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Made-up menus that fit real places. What a place serves follows from what the map says of it;
/// which dishes and at what price follows from its OpenStreetMap id alone, so that two pizzerias
/// differ and the same one never changes.
public final class MenuBook {
    /// In the order of preference where a cuisine or a name fits several.
    static final List<String> FAMILIES =
            List.of(
                    "italian",
                    "french",
                    "monegasque",
                    "mediterranean",
                    "seafood",
                    "japanese",
                    "asian",
                    "indian",
                    "burger",
                    "grill",
                    "tapas",
                    "mexican",
                    "salad",
                    "ice_cream",
                    "bakery",
                    "cafe",
                    "bar",
                    "international");

    /// The price level of a house, and a dish's own deviation from it; 12 % together.
    private static final double HOUSE_PRICE_SPAN = 0.08;

    private static final double DISH_PRICE_SPAN = 0.04;

    /// The least share of a course's dishes that is on a menu.
    private static final double LEAST_SHARE = 0.6;

    private final List<MenuFile> files;

    private MenuBook(List<MenuFile> files) {
        this.files = files;
    }

    public static MenuBook read() {
        return new MenuBook(FAMILIES.stream().map(MenuFile::read).toList());
    }

    /// The words of OpenStreetMap's `cuisine`: `pizza;burger`, sometimes `salad,_sandwich`.
    static List<String> words(String cuisine) {
        return Stream.of(cuisine.toLowerCase(Locale.ROOT).split("[;,]"))
                .map(word -> word.replaceAll("^[_\\s]+|[_\\s]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// What the place cooks, the most important first; never empty.
    List<MenuFile> cuisines(EatingPlace place) {
        var named =
                words(Objects.requireNonNullElse(place.cuisine(), "")).stream()
                        .flatMap(this::cooking)
                        .distinct()
                        .toList();
        if (!named.isEmpty()) return named;
        var name = " " + plain(place.name());
        return files.stream()
                .flatMap(file -> file.names().stream().map(clue -> new Clue(file, " " + clue)))
                .filter(clue -> name.contains(clue.text))
                .max(Comparator.comparingInt(clue -> clue.text.length()))
                .map(clue -> List.of(clue.file))
                .orElseGet(() -> List.of(byKind(place)));
    }

    private record Clue(MenuFile file, String text) {}

    private Stream<MenuFile> cooking(String word) {
        return files.stream().filter(file -> file.suits().contains(word)).limit(1);
    }

    private MenuFile byKind(EatingPlace place) {
        var usual = files.stream().filter(file -> file.cookedAt(place.kind())).toList();
        if (usual.isEmpty()) return files.getLast();
        return usual.get(Dice.of(place.osmId(), "cuisine").nextInt(usual.size()));
    }

    /// The menu of one place.
    public List<NewSection> menu(EatingPlace place) {
        var cuisines = cuisines(place);
        var random = Dice.of(place.osmId(), "menu");
        var chef = new Chef(random, span(random, HOUSE_PRICE_SPAN), new HashSet<>());
        var menu = new ArrayList<NewSection>();
        var house = cuisines.getFirst();
        for (var course : house.sections()) menu.add(chef.section(house, course));
        // of its other cuisines the main course, before the sweets or drinks at the end
        for (var guest : cuisines.subList(1, cuisines.size()))
            menu.add(menu.size() - 1, chef.section(guest, guest.mainCourse()));
        return List.copyOf(menu);
    }

    /// Who writes one menu.
    ///
    /// @param level of the prices, 0.05 for 5 % above the book's
    /// @param considered dishes, because no dish comes twice
    private record Chef(Random random, double level, Set<String> considered) {
        NewSection section(MenuFile file, MenuFile.Course course) {
            var dishes =
                    new ArrayList<>(
                            course.dishes().stream()
                                    .filter(dish -> considered.add(dish.name()))
                                    .toList());
            var least = (int) Math.ceil(dishes.size() * LEAST_SHARE);
            var most = least + random.nextInt(dishes.size() - least + 1);
            while (dishes.size() > most) dishes.remove(random.nextInt(dishes.size()));
            var items = dishes.stream().map(dish -> item(file, dish)).toList();
            return new NewSection(course.name(), items);
        }

        private NewItem item(MenuFile file, MenuFile.Dish dish) {
            var moved = 1 + level + span(random, DISH_PRICE_SPAN);
            return new NewItem(
                    null,
                    dish.name(),
                    dish.about(),
                    price(Math.round(dish.price().mills() * moved)),
                    dish.tax(),
                    null,
                    Objects.requireNonNullElse(dish.allergens(), List.of()),
                    file.groupsOf(dish),
                    null,
                    null);
        }
    }

    /// The nearest price that one would print: 14.00, 14.50 or 14.90.
    static Money price(long mills) {
        var euros = Math.floorDiv(mills, 1000) * 1000;
        return LongStream.of(euros, euros + 500, euros + 900, euros + 1000)
                .boxed()
                .min(Comparator.comparingLong(printed -> Math.abs(printed - mills)))
                .map(Money::new)
                .orElseThrow();
    }

    private static double span(Random random, double most) {
        return (random.nextDouble() * 2 - 1) * most;
    }

    /// Lower case, no accents, words separated by one space.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]+", " ")
                .strip();
    }
}
