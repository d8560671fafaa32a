/// Who gets what of an order's money in the end: pure arithmetic, to the coin.
@NullMarked
package gofood.payment.settlement;

import org.jspecify.annotations.NullMarked;
