package gofood.order.settlement;

import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderStatus;

/// The table of rules: what of an order that comes to nothing is paid all the same, by whose fault
/// it was and how far the order had come.
///
/// @param customer percent of the dishes that the customer pays
/// @param restaurant percent of the dishes that the restaurant is paid
/// @param ride whether the customer pays the delivery too
record Shares(int customer, int restaurant, boolean ride) {
    private static final Shares NOTHING = new Shares(0, 0, false);
    private static final Shares HALF = new Shares(50, 50, false);
    private static final Shares DISHES = new Shares(100, 100, false);
    private static final Shares DISHES_AND_RIDE = new Shares(100, 100, true);
    private static final Shares HALF_FROM_US = new Shares(0, 50, false);
    private static final Shares DISHES_FROM_US = new Shares(0, 100, false);

    /// @param status where the order was when it came to nothing
    /// @param grace whether the kitchen had said yes only a moment before
    static Shares of(Liable liable, OrderStatus status, boolean grace) {
        return switch (liable) {
            case CUSTOMER ->
                    switch (status) {
                        case PLACED, SCHEDULED, PAID -> NOTHING;
                        case RECEIVED -> grace ? NOTHING : HALF;
                        case PREPARING, COMPLETE -> DISHES;
                        // only an operator can say so, such as when nobody opens the door
                        case PICKED_UP -> DISHES_AND_RIDE;
                        case DECLINED, DELIVERED, REJECTED, CANCELLED -> throw over(status);
                    };
            // its own food is its own loss
            case RESTAURANT ->
                    switch (status) {
                        case PLACED, SCHEDULED, PAID, RECEIVED, PREPARING, COMPLETE, PICKED_UP ->
                                NOTHING;
                        case DECLINED, DELIVERED, REJECTED, CANCELLED -> throw over(status);
                    };
            case COURIER, PLATFORM ->
                    switch (status) {
                        case PLACED, SCHEDULED, PAID -> NOTHING;
                        case RECEIVED -> HALF_FROM_US;
                        case PREPARING, COMPLETE, PICKED_UP -> DISHES_FROM_US;
                        case DECLINED, DELIVERED, REJECTED, CANCELLED -> throw over(status);
                    };
        };
    }

    private static IllegalArgumentException over(OrderStatus status) {
        return new IllegalArgumentException("an order that is " + status + " is settled");
    }
}
