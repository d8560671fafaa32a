package gofood.notification;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Settlement;

/// What an order costs, as far as people are told.
///
/// @param currency ISO 4217
/// @param cash it is paid at the door, so nothing was taken before
record Bill(Money total, String currency, boolean cash) {
    static final Text NOTHING_CHARGED = Text.of("Nothing was charged.", "Rien n’a été débité.");

    Bill costing(Money other) {
        return new Bill(other, currency, cash);
    }

    Text price(Money amount) {
        return Wording.price(amount, currency);
    }

    /// What becomes of the customer's money when the order has come to nothing, in a sentence.
    ///
    /// @param confirmed the kitchen had taken the order, so that the money was captured
    Text ends(Settlement settlement, boolean confirmed) {
        var charged = settlement.charged();
        var captured = confirmed && !cash;
        if (!charged.isPositive())
            return captured
                    ? Text.of("You get your %s back.", "Nous vous rendons vos %s.", price(total))
                    : NOTHING_CHARGED;
        var back = total.minus(charged);
        if (!captured || !back.isPositive()) return charged(price(charged));
        return Text.of(
                "%s is charged for it, and you get %s back.",
                "Il vous est facturé %s, et nous vous rendons %s.", price(charged), price(back));
    }

    static Text charged(Object amount) {
        return Text.of("%s is charged for it.", "Il vous est facturé %s.", amount);
    }
}
