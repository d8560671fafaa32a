package gofood.payment.provider;

import gofood.platform.http.Signature;
import gofood.platform.run.Env;
import java.net.URI;
import java.time.Duration;

/// The settings of the card provider. Which one it is, `PAYMENT_PROVIDER` says.
public sealed interface ProviderConfig {
    /// How long an answer is waited for, whatever a call consists of.
    Duration timeout();

    /// @throws IllegalStateException with a sentence when a setting is missing or wrong
    static ProviderConfig from(Env env) {
        var provider = env.text("PAYMENT_PROVIDER", "simulated");
        return switch (provider) {
            case "simulated" -> Simulated.from(env);
            case "stripe" -> Stripe.from(env);
            default ->
                    throw new IllegalStateException(
                            "The setting PAYMENT_PROVIDER must be simulated or stripe, not %s."
                                    .formatted(provider));
        };
    }

    private static Duration timeout(Env env, int otherwise) {
        // a timer that rings may make three calls before others think that it is dead
        var longest = Duration.ofSeconds(8);
        var timeout = Duration.ofMillis(env.number("PAYMENT_PROVIDER_TIMEOUT_MILLIS", otherwise));
        if (timeout.isPositive() && timeout.compareTo(longest) <= 0) return timeout;
        throw new IllegalStateException(
                "The setting PAYMENT_PROVIDER_TIMEOUT_MILLIS must be more than 0 and at most %d."
                        .formatted(longest.toMillis()));
    }

    /// A provider that lives in our process.
    ///
    /// @param signature signs and checks webhooks
    /// @param webhooks where it sends them
    /// @param fastest its shortest latency
    /// @param slowest its longest latency
    /// @param late when it settles what it answered with "processing"
    record Simulated(
            Signature signature,
            URI webhooks,
            Duration timeout,
            Duration fastest,
            Duration slowest,
            Duration late)
            implements ProviderConfig {
        private static Simulated from(Env env) {
            var latency = env.text("PAYMENT_PROVIDER_MILLIS", "20-60");
            if (!latency.matches("\\d{1,6}(-\\d{1,6})?"))
                throw new IllegalStateException(
                        "The setting PAYMENT_PROVIDER_MILLIS must be like 40 or 20-60, not %s."
                                .formatted(latency));
            var dash = latency.indexOf('-');
            var fastest = Long.parseLong(dash < 0 ? latency : latency.substring(0, dash));
            var slowest = Long.parseLong(latency.substring(dash + 1));
            return new Simulated(
                    Signature.of(env, "PAYMENT_WEBHOOK_SECRET"),
                    env.peers("payment").getFirst(),
                    ProviderConfig.timeout(env, 3_000),
                    Duration.ofMillis(fastest),
                    Duration.ofMillis(Math.max(fastest, slowest)),
                    Duration.ofMillis(env.number("PAYMENT_PROVIDER_LATE_MILLIS", 3_000)));
        }
    }

    /// Stripe, or something that speaks its protocol.
    ///
    /// @param url where its API is
    /// @param key the secret or restricted key; never logged
    /// @param webhookSecret signs what the webhook endpoint gets; never logged
    /// @param atOnce how many requests may be under way at the same time
    record Stripe(URI url, String key, String webhookSecret, Duration timeout, int atOnce)
            implements ProviderConfig {
        private static Stripe from(Env env) {
            var key = env.text("PAYMENT_STRIPE_KEY").strip();
            if (!key.matches("(sk|rk)_(test|live)_\\w+"))
                throw new IllegalStateException(
                        "The setting PAYMENT_STRIPE_KEY must be a secret or restricted key of"
                                + " Stripe's, such as sk_test_….");
            var secret = env.text("PAYMENT_STRIPE_WEBHOOK_SECRET").strip();
            if (!secret.matches("whsec_\\w{16,}"))
                throw new IllegalStateException(
                        "The setting PAYMENT_STRIPE_WEBHOOK_SECRET must be the signing secret of"
                                + " the webhook endpoint, whsec_….");
            var atOnce = env.number("PAYMENT_STRIPE_AT_ONCE", 20);
            if (atOnce < 1 || atOnce > 100)
                throw new IllegalStateException(
                        "The setting PAYMENT_STRIPE_AT_ONCE must be between 1 and 100.");
            return new Stripe(url(env), key, secret, ProviderConfig.timeout(env, 8_000), atOnce);
        }

        /// The key goes with every request, so that it must not travel openly.
        private static URI url(Env env) {
            var text = env.text("PAYMENT_STRIPE_URL", "https://api.stripe.com").strip();
            if (text.matches("https://[^/?#@]+/?|http://127\\.0\\.0\\.1(:\\d+)?/?"))
                return URI.create(text.replaceAll("/$", ""));
            throw new IllegalStateException(
                    "The setting PAYMENT_STRIPE_URL must be an https address alone, not %s."
                            .formatted(text));
        }

        @Override
        public String toString() {
            return "Stripe at " + url;
        }
    }
}
