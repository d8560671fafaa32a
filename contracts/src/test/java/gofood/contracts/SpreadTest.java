package gofood.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final Currency EUR = new Currency("EUR");

    private static List<Money> cents(long... cents) {
        return Arrays.stream(cents).mapToObj(Money::cents).toList();
    }

    @Test
    void what_rounding_leaves_over_goes_to_those_who_lost_most() {
        assertThat(EUR.spread(Money.cents(100), cents(1, 1, 1))).isEqualTo(cents(34, 33, 33));
        assertThat(EUR.spread(Money.cents(5), cents(100, 250, 150))).isEqualTo(cents(1, 3, 1));
        assertThat(EUR.spread(Money.cents(2), cents(10, 10, 80))).isEqualTo(cents(0, 0, 2));
    }

    @Test
    void a_share_is_in_coins_of_its_currency() {
        var yen = new Currency("JPY");
        var weights = List.of(yen.ofCoins(980), yen.ofCoins(450));
        assertThat(yen.spread(yen.ofCoins(100), weights))
                .containsExactly(yen.ofCoins(69), yen.ofCoins(31));
        var dinar = new Currency("KWD");
        assertThat(dinar.spread(new Money(5), List.of(new Money(1), new Money(1))))
                .containsExactly(new Money(3), new Money(2));
    }

    @Test
    void amounts_of_any_size_are_divided_exactly() {
        var most = new Money(10_000_000_000L);
        var shares = new Currency("KWD").spread(most, List.of(most, most));
        assertThat(shares).containsExactly(new Money(5_000_000_000L), new Money(5_000_000_000L));
    }

    @Test
    void over_nothing_only_nothing_can_be_spread() {
        assertThat(EUR.spread(Money.ZERO, cents(0, 0))).isEqualTo(cents(0, 0));
        assertThat(EUR.spread(Money.ZERO, List.of())).isEmpty();
        assertThatThrownBy(() -> EUR.spread(Money.cents(1), cents(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
