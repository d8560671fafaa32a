/// What a customer says was wrong with a delivered order, and what they get back for it.
///
/// Owns problems and the pictures of them. Calls nobody. Tells by
/// [gofood.contracts.OrderApi.OrderEvent.RefundGranted], `ProblemReported` and `ProblemRefused`.
@NullMarked
package gofood.order.problem;

import org.jspecify.annotations.NullMarked;
