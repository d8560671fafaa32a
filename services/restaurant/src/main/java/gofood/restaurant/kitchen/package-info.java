/// The kitchen's tickets: what it is asked to cook, and how far it is.
///
/// Owns: ticket. Hears: order (a ticket comes, is taken back, is collected), delivery (who comes
/// for it). Tells: order (what the kitchen did).
@NullMarked
package gofood.restaurant.kitchen;

import org.jspecify.annotations.NullMarked;
