package gofood.payment.provider.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.Money;
import gofood.payment.provider.Provider.Standing;
import java.util.Locale;

/// One of Stripe's payment intents, as far as it concerns us.
///
/// @param lastError of the last attempt to pay; missing when none failed
/// @param abandoned whether we cancelled it because the customer would have had to do something
record StripeIntent(
        String id, Status status, Money received, JsonNode lastError, boolean abandoned) {
    /// Why we cancel what is given up before anything was held.
    static final String ABANDONED = "abandoned";

    enum Status {
        /// no card yet, or the card was declined
        REQUIRES_PAYMENT_METHOD,
        REQUIRES_CONFIRMATION,
        /// the bank wants to hear from the customer
        REQUIRES_ACTION,
        PROCESSING,
        REQUIRES_CAPTURE,
        SUCCEEDED,
        CANCELED,
        /// one that came after this was written
        OTHER;

        private static Status of(String text) {
            for (var status : values())
                if (status.name().toLowerCase(Locale.ROOT).equals(text)) return status;
            return OTHER;
        }
    }

    static StripeIntent of(JsonNode body) {
        var currency = body.path("currency").asText("").toUpperCase(Locale.ROOT);
        return new StripeIntent(
                body.path("id").asText(""),
                Status.of(body.path("status").asText("")),
                StripeAmount.ofUnits(body.path("amount_received").asLong(), currency),
                body.path("last_payment_error"),
                body.path("cancellation_reason").asText("").equals(ABANDONED));
    }

    Standing standing() {
        return switch (status) {
            case REQUIRES_CAPTURE -> new Standing.Authorized(id);
            case SUCCEEDED -> new Standing.Captured(id, received);
            case CANCELED ->
                    abandoned
                            ? new Standing.Declined(Decline.AUTHENTICATION)
                            : new Standing.Voided();
            case REQUIRES_PAYMENT_METHOD ->
                    lastError.isObject()
                            ? new Standing.Declined(Decline.reason(lastError))
                            : new Standing.NotFound();
            // nothing is held, and nothing will be unless we ask again
            case REQUIRES_CONFIRMATION, REQUIRES_ACTION -> new Standing.NotFound();
            case PROCESSING, OTHER -> new Standing.Processing();
        };
    }
}
