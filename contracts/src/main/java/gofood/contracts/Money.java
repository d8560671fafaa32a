package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/// An amount in minor units (cents). On the wire it is a decimal number in major units, `15.99`;
/// the currency, an ISO 4217 code, stands once beside it in the document that holds the amount.
///
/// @param minor the amount in hundredths, at most ten million euros either way
public record Money(long minor) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final long MOST = 1_000_000_000L;

    public Money {
        if (minor > MOST || minor < -MOST)
            throw new InvalidField("amount", "must be between -10000000 and 10000000");
    }

    /// Reads `15.99`. More than two decimals are refused rather than rounded.
    @JsonCreator
    public static Money of(BigDecimal major) {
        // bounded before any arithmetic: 1e999999999 is four bytes to send and gigabytes to expand
        if (major.precision() > 15 || Math.abs((long) major.scale()) > 15)
            throw new InvalidField("amount", "has too many digits");
        var minor = major.movePointRight(2).stripTrailingZeros();
        if (minor.scale() > 0) throw new InvalidField("amount", "has more than two decimals");
        return new Money(minor.longValueExact());
    }

    @JsonValue
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, 2);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, other.minor));
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minor, quantity));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major().toPlainString();
    }
}
