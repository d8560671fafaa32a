package gofood.notification;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Settlement;

/// What an order costs, as far as people are told.
///
/// @param currency ISO 4217
/// @param cash it is paid at the door, so nothing was taken before
record Bill(Money total, String currency, boolean cash) {
    String price(Money amount) {
        return Wording.price(amount, currency);
    }

    /// What becomes of the customer's money when the order has come to nothing, in a sentence.
    ///
    /// @param confirmed the kitchen had taken the order, so that the money was captured
    String ends(Settlement settlement, boolean confirmed) {
        var charged = settlement.charged();
        var captured = confirmed && !cash;
        if (!charged.isPositive())
            return captured ? "You get your %s back.".formatted(price(total)) : NOTHING_CHARGED;
        var back = total.minus(charged);
        if (!captured || !back.isPositive()) return price(charged) + " is charged for it.";
        return "%s is charged for it, and you get %s back.".formatted(price(charged), price(back));
    }

    static final String NOTHING_CHARGED = "Nothing was charged.";
}
