package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.RestaurantList;
import gofood.platform.testing.OpenApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lists of restaurants, through the real service.
class BrowseTest extends WithRestaurants {
    @Test
    void search_finds_beginnings_of_words_without_accents() {
        var restaurant = open("Brasserie Énorme Quetsche");
        staff(restaurant).post(at(restaurant), "{\"name\": \"Bœuf Stroganovsky\", \"price\": 20}");
        for (var q :
                List.of(
                        "enorme",
                        "ENOR",
                        "quetsche%20brass",
                        "boeuf%20strogan",
                        "stroganovsky",
                        "%C3%A9norme",
                        "quet%20creme%20brul",
                        "quetsche%20ital"))
            assertThat(ids("q=" + q)).as(q).contains(restaurant.restaurantId());
        for (var q : List.of("norme", "quetsche%20sushi", "%27%3B--", "roganov"))
            assertThat(ids("q=" + q)).as(q).doesNotContain(restaurant.restaurantId());
        assertThat(ids("q=quetsche&cuisine=Pizza")).containsExactly(restaurant.restaurantId());
        assertThat(ids("q=quetsche&cuisine=pizz")).isEmpty();
        var here = "&lat=43.73&lon=7.42";
        assertThat(ids("q=quetsche&cuisine=pizza" + here))
                .containsExactly(restaurant.restaurantId());
        assertThat(ids("cuisine=pizza")).contains(restaurant.restaurantId());
        assertThat(ids("cuisine=sushi" + here)).isEmpty();
        assertThat(bed.anyone().get("/restaurants?q=" + "x".repeat(101)).status()).isEqualTo(422);
    }

    static List<Long> ids(String query) {
        return list(query).restaurants().stream().map(Card::restaurantId).toList();
    }

    private static RestaurantList list(String query) {
        var answer = bed.anyone().get("/restaurants?limit=100&" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(RestaurantList.class);
    }

    @Test
    void while_the_city_is_silent_the_list_is_in_a_straight_line_page_by_page() {
        var far = open("Zephyr far", 43.75, 7.44, ALWAYS);
        // three at one spot: the cursor must not lose or repeat one
        for (int i = 0; i < 3; i++) open("Zephyr twin", 43.7301, 7.42, ALWAYS);
        var near = open("Zephyr near", 43.73, 7.42, ALWAYS);
        var all = list("q=zephyr&lat=43.73&lon=7.42").restaurants();
        assertThat(all.getFirst().restaurantId()).isEqualTo(near.restaurantId());
        assertThat(all.getLast().restaurantId()).isEqualTo(far.restaurantId());
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.comparing((Card card) -> card.address().metresTo(43.73, 7.42)));
        for (var card : all)
            assertThat(card)
                    .extracting(Card::distanceMetres, Card::travelSeconds, Card::delivers)
                    .containsOnlyNulls();
        assertThat(list("q=zephyr&delivers=true&lat=43.73&lon=7.42").restaurants())
                .as("nobody is left out unheard")
                .isEqualTo(all);
        for (var query : List.of("q=zephyr&lat=43.73&lon=7.42", "q=zephyr")) {
            var paged = new ArrayList<Card>();
            var cursor = "";
            do {
                var page =
                        bed.anyone()
                                .get("/restaurants?limit=2&" + query + cursor)
                                .as(RestaurantList.class);
                assertThat(page.restaurants()).hasSizeLessThanOrEqualTo(2);
                paged.addAll(page.restaurants());
                cursor = page.nextCursor() == null ? null : "&cursor=" + page.nextCursor();
            } while (cursor != null);
            assertThat(paged).isEqualTo(list(query).restaurants()).hasSize(5);
        }
    }

    @Test
    void only_open_ones_on_request() {
        var closed = open("Xanadu closed", 43.73, 7.42, "{\"weekly\": [], \"exceptions\": []}");
        var first = open("Xanadu");
        var second = open("Xanadu");
        assertThat(ids("q=xanadu"))
                .containsExactly(
                        closed.restaurantId(), first.restaurantId(), second.restaurantId());
        assertThat(ids("q=xanadu&open=true"))
                .containsExactly(first.restaurantId(), second.restaurantId());
        var page =
                bed.anyone()
                        .get("/restaurants?q=xanadu&open=true&limit=1")
                        .as(RestaurantList.class);
        assertThat(page.restaurants()).hasSize(1);
        assertThat(ids("q=xanadu&open=true&cursor=" + page.nextCursor()))
                .containsExactly(second.restaurantId());
    }

    @Test
    void a_query_that_makes_no_sense_is_refused() {
        for (var query :
                List.of(
                        "lat=43",
                        "lon=7",
                        "lat=91&lon=7",
                        "lat=x&lon=7",
                        "lat=NaN&lon=7",
                        "limit=0",
                        "limit=101",
                        "limit=x",
                        "cursor=!",
                        "open=maybe",
                        "delivers=maybe",
                        "delivers=true"))
            assertThat(bed.anyone().get("/restaurants?" + query).status()).as(query).isEqualTo(422);
        open("Cursor");
        open("Cursor");
        var cursor = bed.anyone().get("/restaurants?limit=1").as(RestaurantList.class).nextCursor();
        assertThat(bed.anyone().get("/restaurants?lat=43&lon=7&cursor=" + cursor).status())
                .isEqualTo(422);
    }

    @Test
    void it_says_that_it_is_well_and_describes_itself() {
        assertThat(bed.anyone().get("/status").body().path("status").asText()).isEqualTo("ok");
        assertThat(OpenApi.of(bed.anyone()).differencesTo(bed.routes())).isEmpty();
    }
}
