/// What services tell each other, written once and applied once; and durable timers.
///
/// An event is stored in the outbox by the transaction that makes it true. A relay brings it to
/// each subscriber, at least once and in order per key; the subscriber's inbox makes that once in
/// effect.
@NullMarked
package gofood.platform.events;

import org.jspecify.annotations.NullMarked;
