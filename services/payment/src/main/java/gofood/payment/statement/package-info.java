/// What restaurants and couriers are told about their money.
///
/// Does: statements over some days, as JSON and as CSV. Owns nothing: it reads the ledger. Calls
/// nobody, emits nothing.
@NullMarked
package gofood.payment.statement;

import org.jspecify.annotations.NullMarked;
