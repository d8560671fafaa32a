package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.MenusChecked;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MenusTest {
    private static final OrderStory story = new OrderStory();

    @AfterAll
    static void stop() {
        story.bed.close();
    }

    private static String priceOf302() {
        var quote = story.customer.post("/quotes", OrderStory.order());
        assertThat(quote.status()).as(quote.body().toString()).isEqualTo(200);
        return quote.body().at("/items/1/price").asText();
    }

    private static void says(boolean current) {
        story.bed
                .neighbour("restaurant")
                .answer(
                        "POST",
                        "/restaurants/menus/check",
                        200,
                        new MenusChecked(List.of(current)));
    }

    private static long reads() {
        return story.bed.neighbour("restaurant").requests().stream()
                .filter(it -> it.path().equals("/restaurants/7"))
                .count();
    }

    @Test
    void a_kept_menu_does_as_long_as_the_restaurant_service_says_so() {
        var first = priceOf302();
        var reads = reads();
        says(true);
        assertThat(priceOf302()).isEqualTo(first);
        assertThat(reads()).isEqualTo(reads);
        var dearer = TestMenus.with(TestMenus.open(), "302", MenusTest::dearer);
        story.bed.neighbour("restaurant").answer("GET", "/restaurants/7", 200, dearer);
        says(false);
        assertThat(priceOf302()).isNotEqualTo(first);
        assertThat(reads()).isEqualTo(reads + 1);
    }

    private static Item dearer(Item item) {
        return new Item(
                item.itemId(),
                item.name(),
                item.description(),
                item.price().plus(Money.cents(100)),
                item.taxClass(),
                item.available(),
                item.soldOutUntil(),
                item.allergens(),
                item.optionGroups());
    }
}
