/// Pays restaurants and couriers what we owe them.
///
/// Does: runs that pay everybody what was owed at a moment, each of them once. Owns: payouts.
/// Calls: nobody; the money leaves by the ledger's account `bank`. Emits nothing.
@NullMarked
package gofood.payment.payout;

import org.jspecify.annotations.NullMarked;
