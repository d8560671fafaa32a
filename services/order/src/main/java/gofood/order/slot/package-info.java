/// Orders for later: the half hours in which a restaurant delivers, and how many orders each takes.
///
/// Owns how many orders each half hour of a restaurant has. Pure but for [Slots] and [SlotRoutes].
/// Calls nobody: the menu comes in as an argument. Tells nobody.
@NullMarked
package gofood.order.slot;

import org.jspecify.annotations.NullMarked;
