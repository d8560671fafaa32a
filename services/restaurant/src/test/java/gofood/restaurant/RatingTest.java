package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.CityApi.Verdict;
import gofood.contracts.CityApi.ZoneVerdict;
import gofood.contracts.CityApi.ZoneVerdicts;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Rating;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Review;
import gofood.contracts.RestaurantApi.ReviewList;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What customers say of restaurants, through the real service.
class RatingTest extends WithRestaurants {
    private static final AtomicLong ORDERS = new AtomicLong(7000);
    private static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");

    private static OrderEvent.Rated rated(
            long orderId, Menu menu, int food, @Nullable String comment) {
        var rating = new Rating(food, 5, comment, AT.plusSeconds(orderId));
        return new OrderEvent.Rated(orderId, 5, menu.restaurantId(), 31L, rating);
    }

    private static void rate(Menu menu, long orderId, int food, @Nullable String comment) {
        var event = rated(orderId, menu, food, comment);
        var told = bed.asService("order").tell("order.rated", orderId, event);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().path("failed")).isEmpty();
    }

    private static void rate(Menu menu, int... food) {
        for (var stars : food) rate(menu, ORDERS.incrementAndGet(), stars, null);
    }

    private static JsonNode card(Menu menu) {
        var answer = bed.anyone().get("/restaurants?limit=100&q=" + menu.name());
        for (var card : answer.body().path("restaurants"))
            if (card.path("restaurant_id").asLong() == menu.restaurantId()) return card;
        throw new AssertionError(answer.body().toString());
    }

    private static void shows(Menu menu, double average, int count) {
        for (var view : List.of(menu(menu), card(menu))) {
            assertThat(view.at("/rating/average").asDouble()).isEqualTo(average);
            assertThat(view.at("/rating/count").asInt()).isEqualTo(count);
        }
    }

    @Test
    void an_average_is_shown_from_the_third_rating_on_with_one_decimal() {
        var menu = open("Allegro");
        rate(menu, 5, 4);
        for (var view : List.of(menu(menu), card(menu))) {
            assertThat(view.has("rating")).isTrue();
            assertThat(view.path("rating").isNull()).isTrue();
            assertThat(view.path("time_zone").asText()).isEqualTo("Europe/Monaco");
        }
        rate(menu, 5);
        shows(menu, 4.7, 3);
        rate(menu, 1, 1);
        shows(menu, 3.2, 5);
    }

    @Test
    void the_latest_word_on_an_order_counts_and_once() {
        var menu = open("Andante");
        var orderId = ORDERS.incrementAndGet();
        rate(menu, 3, 3);
        rate(menu, orderId, 1, "Cold");
        shows(menu, 2.3, 3);
        rate(menu, orderId, 5, "They made up for it");
        shows(menu, 3.7, 3);
        var id = UUID.randomUUID();
        var event = rated(orderId, menu, 4, null);
        for (int i = 0; i < 2; i++) bed.asService("order").tell(id, "order.rated", orderId, event);
        shows(menu, 3.3, 3);
        assertThat(reviews(menu, "").reviews()).hasSize(3);
    }

    @Test
    void ratings_at_the_same_time_all_count() {
        var menu = open("Tutti");
        var raced = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 8; i++) {
            var stars = 1 + i % 5;
            raced.add(CompletableFuture.runAsync(() -> rate(menu, stars)));
        }
        raced.forEach(CompletableFuture::join);
        shows(menu, 2.6, 8);
    }

    @Test
    void a_rating_gives_the_menu_another_tag_and_refuses_nobodys_change() {
        var menu = open("Legato");
        rate(menu, 5, 5);
        var before = bed.anyone().get(at(menu));
        var tag = before.header("ETag");
        rate(menu, 2);
        var after = bed.anyone().get(at(menu), "If-None-Match", tag);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(tag);
        assertThat(after.body().path("version")).isEqualTo(before.body().path("version"));
        assertThat(after.body().at("/rating/average").asDouble()).isEqualTo(4.0);
        var same = bed.anyone().get(at(menu), "If-None-Match", after.header("ETag"));
        assertThat(same.status()).isEqualTo(304);
        var change = "{\"name\": \"Margherita\", \"price\": 13}";
        assertThat(staff(menu).put(at(menu), change, "If-Match", tag).status()).isEqualTo(200);
        assertThat(staff(menu).put(at(menu), change, "If-Match", tag).status()).isEqualTo(412);
    }

    @Test
    void another_replica_shows_a_rating_within_a_second() throws Exception {
        var database =
                TestBed.emptyDatabase("restaurant").values().entrySet().stream()
                        .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                        .toArray(String[]::new);
        try (var one = new TestBed(new RestaurantService(), database);
                var other = new TestBed(new RestaurantService(), database)) {
            var body = TRATTORIA.formatted("Duo", 43.73, 7.42, ALWAYS);
            var menu = one.as(Role.OPERATOR, 1).post("/restaurants", body).as(Menu.class);
            assertThat(other.anyone().get(at(menu)).body().path("rating").isNull()).isTrue();
            for (int order = 1; order <= 3; order++)
                one.asService("order").tell("order.rated", order, rated(order, menu, 5, null));
            Thread.sleep(900);
            assertThat(other.anyone().get(at(menu)).body().at("/rating/count").asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_rating_of_a_restaurant_that_is_not_here_blocks_nobody() {
        var nowhere = ORDERS.incrementAndGet();
        var rating = new Rating(5, null, null, AT);
        var event = new OrderEvent.Rated(nowhere, 5, 999_999, null, rating);
        var told = bed.asService("order").tell("order.rated", nowhere, event);
        assertThat(told.body().path("failed")).isEmpty();
    }

    @Test
    void lists_can_want_a_least_average_as_it_is_shown() {
        var best = open("Cantabile");
        var good = open("Cantabile");
        var few = open("Cantabile");
        open("Cantabile");
        rate(best, 5, 5, 5);
        rate(good, 4, 4, 5);
        rate(few, 5, 5);
        var q = "q=cantabile&min_rating=";
        assertThat(BrowseTest.ids(q + "4.7")).containsExactly(best.restaurantId());
        assertThat(BrowseTest.ids(q + "4.3")).containsExactlyInAnyOrder(id(best), id(good));
        assertThat(BrowseTest.ids(q + "4.31")).containsExactly(id(best));
        assertThat(BrowseTest.ids(q + "1&lat=43.73&lon=7.42"))
                .containsExactlyInAnyOrder(id(best), id(good));
        assertThat(BrowseTest.ids(q + "5&cuisine=pizza&open=true")).containsExactly(id(best));
        for (var bad : List.of("0.9", "5.1", "-1", "NaN", "many"))
            assertThat(bed.anyone().get("/restaurants?min_rating=" + bad).status())
                    .as(bad)
                    .isEqualTo(422);
    }

    private static long id(Menu menu) {
        return menu.restaurantId();
    }

    @Test
    void near_a_door_stars_count_a_little() {
        var near = open("Vivace");
        var loved = open("Vivace");
        var farther = open("Vivace");
        rate(loved, 5, 5, 5);
        rate(farther, 5, 5, 5);
        var told =
                new ZoneVerdicts(
                        List.of(delivers(near, 300), delivers(loved, 350), delivers(farther, 370)));
        bed.neighbour("city").answer("POST", "/zones/check", 200, told);
        assertThat(BrowseTest.ids("q=vivace&lat=43.7333&lon=7.4222"))
                .containsExactly(id(loved), id(near), id(farther));
        bed.neighbour("city").answer("POST", "/zones/check", 404, "{}");
    }

    private static ZoneVerdict delivers(Menu menu, int seconds) {
        return new ZoneVerdict(
                menu.restaurantId(), Verdict.DELIVERS, seconds, seconds * 4, null, null);
    }

    private static ReviewList reviews(Menu menu, String query) {
        var answer = staff(menu).get(at(menu) + "/reviews" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.as(ReviewList.class);
    }

    @Test
    void reviews_come_newest_first_page_by_page_and_a_changed_mind_is_new() {
        var menu = open("Dolce");
        var first = ORDERS.incrementAndGet();
        var second = ORDERS.incrementAndGet();
        var third = ORDERS.incrementAndGet();
        rate(menu, first, 3, "Fine");
        rate(menu, second, 1, null);
        rate(menu, third, 5, "Délicieux 🍜");
        rate(menu, first, 4, "Better than I thought");
        assertThat(reviews(menu, "").reviews())
                .containsExactly(
                        new Review(first, 4, "Better than I thought", AT.plusSeconds(first)),
                        new Review(third, 5, "Délicieux 🍜", AT.plusSeconds(third)),
                        new Review(second, 1, null, AT.plusSeconds(second)));
        var page = reviews(menu, "?limit=2");
        assertThat(page.reviews()).hasSize(2);
        var rest = reviews(menu, "?limit=2&cursor=" + page.nextCursor());
        assertThat(rest.reviews()).extracting(Review::orderId).containsExactly(second);
        assertThat(rest.nextCursor()).isNull();
        assertThat(reviews(open("Dolce"), "").reviews()).isEmpty();
    }

    @Test
    void only_who_works_there_and_operators_read_reviews() {
        var menu = open("Segreto");
        var path = at(menu) + "/reviews";
        assertThat(bed.anyone().get(path).status()).isEqualTo(401);
        for (var role : List.of(Role.CUSTOMER, Role.GUEST, Role.COURIER))
            assertThat(bed.as(role, 5).get(path).status()).isEqualTo(403);
        assertThat(staff(open("Other")).get(path).status()).isEqualTo(404);
        assertThat(operator.get(path).status()).isEqualTo(200);
        for (Answer missing :
                List.of(
                        operator.get("/restaurants/999999/reviews"),
                        operator.get("/restaurants/x/reviews"))) {
            assertThat(missing.status()).isEqualTo(404);
        }
        for (var bad : List.of("limit=0", "limit=101", "cursor=!"))
            assertThat(operator.get(path + "?" + bad).status()).as(bad).isEqualTo(422);
    }
}
