package gofood.payment;

import gofood.contracts.Money;

/// Money on its way back to the customer. It counts against what was captured from the moment it is
/// wanted, so that two at once can't give back too much.
record Refund(
        long id, long paymentId, Money amount, String reason, Status status, Silence silence) {
    enum Status {
        WANTED,
        CONFIRMED,
        /// the provider said no; the amount is free again
        REFUSED
    }
}
