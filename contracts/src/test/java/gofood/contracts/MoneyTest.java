package gofood.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static Money money(String major) {
        return Money.of(new BigDecimal(major));
    }

    @ParameterizedTest
    @CsvSource({"15.99,15.99", "16,16.00", "1.250,1.25", "1.255,1.255", "-0.5,-0.50", "0,0.00"})
    void an_amount_is_written_as_it_was_read(String read, String written) {
        assertThat(money(read)).hasToString(written);
        assertThat(money(written)).isEqualTo(money(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0001",
                "1e999999999",
                "1e-999999999",
                "1000000000000.01",
                "1234567890123456"
            })
    void what_is_no_amount_is_refused(String read) {
        assertThatThrownBy(() -> money(read)).isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @CsvSource({"EUR,15.99,1599", "JPY,1500,1500", "KWD,1.255,1255"})
    void a_currency_counts_in_its_own_coins(String code, String amount, long coins) {
        var currency = new Currency(code);
        assertThat(currency.coins(money(amount))).isEqualTo(coins);
        assertThat(currency.ofCoins(coins)).isEqualTo(money(amount));
    }

    @ParameterizedTest
    @CsvSource({"EUR,15.9,15.90 EUR", "JPY,1500,1500 JPY", "KWD,1.25,1.250 KWD"})
    void an_amount_is_said_with_its_currencys_decimals(String code, String amount, String said) {
        assertThat(new Currency(code).text(money(amount))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"EUR,15.999", "JPY,0.5", "JPY,15.99"})
    void nobody_pays_with_parts_of_a_coin(String code, String amount) {
        var currency = new Currency(code);
        assertThat(currency.holds(money(amount))).isFalse();
        assertThatThrownBy(() -> currency.coins(money(amount))).isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "XXX", "EURO", "", "ZZZ"})
    void what_is_no_currency_is_refused(String code) {
        assertThatThrownBy(() -> new Currency(code)).isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR,10.00,1,3,3.33",
        "EUR,0.01,1,2,0.01",
        "EUR,11.00,10,110,1.00",
        "JPY,1000,10,110,91",
        "KWD,1.000,1,3,0.333"
    })
    void a_share_is_rounded_half_up_to_a_coin(
            String code, String whole, long part, long of, String share) {
        assertThat(new Currency(code).share(money(whole), part, of)).isEqualTo(money(share));
    }

    @Test
    void a_share_is_never_further_than_half_a_coin_from_the_truth() {
        var random = new Random(7);
        for (var code : new String[] {"EUR", "JPY", "KWD"}) {
            var currency = new Currency(code);
            for (int i = 0; i < 10_000; i++) {
                var whole = currency.ofCoins(random.nextLong(1_000_000));
                var of = random.nextLong(1, 10_000);
                var part = random.nextLong(of + 1);
                var share = currency.share(whole, part, of);
                assertThat(currency.holds(share)).isTrue();
                var off = Math.abs(2 * (share.mills() * of - whole.mills() * part));
                assertThat(off).isLessThanOrEqualTo(currency.coin() * of);
            }
        }
    }
}
