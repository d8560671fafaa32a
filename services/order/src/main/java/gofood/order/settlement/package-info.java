/// What an order costs that comes to nothing: who pays, who is paid.
///
/// Pure: a table of rules and the arithmetic that follows from it. Owns nothing, calls nobody,
/// tells nobody. The page docs/money.md shows the table to readers.
@NullMarked
package gofood.order.settlement;

import org.jspecify.annotations.NullMarked;
