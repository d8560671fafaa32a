/// The signed promise of a price, and what has changed since one was given.
@NullMarked
package gofood.order.quote;

import org.jspecify.annotations.NullMarked;
