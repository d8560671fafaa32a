package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.RestaurantApi.Card;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.RestaurantList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Lists near a door, through the real service, with a played city.
class NearTest extends WithRestaurants {
    @AfterEach
    void nobodyIsLeft() {
        bed.neighbour("city").answer("POST", "/zones/check", 404, "{}");
    }

    private static void cityTells(ZoneVerdict... verdicts) {
        var told = new ZoneVerdicts(List.of(verdicts));
        bed.neighbour("city").answer("POST", "/zones/check", 200, told);
    }

    private static long checks() {
        return bed.neighbour("city").requests().stream()
                .filter(request -> request.path().equals("/zones/check"))
                .count();
    }

    private static ZoneVerdict verdict(Menu menu, Verdict verdict, int seconds) {
        return new ZoneVerdict(menu.restaurantId(), verdict, seconds, seconds * 4, null, null);
    }

    private static ZoneVerdict nowhere(Menu menu, Verdict verdict) {
        return new ZoneVerdict(menu.restaurantId(), verdict, null, null, null, null);
    }

    private static List<Card> list(String query) {
        var answer = bed.anyone().get("/restaurants?limit=100&" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(RestaurantList.class).restaurants();
    }

    private static List<Long> ids(List<Card> cards) {
        return cards.stream().map(Card::restaurantId).toList();
    }

    private static List<Long> ids(Menu... menus) {
        return Stream.of(menus).map(Menu::restaurantId).toList();
    }

    @Test
    void those_that_deliver_come_first_by_travel_time_and_pages_agree() {
        // in a straight line they would come the other way round
        var cut = open("Borealis", 43.74001, 7.43, ALWAYS);
        var far = open("Borealis", 43.74002, 7.43, ALWAYS);
        var paused = open("Borealis", 43.74003, 7.43, ALWAYS);
        var second = open("Borealis", 43.74004, 7.43, ALWAYS);
        var twin = open("Borealis", 43.74004, 7.43, ALWAYS);
        var first = open("Borealis", 43.74005, 7.43, ALWAYS);
        cityTells(
                nowhere(cut, Verdict.UNREACHABLE),
                verdict(far, Verdict.TOO_FAR, 900),
                verdict(paused, Verdict.PAUSED, 30),
                verdict(second, Verdict.DELIVERS, 300),
                verdict(twin, Verdict.DELIVERS, 300),
                verdict(first, Verdict.DELIVERS, 200));
        var door = "q=borealis&lat=43.74&lon=7.43";
        var before = checks();
        var cards = list(door);
        assertThat(ids(cards)).isEqualTo(ids(first, second, twin, paused, far, cut));
        assertThat(cards.getFirst().travelSeconds()).isEqualTo(200);
        assertThat(cards.getFirst().distanceMetres()).isEqualTo(800);
        assertThat(cards)
                .extracting(Card::delivers)
                .containsExactly(true, true, true, false, false, false);
        assertThat(cards.getLast().travelSeconds()).isNull();
        assertThat(ids(list(door + "&delivers=true"))).isEqualTo(ids(first, second, twin));
        assertThat(paged(door)).isEqualTo(cards);
        assertThat(paged(door + "&delivers=true")).hasSize(3);
        assertThat(checks() - before).as("one question for all pages").isEqualTo(1);
    }

    private static List<Card> paged(String query) {
        var all = new ArrayList<Card>();
        var cursor = "";
        while (true) {
            var page = bed.anyone().get("/restaurants?limit=2&" + query + cursor);
            assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
            all.addAll(page.as(RestaurantList.class).restaurants());
            var next = page.as(RestaurantList.class).nextCursor();
            if (next == null) return all;
            cursor = "&cursor=" + next;
        }
    }

    @Test
    void outside_of_the_city_nobody_delivers() {
        var one = open("Meridian");
        cityTells(nowhere(one, Verdict.OUTSIDE_CITY));
        var paris = "q=meridian&lat=48.85&lon=2.35";
        assertThat(list(paris)).extracting(Card::delivers).containsExactly(false);
        assertThat(list(paris + "&delivers=true")).isEmpty();
    }

    @Test
    void a_new_restaurant_is_seen_at_once() {
        var first = open("Vesper");
        cityTells(verdict(first, Verdict.DELIVERS, 200));
        var door = "q=vesper&lat=43.7402&lon=7.4302";
        assertThat(ids(list(door))).isEqualTo(ids(first));
        var second = open("Vesper");
        cityTells(verdict(first, Verdict.DELIVERS, 200), verdict(second, Verdict.DELIVERS, 100));
        assertThat(ids(list(door))).isEqualTo(ids(second, first));
    }

    @Test
    void a_list_goes_on_in_the_order_in_which_it_began() {
        var near = open("Solstice", 43.7411, 7.4311, ALWAYS);
        var far = open("Solstice", 43.7412, 7.4312, ALWAYS);
        var straight = "/restaurants?limit=1&q=solstice&lat=43.7410&lon=7.4310";
        var begun = bed.anyone().get(straight).as(RestaurantList.class);
        assertThat(ids(begun.restaurants())).isEqualTo(ids(near));
        cityTells(verdict(near, Verdict.DELIVERS, 500), verdict(far, Verdict.DELIVERS, 100));
        var rest = bed.anyone().get(straight + "&cursor=" + begun.nextCursor());
        assertThat(ids(rest.as(RestaurantList.class).restaurants())).isEqualTo(ids(far));

        var ranked = bed.anyone().get(straight).as(RestaurantList.class);
        assertThat(ids(ranked.restaurants())).isEqualTo(ids(far));
        // another door near by, of which nothing is kept
        nobodyIsLeft();
        var elsewhere = straight.replace("43.7410", "43.7409");
        var refused = bed.anyone().get(elsewhere + "&cursor=" + ranked.nextCursor());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
    }
}
