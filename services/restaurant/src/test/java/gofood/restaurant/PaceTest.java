package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How a kitchen lets itself be driven, through the real service.
class PaceTest extends WithRestaurants {
    private static String pace(@Nullable Instant pausedUntil, int extraMinutes, int slotCapacity) {
        var until = pausedUntil == null ? "null" : "\"" + pausedUntil + "\"";
        return "{\"paused_until\": %s, \"extra_minutes\": %d, \"slot_capacity\": %d}"
                .formatted(until, extraMinutes, slotCapacity);
    }

    private static Answer set(Menu menu, String pace, String... headers) {
        return staff(menu).put(at(menu) + "/pace", pace, headers);
    }

    private static Answer read(Menu menu, String... headers) {
        return staff(menu).get(at(menu) + "/pace", headers);
    }

    private static JsonNode card(Menu menu) {
        var list = bed.anyone().get("/restaurants?limit=100&q=" + menu.name()).body();
        for (var card : list.path("restaurants"))
            if (card.path("restaurant_id").asLong() == menu.restaurantId()) return card;
        throw new AssertionError("no card of " + menu.name());
    }

    private static Instant inMinutes(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes));
    }

    @Test
    void a_new_restaurant_takes_eight_orders_for_later_in_half_an_hour_unless_told() {
        var usual = open("Tempo");
        assertThat(usual.slotCapacity()).isEqualTo(8);
        assertThat(usual.timeZone()).isEqualTo("Europe/Monaco");
        assertThat(read(usual).body().toString())
                .isEqualTo("{\"paused_until\":null,\"extra_minutes\":0,\"slot_capacity\":8}");
        var none =
                TRATTORIA
                        .formatted("Largo", 43.73, 7.42, ALWAYS)
                        .replace("\"sections\"", "\"slot_capacity\": 0, \"sections\"");
        assertThat(operator.post("/restaurants", none).as(Menu.class).slotCapacity()).isZero();
        var negative = none.replace("\"slot_capacity\": 0", "\"slot_capacity\": -1");
        assertThat(operator.post("/restaurants", negative).body().path("field").asText())
                .isEqualTo("slot_capacity");
    }

    @Test
    void what_takes_longer_takes_longer_everywhere() {
        var restaurant = open("Adagio");
        assertThat(set(restaurant, pace(null, 15, 3)).status()).isEqualTo(200);
        assertThat(menu(restaurant).path("preparation_minutes").asInt()).isEqualTo(40);
        assertThat(menu(restaurant).path("slot_capacity").asInt()).isEqualTo(3);
        assertThat(menu(restaurant).path("open_now").asBoolean()).isTrue();
        assertThat(card(restaurant).path("preparation_minutes").asInt()).isEqualTo(40);
        assertThat(set(restaurant, pace(null, 0, 3)).status()).isEqualTo(200);
        assertThat(menu(restaurant).path("preparation_minutes").asInt()).isEqualTo(25);
    }

    @Test
    void a_pause_closes_the_restaurant_everywhere_and_can_be_taken_back() {
        var restaurant = open("Fermata");
        var until = inMinutes(90).truncatedTo(ChronoUnit.SECONDS);
        assertThat(set(restaurant, pace(until, 0, 8)).status()).isEqualTo(200);
        for (var view : List.of(menu(restaurant), card(restaurant))) {
            assertThat(view.path("open_now").asBoolean()).isFalse();
            assertThat(Instant.parse(view.path("opens_at").asText())).isEqualTo(until);
        }
        assertThat(BrowseTest.ids("q=fermata&open=true")).isEmpty();
        assertThat(set(restaurant, pace(null, 0, 8)).status()).isEqualTo(200);
        for (var view : List.of(menu(restaurant), card(restaurant))) {
            assertThat(view.path("open_now").asBoolean()).isTrue();
            assertThat(view.path("opens_at").isNull()).isTrue();
        }
        assertThat(BrowseTest.ids("q=fermata&open=true")).hasSize(1);
    }

    @Test
    void a_pause_ends_by_itself_with_another_tag_of_the_same_version() throws Exception {
        var restaurant = open("Coda");
        var until = Instant.now().plusSeconds(2);
        var put = set(restaurant, pace(until, 0, 8));
        var before = bed.anyone().get(at(restaurant));
        assertThat(before.body().path("open_now").asBoolean()).isFalse();
        Thread.sleep(Duration.between(Instant.now(), until).plusMillis(20));
        var after = bed.anyone().get(at(restaurant), "If-None-Match", before.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body().path("open_now").asBoolean()).isTrue();
        assertThat(after.body().path("version")).isEqualTo(before.body().path("version"));
        var over = read(restaurant, "If-None-Match", put.header("ETag"));
        assertThat(over.status()).isEqualTo(200);
        assertThat(over.body().path("paused_until").isNull()).isTrue();
        assertThat(set(restaurant, pace(null, 5, 8), "If-Match", put.header("ETag")).status())
                .isEqualTo(200);
    }

    @Test
    void a_pause_in_the_past_is_none_and_one_of_more_than_a_week_is_refused() {
        var restaurant = open("Presto");
        var past = set(restaurant, pace(Instant.now().minusSeconds(1), 0, 8));
        assertThat(past.status()).isEqualTo(200);
        assertThat(past.body().path("paused_until").isNull()).isTrue();
        assertThat(menu(restaurant).path("open_now").asBoolean()).isTrue();
        var week = Duration.ofDays(7);
        assertThat(set(restaurant, pace(Instant.now().plus(week).minusSeconds(60), 0, 8)).status())
                .isEqualTo(200);
        var longer = set(restaurant, pace(Instant.now().plus(week).plusSeconds(60), 0, 8));
        assertThat(longer.status()).isEqualTo(422);
        assertThat(longer.body().path("field").asText()).isEqualTo("paused_until");
        for (var bad :
                List.of(
                        pace(null, -1, 8),
                        pace(null, 121, 8),
                        pace(null, 0, -1),
                        pace(null, 0, 1001),
                        "{\"slot_capacity\": 8}",
                        "{\"extra_minutes\": 0}",
                        "{\"paused_until\": \"soon\", \"extra_minutes\": 0, \"slot_capacity\": 8}",
                        "{\"extra_minutes\": 0, \"slot_capacity\": 8, \"x\": 1}"))
            assertThat(set(restaurant, bad).status()).as(bad).isEqualTo(422);
    }

    @Test
    void a_change_of_what_has_changed_since_it_was_read_is_refused() {
        var restaurant = open("Rondo");
        var read = read(restaurant);
        assertThat(read.header("ETag")).startsWith("\"1-");
        assertThat(read.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(read(restaurant, "If-None-Match", read.header("ETag")).status()).isEqualTo(304);
        var put = set(restaurant, pace(inMinutes(30), 5, 4), "If-Match", read.header("ETag"));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body()).isEqualTo(read(restaurant).body());
        assertThat(put.header("ETag")).isEqualTo(read(restaurant).header("ETag"));
        assertThat(menu(restaurant).path("version").asInt()).isEqualTo(2);
        assertThat(set(restaurant, pace(null, 0, 8), "If-Match", read.header("ETag")).status())
                .isEqualTo(412);
        // other changes leave it alone
        staff(restaurant).put(at(restaurant) + "/hours", ALWAYS);
        staff(restaurant).post(at(restaurant), DISH);
        assertThat(read(restaurant).body()).isEqualTo(put.body());
    }

    @Test
    void only_this_restaurants_staff_operators_and_services_see_and_set_it() {
        var restaurant = open("Solo");
        var path = at(restaurant) + "/pace";
        var others = bed.as(Role.STAFF, 13, restaurant.restaurantId() + 1000);
        var pace = pace(null, 0, 8);
        assertThat(bed.anyone().get(path).status()).isEqualTo(401);
        assertThat(bed.anyone().put(path, pace).status()).isEqualTo(401);
        for (var role : List.of(Role.CUSTOMER, Role.COURIER)) {
            assertThat(bed.as(role, 5).get(path).status()).isEqualTo(403);
            assertThat(bed.as(role, 5).put(path, pace).status()).isEqualTo(403);
        }
        assertThat(others.get(path).status()).isEqualTo(404);
        assertThat(others.put(path, pace).status()).isEqualTo(404);
        for (var client : List.of(operator, bed.asService("order"))) {
            assertThat(client.get(path).status()).isEqualTo(200);
            assertThat(client.put(path, pace).status()).isEqualTo(200);
            assertThat(client.get("/restaurants/999999/pace").status()).isEqualTo(404);
            assertThat(client.put("/restaurants/999999/pace", pace).status()).isEqualTo(404);
        }
    }
}
