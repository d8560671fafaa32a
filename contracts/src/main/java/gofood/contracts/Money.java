package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/// An amount. On the wire it is a decimal number in the currency's main unit, `15.99`; the
/// currency, an ISO 4217 code, stands once beside it in the document that holds the amount. So an
/// amount alone is counted in thousandths, the smallest part that any currency has; that it can be
/// paid in coins of its own is [Currency]'s to say.
///
/// @param mills the amount in thousandths, at most a million millions of the main unit either way:
///   enough for a country's books. What may be asked for is each request's to say
public record Money(long mills) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final long MOST = 1_000_000_000_000_000L;

    public Money {
        if (mills > MOST || mills < -MOST)
            throw new InvalidField("amount", "must be at most a million millions");
    }

    public static Money cents(long cents) {
        return new Money(Math.multiplyExact(cents, 10));
    }

    /// Reads `15.99`. More than three decimals are refused rather than rounded.
    @JsonCreator
    public static Money of(BigDecimal major) {
        // bounded before any arithmetic: 1e999999999 is four bytes to send and gigabytes to expand
        if (major.precision() > 15 || Math.abs((long) major.scale()) > 15)
            throw new InvalidField("amount", "has too many digits");
        var mills = major.movePointRight(3).stripTrailingZeros();
        if (mills.scale() > 0) throw new InvalidField("amount", "has more than three decimals");
        return new Money(mills.longValueExact());
    }

    /// With two decimals, or three where they are needed.
    @JsonValue
    public BigDecimal major() {
        return mills % 10 == 0 ? BigDecimal.valueOf(mills / 10, 2) : BigDecimal.valueOf(mills, 3);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(mills, other.mills));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(mills, other.mills));
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(mills, quantity));
    }

    public Money negated() {
        return new Money(-mills);
    }

    public boolean isZero() {
        return mills == 0;
    }

    public boolean isPositive() {
        return mills > 0;
    }

    public boolean isMoreThan(Money other) {
        return mills > other.mills;
    }

    public Money atMost(Money other) {
        return isMoreThan(other) ? other : this;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(mills, other.mills);
    }

    @Override
    public String toString() {
        return major().toPlainString();
    }
}
