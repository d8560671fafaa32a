package gofood.payment.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Something that doesn't agree.
///
/// @param subject what it is about, once: `order 7`
/// @param what a sentence
record Difference(String subject, String what, @Nullable Long orderId) {
    static Difference of(String subject, String what) {
        return new Difference(subject, what, null);
    }

    /// An amount as people read it; sums may be larger than [gofood.contracts.Money] counts.
    static String amount(long mills) {
        return BigDecimal.valueOf(mills, 3).toPlainString();
    }
}
