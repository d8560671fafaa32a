package gofood.payment.ledger;

import gofood.contracts.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A balanced movement: its lines add up to zero. Lines over nothing are left out.
///
/// @param cause what it stands for, once: `capture of payment 7`
public record Entry(String cause, @Nullable Long orderId, Currency currency, List<Line> lines) {
    public Entry {
        lines = lines.stream().filter(line -> !line.amount().isZero()).toList();
        var sum = lines.stream().mapToLong(line -> line.amount().mills()).sum();
        if (sum != 0) throw new IllegalArgumentException(cause + " is off by " + sum);
        if (!lines.stream().allMatch(line -> currency.holds(line.amount())))
            throw new IllegalArgumentException(cause + " splits coins");
    }

    public static Entry of(String cause, @Nullable Long orderId, String currency, Line... lines) {
        return new Entry(cause, orderId, new Currency(currency), List.of(lines));
    }
}
