package gofood.restaurant.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.NewOption;
import gofood.contracts.RestaurantApi.NewOptionGroup;
import gofood.contracts.RestaurantApi.Option;
import gofood.platform.wire.Refused;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static NewOptionGroup group(String name, String... options) {
        return new NewOptionGroup(
                name, 0, 2, Stream.of(options).map(it -> new NewOption(it, Money.ZERO)).toList());
    }

    private static List<String> numbers(Choices choices) {
        return choices.groups().stream()
                .flatMap(it ->
                        Stream.concat(
                                Stream.of(it.groupId()),
                                it.options().stream().map(Option::optionId)))
                .toList();
    }

    @Test
    void numbers_are_unique_within_the_dish() {
        var choices =
                Choices.NONE.changedTo(List.of(group("Size", "S", "L"), group("Extra", "Egg")));
        assertThat(numbers(choices)).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void what_keeps_its_name_keeps_its_number_and_no_number_comes_back() {
        var before =
                Choices.NONE.changedTo(List.of(group("Size", "S", "L"), group("Extra", "Egg")));
        var without = before.changedTo(List.of(group("Size", "L", "M")));
        assertThat(numbers(without)).containsExactly("1", "3", "6");
        var again = without.changedTo(List.of(group("Extra", "Egg"), group("Size", "S", "L")));
        assertThat(numbers(again)).containsExactly("7", "8", "1", "9", "3");
    }

    @Test
    void twins_and_groups_that_nobody_can_satisfy_are_refused() {
        assertThatThrownBy(() -> Choices.NONE.changedTo(List.of(group("A", "x", "x "))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Choices.NONE.changedTo(List.of(group("A", "x"), group("A", "y"))))
                .isInstanceOf(Refused.class);
        var two = new NewOptionGroup("A", 2, 2, List.of(new NewOption("x", Money.ZERO)));
        assertThatThrownBy(() -> Choices.NONE.changedTo(List.of(two))).isInstanceOf(Refused.class);
    }
}
