package gofood.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Address;
import gofood.contracts.CityApi.EatingPlace;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.NewRestaurant;
import gofood.platform.wire.Json;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestaurateurTest {
    private final Restaurateur restaurateur = new Restaurateur(MenuBook.read());

    @Test
    void what_the_map_knows_is_taken_over() {
        var place =
                new EatingPlace(
                        "node/7",
                        "Da Noi",
                        "restaurant",
                        "pizza;italian_pizza",
                        new Address(43.73, 7.42, "3 Rue Basse"),
                        "Mo 12:00-14:00",
                        "+377 93 00 00 00; +377 93 00 00 01");
        var opened = restaurateur.open(place);
        assertThat(opened.name()).isEqualTo("Da Noi");
        assertThat(opened.address()).isEqualTo(place.address());
        assertThat(opened.cuisine()).isEqualTo("pizza, italian pizza");
        assertThat(opened.phone()).isEqualTo("+377 93 00 00 00");
        assertThat(Objects.requireNonNull(opened.hours()).weekly()).hasSize(1);
    }

    @Test
    void what_is_made_up_says_so() {
        assertThat(restaurateur.open(place("node/7", "cafe")).description())
                .contains("made up for this demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"restaurant", "fast_food", "cafe", "bar", "pub", "ice_cream", "other"})
    void what_the_map_does_not_know_is_plausible(String kind) {
        var opened =
                IntStream.range(0, 60)
                        .mapToObj(id -> restaurateur.open(place("node/" + id, kind)))
                        .toList();
        assertThat(opened)
                .allSatisfy(it -> {
                    assertThat(it.preparationMinutes()).isBetween(8, 30);
                    assertThat(it.minimumOrder()).isBetween(Money.ZERO, Money.cents(2000));
                    assertThat(Objects.requireNonNull(it.hours()).weekly()).isNotEmpty();
                    assertThat(it.sections()).isNotEmpty();
                });
        assertThat(opened.stream().map(NewRestaurant::hours).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void the_same_place_is_the_same_restaurant_to_the_last_byte() {
        var again = new Restaurateur(MenuBook.read());
        for (int id = 0; id < 20; id++) {
            var place = place("way/" + id, "restaurant");
            assertThat(Json.write(again.open(place)))
                    .isEqualTo(Json.write(restaurateur.open(place)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "''", "see website", "12", "+377 93 00 00 00 ext. reception", "+1;+2"})
    void a_telephone_number_that_is_none_is_left_out(@Nullable String phone) {
        var place =
                new EatingPlace(
                        "node/1", "A", "pub", null, new Address(43.7, 7.4, "B"), null, phone);
        assertThat(restaurateur.open(place).phone()).isNull();
    }

    @Test
    void names_and_cuisines_of_any_length_fit_the_contract() {
        var place =
                new EatingPlace(
                        "node/1",
                        "Long ".repeat(60),
                        "restaurant",
                        "pizza;" + "a_very_long_word;".repeat(9),
                        new Address(43.7, 7.4, "B"),
                        "whenever we like",
                        null);
        var opened = restaurateur.open(place);
        assertThat(opened.name()).hasSizeLessThanOrEqualTo(120);
        assertThat(opened.cuisine()).hasSizeLessThanOrEqualTo(60);
        assertThat(Objects.requireNonNull(opened.hours()).weekly()).isNotEmpty();
    }

    private static EatingPlace place(String id, String kind) {
        return new EatingPlace(
                id, "Chez nous", kind, null, new Address(43.7384, 7.4246, "Rue A"), null, null);
    }
}
