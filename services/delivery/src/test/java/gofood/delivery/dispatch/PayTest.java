package gofood.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gofood.contracts.Money;
import gofood.delivery.DeliveryConfig;
import gofood.delivery.DeliveryService;
import gofood.platform.run.Env;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a ride pays, and that settings are read.
class PayTest {
    private static final DeliveryConfig.Pay RATES = DeliveryConfig.from(new Env(Map.of())).pay();

    @Test
    void each_kilometre_pays() {
        assertThat(Offering.pay(0, Duration.ZERO, RATES)).isEqualTo(new Money(300));
        assertThat(Offering.pay(5000, Duration.ZERO, RATES)).isEqualTo(new Money(700));
    }

    @Test
    void a_ride_that_nobody_wants_pays_more_three_times_at_most() {
        assertThat(Offering.pay(0, Duration.ofSeconds(179), RATES)).isEqualTo(new Money(300));
        assertThat(Offering.pay(0, Duration.ofMinutes(3), RATES)).isEqualTo(new Money(375));
        assertThat(Offering.pay(0, Duration.ofMinutes(6), RATES)).isEqualTo(new Money(450));
        assertThat(Offering.pay(0, Duration.ofHours(1), RATES)).isEqualTo(new Money(525));
    }

    @Test
    void a_wrong_setting_fails_before_anything_is_opened() {
        for (var name : new String[] {"DELIVERY_OFFER_SECONDS", "DELIVERY_ROUND_SECONDS"})
            assertThatThrownBy(() -> new DeliveryService().start(new Env(Map.of(name, "soon"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(name);
    }
}
