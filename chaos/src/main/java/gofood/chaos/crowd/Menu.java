package gofood.chaos.crowd;

import gofood.contracts.Address;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.IfUnavailable;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.PaymentMethod;
import java.util.List;
import java.util.Random;

/// What one may order from one of the kitchens.
///
/// @param dishes their ids
record Menu(long restaurantId, List<String> dishes) {
    private static final Address DOOR = new Address(43.7312, 7.4236, "Place de la Visitation");

    NewOrder order(String note, boolean declined, Random dice) {
        var dish = dishes.get(dice.nextInt(dishes.size()));
        var tip = dice.nextInt(4) == 0 ? Money.cents(100 + dice.nextInt(200)) : null;
        var choices = IfUnavailable.values();
        return new NewOrder(
                restaurantId,
                List.of(new NewLine(dish, 1 + dice.nextInt(3), null, null)),
                DOOR,
                note,
                payment(declined, dice),
                tip,
                null,
                null,
                choices[dice.nextInt(choices.length)],
                null);
    }

    private static PaymentMethod payment(boolean declined, Random dice) {
        if (declined) return new PaymentMethod(PayBy.CARD, "tok_declined");
        if (dice.nextInt(10) == 0) return new PaymentMethod(PayBy.CASH, null);
        return new PaymentMethod(PayBy.CARD, "tok_visa");
    }
}
