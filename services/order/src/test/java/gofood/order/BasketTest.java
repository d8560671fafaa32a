package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.order.LastMile.Way;
import gofood.platform.run.Env;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasketTest {
    private static final OrderConfig CONFIG = OrderConfig.from(new Env(Map.of()));
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Address DOOR = new Address(43.7390, 7.4250, "1 Rue Grimaldi");
    private static final Eta SOON = new Eta(NOON.plusSeconds(1500), NOON.plusSeconds(2100));
    private static final Way NEAR = new Way(450, SOON);

    private static NewOrder order(NewLine... lines) {
        return new NewOrder(7, List.of(lines), DOOR, null, null);
    }

    private static NewLine line(String item, int quantity, String... options) {
        return new NewLine(item, quantity, List.of(options), null);
    }

    private static Refused refusal(NewOrder order) {
        return catchThrowableOfType(
                Refused.class, () -> new Basket(TestMenus.open(), CONFIG).price(order, NEAR, NOON));
    }

    @Test
    void a_line_costs_its_dish_and_its_options_times_the_quantity() {
        var quote =
                new Basket(TestMenus.open(), CONFIG)
                        .price(order(line("301", 2, "1", "3"), line("302", 1)), NEAR, NOON);
        assertThat(quote.items().getFirst().price()).isEqualTo(new Money(1399 + 0 + 150));
        assertThat(quote.itemsTotal()).isEqualTo(new Money(2 * 1549 + 600));
        assertThat(quote.total()).isEqualTo(quote.itemsTotal().plus(quote.deliveryFee()));
    }

    private static Money fee(long metres) {
        var order = order(line("301", 1, "1"));
        var way = new Way(metres, SOON);
        return new Basket(TestMenus.open(), CONFIG).price(order, way, NOON).deliveryFee();
    }

    @Test
    void the_delivery_costs_a_base_and_each_kilometre_of_street_in_steps_of_ten_cents() {
        assertThat(fee(0)).isEqualTo(new Money(199));
        assertThat(fee(166)).isEqualTo(new Money(199));
        assertThat(fee(167)).isEqualTo(new Money(209));
        assertThat(fee(1000)).isEqualTo(new Money(259));
        assertThat(fee(2500)).isEqualTo(new Money(349));
    }

    @Test
    void a_quote_tells_the_way_it_was_priced_for() {
        var order = order(line("301", 1, "1"));
        var quote = new Basket(TestMenus.open(), CONFIG).price(order, NEAR, NOON);
        assertThat(quote.distanceMetres()).isEqualTo(450);
        assertThat(quote.eta()).isEqualTo(SOON);
    }

    @Test
    void what_this_kitchen_does_not_have_is_refused() {
        assertThat(refusal(order(line("999", 1))).code()).isEqualTo("unknown_item");
        assertThat(refusal(order(line("301", 1, "77"))).code()).isEqualTo("wrong_choice");
        assertThat(refusal(order(line("302", 1, "77"))).code()).isEqualTo("unknown_option");
        assertThat(refusal(order(line("301", 1, "1", "1"))).code()).isEqualTo("invalid_field");
    }

    @Test
    void too_few_and_too_many_options_are_refused_with_the_rule() {
        assertThat(refusal(order(line("301", 1))).extras())
                .containsEntry("min", 1)
                .containsEntry("max", 1);
        assertThat(refusal(order(line("301", 1, "1", "2"))).code()).isEqualTo("wrong_choice");
    }

    @Test
    void sold_out_closed_and_too_little_are_told_apart() {
        assertThat(refusal(order(line("303", 1))).code()).isEqualTo("sold_out");
        assertThat(refusal(order(line("304", 1))).extras()).containsKey("sold_out_until");
        assertThat(refusal(order(line("302", 1))).extras())
                .containsEntry("missing", new Money(400));
        var closed =
                catchThrowableOfType(
                        Refused.class,
                        () ->
                                new Basket(TestMenus.closed(), CONFIG)
                                        .price(order(line("301", 1, "1")), NEAR, NOON));
        assertThat(closed.code()).isEqualTo("restaurant_closed");
        assertThat(closed.extras()).containsKey("opens_at");
    }

    @Test
    void a_dish_that_was_sold_out_until_now_is_there_again() {
        var later = Instant.parse("2026-05-02T00:00:00Z");
        var quote = new Basket(TestMenus.open(), CONFIG).price(order(line("304", 3)), NEAR, later);
        assertThat(quote.itemsTotal()).isEqualTo(new Money(3000));
    }

    @Test
    void an_absurd_amount_is_refused() {
        var order = order(line("305", 99));
        assertThat(refusal(order).code()).isEqualTo("too_large");
    }
}
