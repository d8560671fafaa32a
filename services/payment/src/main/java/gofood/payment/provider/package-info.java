/// The payment provider behind its seam, and a simulated one that behaves like a real one: remote,
/// slow at times, with books, idempotency keys and webhooks of its own.
@NullMarked
package gofood.payment.provider;

import org.jspecify.annotations.NullMarked;
