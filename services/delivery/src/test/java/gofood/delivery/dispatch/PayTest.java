package gofood.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.DeliveryService;
import gofood.platform.run.Env;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a ride pays, and that settings are read.
class PayTest {
    private static Money pay(long metres, Duration waited) {
        return pay(metres, waited, "EUR", Map.of());
    }

    private static Money pay(
            long metres, Duration waited, String currency, Map<String, String> settings) {
        var rates = DeliveryConfig.from(new Env(settings)).pay();
        return Offering.pay(metres, waited, rates, new Currency(currency));
    }

    @Test
    void each_kilometre_pays() {
        assertThat(pay(0, Duration.ZERO)).isEqualTo(Money.cents(300));
        assertThat(pay(5000, Duration.ZERO)).isEqualTo(Money.cents(700));
    }

    @Test
    void what_is_less_than_a_coin_is_rounded_up() {
        assertThat(pay(1, Duration.ZERO)).isEqualTo(Money.cents(301));
        assertThat(pay(1_013, Duration.ZERO)).isEqualTo(Money.cents(382));
        var yen = Map.of("DELIVERY_PAY_BASE", "450", "DELIVERY_PAY_PER_KM", "95.5");
        assertThat(pay(1_000, Duration.ZERO, "JPY", yen)).isEqualTo(new Money(546_000));
        var dinars = Map.of("DELIVERY_PAY_BASE", "0.750", "DELIVERY_PAY_PER_KM", "0.2");
        assertThat(pay(1_003, Duration.ZERO, "KWD", dinars)).isEqualTo(new Money(951));
    }

    @Test
    void a_ride_that_nobody_wants_pays_more_three_times_at_most() {
        assertThat(pay(0, Duration.ofSeconds(179))).isEqualTo(Money.cents(300));
        assertThat(pay(0, Duration.ofMinutes(3))).isEqualTo(Money.cents(375));
        assertThat(pay(0, Duration.ofMinutes(6))).isEqualTo(Money.cents(450));
        assertThat(pay(0, Duration.ofHours(1))).isEqualTo(Money.cents(525));
    }

    @Test
    void a_wrong_setting_fails_before_anything_is_opened() {
        for (var name :
                new String[] {
                    "DELIVERY_OFFER_SECONDS", "DELIVERY_ROUND_SECONDS", "DELIVERY_PAY_BASE"
                }) fails(name, "soon");
        fails("DELIVERY_PAY_PER_KM", "-0.10");
        fails("DELIVERY_CANCELLED_ON_THE_WAY_PERCENT", "101");
        assertThatThrownBy(() -> start("CURRENCY", "COINS"))
                .hasMessageContaining("must be an ISO 4217 code");
    }

    private static void fails(String name, String value) {
        assertThatThrownBy(() -> start(name, value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name);
    }

    private static Object start(String name, String value) {
        return new DeliveryService().start(new Env(Map.of(name, value)));
    }
}
