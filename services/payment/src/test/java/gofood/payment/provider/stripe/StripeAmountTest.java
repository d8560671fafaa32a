package gofood.payment.provider.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.contracts.Money;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How Stripe counts.
class StripeAmountTest {
    @ParameterizedTest
    @CsvSource({
        "EUR,15990,1599",
        "USD,10,1",
        "JPY,500000,500",
        "KRW,1000,1",
        "MGA,2000,2",
        "KWD,5120,5120",
        "TND,10,10",
        "ISK,5000,500",
        "HUF,12500,1250",
        "TWD,800450,80045"
    })
    void an_amount_goes_there_and_back(String currency, long mills, long units) {
        assertThat(StripeAmount.units(new Money(mills), currency))
                .isEqualTo(OptionalLong.of(units));
        assertThat(StripeAmount.ofUnits(units, currency)).isEqualTo(new Money(mills));
    }

    @ParameterizedTest
    @CsvSource({"EUR,15995", "JPY,500500", "KWD,5124", "ISK,5500", "MGA,200", "UGX,5000"})
    void what_stripe_does_not_take_is_not_rounded(String currency, long mills) {
        assertThat(StripeAmount.units(new Money(mills), currency)).isEmpty();
    }
}
