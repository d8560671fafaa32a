/// What customers say of their orders.
///
/// Owns no table of its own: a rating is a part of its order. Calls nobody. Tells restaurant and
/// delivery ([gofood.contracts.OrderApi.OrderEvent.Rated]).
@NullMarked
package gofood.order.rating;

import org.jspecify.annotations.NullMarked;
