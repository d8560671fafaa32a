/// The order service: prices a basket, takes the order and moves it through its life.
///
/// Owns orders with their timeline, promotions, slots, substitutions and reported problems. Calls
/// restaurant for menus, city for the way to the door and delivery for the time it takes and for
/// where couriers are. Tells payment, restaurant, delivery and notification what happened
/// ([gofood.contracts.OrderApi.OrderEvent]); hears what they did.
@NullMarked
package gofood.order;

import org.jspecify.annotations.NullMarked;
