/// The payment service: gets an order's money, once, or gives it back.
///
/// Does: authorises when an order is placed, captures when the kitchen confirms, voids or refunds.
/// Owns: payments and refunds, and what of them is wanted and what the provider has confirmed.
/// Calls: the payment provider, always outside a transaction and with an idempotency key. Emits:
/// `PaymentEvent`; hears `OrderEvent`.
@NullMarked
package gofood.payment;

import org.jspecify.annotations.NullMarked;
