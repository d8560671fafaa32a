package gofood.order;

import gofood.contracts.Money;
import gofood.platform.run.Env;
import java.time.Duration;

/// The order service's limits.
///
/// @param feeBase what every delivery costs, minor units in `ORDER_FEE_BASE_CENTS`
/// @param feePerKilometre what each kilometre along streets adds
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
/// @param callbackWait how long a callback waits for an order that is one event behind
record OrderConfig(
        Money feeBase,
        Money feePerKilometre,
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
        Duration callbackWait) {

    static OrderConfig from(Env env) {
        return new OrderConfig(
                new Money(env.number("ORDER_FEE_BASE_CENTS", 199)),
                new Money(env.number("ORDER_FEE_PER_KM_CENTS", 60)),
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
                env.seconds("ORDER_CALLBACK_WAIT_SECONDS", 3));
    }
}
