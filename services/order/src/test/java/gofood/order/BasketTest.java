package gofood.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.NewLine;
import gofood.order.price.Tariff;
import gofood.platform.run.Env;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasketTest {
    private static final Tariff TARIFF = Tariff.from(new Env(Map.of()));
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Money MOST = Money.cents(1_000_000);

    private static NewLine line(String item, int quantity, String... options) {
        return new NewLine(item, quantity, List.of(options), null);
    }

    private static Basket basket(NewLine... lines) {
        return Basket.of(TestMenus.open(), TARIFF, List.of(lines), NOON);
    }

    private static Refused refusal(NewLine line) {
        return basket(line).missing().getFirst();
    }

    @Test
    void a_line_costs_its_dish_and_its_options_times_the_quantity() {
        var basket = basket(line("301", 2, "1", "3"), line("302", 1));
        assertThat(basket.missing()).isEmpty();
        assertThat(basket.lines().getFirst().price()).isEqualTo(Money.cents(1399 + 0 + 150));
        assertThat(basket.total(MOST)).isEqualTo(Money.cents(2 * 1549 + 600));
    }

    @Test
    void a_line_knows_its_number_and_its_rate_of_tax() {
        var lines = basket(line("301", 1, "1"), line("302", 1), line("305", 1)).lines();
        assertThat(lines).extracting(Line::line).containsExactly(1, 2, 3);
        assertThat(lines)
                .extracting(line -> line.vatPercent().toPlainString())
                .containsExactly("10", "5.5", "20");
    }

    @Test
    void what_is_missing_is_told_and_the_rest_can_be_had() {
        var basket = basket(line("303", 1), line("302", 2), line("999", 1), line("304", 1));
        assertThat(basket.lines()).extracting(Line::line).containsExactly(2);
        assertThat(basket.renumbered()).extracting(Line::line).containsExactly(1);
        assertThat(basket.missing())
                .extracting(Refused::code)
                .containsExactly("sold_out", "unknown_item", "sold_out");
        assertThat(basket.missing().get(1).extras()).containsEntry("line", 3);
    }

    @Test
    void promised_prices_are_those_of_the_same_lines() {
        var prices = List.of(Money.cents(100), Money.cents(200));
        assertThat(basket(line("301", 1, "1"), line("302", 1)).at(prices))
                .extracting(Line::price)
                .isEqualTo(prices);
    }

    @Test
    void what_this_kitchen_does_not_have_is_refused() {
        assertThat(refusal(line("999", 1)).code()).isEqualTo("unknown_item");
        assertThat(refusal(line("301", 1, "77")).code()).isEqualTo("wrong_choice");
        assertThat(refusal(line("302", 1, "77")).code()).isEqualTo("unknown_option");
        assertThat(refusal(line("301", 1, "1", "1")).code()).isEqualTo("invalid_field");
    }

    @Test
    void too_few_and_too_many_options_are_refused_with_the_rule() {
        assertThat(refusal(line("301", 1)).extras())
                .containsEntry("min", 1)
                .containsEntry("max", 1);
        assertThat(refusal(line("301", 1, "1", "2")).code()).isEqualTo("wrong_choice");
    }

    @Test
    void a_dish_that_was_sold_out_until_now_is_there_again() {
        assertThat(refusal(line("304", 1)).extras()).containsKey("sold_out_until");
        var later = Instant.parse("2026-05-02T00:00:00Z");
        var basket = Basket.of(TestMenus.open(), TARIFF, List.of(line("304", 3)), later);
        assertThat(basket.total(MOST)).isEqualTo(Money.cents(3000));
    }

    @Test
    void an_absurd_amount_is_refused() {
        var lines = new NewLine[100];
        Arrays.fill(lines, line("305", 99));
        var refused = catchThrowableOfType(Refused.class, () -> basket(lines).total(MOST));
        assertThat(refused.code()).isEqualTo("too_large");
    }
}
