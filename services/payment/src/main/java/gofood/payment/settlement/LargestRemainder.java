package gofood.payment.settlement;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides an amount to the coin, by largest remainder: what rounding down leaves over goes coin by
/// coin to those who lost most by it, the first of them first. The order service does the same, so
/// that a dish is worth the same to both.
final class LargestRemainder {
    private LargestRemainder() {}

    /// @param over what it is proportional to; no share is more than its weight when the amount
    ///   isn't more than all of them
    static List<Money> of(Currency currency, Money amount, List<Money> over) {
        var weights = over.stream().mapToLong(currency::coins).toArray();
        var all = BigInteger.valueOf(Arrays.stream(weights).sum());
        var coins = currency.coins(amount);
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
        return Arrays.stream(shares).mapToObj(currency::ofCoins).toList();
    }
}
