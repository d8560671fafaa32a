/// The payment service: gets an order's money, once, gives everybody their part, or gives it back.
///
/// Does: authorises when an order is placed, captures when the kitchen confirms (cash: at the
/// door), settles when it ends, refunds. Owns: payments and refunds, credit, the ledger and its
/// check. Calls: the payment provider, always outside a transaction and with an idempotency key.
/// Emits: `PaymentEvent`; hears `OrderEvent` and `DeliveryEvent.Earned`.
@NullMarked
package gofood.payment;

import org.jspecify.annotations.NullMarked;
