package gofood.payment.provider.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.payment.provider.Provider.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Refunds at Stripe. Nothing about a payment intent keeps one from being made twice but its
/// idempotency key, which Stripe forgets after a day; so each carries our key, and those that are
/// there are looked through before another is asked for.
final class StripeRefunds {
    private static final String METADATA = "gofood_refund";
    private static final int PAGE = 100;

    private StripeRefunds() {}

    static Answer refund(StripeApi.Session session, String reference, long units, String key) {
        var list = "/v1/refunds?limit=" + PAGE + "&payment_intent=" + StripeApi.encode(reference);
        if (!(session.get(list) instanceof StripeReply.Done(var there)))
            return new Answer.Unknown();
        var made = find(there.path("data"), key);
        if (made.isPresent()) return answer(made.get());
        // it might be on a further page, which no payment of ours ever has
        if (there.path("has_more").asBoolean()) return new Answer.Unknown();
        var form =
                Map.of(
                        "payment_intent",
                        reference,
                        "amount",
                        Long.toString(units),
                        "metadata[" + METADATA + "]",
                        key);
        return switch (session.post("/v1/refunds", form, reference + "-" + key)) {
            case StripeReply.Done(var body) -> answer(body);
            case StripeReply.Failed failed when failed.isRefusal() ->
                    new Answer.Refused(failed.reason());
            // after a failure of its own, too: Stripe may still find that it was done
            case StripeReply.Failed _, StripeReply.Silent _ -> new Answer.Unknown();
        };
    }

    private static Optional<JsonNode> find(JsonNode refunds, String key) {
        return StreamSupport.stream(refunds.spliterator(), false)
                .filter(refund -> refund.path("metadata").path(METADATA).asText().equals(key))
                .findFirst();
    }

    private static Answer answer(JsonNode refund) {
        var status = refund.path("status").asText("");
        return switch (status) {
            case "succeeded" -> new Answer.Done();
            case "failed", "canceled" ->
                    new Answer.Refused(refund.path("failure_reason").asText(status));
            // pending: it can still fail
            default -> new Answer.Unknown();
        };
    }
}
