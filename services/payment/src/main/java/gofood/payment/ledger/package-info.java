/// The double-entry ledger: every movement of money is an entry whose lines add up to zero, written
/// in the transaction in which it becomes known, and never changed.
@NullMarked
package gofood.payment.ledger;

import org.jspecify.annotations.NullMarked;
