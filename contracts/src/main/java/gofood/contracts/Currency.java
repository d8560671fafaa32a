package gofood.contracts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

    /// Divides an amount to the coin, by largest remainder: what rounding down leaves over goes
    /// coin by coin to those who lost most by it, the first of them first. Whoever shares out the
    /// same amount over the same parts comes to the same shares.
    ///
    /// @param over what it is proportional to; no share is more than its weight when the amount
    ///   isn't more than all of them
    public List<Money> spread(Money amount, List<Money> over) {
        var weights = over.stream().mapToLong(this::coins).toArray();
        var all = BigInteger.valueOf(Arrays.stream(weights).sum());
        var coins = coins(amount);
        if (all.signum() == 0) {
            if (coins != 0) throw new IllegalArgumentException("nothing to spread it over");
            return over;
        }
        var shares = new long[weights.length];
        var lost = new BigInteger[weights.length];
        for (int i = 0; i < weights.length; i++) {
            // thousandths times thousandths may be more than a long holds
            var exact = BigInteger.valueOf(coins).multiply(BigInteger.valueOf(weights[i]));
            var parts = exact.divideAndRemainder(all);
            shares[i] = parts[0].longValueExact();
            lost[i] = parts[1];
        }
        var left = coins - Arrays.stream(shares).sum();
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> lost[i]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        return Arrays.stream(shares).mapToObj(this::ofCoins).toList();
    }

    @Override
    public String toString() {
        return code;
    }
}
