package gofood.payment.settlement;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.platform.run.Env;
import java.math.BigDecimal;

/// What we take for our work, and the tax on it; all in percent.
///
/// @param commission of the dishes' price, tax included, less a discount that the restaurant funds
/// @param commissionVat on the commission, which is meant without it
/// @param feeVat contained in the fees that customers pay
public record Rates(BigDecimal commission, BigDecimal commissionVat, BigDecimal feeVat) {
    private static final int DECIMALS = 3;
    private static final long WHOLE = 100_000;

    public static Rates from(Env env) {
        return new Rates(
                percent(env, "PAYMENT_COMMISSION_PERCENT"),
                percent(env, "PAYMENT_COMMISSION_VAT_PERCENT"),
                percent(env, "PAYMENT_FEE_VAT_PERCENT"));
    }

    private static BigDecimal percent(Env env, String name) {
        var value = env.decimal(name, "20");
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0)
            throw new IllegalStateException("The setting " + name + " must be 0 to 100.");
        if (value.stripTrailingZeros().scale() > DECIMALS)
            throw new IllegalStateException(
                    "The setting %s must have at most %d decimals.".formatted(name, DECIMALS));
        return value;
    }

    /// So many percent of an amount.
    static Money of(Currency currency, Money whole, BigDecimal percent) {
        return currency.share(whole, thousandths(percent), WHOLE);
    }

    /// What of an amount is tax, when it contains it.
    static Money within(Currency currency, Money gross, BigDecimal percent) {
        return currency.share(gross, thousandths(percent), WHOLE + thousandths(percent));
    }

    private static long thousandths(BigDecimal percent) {
        return percent.movePointRight(DECIMALS).longValue();
    }
}
