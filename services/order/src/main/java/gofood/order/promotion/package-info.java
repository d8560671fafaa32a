/// Promotions: who may use which, and how often. An order reserves its use when it is placed,
/// consumes it when it is paid, and gives it back when it comes to nothing.
@NullMarked
package gofood.order.promotion;

import org.jspecify.annotations.NullMarked;
