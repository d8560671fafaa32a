package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.UserApi.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Restaurants and their dishes, through the real service.
class MenuTest extends WithRestaurants {
    @Test
    void a_restaurant_is_opened_with_its_whole_menu() {
        var opened = open("Da Mario");
        var menu = menu(opened);
        assertThat(menu.path("name").asText()).isEqualTo("Da Mario");
        assertThat(menu.path("open_now").asBoolean()).isTrue();
        assertThat(menu.path("opens_at").isNull()).isTrue();
        assertThat(menu.path("minimum_order").decimalValue()).isEqualByComparingTo("12.50");
        assertThat(menu.path("currency").asText()).isEqualTo("EUR");
        assertThat(menu.path("version").asInt()).isEqualTo(1);
        assertThat(menu.at("/sections/0/name").asText()).isEqualTo("Pizze");
        assertThat(menu.at("/sections/1/items/0/name").asText()).isEqualTo("Crème brûlée");
        var pizza = menu.at("/sections/0/items/0");
        assertThat(pizza.path("item_id").isTextual()).isTrue();
        assertThat(pizza.path("price").asDouble()).isEqualTo(11.9);
        assertThat(pizza.path("allergens").toString()).isEqualTo("[\"gluten\",\"milk\"]");
        assertThat(pizza.at("/option_groups/0/options/1/name").asText()).isEqualTo("Large");
        assertThat(pizza.path("available").asBoolean()).isTrue();
        assertThat(pizza.path("tax_class").asText()).isEqualTo("prepared");
    }

    @Test
    void a_dish_has_a_tax_class() {
        var restaurant = open("Taxes");
        var staff = staff(restaurant);
        var wine = "{\"name\": \"Wine\", \"price\": 6, \"tax_class\": \"alcohol\"}";
        var item =
                at(restaurant)
                        + "/items/"
                        + staff.post(at(restaurant), wine).body().path("item_id").asText();
        assertThat(taxClass(item)).isEqualTo("alcohol");
        staff.put(item, "{\"price\": 7}");
        assertThat(taxClass(item)).isEqualTo("alcohol");
        staff.put(item, "{\"tax_class\": \"packaged\"}");
        assertThat(taxClass(item)).isEqualTo("packaged");
        assertThat(menu(restaurant).at("/sections/2/items/0/tax_class").asText())
                .isEqualTo("packaged");
        var unknown = staff.put(item, "{\"tax_class\": \"luxury\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().path("field").asText()).isEqualTo("tax_class");
        var opened =
                TRATTORIA
                        .formatted("Cave", 43.7, 7.4, ALWAYS)
                        .replace("\"price\": 14", "\"price\": 14, \"tax_class\": \"alcohol\"");
        assertThat(
                        operator.post("/restaurants", opened)
                                .body()
                                .at("/sections/0/items/1/tax_class")
                                .asText())
                .isEqualTo("alcohol");
    }

    private static String taxClass(String item) {
        return bed.anyone().get(item).body().path("tax_class").asText();
    }

    @Test
    void only_operators_open_restaurants_and_a_key_opens_one() {
        var body = TRATTORIA.formatted("Once", 43.7, 7.4, ALWAYS);
        assertThat(bed.anyone().post("/restaurants", body).status()).isEqualTo(401);
        assertThat(bed.as(Role.STAFF, 12, 1L).post("/restaurants", body).status()).isEqualTo(403);
        assertThat(bed.as(Role.CUSTOMER, 5).post("/restaurants", body).status()).isEqualTo(403);
        var first = operator.post("/restaurants", body, "Idempotency-Key", "once");
        var again = operator.post("/restaurants", body, "Idempotency-Key", "once");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_restaurant_that_makes_no_sense_is_refused_with_the_field() {
        var good = TRATTORIA.formatted("Bad", 43.7, 7.4, ALWAYS);
        refused(good.replace("\"cuisine\"", "\"kuisine\""), "field", "kuisine");
        refused(good.replace("11.9", "-1"), "field", "sections[0].items[0].price");
        refused(
                good.replace("\"price\": 14", "\"section\": \"X\""),
                "missing",
                "sections[0].items[1].price");
        refused(
                good.replace("\"min\": 1", "\"min\": 2"),
                "field",
                "sections[0].items[0].option_groups[0].min");
        refused(
                good.replace("\"milk\"", "\"water\""),
                "field",
                "sections[0].items[0].allergens[0]");
        refused(
                good.replace("\"opens\": \"00:00\"", "\"opens\": \"25:00\""),
                "field",
                "hours.weekly[0].opens");
        refused(good.replace("43.7,", "91,"), "field", "address.lat");
        var many =
                IntStream.range(0, 3)
                        .mapToObj(_ ->
                                Map.of(
                                        "name",
                                        "S",
                                        "items",
                                        IntStream.range(0, 167)
                                                .mapToObj(i ->
                                                        Map.of("name", "Dish " + i, "price", 1))
                                                .toList()))
                        .toList();
        var answer =
                operator.post(
                        "/restaurants",
                        Map.of(
                                "name",
                                "Big",
                                "cuisine",
                                "any",
                                "address",
                                Map.of("lat", 1, "lon", 1, "text", "x"),
                                "sections",
                                many));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("field").asText()).isEqualTo("sections");
    }

    private static void refused(String body, String pointer, String field) {
        var answer = operator.post("/restaurants", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.body().path(pointer).asText()).isEqualTo(field);
    }

    @Test
    void a_dish_is_added_and_changed_to_the_letter_of_the_seed() {
        var restaurant = open("Seed");
        var added = staff(restaurant).post(at(restaurant), DISH);
        assertThat(added.status()).isEqualTo(201);
        assertThat(fields(added.body())).containsExactly("item_id", "name", "description", "price");
        assertThat(added.body().path("item_id").isTextual()).isTrue();
        assertThat(added.body().path("price").isNumber()).isTrue();
        assertThat(added.body().path("price").asDouble()).isEqualTo(15.99);
        var changed = staff(restaurant).put(at(restaurant), DISH.replace("15.99", "16.5"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(fields(changed.body()))
                .containsExactly("item_id", "name", "description", "price");
        assertThat(changed.body().path("item_id")).isEqualTo(added.body().path("item_id"));
        assertThat(changed.body().path("price").asDouble()).isEqualTo(16.5);
        var menu = menu(restaurant);
        assertThat(menu.path("version").asInt()).isEqualTo(3);
        assertThat(menu.at("/sections/2/name").asText()).isEqualTo("Menu");
        assertThat(menu.at("/sections/2/items/0/price").asDouble()).isEqualTo(16.5);
    }

    @Test
    void one_key_adds_one_dish() {
        var restaurant = open("Key");
        var first = staff(restaurant).post(at(restaurant), DISH, "Idempotency-Key", "dish");
        var again = staff(restaurant).post(at(restaurant), DISH, "Idempotency-Key", "dish");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(menu(restaurant).at("/sections/2/items")).hasSize(1);
    }

    @Test
    void a_dish_without_name_or_price_is_a_422_that_says_what_is_missing() {
        var restaurant = open("Missing");
        var noPrice = staff(restaurant).post(at(restaurant), "{\"name\": \"Soup\"}");
        assertThat(noPrice.status()).isEqualTo(422);
        assertThat(noPrice.body().path("missing").asText()).isEqualTo("price");
        var noName = staff(restaurant).post(at(restaurant), "{\"price\": 5}");
        assertThat(noName.status()).isEqualTo(422);
        assertThat(noName.body().path("missing").asText()).isEqualTo("name");
        for (var bad :
                List.of(
                        "{\"name\": \"S\", \"price\": -1}",
                        "{\"name\": \"S\", \"price\": \"5\"}",
                        "{\"name\": \"S\", \"price\": 1.005}",
                        "{\"name\": \" \", \"price\": 5}",
                        "{\"name\": \"S\", \"price\": 5, \"x\": 1}",
                        "{\"item_id\": \"3\", \"name\": \"S\", \"price\": 5}"))
            assertThat(staff(restaurant).post(at(restaurant), bad).status()).as(bad).isEqualTo(422);
        assertThat(
                        staff(restaurant)
                                .put(at(restaurant), "{\"price\": 5}")
                                .body()
                                .path("missing")
                                .asText())
                .isEqualTo("item_id");
    }

    @Test
    void only_this_restaurants_staff_and_operators_change_its_menu() {
        var restaurant = open("Ours");
        var item =
                at(restaurant)
                        + "/items/"
                        + menu(restaurant).at("/sections/0/items/0/item_id").asText();
        var others = bed.as(Role.STAFF, 13, restaurant.restaurantId() + 1000);
        for (var path : List.of(at(restaurant), item, at(restaurant) + "/hours")) {
            var body = path.endsWith("hours") ? ALWAYS : DISH;
            assertThat(bed.anyone().put(path, body).status()).isEqualTo(401);
            assertThat(bed.as(Role.CUSTOMER, 5).put(path, body).status()).isEqualTo(403);
            assertThat(bed.as(Role.COURIER, 5).put(path, body).status()).isEqualTo(403);
            assertThat(others.put(path, body).status()).isEqualTo(404);
        }
        assertThat(others.post(at(restaurant), DISH).status()).isEqualTo(404);
        assertThat(others.delete(item).status()).isEqualTo(404);
        assertThat(bed.as(Role.CUSTOMER, 5).delete(item).status()).isEqualTo(403);
        assertThat(operator.post(at(restaurant), DISH).status()).isEqualTo(201);
        assertThat(operator.post("/restaurants/999999", DISH).status()).isEqualTo(404);
        assertThat(bed.anyone().get("/restaurants/999999").status()).isEqualTo(404);
        assertThat(bed.anyone().get("/restaurants/abc").status()).isEqualTo(404);
        assertThat(bed.anyone().get("/restaurants/999999/hours").status()).isEqualTo(404);
    }

    @Test
    void a_dish_is_named_by_its_id_or_an_unambiguous_name() {
        var restaurant = open("Names");
        var staff = staff(restaurant);
        var id = menu(restaurant).at("/sections/0/items/0/item_id").asText();
        var renamed =
                staff.put(
                        at(restaurant),
                        "{\"item_id\": \"%s\", \"name\": \"Regina\"}".formatted(id));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.body().path("price").asDouble()).isEqualTo(11.9);
        assertThat(
                        staff.put(at(restaurant), "{\"name\": \"regina\", \"price\": 12}")
                                .body()
                                .path("item_id")
                                .asText())
                .isEqualTo(id);
        assertThat(staff.put(at(restaurant), "{\"name\": \"Nothing\", \"price\": 1}").status())
                .isEqualTo(404);
        assertThat(staff.put(at(restaurant), "{\"item_id\": \"x\", \"price\": 1}").status())
                .isEqualTo(404);
        staff.post(at(restaurant), "{\"name\": \"Regina\", \"price\": 1}");
        var ambiguous = staff.put(at(restaurant), "{\"name\": \"Regina\", \"price\": 2}");
        assertThat(ambiguous.status()).isEqualTo(409);
        assertThat(ambiguous.code()).isEqualTo("ambiguous_name");
        assertThat(ambiguous.body().path("item_ids")).hasSize(2);
        var other = open("Others");
        var foreign = menu(other).at("/sections/0/items/0/item_id").asText();
        assertThat(
                        staff.put(
                                        at(restaurant),
                                        "{\"item_id\": \"%s\", \"price\": 1}".formatted(foreign))
                                .status())
                .isEqualTo(404);
        assertThat(staff.put(at(restaurant) + "/items/" + foreign, "{\"price\": 1}").status())
                .isEqualTo(404);
        assertThat(bed.anyone().get(at(restaurant) + "/items/" + foreign).status()).isEqualTo(404);
    }

    @Test
    void a_dish_has_an_address_of_its_own() {
        var restaurant = open("Clean");
        var staff = staff(restaurant);
        var path =
                at(restaurant)
                        + "/items/"
                        + menu(restaurant).at("/sections/0/items/0/item_id").asText();
        var read = bed.anyone().get(path);
        assertThat(read.body().path("name").asText()).isEqualTo("Margherita");
        var changed =
                staff.put(
                        path,
                        "{\"section\": \"Specials\", \"description\": \"\"}",
                        "If-Match",
                        read.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(fields(changed.body()))
                .containsExactly("item_id", "name", "description", "price");
        assertThat(menu(restaurant).at("/sections/2/items/0/name").asText())
                .isEqualTo("Margherita");
        var late = staff.put(path, "{\"price\": 1}", "If-Match", read.header("ETag"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body().path("version").asInt()).isEqualTo(2);
        assertThat(staff.put(path, "{\"price\": 1}", "If-Match", changed.header("ETag")).status())
                .isEqualTo(200);
        assertThat(staff.put(path, "{\"item_id\": \"1\" , \"price\": 1}").status()).isEqualTo(422);
        assertThat(staff.delete(path, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(staff.delete(path).status()).isEqualTo(204);
        assertThat(staff.delete(path).status()).isEqualTo(404);
        assertThat(bed.anyone().get(path).status()).isEqualTo(404);
        assertThat(menu(restaurant).path("sections")).hasSize(2);
    }

    @Test
    void a_dish_that_is_available_again_is_no_longer_sold_out() {
        var restaurant = open("Sold out");
        var staff = staff(restaurant);
        staff.put(
                at(restaurant),
                "{\"name\": \"Margherita\", \"available\": false, \"sold_out_until\":"
                        + " \"2099-01-01T00:00:00Z\"}");
        assertThat(menu(restaurant).at("/sections/0/items/0/available").asBoolean()).isFalse();
        staff.put(at(restaurant), "{\"name\": \"Margherita\", \"price\": 3}");
        assertThat(menu(restaurant).at("/sections/0/items/0/available").asBoolean()).isFalse();
        staff.put(at(restaurant), "{\"name\": \"Margherita\", \"available\": true}");
        assertThat(menu(restaurant).at("/sections/0/items/0/available").asBoolean()).isTrue();
    }

    @Test
    void a_menu_has_40_sections_and_an_empty_one_gives_way() {
        var restaurant = open("Sections");
        var staff = staff(restaurant);
        for (int i = 2; i < 40; i++)
            staff.post(at(restaurant), Map.of("name", "D" + i, "price", 1, "section", "S" + i));
        assertThat(menu(restaurant).path("sections")).hasSize(40);
        var change = "{\"name\": \"D2\", \"section\": \"%s\"}";
        assertThat(staff.put(at(restaurant), change.formatted("Another")).status()).isEqualTo(200);
        assertThat(menu(restaurant).path("sections")).hasSize(40);
        var more = Map.of("name", "More", "price", 1, "section", "One too many");
        var refused = staff.post(at(restaurant), more);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("field").asText()).isEqualTo("section");
    }

    @Test
    void a_menu_holds_500_dishes_and_no_more() {
        var sections =
                IntStream.range(0, 5)
                        .mapToObj(s ->
                                Map.of(
                                        "name",
                                        "S" + s,
                                        "items",
                                        IntStream.range(0, 100)
                                                .mapToObj(i ->
                                                        Map.of(
                                                                "name",
                                                                "Dish " + s + "-" + i,
                                                                "price",
                                                                1))
                                                .toList()))
                        .toList();
        var opened =
                operator.post(
                        "/restaurants",
                        Map.of(
                                "name",
                                "Full",
                                "cuisine",
                                "any",
                                "address",
                                Map.of("lat", 1, "lon", 1, "text", "x"),
                                "sections",
                                sections));
        assertThat(opened.status()).isEqualTo(201);
        var menu = opened.as(Menu.class);
        assertThat(menu.sections().get(4).items().get(99).name()).isEqualTo("Dish 4-99");
        var more = staff(menu).post(at(menu), DISH);
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.code()).isEqualTo("menu_full");
    }
}
