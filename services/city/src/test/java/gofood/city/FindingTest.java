package gofood.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.city.CityData.Door;
import gofood.city.CityData.StreetPiece;
import gofood.city.CityData.Territory;
import gofood.city.CityData.Town;
import gofood.contracts.CityApi.AddressHit;
import gofood.contracts.CityApi.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A town whose one street bends like an L and leaves the town: the houses 2, 10 and 1, 9 are
/// known, and beyond the border there is another street.
class FindingTest {
    private static final List<StreetPiece> STREETS =
            List.of(
                    new StreetPiece("way/1", "Long Street", new double[][] {{50, 8}, {50, 8.002}}),
                    new StreetPiece(
                            "way/2", "Long Street", new double[][] {{50, 8.002}, {50.001, 8.002}}),
                    new StreetPiece(
                            "way/3", "Far Lane", new double[][] {{50, 8.02}, {50.001, 8.02}}));
    private static final List<Door> DOORS =
            List.of(
                    new Door("node/1", 50.0001, 8.0005, "2", "Long Street"),
                    new Door("node/2", 50.0008, 8.0019, "10", "Long Street"),
                    new Door("node/3", 49.9999, 8.0005, "1", "Long Street"),
                    new Door("node/4", 50.0005, 8.0201, "5", "Far Lane"));
    private static final List<Territory> TERRITORIES =
            List.of(
                    new Territory(
                            "relation/1",
                            "Smalltown",
                            1_000_000_100,
                            "POLYGON ((7.99 49.99, 8.01 49.99, 8.01 50.01, 7.99 50.01, 7.99 49.99))"),
                    new Territory(
                            "relation/2", "County", 0, "POLYGON ((7 49, 9 49, 9 51, 7 51, 7 49))"));
    private static final List<Town> TOWNS =
            List.of(
                    new Town("node/5", "Smalltown", 50, 8, Town.weight(1, 900)),
                    new Town("node/6", "Farville", 50, 8.02, Town.weight(0, 100)));

    private static final double[][] RING = {
        {49.99, 7.99}, {49.99, 8.01}, {50.01, 8.01}, {50.01, 7.99}, {49.99, 7.99}
    };

    private static CityMap town(String name) {
        var data = new CityData(List.of(), DOORS, STREETS, List.of(), TERRITORIES, TOWNS);
        return new CityMap(data, ServedCity.of(TERRITORIES, TOWNS, Optional.of(name)));
    }

    private static List<AddressHit> find(CityMap map, String typed) {
        return map.find(typed, Optional.empty(), 10).addresses();
    }

    private static Finding finding(CityMap map, String typed) {
        return map.find(typed, Optional.empty(), 10).finding();
    }

    @Test
    void a_house_between_known_ones_stands_on_the_line_of_its_street() {
        var map = town("Smalltown");
        var hit = find(map, "6 long street").getFirst();
        assertThat(hit.address().text()).isEqualTo("6 Long Street");
        assertThat(hit.precise()).isTrue();
        assertThat(hit.interpolated()).isTrue();
        // half the way from 2 to 10 around the corner, and not across the block
        assertThat(hit.address().lat()).isBetween(49.99999, 50.0001);
        assertThat(hit.address().lon()).isBetween(8.0013, 8.0019);
        assertThat(finding(map, "6 long street")).isEqualTo(Finding.EXACT);
    }

    @Test
    void a_known_house_is_not_interpolated() {
        var hit = find(town("Smalltown"), "10 long street").getFirst();
        assertThat(hit.precise()).isTrue();
        assertThat(hit.interpolated()).isFalse();
    }

    @Test
    void beyond_the_last_known_house_and_on_a_side_without_neighbours_it_stays_a_street() {
        var map = town("Smalltown");
        for (var typed : List.of("12 long street", "3 long street", "long street")) {
            var hits = find(map, typed);
            assertThat(hits.getFirst().precise()).as(typed).isFalse();
            assertThat(hits.getFirst().interpolated()).isFalse();
            assertThat(finding(map, typed)).isEqualTo(Finding.NOT_PRECISE_ENOUGH);
        }
    }

    @Test
    void what_lies_beyond_the_border_is_outside_and_what_nobody_knows_is_unknown() {
        var map = town("smalltown");
        assertThat(finding(map, "5 far lane")).isEqualTo(Finding.OUTSIDE);
        assertThat(finding(map, "xyzzy")).isEqualTo(Finding.UNKNOWN);
        assertThat(finding(town("*"), "5 far lane")).isEqualTo(Finding.EXACT);
        assertThat(finding(town("county"), "5 far lane")).isEqualTo(Finding.EXACT);
    }

    @Test
    void the_largest_settlement_is_served_and_a_wrong_name_lists_the_others() {
        assertThat(ServedCity.of(TERRITORIES, TOWNS, Optional.empty()).name())
                .contains("Smalltown");
        assertThat(ServedCity.of(List.of(), TOWNS, Optional.empty()).name()).contains("Smalltown");
        assertThat(ServedCity.of(List.of(), List.of(), Optional.empty()).name()).isEmpty();
        assertThatThrownBy(() -> town("Atlantis"))
                .hasMessageContaining("Atlantis")
                .hasMessageContaining("Smalltown, County");
    }

    @Test
    void a_boundary_may_have_more_words_than_its_town() {
        var boundary =
                Territories.boundary("relation/1", "Stadt Smalltown", List.<double[][]>of(RING));
        var weighed = Territories.weighed(List.of(boundary.orElseThrow()), TOWNS);
        assertThat(Territories.isCalled(Words.of("Monaco-Ville"), Words.of("Monaco"))).isFalse();
        assertThat(weighed.getFirst().weight()).isEqualTo(TOWNS.getFirst().weight());
        assertThat(ServedCity.of(weighed, TOWNS, Optional.of("smalltown")).name())
                .contains("Stadt Smalltown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2 Long Street, ST-98000 Smalltown         | 2 Long Street | EXACT
                    2 Long Street, 98000 Smalltown, Smalltown | 2 Long Street | EXACT
                    Long Street, Smalltown, France            | Long Street   | NOT_PRECISE_ENOUGH
                    Long Street 2, Smalltown, Deutschland     | 2 Long Street | EXACT
                    2 Long Street, 8001 Smalltown             | 2 Long Street | EXACT
                    Long Street Appartement 3 étage 2         | Long Street   | NOT_PRECISE_ENOUGH
                    """)
    void a_pasted_address_has_a_post_code_a_city_a_country_and_a_flat(
            String typed, String text, Finding finding) {
        var map = town("Smalltown");
        assertThat(find(map, typed).getFirst().address().text()).isEqualTo(text);
        assertThat(finding(map, typed)).isEqualTo(finding);
    }

    @Test
    void a_neighbouring_town_is_known_and_outside() {
        var map = town("Smalltown");
        assertThat(find(map, "farville").getFirst().address().text()).isEqualTo("Farville");
        assertThat(finding(map, "farville")).isEqualTo(Finding.OUTSIDE);
        assertThat(finding(map, "smalltown")).isEqualTo(Finding.NOT_PRECISE_ENOUGH);
    }

    @Test
    void who_is_far_away_still_finds_the_city() {
        var far = Optional.of(new Spot(48, 2));
        var answer = town("Smalltown").find("2 long street", far, 10);
        assertThat(answer.finding()).isEqualTo(Finding.EXACT);
        assertThat(answer.addresses().getFirst().distanceMetres()).isGreaterThan(100_000);
    }

    @Test
    void a_word_that_is_not_there_names_nobody_else() {
        var map = Demo.map();
        for (var typed : List.of("Nice", "gare de monaco", "rue de monaco", "fairmnot"))
            assertThat(finding(map, typed)).as(typed).isNotEqualTo(Finding.EXACT);
        assertThat(finding(map, "fairmont")).isEqualTo(Finding.EXACT);
        assertThat(finding(map, "quai des artistes")).isEqualTo(Finding.EXACT);
        assertThat(finding(map, "28 quai jean-chalres rey")).isEqualTo(Finding.EXACT);
    }

    @Test
    void of_hundreds_of_queries_with_typos_and_beginnings_99_in_100_take_under_10_ms() {
        var map = Demo.map();
        var names = Demo.data().streets().stream().map(StreetPiece::name).distinct().toList();
        var dice = new Random(1);
        var typed = IntStream.range(0, 400).mapToObj(_ -> typed(names, dice)).toList();
        for (var each : typed) map.find(each, Optional.empty(), 10);
        var nanos =
                typed.stream()
                        .mapToLong(each -> {
                            var start = System.nanoTime();
                            map.find(each, Optional.empty(), 10);
                            return System.nanoTime() - start;
                        })
                        .sorted()
                        .toArray();
        assertThat(nanos[396]).isLessThan(10_000_000);
    }

    private static String typed(List<String> names, Random dice) {
        var name = names.get(dice.nextInt(names.size()));
        var text = new StringBuilder(dice.nextInt(60) + " " + name);
        if (dice.nextBoolean()) text.setLength(Math.max(4, text.length() - dice.nextInt(8)));
        if (dice.nextBoolean()) text.deleteCharAt(dice.nextInt(text.length() - 1) + 1);
        return text.toString();
    }
}
