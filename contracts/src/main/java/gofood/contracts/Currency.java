package gofood.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A currency with its smallest coin: a cent of a euro, a yen, a thousandth of a dinar.
///
/// @param code ISO 4217
public record Currency(String code) {
    private static final int DECIMALS_OF_MILLS = 3;

    public Currency {
        try {
            var decimals = java.util.Currency.getInstance(code).getDefaultFractionDigits();
            if (decimals < 0 || decimals > DECIMALS_OF_MILLS)
                throw new InvalidField("currency", "must be one that people pay with");
        } catch (IllegalArgumentException unknown) {
            if (unknown instanceof InvalidField) throw unknown;
            throw new InvalidField("currency", "must be an ISO 4217 code");
        }
    }

    /// How many decimals its amounts have: 2 for EUR, 0 for JPY, 3 for KWD.
    public int decimals() {
        return java.util.Currency.getInstance(code).getDefaultFractionDigits();
    }

    /// Its smallest coin, in thousandths.
    public long coin() {
        return BigDecimal.ONE.movePointRight(DECIMALS_OF_MILLS - decimals()).longValueExact();
    }

    /// Whether an amount can be paid in its coins.
    public boolean holds(Money amount) {
        return amount.mills() % coin() == 0;
    }

    /// The amount in coins, as payment providers count.
    public long coins(Money amount) {
        if (!holds(amount)) throw new InvalidField("amount", "has more decimals than " + code);
        return amount.mills() / coin();
    }

    public Money ofCoins(long coins) {
        return new Money(Math.multiplyExact(coins, coin()));
    }

    /// The amount with its own decimals, for sentences: `15.99 EUR`, `1500 JPY`, `1.250 KWD`.
    public String text(Money amount) {
        var places = Math.max(decimals(), amount.major().stripTrailingZeros().scale());
        return amount.major().setScale(places, RoundingMode.UNNECESSARY).toPlainString()
                + " "
                + code;
    }

    /// A part of an amount, rounded half up to a coin: `part` of every `of`.
    public Money share(Money whole, long part, long of) {
        var exact =
                BigDecimal.valueOf(whole.mills())
                        .multiply(BigDecimal.valueOf(part))
                        .divide(
                                BigDecimal.valueOf(of).multiply(BigDecimal.valueOf(coin())),
                                0,
                                RoundingMode.HALF_UP);
        return ofCoins(exact.longValueExact());
    }

    @Override
    public String toString() {
        return code;
    }
}
