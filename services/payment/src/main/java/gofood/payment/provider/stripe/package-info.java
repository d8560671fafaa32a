/// The card provider Stripe: payment intents with manual capture, over its published HTTP API. Owns
/// the table `stripe_intent`: which of Stripe's payment intents stands for which payment. Calls
/// Stripe, and reads its webhooks. Emits nothing; what becomes known goes back through the
/// [gofood.payment.provider.Provider] seam. An intent is made unconfirmed and written down before
/// it is confirmed, so that no answer can be lost for good.
@NullMarked
package gofood.payment.provider.stripe;

import org.jspecify.annotations.NullMarked;
