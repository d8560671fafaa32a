package gofood.order.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.TaxClass;
import gofood.platform.run.Env;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TariffTest {
    private static final Currency EUR = new Currency("EUR");
    private static final LocalTime QUIET = LocalTime.of(16, 0);
    private static final Money DISHES = Money.cents(2000);

    private static Tariff tariff(String... settings) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) values.put(settings[i], settings[i + 1]);
        return Tariff.from(new Env(values));
    }

    private static Money delivery(long metres, LocalTime at) {
        return tariff().fees(EUR, DISHES, metres, at).delivery();
    }

    @Test
    void the_delivery_costs_a_base_and_each_kilometre_of_street_in_steps_of_ten_cents() {
        assertThat(delivery(0, QUIET)).isEqualTo(Money.cents(199));
        assertThat(delivery(166, QUIET)).isEqualTo(Money.cents(199));
        assertThat(delivery(167, QUIET)).isEqualTo(Money.cents(209));
        assertThat(delivery(1000, QUIET)).isEqualTo(Money.cents(259));
        assertThat(delivery(2500, QUIET)).isEqualTo(Money.cents(349));
    }

    @Test
    void
            it_costs_more_in_busy_times_which_hold_from_their_first_moment_and_end_before_their_last() {
        assertThat(delivery(0, LocalTime.of(11, 59))).isEqualTo(Money.cents(199));
        assertThat(delivery(0, LocalTime.of(12, 0))).isEqualTo(Money.cents(249));
        assertThat(delivery(0, LocalTime.of(13, 29, 59))).isEqualTo(Money.cents(249));
        assertThat(delivery(0, LocalTime.of(13, 30))).isEqualTo(Money.cents(199));
        var late = tariff("ORDER_FEE_BUSY", "22:00-02:00", "ORDER_FEE_BUSY_EXTRA", "1");
        assertThat(late.fees(EUR, DISHES, 0, LocalTime.of(1, 0)).delivery())
                .isEqualTo(Money.cents(299));
        assertThat(late.fees(EUR, DISHES, 0, LocalTime.of(2, 0)).delivery())
                .isEqualTo(Money.cents(199));
        var never = tariff("ORDER_FEE_BUSY", "none");
        assertThat(never.fees(EUR, DISHES, 0, LocalTime.NOON).delivery())
                .isEqualTo(Money.cents(199));
    }

    private static Money service(long cents) {
        return tariff().fees(EUR, Money.cents(cents), 0, QUIET).service();
    }

    @Test
    void the_service_fee_is_a_share_of_the_dishes_within_bounds() {
        assertThat(service(100)).isEqualTo(Money.cents(49));
        assertThat(service(2010)).as("half a cent up").isEqualTo(Money.cents(101));
        assertThat(service(2009)).isEqualTo(Money.cents(100));
        assertThat(service(100_000)).isEqualTo(Money.cents(299));
    }

    @Test
    void a_small_order_pays_what_is_missing_up_to_a_limit() {
        assertThat(tariff().fees(EUR, Money.cents(500), 0, QUIET).smallOrder())
                .isEqualTo(Money.cents(200));
        assertThat(tariff().fees(EUR, Money.cents(1150), 0, QUIET).smallOrder())
                .isEqualTo(Money.cents(50));
        assertThat(tariff().fees(EUR, Money.cents(1200), 0, QUIET).smallOrder())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void a_currency_without_cents_is_charged_in_its_own_coins() {
        var yen = new Currency("JPY");
        var fees = tariff().fees(yen, yen.ofCoins(11), 1700, LocalTime.NOON);
        assertThat(fees.delivery()).isEqualTo(yen.ofCoins(2 + 1 + 1));
        assertThat(fees.service()).isEqualTo(yen.ofCoins(1));
        assertThat(fees.smallOrder()).isEqualTo(yen.ofCoins(1));
    }

    @Test
    void each_kind_of_dish_has_its_rate() {
        assertThat(tariff().vatPercent(TaxClass.PREPARED)).hasToString("10");
        assertThat(tariff().vatPercent(TaxClass.PACKAGED)).hasToString("5.5");
        assertThat(tariff().vatPercent(TaxClass.ALCOHOL)).hasToString("20");
        assertThat(tariff("ORDER_VAT_PREPARED_PERCENT", "8.100").vatPercent(TaxClass.PREPARED))
                .hasToString("8.1");
    }

    @Test
    void a_wrong_setting_is_named_at_the_start() {
        var wrong =
                Map.of(
                        "ORDER_FEE_BASE", "-1",
                        "ORDER_FEE_STEP", "0.0001",
                        "ORDER_FEE_BUSY", "noon",
                        "ORDER_FEE_SERVICE_PERCENT", "101",
                        "ORDER_VAT_ALCOHOL_PERCENT", "5.1234");
        wrong.forEach((name, value) ->
                assertThatThrownBy(() -> tariff(name, value))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(name));
    }
}
