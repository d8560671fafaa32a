package gofood.simulator.living;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.RestaurantApi.Hours;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Option;
import gofood.contracts.RestaurantApi.OptionGroup;
import gofood.contracts.RestaurantApi.Section;
import gofood.contracts.RestaurantApi.TaxClass;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AppetiteTest {
    private static final OptionGroup SIZE =
            new OptionGroup("1", "Size", 1, 1, List.of(option("11", 0), option("12", 200)));
    private static final OptionGroup EXTRAS =
            new OptionGroup(
                    "2",
                    "Extras",
                    0,
                    2,
                    List.of(option("21", 100), option("22", 50), option("23", 0)));
    private static final Item PIZZA = item("301", 1200, true, List.of(SIZE, EXTRAS));
    private static final Item WATER = item("302", 250, true, List.of());
    private static final Item GONE = item("303", 100, false, List.of());

    private static Option option(String id, long cents) {
        return new Option(id, "option " + id, Money.cents(cents));
    }

    private static Item item(String id, long cents, boolean available, List<OptionGroup> groups) {
        return new Item(
                id,
                "dish " + id,
                "",
                Money.cents(cents),
                TaxClass.PREPARED,
                available,
                null,
                List.of(),
                groups);
    }

    static Menu menu(long minimumCents, Item... items) {
        return new Menu(
                1,
                "Chez Nous",
                null,
                "french",
                new Address(43.73, 7.42, "Rue Une"),
                null,
                true,
                null,
                new Hours(List.of(), List.of()),
                "Europe/Monaco",
                10,
                Money.cents(minimumCents),
                8,
                "EUR",
                null,
                1,
                List.of(new Section("All", List.of(items))));
    }

    @RepeatedTest(30)
    void a_meal_follows_the_menus_rules(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var meal = Appetite.choose(menu(3000, PIZZA, WATER, GONE), random).orElseThrow();
        assertThat(meal).extracting(NewLine::itemId).containsAnyOf("301", "302");
        assertThat(meal).extracting(NewLine::itemId).doesNotContain("303");
        for (var line : meal) {
            var options = Objects.requireNonNull(line.options());
            assertThat(options).doesNotHaveDuplicates();
            if (line.itemId().equals("302")) assertThat(options).isEmpty();
            else {
                assertThat(options).filteredOn(id -> id.startsWith("1")).hasSize(1);
                assertThat(options).filteredOn(id -> id.startsWith("2")).hasSizeBetween(0, 2);
            }
        }
        var atLeast =
                meal.stream()
                        .mapToLong(l -> (l.itemId().equals("301") ? 1550 : 250) * l.quantity())
                        .sum();
        assertThat(atLeast).isGreaterThanOrEqualTo(3000);
    }

    @Test
    void the_same_dice_choose_the_same_meal() {
        var menu = menu(1000, PIZZA, WATER);
        assertThat(Appetite.choose(menu, new Random(3)))
                .isEqualTo(Appetite.choose(menu, new Random(3)));
    }

    @Test
    void nobody_orders_where_all_is_sold_out() {
        assertThat(Appetite.choose(menu(0, GONE), new Random(3))).isEmpty();
    }

    @Test
    void nobody_orders_a_hundred_waters_for_the_minimum() {
        assertThat(Appetite.choose(menu(50_000, WATER), new Random(3))).isEmpty();
    }
}
