package gofood.simulator;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Allergen;
import gofood.contracts.RestaurantApi.NewOption;
import gofood.contracts.RestaurantApi.NewOptionGroup;
import gofood.contracts.RestaurantApi.TaxClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One file of `menus/`: everything that kitchens of one cuisine may have on their menus.
///
/// @param cuisine what people call it
/// @param suits the values of OpenStreetMap's `cuisine` that it stands for
/// @param kinds the values of OpenStreetMap's `amenity` that may cook it when nothing else is known
/// @param names beginnings of words, without accents, that give it away in the name of a place
/// @param choices option groups, by the short names that dishes use
record MenuFile(
        String cuisine,
        String about,
        List<String> suits,
        @Nullable List<String> kinds,
        List<String> names,
        Map<String, Choice> choices,
        List<Course> sections) {
    private static final ObjectMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /// @param options the extra price in euros of each
    record Choice(String name, int min, int max, Map<String, Money> options) {
        NewOptionGroup group() {
            var priced =
                    options.entrySet().stream()
                            .map(option -> new NewOption(option.getKey(), option.getValue()))
                            .toList();
            return new NewOptionGroup(name, min, max, priced);
        }
    }

    record Course(String name, List<Dish> dishes) {}

    /// @param tax prepared unless told
    /// @param price in euros, around which the restaurants' own prices lie
    record Dish(
            String name,
            String about,
            Money price,
            @Nullable TaxClass tax,
            @Nullable List<Allergen> allergens,
            @Nullable List<String> choices) {}

    static MenuFile read(String family) {
        var file = "/menus/" + family + ".yaml";
        try (var yaml = MenuFile.class.getResourceAsStream(file)) {
            return YAML.readValue(Objects.requireNonNull(yaml, file), MenuFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    boolean cookedAt(String kind) {
        return kinds != null && kinds.contains(kind);
    }

    /// What one goes there for: the course with the most dishes.
    Course mainCourse() {
        var most = sections.stream().mapToInt(course -> course.dishes.size()).max().orElseThrow();
        return sections.stream().filter(c -> c.dishes.size() == most).findFirst().orElseThrow();
    }

    List<NewOptionGroup> groupsOf(Dish dish) {
        if (dish.choices == null) return List.of();
        return dish.choices.stream()
                .map(choice -> Objects.requireNonNull(choices.get(choice), choice).group())
                .toList();
    }
}
