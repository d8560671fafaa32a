package gofood.payment.provider.stripe;

import com.fasterxml.jackson.databind.JsonNode;

/// What came back for one request.
sealed interface StripeReply {
    int LONGEST_CODE = 80;

    record Done(JsonNode body) implements StripeReply {}

    /// @param status of HTTP
    /// @param error Stripe's error object; empty when the body wasn't one
    /// @param remembered whether this is the answer to an earlier request with the same key, which
    ///   Stripe keeps for a day and repeats, its own failures too
    record Failed(int status, JsonNode error, boolean remembered) implements StripeReply {
        /// Whether Stripe looked at it and said no, so that it certainly did nothing: not when it
        /// is too busy, has trouble of its own, doesn't know our key, or finds that our request
        /// doesn't fit the idempotency key.
        boolean isRefusal() {
            var answered = status == 400 || status == 402 || status == 404;
            return answered && (isCardError() || type().equals("invalid_request_error"));
        }

        boolean isCardError() {
            return type().equals("card_error");
        }

        private String type() {
            return error.path("type").asText("");
        }

        /// Whether this parameter of ours is what it refuses.
        boolean isAbout(String param) {
            return error.path("param").asText("").equals(param);
        }

        /// A short word; what isn't one is nobody's to read.
        String code() {
            var code = error.path("code").asText("");
            return code.length() > LONGEST_CODE ? "" : code;
        }

        /// For an operator.
        String reason() {
            return code().isEmpty() ? "refused" : code();
        }

        /// Stripe's failure, not ours; what it did is open.
        boolean isRememberedFailure() {
            return remembered && status >= 500;
        }
    }

    /// No answer, or none in time.
    record Silent() implements StripeReply {}
}
