package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.platform.run.Env;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasketTest {
    private static final OrderConfig CONFIG = OrderConfig.from(new Env(Map.of()));
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Address NEAR = new Address(43.7390, 7.4250, "1 Rue Grimaldi");

    private static NewOrder order(Address to, NewLine... lines) {
        return new NewOrder(7, List.of(lines), to, null, null);
    }

    private static NewLine line(String item, int quantity, String... options) {
        return new NewLine(item, quantity, List.of(options), null);
    }

    private static Refused refusal(NewOrder order) {
        return catchThrowableOfType(
                Refused.class, () -> new Basket(TestMenus.open(), CONFIG).price(order, NOON));
    }

    @Test
    void a_line_costs_its_dish_and_its_options_times_the_quantity() {
        var quote =
                new Basket(TestMenus.open(), CONFIG)
                        .price(order(NEAR, line("301", 2, "1", "3"), line("302", 1)), NOON);
        assertThat(quote.items().getFirst().price()).isEqualTo(new Money(1399 + 0 + 150));
        assertThat(quote.itemsTotal()).isEqualTo(new Money(2 * 1549 + 600));
        assertThat(quote.total()).isEqualTo(quote.itemsTotal().plus(quote.deliveryFee()));
    }

    @Test
    void the_delivery_costs_more_the_farther_it_goes() {
        var near =
                new Basket(TestMenus.open(), CONFIG).price(order(NEAR, line("301", 1, "1")), NOON);
        var far = new Address(43.75, 7.44, "far");
        var dear =
                new Basket(TestMenus.open(), CONFIG).price(order(far, line("301", 1, "1")), NOON);
        assertThat(dear.deliveryFee()).isGreaterThan(near.deliveryFee());
        assertThat(near.deliveryFee()).isGreaterThanOrEqualTo(CONFIG.feeBase());
    }

    @Test
    void what_this_kitchen_does_not_have_is_refused() {
        assertThat(refusal(order(NEAR, line("999", 1))).code()).isEqualTo("unknown_item");
        assertThat(refusal(order(NEAR, line("301", 1, "77"))).code()).isEqualTo("wrong_choice");
        assertThat(refusal(order(NEAR, line("302", 1, "77"))).code()).isEqualTo("unknown_option");
        assertThat(refusal(order(NEAR, line("301", 1, "1", "1"))).code())
                .isEqualTo("invalid_field");
    }

    @Test
    void too_few_and_too_many_options_are_refused_with_the_rule() {
        assertThat(refusal(order(NEAR, line("301", 1))).extras())
                .containsEntry("min", 1)
                .containsEntry("max", 1);
        assertThat(refusal(order(NEAR, line("301", 1, "1", "2"))).code()).isEqualTo("wrong_choice");
    }

    @Test
    void sold_out_closed_too_far_and_too_little_are_told_apart() {
        assertThat(refusal(order(NEAR, line("303", 1))).code()).isEqualTo("sold_out");
        assertThat(refusal(order(NEAR, line("304", 1))).extras()).containsKey("sold_out_until");
        assertThat(refusal(order(new Address(45, 7.4, "x"), line("301", 1, "1"))).code())
                .isEqualTo("too_far");
        assertThat(refusal(order(NEAR, line("302", 1))).extras())
                .containsEntry("missing", new Money(400));
        var closed =
                catchThrowableOfType(
                        Refused.class,
                        () ->
                                new Basket(TestMenus.closed(), CONFIG)
                                        .price(order(NEAR, line("301", 1, "1")), NOON));
        assertThat(closed.code()).isEqualTo("restaurant_closed");
        assertThat(closed.extras()).containsKey("opens_at");
    }

    @Test
    void a_dish_that_was_sold_out_until_now_is_there_again() {
        var later = Instant.parse("2026-05-02T00:00:00Z");
        var quote = new Basket(TestMenus.open(), CONFIG).price(order(NEAR, line("304", 3)), later);
        assertThat(quote.itemsTotal()).isEqualTo(new Money(3000));
    }

    @Test
    void an_absurd_amount_is_refused() {
        var order = order(NEAR, line("305", 99));
        assertThat(refusal(order).code()).isEqualTo("too_large");
    }
}
