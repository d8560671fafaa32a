/// The life of an order: its states, what moves it, its deadlines, and who is told.
///
/// Owns orders and their timeline. Calls nobody. Tells payment, restaurant, delivery and
/// notification of each step ([gofood.contracts.OrderApi.OrderEvent]), see [News].
@NullMarked
package gofood.order.life;

import org.jspecify.annotations.NullMarked;
