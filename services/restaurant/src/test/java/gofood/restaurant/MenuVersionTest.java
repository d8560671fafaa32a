package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.RestaurantApi.KnownMenu;
import gofood.contracts.RestaurantApi.KnownMenus;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Versions and tags of menus, through the real service.
class MenuVersionTest extends WithRestaurants {
    @Test
    void a_service_asks_of_many_menus_at_once_whether_they_are_current() {
        var changed = open("Changed");
        var old = bed.anyone().get(at(changed)).header("ETag");
        assertThat(staff(changed).post(at(changed), DISH).status()).isEqualTo(201);
        var same = open("Same");
        var known =
                new KnownMenus(
                        List.of(
                                new KnownMenu(changed.restaurantId(), old),
                                new KnownMenu(
                                        same.restaurantId(),
                                        bed.anyone().get(at(same)).header("ETag")),
                                new KnownMenu(999_999, old)));
        var order = bed.asService("order");
        assertThat(order.post("/restaurants/menus/check", known).body().path("current").toString())
                .isEqualTo("[false,true,false]");
        assertThat(bed.anyone().post("/restaurants/menus/check", known).status()).isEqualTo(401);
    }

    @Test
    void a_menu_has_a_tag_that_saves_reading_it_again() {
        var restaurant = open("Tagged");
        var read = bed.anyone().get(at(restaurant));
        var tag = read.header("ETag");
        assertThat(tag).startsWith("\"1-");
        var again = bed.anyone().get(at(restaurant), "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.raw().body()).isEmpty();
        assertThat(
                        staff(restaurant)
                                .put(
                                        at(restaurant),
                                        "{\"name\": \"Margherita\", \"price\": 1}",
                                        "If-Match",
                                        tag)
                                .status())
                .isEqualTo(200);
        var changed = bed.anyone().get(at(restaurant), "If-None-Match", tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().at("/sections/0/items/0/price").asInt()).isEqualTo(1);
        assertThat(
                        staff(restaurant)
                                .put(
                                        at(restaurant),
                                        "{\"name\": \"Margherita\", \"price\": 2}",
                                        "If-Match",
                                        tag)
                                .status())
                .isEqualTo(412);
        assertThat(staff(restaurant).post(at(restaurant), DISH, "If-Match", tag).status())
                .isEqualTo(412);
    }

    @Test
    void the_clock_changes_the_tag_when_a_dish_comes_back() throws Exception {
        var restaurant = open("Back");
        var back = Instant.now().plusSeconds(2);
        var soldOut =
                staff(restaurant)
                        .put(
                                at(restaurant),
                                "{\"name\": \"Margherita\", \"sold_out_until\": \"%s\"}"
                                        .formatted(back));
        assertThat(soldOut.status()).isEqualTo(200);
        var before = bed.anyone().get(at(restaurant));
        assertThat(before.body().at("/sections/0/items/0/available").asBoolean()).isFalse();
        assertThat(before.body().at("/sections/0/items/0/sold_out_until").asText()).isNotEmpty();
        Thread.sleep(Duration.between(Instant.now(), back).plusMillis(20));
        var after = bed.anyone().get(at(restaurant), "If-None-Match", before.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body().at("/sections/0/items/0/available").asBoolean()).isTrue();
        assertThat(after.body().at("/sections/0/items/0/sold_out_until").isNull()).isTrue();
        // nobody changed anything meanwhile
        assertThat(
                        staff(restaurant)
                                .put(
                                        at(restaurant),
                                        "{\"name\": \"Margherita\", \"price\": 2}",
                                        "If-Match",
                                        before.header("ETag"))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void the_clock_changes_the_tag_when_the_restaurant_closes() throws Exception {
        var now = ZonedDateTime.now(ZoneId.of("Europe/Monaco"));
        var opens = now.minusMinutes(1);
        var closes = now.plusSeconds(2);
        var hours =
                """
                {"weekly": [], "exceptions": [
                  {"date": "%s", "spans": [{"opens": "%s", "closes": "%s"}]}]}\
                """
                        .formatted(opens.toLocalDate(), opens.toLocalTime(), closes.toLocalTime());
        var restaurant = open("Closing", 43.73, 7.42, hours);
        var before = bed.anyone().get(at(restaurant));
        assertThat(before.body().path("open_now").asBoolean()).isTrue();
        Thread.sleep(Duration.between(ZonedDateTime.now(closes.getZone()), closes).plusMillis(20));
        var after = bed.anyone().get(at(restaurant), "If-None-Match", before.header("ETag"));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body().path("open_now").asBoolean()).isFalse();
        assertThat(BrowseTest.ids("q=closing&open=true")).isEmpty();
    }

    @Test
    void another_replica_shows_a_change_within_a_second() throws Exception {
        var database =
                TestBed.emptyDatabase("restaurant").values().entrySet().stream()
                        .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                        .toArray(String[]::new);
        try (var one = new TestBed(new RestaurantService(), database);
                var other = new TestBed(new RestaurantService(), database)) {
            var body = TRATTORIA.formatted("Twice", 43.73, 7.42, ALWAYS);
            var menu = one.as(Role.OPERATOR, 1).post("/restaurants", body).as(Menu.class);
            assertThat(other.anyone().get(at(menu)).body())
                    .isEqualTo(one.anyone().get(at(menu)).body());
            assertThat(other.anyone().get(at(menu)).header("ETag"))
                    .isEqualTo(one.anyone().get(at(menu)).header("ETag"));
            var change = "{\"name\": \"Margherita\", \"price\": 1}";
            assertThat(one.as(Role.OPERATOR, 1).put(at(menu), change).status()).isEqualTo(200);
            Thread.sleep(900);
            assertThat(other.anyone().get(at(menu)).body().at("/sections/0/items/0/price").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void changes_at_the_same_time_are_all_kept_and_one_of_a_version_wins() {
        var restaurant = open("Race");
        var staff = staff(restaurant);
        var added =
                IntStream.range(0, 8)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(() ->
                                        staff.post(
                                                        at(restaurant),
                                                        Map.of(
                                                                "name", "D" + i, "price", 1,
                                                                "section", "S" + i))
                                                .status()))
                        .toList();
        assertThat(added).allMatch(it -> it.join() == 201);
        var menu = menu(restaurant);
        assertThat(menu.path("sections")).hasSize(10);
        assertThat(menu.path("version").asInt()).isEqualTo(9);
        var raced =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(() ->
                                        staff.put(
                                                        at(restaurant),
                                                        "{\"name\": \"D1\", \"price\": %d}"
                                                                .formatted(i),
                                                        "If-Match",
                                                        "\"9\"")
                                                .status()))
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(raced).containsExactly(200, 412, 412, 412);
    }

    @Test
    void another_part_of_the_menu_that_has_changed_refuses_no_change_of_hours_or_pace() {
        var restaurant = open("Parts");
        var hours = at(restaurant) + "/hours";
        var pace = at(restaurant) + "/pace";
        var hoursRead = bed.anyone().get(hours).header("ETag");
        var paceRead = staff(restaurant).get(pace).header("ETag");
        var soldOut = "{\"name\": \"Margherita\", \"available\": false}";
        assertThat(staff(restaurant).put(at(restaurant), soldOut).status()).isEqualTo(200);
        var busy = "{\"extra_minutes\": 10, \"slot_capacity\": 8}";
        assertThat(staff(restaurant).put(pace, busy, "If-Match", paceRead).status()).isEqualTo(200);
        var never = "{\"weekly\": [], \"exceptions\": []}";
        assertThat(staff(restaurant).put(hours, never, "If-Match", hoursRead).status())
                .isEqualTo(200);
        // the other tab has read both before
        assertThat(staff(restaurant).put(pace, busy, "If-Match", paceRead).status()).isEqualTo(412);
        var refused = staff(restaurant).put(hours, ALWAYS, "If-Match", hoursRead);
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.body().path("version").asInt()).isEqualTo(4);
    }

    @Test
    void hours_are_read_and_changed() {
        var restaurant = open("Hours");
        var read = bed.anyone().get(at(restaurant) + "/hours");
        assertThat(read.body().path("weekly")).hasSize(7);
        assertThat(
                        bed.anyone()
                                .get(
                                        at(restaurant) + "/hours",
                                        "If-None-Match",
                                        read.header("ETag"))
                                .status())
                .isEqualTo(304);
        var never = "{\"weekly\": [], \"exceptions\": []}";
        var put =
                staff(restaurant)
                        .put(at(restaurant) + "/hours", never, "If-Match", read.header("ETag"));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.header("ETag"))
                .isEqualTo(bed.anyone().get(at(restaurant) + "/hours").header("ETag"));
        assertThat(menu(restaurant).path("open_now").asBoolean()).isFalse();
        assertThat(menu(restaurant).path("opens_at").isNull()).isTrue();
        assertThat(
                        staff(restaurant)
                                .put(
                                        at(restaurant) + "/hours",
                                        ALWAYS,
                                        "If-Match",
                                        read.header("ETag"))
                                .status())
                .isEqualTo(412);
        var twice =
                "{\"weekly\": [], \"exceptions\": [{\"date\": \"2026-12-25\", \"spans\": []},"
                        + " {\"date\": \"2026-12-25\", \"spans\": []}]}";
        assertThat(staff(restaurant).put(at(restaurant) + "/hours", twice).status()).isEqualTo(422);
        assertThat(
                        staff(restaurant)
                                .put(at(restaurant) + "/hours", "{\"weekly\": []}")
                                .body()
                                .path("missing")
                                .asText())
                .isEqualTo("exceptions");
    }
}
