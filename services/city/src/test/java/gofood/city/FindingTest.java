package gofood.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.city.CityData.Door;
import gofood.city.CityData.StreetPiece;
import gofood.city.CityData.Territory;
import gofood.contracts.CityApi.AddressHit;
import gofood.contracts.CityApi.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    private static CityMap town(String name) {
        var data = new CityData(List.of(), DOORS, STREETS, List.of(), TERRITORIES);
        return new CityMap(data, ServedCity.of(TERRITORIES, Optional.of(name)));
    }

    private static List<AddressHit> find(CityMap map, String typed) {
        return map.find(typed, Optional.empty(), 10);
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
        assertThat(map.finding(List.of(hit))).isEqualTo(Finding.EXACT);
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
            assertThat(map.finding(hits)).isEqualTo(Finding.NOT_PRECISE_ENOUGH);
        }
    }

    @Test
    void what_lies_beyond_the_border_is_outside_and_what_nobody_knows_is_unknown() {
        var map = town("smalltown");
        assertThat(map.finding(find(map, "5 far lane"))).isEqualTo(Finding.OUTSIDE);
        assertThat(map.finding(find(map, "xyzzy"))).isEqualTo(Finding.UNKNOWN);
        assertThat(town("*").finding(find(map, "5 far lane"))).isEqualTo(Finding.EXACT);
        assertThat(town("county").finding(find(map, "5 far lane"))).isEqualTo(Finding.EXACT);
    }

    @Test
    void the_largest_settlement_is_served_and_a_wrong_name_lists_the_others() {
        assertThat(ServedCity.of(TERRITORIES, Optional.empty()).name()).contains("Smalltown");
        assertThat(ServedCity.of(List.of(), Optional.empty()).name()).isEmpty();
        assertThatThrownBy(() -> town("Atlantis"))
                .hasMessageContaining("Atlantis")
                .hasMessageContaining("Smalltown, County");
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
