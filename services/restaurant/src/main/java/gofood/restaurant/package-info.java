/// Restaurants, their menus and opening hours, and the kitchen's tickets.
///
/// Owns: restaurant, dish, ticket, review. Calls: city (who delivers to a door). Hears: order (a
/// ticket comes, is taken back, is collected, is rated), delivery (who comes for it). Tells: order
/// (what the kitchen did).
@NullMarked
package gofood.restaurant;

import org.jspecify.annotations.NullMarked;
