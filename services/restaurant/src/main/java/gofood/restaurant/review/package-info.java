/// What customers said of their orders.
///
/// Owns: review, and a restaurant's stars. Hears: order (a customer has rated).
@NullMarked
package gofood.restaurant.review;

import org.jspecify.annotations.NullMarked;
