package gofood.payment.provider.stripe;

import gofood.platform.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks webhooks, which Stripe signs: `t=` says when, and each `v1=` is an HMAC with SHA-256 over
/// that time, a dot and the body. There are several while a secret is being replaced.
final class StripeSignature {
    static final String HEADER = "Stripe-Signature";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_HEADER = 2_000;
    private static final Pattern TIME = Pattern.compile("\\d{1,12}");

    private final SecretKeySpec secret;
    private final Clock clock;

    StripeSignature(String secret, Clock clock) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /// @throws Refused 401 unless it was signed with our secret within the last minutes
    void check(byte[] body, String header) {
        var parts = header.length() > LONGEST_HEADER ? new String[0] : header.split(",", -1);
        var time = find(parts, "t=").filter(t -> TIME.matcher(t).matches()).findFirst();
        if (time.isEmpty() || !isRecent(Long.parseLong(time.get()))) throw refused();
        var expected = mac(time.get(), body);
        if (find(parts, "v1=").noneMatch(signature -> isSame(expected, signature))) throw refused();
    }

    private boolean isRecent(long seconds) {
        var now = clock.instant().getEpochSecond();
        return Math.abs(now - seconds) <= TOLERANCE.toSeconds();
    }

    private static Stream<String> find(String[] parts, String prefix) {
        return Arrays.stream(parts)
                .map(String::strip)
                .filter(part -> part.startsWith(prefix))
                .map(part -> part.substring(prefix.length()));
    }

    /// Takes the same time wherever they differ.
    private static boolean isSame(byte[] expected, String signature) {
        var hex = HexFormat.of().formatHex(expected).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(hex, signature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused refused() {
        return new Refused(
                401, "signature_invalid", "The webhook is not signed, wrongly, or too old.");
    }
}
