package gofood.payment.payout;

import gofood.contracts.Money;
import gofood.platform.run.Env;

/// The settings of payouts.
///
/// @param smallest what isn't worth a transfer is carried over; an amount of any currency
public record PayoutConfig(Money smallest) {
    public static PayoutConfig from(Env env) {
        var smallest = Money.of(env.decimal("PAYMENT_PAYOUT_SMALLEST", "1.00"));
        if (!smallest.isPositive())
            throw new IllegalStateException("The setting PAYMENT_PAYOUT_SMALLEST must be above 0.");
        return new PayoutConfig(smallest);
    }
}
