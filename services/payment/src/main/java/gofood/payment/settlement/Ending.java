package gofood.payment.settlement;

import gofood.contracts.OrderApi.Settlement;

/// How an order ended, as far as its money is concerned.
public sealed interface Ending {
    record Delivered(long courierId) implements Ending {}

    /// It came to nothing.
    record CalledOff(Settlement settlement) implements Ending {}
}
