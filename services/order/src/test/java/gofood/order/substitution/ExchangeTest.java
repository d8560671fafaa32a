package gofood.order.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an order's lines become.
class ExchangeTest {
    private static final List<Line> LINES =
            List.of(line(1, "soup", 3, 500), line(2, "bread", 1, 200));

    private static Line line(int number, String name, int quantity, long cents) {
        var price = Money.cents(cents);
        return new Line(number, "9", name, quantity, List.of(), null, price, BigDecimal.TEN);
    }

    @Test
    void a_part_of_a_line_stays_and_what_stands_for_the_rest_gets_a_new_number() {
        var stew = Exchange.insteadOf(LINES.getFirst(), 2, line(1, "stew", 1, 700), LINES);
        assertThat(new Exchange(1, 2, stew).in(LINES))
                .containsExactly(
                        line(1, "soup", 1, 500), line(3, "stew", 2, 500), line(2, "bread", 1, 200));
    }

    @Test
    void what_stands_for_a_whole_line_takes_its_number_and_its_own_price_if_that_is_lower() {
        var salad = Exchange.insteadOf(LINES.getFirst(), 3, line(1, "salad", 1, 400), LINES);
        assertThat(new Exchange(1, 3, salad).in(LINES))
                .containsExactly(line(1, "salad", 3, 400), line(2, "bread", 1, 200));
    }

    @Test
    void what_is_left_out_is_gone() {
        assertThat(new Exchange(1, 1, null).in(LINES).getFirst().quantity()).isEqualTo(2);
        assertThat(new Exchange(2, 1, null).in(LINES)).containsExactly(LINES.getFirst());
        assertThat(new Exchange(2, 1, null).in(LINES.subList(1, 2))).isEmpty();
    }
}
