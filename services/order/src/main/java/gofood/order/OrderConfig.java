package gofood.order;

import gofood.contracts.Currency;
import gofood.contracts.InvalidField;
import gofood.contracts.Money;
import gofood.order.price.Tariff;
import gofood.platform.run.Env;
import java.time.Duration;

/// The order service's limits.
///
/// @param currency of all amounts
/// @param tariff fees and rates of tax
/// @param mostItems what the dishes of one order may cost at most, in the currency's main unit
/// @param quoteFor how long a quote's price is promised
/// @param paymentWait from Placed until it is cancelled, when payment says nothing
/// @param kitchenRemind from Paid until a silent kitchen is reminded
/// @param kitchenOperator from Paid until an operator is told
/// @param kitchenCancel from Paid until it is cancelled with the money back
/// @param cookingOperator from the promised time until an operator is told
/// @param cookingCancel from the promised time until it is cancelled
/// @param pickupOperator from Complete until an operator is told
/// @param pickupCancel from Complete until it is cancelled
/// @param rideOperator from PickedUp until an operator is told
/// @param rideCancel from PickedUp until it is given up with the money back
/// @param stuckGrace how much longer than until an operator is told it takes to be stuck
/// @param cancelGrace from the kitchen's yes, how long the customer may still cancel for nothing
/// @param substitutionWait how long the customer has to answer what to do without a dish
/// @param callbackWait how long a callback waits for an order that is one event behind
/// @param ratingFor how long after the delivery an order can be rated
public record OrderConfig(
        Currency currency,
        Tariff tariff,
        Money mostItems,
        Duration quoteFor,
        Duration paymentWait,
        Duration kitchenRemind,
        Duration kitchenOperator,
        Duration kitchenCancel,
        Duration cookingOperator,
        Duration cookingCancel,
        Duration pickupOperator,
        Duration pickupCancel,
        Duration rideOperator,
        Duration rideCancel,
        Duration stuckGrace,
        Duration cancelGrace,
        Duration substitutionWait,
        Duration callbackWait,
        Duration ratingFor) {

    static OrderConfig from(Env env) {
        return new OrderConfig(
                currency(env.text("CURRENCY", "EUR")),
                Tariff.from(env),
                Money.of(env.decimal("ORDER_MOST_ITEMS", "10000")),
                env.seconds("ORDER_QUOTE_SECONDS", 300),
                env.seconds("ORDER_PAYMENT_SECONDS", 180),
                env.seconds("ORDER_KITCHEN_REMIND_SECONDS", 180),
                env.seconds("ORDER_KITCHEN_OPERATOR_SECONDS", 300),
                env.seconds("ORDER_KITCHEN_CANCEL_SECONDS", 480),
                env.seconds("ORDER_COOKING_OPERATOR_SECONDS", 600),
                env.seconds("ORDER_COOKING_CANCEL_SECONDS", 3600),
                env.seconds("ORDER_PICKUP_OPERATOR_SECONDS", 900),
                env.seconds("ORDER_PICKUP_CANCEL_SECONDS", 2700),
                env.seconds("ORDER_RIDE_OPERATOR_SECONDS", 2700),
                env.seconds("ORDER_RIDE_CANCEL_SECONDS", 10800),
                env.seconds("ORDER_STUCK_GRACE_SECONDS", 5),
                env.seconds("ORDER_CANCEL_GRACE_SECONDS", 60),
                env.seconds("ORDER_SUBSTITUTION_SECONDS", 180),
                env.seconds("ORDER_CALLBACK_WAIT_SECONDS", 3),
                Duration.ofDays(env.number("ORDER_RATING_DAYS", 14)));
    }

    private static Currency currency(String code) {
        try {
            return new Currency(code);
        } catch (InvalidField e) {
            throw new IllegalStateException("The setting CURRENCY " + e.rule() + ".", e);
        }
    }
}
