package gofood.payment.provider.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// Why a card was declined.
final class Decline {
    static final String AUTHENTICATION = "authentication_required";
    private static final String CARD = "card_declined";

    /// The ways in which Stripe says that the bank wants to hear from the customer.
    private static final Set<String> ACTION =
            Set.of(AUTHENTICATION, "payment_intent_action_required", "requires_action_not_handled");

    /// Stripe asks not to tell these to the customer, who may be a thief.
    private static final Set<String> NOT_TO_BE_TOLD =
            Set.of(
                    "",
                    "fraudulent",
                    "generic_decline",
                    "lost_card",
                    "merchant_blacklist",
                    "pickup_card",
                    "stolen_card");

    private Decline() {}

    /// @param error Stripe's error object
    static String reason(JsonNode error) {
        var code = error.path("code").asText("");
        var decline = error.path("decline_code").asText("");
        if (ACTION.contains(code) || ACTION.contains(decline)) return AUTHENTICATION;
        var said = decline.isEmpty() ? code : decline;
        var isTold = said.length() <= StripeReply.LONGEST_CODE && !NOT_TO_BE_TOLD.contains(said);
        return isTold ? said : CARD;
    }

    /// Whether the card was declined, for certain.
    static boolean is(StripeReply.Failed failed) {
        return failed.isRefusal() && (failed.isCardError() || ACTION.contains(failed.code()));
    }
}
