package gofood.restaurant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.UserApi.Role;
import gofood.platform.run.Env;
import gofood.platform.testing.TestBed;
import gofood.platform.testing.TestClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Prices in currencies with 0, 2 and 3 decimals, through the real service.
class PayableTest {
    private static final String HOUSE =
            """
            {"name": "House", "cuisine": "any", "minimum_order": %1$s,
             "address": {"lat": 43.73, "lon": 7.42, "text": "5 Rue Grimaldi"},
             "sections": [{"name": "All", "items": [{"name": "Soup", "price": %2$s,
               "option_groups": [{"name": "Size", "min": 0, "max": 1, "options": [
                 {"name": "Small", "price": 0}, {"name": "Large", "price": %3$s}]}]}]}]}\
            """;

    @ParameterizedTest
    @CsvSource({"JPY, 900, 0.5", "EUR, 9.05, 9.005", "KWD, 2.755, 2.7555"})
    void amounts_are_coins_of_the_currency_and_what_nobody_can_pay_is_refused_with_its_field(
            String currency, String good, String bad) {
        try (var bed = new TestBed(new RestaurantService(), "CURRENCY", currency)) {
            var operator = bed.as(Role.OPERATOR, 1);
            var menu = operator.post("/restaurants", HOUSE.formatted(good, good, good));
            assertThat(menu.status()).as(menu.body().toString()).isEqualTo(201);
            assertThat(menu.body().path("currency").asText()).isEqualTo(currency);
            var at = "/restaurants/" + menu.as(Menu.class).restaurantId();
            for (var pointer :
                    new String[] {
                        "/minimum_order",
                        "/sections/0/items/0/price",
                        "/sections/0/items/0/option_groups/0/options/1/price"
                    })
                assertThat(bed.anyone().get(at).body().at(pointer).decimalValue())
                        .isEqualByComparingTo(good);

            refused(operator.post("/restaurants", HOUSE.formatted(bad, 9, 9)), "minimum_order");
            refused(
                    operator.post("/restaurants", HOUSE.formatted(9, bad, 9)),
                    "sections[0].items[0].price");
            refused(
                    operator.post("/restaurants", HOUSE.formatted(9, 9, bad)),
                    "sections[0].items[0].option_groups[0].options[1].price");
            var dish = "{\"name\": \"%s\", \"price\": %s}";
            refused(operator.post(at, dish.formatted("Tea", bad)), "price");
            refused(operator.put(at, dish.formatted("Soup", bad)), "price");
            var options =
                    "{\"name\": \"Soup\", \"option_groups\": [{\"name\": \"Size\", \"min\": 0,"
                            + " \"max\": 1, \"options\": [{\"name\": \"Large\", \"price\": %s}]}]}";
            refused(operator.put(at, options.formatted(bad)), "option_groups[0].options[0].price");
            assertThat(operator.put(at, options.formatted(good)).status()).isEqualTo(200);
            var added = operator.post(at, dish.formatted("Tea", good));
            assertThat(added.body().path("price").decimalValue()).isEqualByComparingTo(good);
            var changed = operator.put(at, dish.formatted("Tea", good));
            assertThat(changed.status()).isEqualTo(200);
            var tea = at + "/items/" + added.body().path("item_id").asText();
            assertThat(bed.anyone().get(tea).body().path("price").decimalValue())
                    .isEqualByComparingTo(good);
        }
    }

    private static void refused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }

    @Test
    void a_currency_that_nobody_pays_with_fails_the_start_and_is_named() {
        for (var code : new String[] {"EURO", "XAU"})
            assertThatThrownBy(() -> RestaurantConfig.from(new Env(Map.of("CURRENCY", code))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("CURRENCY")
                    .hasMessageContaining(code);
    }
}
