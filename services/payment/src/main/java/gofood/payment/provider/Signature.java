package gofood.payment.provider;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import gofood.platform.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Signs and checks webhooks as [Standard Webhooks](https://www.standardwebhooks.com) says: an HMAC
/// over id, time and body, no older than five minutes.
public final class Signature {
    private static final int LEAST_BYTES = 24;
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";

    private final Webhook webhook;

    private Signature(byte[] secret) {
        try {
            webhook = new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param secret base64, either alphabet, with or without `whsec_` before it
    public static Signature of(String secret) {
        var text = secret.strip();
        if (text.startsWith("whsec_")) text = text.substring("whsec_".length());
        try {
            var bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            if (bytes.length >= LEAST_BYTES) return new Signature(bytes);
        } catch (IllegalArgumentException e) {
            // said below, without the secret
        }
        throw new IllegalStateException(
                "The setting PAYMENT_WEBHOOK_SECRET must be at least %d random bytes as base64."
                        .formatted(LEAST_BYTES));
    }

    /// The headers for a webhook.
    public Map<String, String> sign(String id, Instant now, byte[] body) {
        var seconds = now.getEpochSecond();
        try {
            return Map.of(
                    ID,
                    id,
                    TIMESTAMP,
                    Long.toString(seconds),
                    SIGNATURE,
                    webhook.sign(id, seconds, text(body)));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws Refused 401 unless it was signed with our secret within the last minutes
    public void check(byte[] body, Function<String, Optional<String>> header) {
        var headers = new HashMap<String, List<String>>();
        for (var name : List.of(ID, TIMESTAMP, SIGNATURE))
            header.apply(name).ifPresent(value -> headers.put(name, List.of(value)));
        try {
            webhook.verify(text(body), headers);
        } catch (WebhookVerificationException e) {
            throw new Refused(
                    401, "signature_invalid", "The webhook is not signed, wrongly, or too old.");
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
