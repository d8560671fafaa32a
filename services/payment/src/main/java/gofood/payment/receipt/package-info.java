/// What a customer is told about what they paid.
///
/// Does: receipts, with who gets what of it. Owns nothing: it reads payments, refunds and the
/// ledger. Calls nobody, emits nothing.
@NullMarked
package gofood.payment.receipt;

import org.jspecify.annotations.NullMarked;
