package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.UserApi.Role;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// A running service, and restaurants to try it with.
abstract class WithRestaurants {
    static final String ALWAYS =
            """
            {"weekly": [{"day": "mon", "opens": "00:00", "closes": "00:00"},
                        {"day": "tue", "opens": "00:00", "closes": "00:00"},
                        {"day": "wed", "opens": "00:00", "closes": "00:00"},
                        {"day": "thu", "opens": "00:00", "closes": "00:00"},
                        {"day": "fri", "opens": "00:00", "closes": "00:00"},
                        {"day": "sat", "opens": "00:00", "closes": "00:00"},
                        {"day": "sun", "opens": "00:00", "closes": "00:00"}], "exceptions": []}\
            """;

    static final String TRATTORIA =
            """
            {"name": "%s", "description": "Since 1962", "cuisine": "italian;pizza",
             "address": {"lat": %s, "lon": %s, "text": "5 Rue Grimaldi"}, "phone": "+377 1",
             "preparation_minutes": 25, "minimum_order": 12.50, "hours": %s,
             "sections": [
               {"name": "Pizze", "items": [
                 {"name": "Margherita", "description": "Tomato", "price": 11.9,
                  "allergens": ["milk", "gluten"],
                  "option_groups": [{"name": "Size", "min": 1, "max": 1, "options": [
                    {"name": "Normal", "price": 0}, {"name": "Large", "price": 3.5}]}]},
                 {"name": "Capricciosa", "price": 14}]},
               {"name": "Dolci", "items": [{"name": "Crème brûlée", "price": 6.5}]}]}\
            """;

    static final String DISH =
            """
            {"name": "New Dish", "description": "Delicious new dish", "price": 15.99}\
            """;

    static TestBed bed;

    static TestClient operator;

    @BeforeAll
    static void start() {
        bed = new TestBed(new RestaurantService());
        operator = bed.as(Role.OPERATOR, 1);
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    static Menu open(String name) {
        return open(name, 43.73, 7.42, ALWAYS);
    }

    static Menu open(String name, double lat, double lon, String hours) {
        var answer = operator.post("/restaurants", TRATTORIA.formatted(name, lat, lon, hours));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        var menu = answer.as(Menu.class);
        assertThat(answer.header("Location")).isEqualTo(at(menu));
        return menu;
    }

    static String at(Menu menu) {
        return "/restaurants/" + menu.restaurantId();
    }

    static TestClient staff(Menu menu) {
        return bed.as(Role.STAFF, 12, menu.restaurantId());
    }

    static JsonNode menu(Menu menu) {
        return bed.anyone().get(at(menu)).body();
    }

    static List<String> fields(JsonNode body) {
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
