package gofood.payment.provider.stripe;

import gofood.contracts.Money;
import java.util.OptionalLong;
import java.util.Set;

/// How Stripe counts amounts: in the smallest unit of a currency, but by a list of its own, which
/// differs from ISO 4217 here and there. An amount that it cannot take is never rounded: what was
/// charged has to be what our books say.
final class StripeAmount {
    private static final Set<String> WHOLE =
            Set.of(
                    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND",
                    "VUV", "XAF", "XOF", "XPF");

    /// Their last digit must be zero, since not all of Stripe's partners count in thousandths.
    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    /// Whole, but counted in hundredths.
    private static final Set<String> WHOLE_IN_HUNDREDTHS = Set.of("ISK");

    /// Stripe's pages contradict each other about it, by a factor of hundred.
    private static final String UNCLEAR = "UGX";

    private StripeAmount() {}

    /// @param currency ISO 4217
    /// @return nothing when Stripe doesn't take this amount
    static OptionalLong units(Money amount, String currency) {
        var takes = !currency.equals(UNCLEAR) && amount.mills() % step(currency) == 0;
        return takes ? OptionalLong.of(amount.mills() / unit(currency)) : OptionalLong.empty();
    }

    /// @param currency ISO 4217
    static Money ofUnits(long units, String currency) {
        return new Money(Math.multiplyExact(units, unit(currency)));
    }

    /// Stripe's unit in thousandths of the main unit.
    private static long unit(String currency) {
        if (WHOLE.contains(currency)) return 1000;
        return THOUSANDTHS.contains(currency) ? 1 : 10;
    }

    /// What amounts must be a multiple of, in thousandths of the main unit.
    private static long step(String currency) {
        return WHOLE.contains(currency) || WHOLE_IN_HUNDREDTHS.contains(currency) ? 1000 : 10;
    }
}
