package gofood.city;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.CityApi.AddressHit;
import gofood.contracts.CityApi.AddressList;
import gofood.contracts.CityApi.PlaceList;
import gofood.platform.testing.OpenApi;
import gofood.platform.testing.TestBed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The real Monaco, over HTTP.
class CityTest {
    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed(new CityService());
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static List<AddressHit> find(String typed, String more) {
        var q = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        var answer = bed.anyone().get("/addresses?q=" + q + more);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(AddressList.class).addresses();
    }

    private static List<String> texts(String typed) {
        return find(typed, "").stream().map(hit -> hit.address().text()).toList();
    }

    private static String first(String typed) {
        var texts = texts(typed);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    @Test
    void every_place_to_eat_with_a_name_is_listed() {
        var places = bed.anyone().get("/places").as(PlaceList.class).places();
        // 151 in the extract, of which 9 have no name
        assertThat(places).hasSize(142);
        assertThat(new HashSet<>(places.stream().map(place -> place.osmId()).toList()))
                .hasSize(142);
        assertThat(places)
                .allSatisfy(place -> {
                    assertThat(place.name()).isNotBlank();
                    assertThat(place.osmId()).matches("(node|way|relation)/\\d+");
                    assertThat(place.kind())
                            .isIn("restaurant", "fast_food", "cafe", "bar", "pub", "ice_cream");
                    assertThat(place.address().lat()).isBetween(43.72, 43.76);
                    assertThat(place.address().lon()).isBetween(7.40, 7.45);
                    assertThat(place.address().text()).isNotBlank();
                });
        assertThat(places).anyMatch(place -> place.osmId().startsWith("way/"));
        var quai = places.stream().filter(it -> it.name().equals("Quai des Artistes")).findFirst();
        assertThat(quai.orElseThrow().address().text()).isEqualTo("4 Quai Antoine 1er");
        assertThat(quai.orElseThrow().openingHours()).isEqualTo("Mo-Su 12:00-14:30, 19:30-23:00");
        assertThat(quai.orElseThrow().phone()).isEqualTo("+377 97 97 97 77");
        // no address in the map: that of the next door or street
        var edgar = places.stream().filter(it -> it.name().equals("Chez Edgar")).findFirst();
        assertThat(edgar.orElseThrow().address().text()).isNotEqualTo("Chez Edgar");
    }

    @Test
    void a_door_is_found_by_what_people_type() {
        var known = "28 Quai Jean-Charles Rey";
        for (var typed :
                List.of(
                        known,
                        "28 quai jean charles rey",
                        "QUAI JEAN CHARLES REY 28",
                        "rey quai 28 jean",
                        "28 quai jean-charl",
                        "28 quai jean-chalres rey",
                        "28 qai jean charles rey",
                        "28 Quai Jean-Charles Rey, 98000 Monaco"))
            assertThat(first(typed)).as(typed).isEqualTo(known);
        assertThat(find(known, "").getFirst().precise()).isTrue();
    }

    @Test
    void a_street_is_found_without_accents_with_mistakes_and_unfinished() {
        assertThat(first("rue grimaldi")).isEqualTo("Rue Grimaldi");
        assertThat(first("grimaldi")).isEqualTo("Rue Grimaldi");
        assertThat(first("rue grimadli")).isEqualTo("Rue Grimaldi");
        assertThat(first("rue grim")).isEqualTo("Rue Grimaldi");
        assertThat(first("avenue des spelugues")).isEqualTo("Avenue des Spélugues");
        assertThat(first("avenue des Spélugues")).isEqualTo("Avenue des Spélugues");
        assertThat(first("av de l’hermitage")).isEqualTo("Avenue de l'Hermitage");
        assertThat(first("avenue hermitage")).isEqualTo("Avenue de l'Hermitage");
        assertThat(first("bd princesse charlote")).isEqualTo("Boulevard Princesse Charlotte");
        assertThat(first("rue emile de loth")).isEqualTo("Rue Émile de Loth");
        assertThat(first("avenue du 3 septembre")).isEqualTo("Avenue du 3 Septembre");
        assertThat(first("bulevard des moulin")).isEqualTo("Boulevard des Moulins");
        assertThat(find("rue grimaldi", "").getFirst().precise()).isFalse();
    }

    @Test
    void a_number_that_the_map_does_not_know_stays_with_its_street() {
        var hit = find("997 rue grimaldi", "").getFirst();
        assertThat(hit.address().text()).isEqualTo("997 Rue Grimaldi");
        assertThat(hit.precise()).isFalse();
        assertThat(texts("12 rue gri")).isNotEmpty().allMatch(text -> text.contains("Grimaldi"));
    }

    @Test
    void places_hotels_and_stops_are_found_by_name() {
        assertThat(first("chez edgar")).startsWith("Chez Edgar, ");
        assertThat(first("fairmont")).isEqualTo("Fairmont, 12 Avenue des Spélugues");
        assertThat(first("stars n bars")).startsWith("Stars ’n’ Bars, 6 Quai Antoine 1er");
        assertThat(first("larvotto")).contains("Larvotto");
    }

    @Test
    void words_that_nobody_knows_find_nothing() {
        for (var typed : List.of("xyzzy", "???", "qqqq wwww", "'; DROP TABLE door;--"))
            assertThat(texts(typed)).as(typed).isEmpty();
    }

    @Test
    void among_equals_the_nearest_to_the_given_point_comes_first() {
        var far = find("tunnel", "&lat=43.7270&lon=7.4150&limit=20");
        assertThat(far).extracting(AddressHit::distanceMetres).doesNotContainNull();
        var near = find("place", "&lat=43.7384&lon=7.4246&limit=3");
        assertThat(near.getFirst().distanceMetres()).isLessThan(600L);
        assertThat(find("tunnel", "").getFirst().distanceMetres()).isNull();
    }

    @Test
    void a_list_has_ten_entries_unless_asked_otherwise_and_says_nothing_twice() {
        assertThat(texts("rue")).hasSize(10).doesNotHaveDuplicates();
        assertThat(find("rue", "&limit=20")).hasSize(20);
        assertThat(find("rue", "&limit=1")).hasSize(1);
    }

    private static AddressHit nearest(double lat, double lon) {
        var answer = bed.anyone().get("/addresses/nearest?lat=" + lat + "&lon=" + lon);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(AddressHit.class);
    }

    @Test
    void every_door_is_nearest_to_itself() {
        for (var typed : List.of("28 Quai Jean-Charles Rey", "12 Avenue des Spélugues")) {
            var door = find(typed, "").getFirst().address();
            var hit = nearest(door.lat(), door.lon());
            assertThat(hit.precise()).isTrue();
            assertThat(hit.distanceMetres()).isZero();
        }
    }

    @Test
    void far_from_any_door_the_street_is_the_address() {
        var street = find("avenue de la quarantaine", "").getFirst().address();
        var hit = nearest(street.lat(), street.lon());
        assertThat(hit.distanceMetres()).isLessThan(40L);
        var sea = nearest(43.7300, 7.4300);
        assertThat(sea.precise()).isFalse();
        assertThat(sea.distanceMetres()).isBetween(40L, 1000L);
    }

    @Test
    void outside_of_the_city_there_is_no_address() {
        for (var where : List.of("lat=48.85&lon=2.35", "lat=90&lon=180", "lat=-90&lon=-180")) {
            var answer = bed.anyone().get("/addresses/nearest?" + where);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("outside_city");
        }
    }

    @Test
    void a_bad_query_is_a_422_that_names_the_field() {
        refuses("/addresses", "q");
        refuses("/addresses?q=", "q");
        refuses("/addresses?q=%20%20", "q");
        refuses("/addresses?q=" + "a".repeat(201), "q");
        refuses("/addresses?q=rue&limit=0", "limit");
        refuses("/addresses?q=rue&limit=21", "limit");
        refuses("/addresses?q=rue&limit=x", "limit");
        refuses("/addresses?q=rue&lat=43.7", "lon");
        refuses("/addresses?q=rue&lon=7.4", "lat");
        refuses("/addresses?q=rue&lat=NaN&lon=7.4", "lat");
        refuses("/addresses?q=rue&lat=43.7&lon=Infinity", "lon");
        refuses("/addresses/nearest", "lat");
        refuses("/addresses/nearest?lat=43.7", "lon");
        refuses("/addresses/nearest?lat=91&lon=7.4", "lat");
        refuses("/addresses/nearest?lat=43.7&lon=-180.1", "lon");
        refuses("/addresses/nearest?lat=north&lon=7.4", "lat");
    }

    private static void refuses(String path, String field) {
        var answer = bed.anyone().get(path);
        assertThat(answer.status()).as(path).isEqualTo(422);
        assertThat(answer.body().path("field").asText()).as(path).isEqualTo(field);
    }

    @Test
    void a_query_takes_under_10_ms_once_warm() {
        var map = Demo.map();
        var typed = List.of("12 rue gri", "boulevrd princesse charlote", "a", "chez edgra 12 quai");
        var best = Duration.ofSeconds(1);
        for (int round = 0; round < 20; round++) {
            var start = System.nanoTime();
            for (var q : typed) map.find(q, java.util.Optional.empty(), 20);
            var each = Duration.ofNanos((System.nanoTime() - start) / typed.size());
            if (each.compareTo(best) < 0) best = each;
        }
        assertThat(best).isLessThan(Duration.ofMillis(10));
    }

    @Test
    void the_description_and_the_routes_are_the_same() {
        assertThat(OpenApi.of(bed.anyone()).differencesTo(bed.routes())).isEmpty();
    }
}
