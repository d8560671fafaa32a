package gofood.order.price;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// A share in percent, such as 5.5, with at most three decimals.
public record Rate(BigDecimal percent) {
    private static final long WHOLE = 100_000;

    public Rate {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0)
            throw new IllegalArgumentException(percent + " must be 0 to 100 percent");
        var plain = percent.setScale(3, RoundingMode.UNNECESSARY).stripTrailingZeros();
        percent = plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /// So much of an amount, rounded half up to a coin.
    Money of(Currency currency, Money amount) {
        return currency.share(amount, thousandths(), WHOLE);
    }

    /// The tax that an amount includes at this rate, rounded half up to a coin.
    Money within(Currency currency, Money gross) {
        return currency.share(gross, thousandths(), WHOLE + thousandths());
    }

    private long thousandths() {
        return percent.movePointRight(3).longValueExact();
    }
}
