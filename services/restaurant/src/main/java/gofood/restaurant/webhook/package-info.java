/// What a restaurant's own systems are told of what happens in its kitchen: messages that are
/// signed, repeated until they are taken, and can be sent again.
///
/// Owns: webhook, webhook_message. Hears: the kitchen and the pace, in their own transactions.
/// Calls: addresses that strangers have named, see [gofood.restaurant.webhook.CheckedNames].
@NullMarked
package gofood.restaurant.webhook;

import org.jspecify.annotations.NullMarked;
