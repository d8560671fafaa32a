package gofood.payment.provider.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.platform.testing.TestBed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What tests with Stripe have in common: its settings, and its signed webhooks.
final class StripeBed {
    static final String SECRET = "whsec_0123456789abcdef0123456789abcdef";

    private StripeBed() {}

    static String[] settings(FakeStripe stripe, String... more) {
        var usual =
                Stream.of(
                        "PAYMENT_PROVIDER",
                        "stripe",
                        "PAYMENT_STRIPE_URL",
                        stripe.address().toString(),
                        "PAYMENT_STRIPE_KEY",
                        FakeStripe.KEY,
                        "PAYMENT_STRIPE_WEBHOOK_SECRET",
                        SECRET,
                        "PAYMENT_PROVIDER_TIMEOUT_MILLIS",
                        "8000");
        return Stream.concat(usual, Stream.of(more)).toArray(String[]::new);
    }

    /// Sends the news that Stripe has, each twice and the last first.
    static void deliver(FakeStripe stripe, TestBed bed) {
        for (var body : stripe.takeNews()) assertThat(post(bed, body)).isEqualTo(204);
    }

    /// @return the status of the answer
    static int post(TestBed bed, byte[] body) {
        return bed.anyone()
                .post(
                        "/webhooks/provider",
                        new String(body, StandardCharsets.UTF_8),
                        "Stripe-Signature",
                        header(Instant.now().getEpochSecond(), SECRET, body))
                .status();
    }

    static String header(long time, String secret, byte[] body) {
        return "t=" + time + ",v1=" + sign(time, secret, body) + ",v0=old";
    }

    static String sign(long time, String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
