package gofood.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242 4242 4242 4242",
                "my card 4000-0000-0000-0002.",
                "378282246310005",
                "4111-1111-1111-1111 12/29 123",
                "4242424242424242 1229 123",
                "1229 4242424242424242",
                "12 4242424242424242",
                "order 1 4242424242424242",
                "4242  4242  4242  4242",
                "4242\u00a04242\u00a04242\u00a04242",
                "4242/4242/4242/4242",
                "4242 - 4242 - 4242 - 4242",
                "4242\u200b4242\u200b4242\u200b4242",
                "\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12",
                "42424242424242421229"
            })
    void what_looks_like_a_card_is_found(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4242 4242 4242 4241",
                "2nd floor, code 1234, ring twice at 5678",
                "+377 97 98 99 00",
                "order 1234567, table 12, 19:30",
                "1234567890123456",
                "sim-7-25-1763862637001",
                "2026-11-22 23:12:45",
                "pm_1MqLiJLkdIwHu7ixUEgbFdYF",
                "a4b2c4d2e4f2g4h2i4j2k4l2m4n2"
            })
    void other_numbers_may_be_said(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }
}
