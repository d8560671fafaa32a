package gofood.payment.provider.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.payment.provider.Provider.Notice;
import gofood.payment.provider.Provider.Report;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/// What Stripe tells us without being asked.
final class StripeWebhooks {
    /// Our number, in the metadata of an intent, which its charge gets too.
    static final String PAYMENT = "gofood_payment";

    private static final System.Logger LOG = System.getLogger(StripeWebhooks.class.getName());

    private final StripeSignature signature;

    StripeWebhooks(StripeSignature signature) {
        this.signature = signature;
    }

    Optional<Notice> read(byte[] body, Function<String, Optional<String>> header) {
        signature.check(body, header.apply(StripeSignature.HEADER).orElse(""));
        var event = json(body);
        var about = event.path("data").path("object");
        warn(event.path("type").asText(""), about);
        var payment = about.path("metadata").path(PAYMENT).asText("");
        // one account may serve others than us
        if (!payment.matches("\\d{1,18}")) return Optional.empty();
        return report(event).map(report -> new Notice(Long.parseLong(payment), report));
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.tree(body);
        } catch (UncheckedIOException e) {
            throw new Refused(400, "malformed_json", "The webhook is not JSON that we can read.");
        }
    }

    /// What only a person can set right, with Stripe's own pages.
    private static void warn(String type, JsonNode about) {
        if (type.equals("refund.failed") || type.equals("charge.dispute.created"))
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Stripe reports {0} of {1}: an operator must look at it there",
                    type,
                    about.path("payment_intent").asText("an unknown payment"));
    }

    private static Optional<Report> report(JsonNode event) {
        var type = event.path("type").asText("");
        return switch (type) {
            case "payment_intent.amount_capturable_updated" -> Optional.of(Report.AUTHORIZED);
            case "payment_intent.payment_failed" -> Optional.of(Report.DECLINED);
            case "payment_intent.succeeded" -> Optional.of(Report.CAPTURED);
            case "payment_intent.canceled" -> Optional.of(Report.VOIDED);
            case "charge.refunded" -> Optional.of(Report.REFUNDED);
            default -> Optional.empty();
        };
    }
}
