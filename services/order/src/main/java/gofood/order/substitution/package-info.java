/// What becomes of a dish that a kitchen turns out not to have.
///
/// Owns the kitchen's proposals. Calls nobody: menus come in by a function. Tells by
/// [gofood.contracts.OrderApi.OrderEvent.SubstitutionProposed], and through the order's life by
/// `Changed` and `Cancelled`.
@NullMarked
package gofood.order.substitution;

import org.jspecify.annotations.NullMarked;
