package gofood.payment.ledger;

import java.util.Locale;

/// What a line of an entry is about, as statements tell it.
public enum Kind {
    SALE,
    COMMISSION,
    RIDE,
    TIP,
    REFUND,
    PROMOTION,
    COMPENSATION,
    CASH,
    PAYOUT,
    CAPTURE,
    FEE,
    VAT,
    CREDIT;

    /// As it is stored and on the wire: `sale`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
