package gofood.platform.http;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import gofood.platform.run.Env;
import gofood.platform.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Signs and checks webhooks as [Standard Webhooks](https://www.standardwebhooks.com) says: an HMAC
/// over id, time and body, no older than five minutes.
public final class Signature {
    private static final int LEAST_BYTES = 24;
    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";

    private final List<Webhook> secrets;

    private Signature(List<Webhook> secrets) {
        this.secrets = secrets;
    }

    /// @param secrets base64, either alphabet, with or without `whsec_` before it; each signs, so
    ///   that whoever knows one of them can check
    public static Signature of(String... secrets) {
        return new Signature(Arrays.stream(secrets).map(Signature::webhook).toList());
    }

    /// With the secret that a setting has.
    public static Signature of(Env env, String setting) {
        var secret = env.text(setting);
        try {
            return of(secret);
        } catch (IllegalArgumentException e) {
            // without the secret
            throw new IllegalStateException(
                    "The setting %s must be at least %d random bytes as base64, such as whsec_…."
                            .formatted(setting, LEAST_BYTES));
        }
    }

    private static Webhook webhook(String secret) {
        var text = secret.strip();
        if (text.startsWith("whsec_")) text = text.substring("whsec_".length());
        var bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        if (bytes.length < LEAST_BYTES) throw new IllegalArgumentException("a short secret");
        try {
            return new Webhook(bytes);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// The headers for a webhook.
    public Map<String, String> sign(String id, Instant now, byte[] body) {
        var seconds = now.getEpochSecond();
        var signatures =
                secrets.stream()
                        .map(secret -> sign(secret, id, seconds, text(body)))
                        .collect(Collectors.joining(" "));
        return Map.of(ID, id, TIMESTAMP, Long.toString(seconds), SIGNATURE, signatures);
    }

    private static String sign(Webhook secret, String id, long seconds, String body) {
        try {
            return secret.sign(id, seconds, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws Refused 401 unless it was signed with one of our secrets within the last minutes
    public void check(byte[] body, Function<String, Optional<String>> header) {
        var headers = new HashMap<String, List<String>>();
        for (var name : List.of(ID, TIMESTAMP, SIGNATURE))
            header.apply(name).ifPresent(value -> headers.put(name, List.of(value)));
        if (secrets.stream().noneMatch(secret -> isSigned(secret, text(body), headers)))
            throw new Refused(
                    401, "signature_invalid", "The webhook is not signed, wrongly, or too old.");
    }

    private static boolean isSigned(
            Webhook secret, String body, Map<String, List<String>> headers) {
        try {
            secret.verify(body, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
