package gofood.payment.provider;

import gofood.platform.run.Env;
import java.net.URI;
import java.time.Duration;

/// The settings of the payment provider. Which one it is, `PAYMENT_PROVIDER` says.
///
/// @param signature signs and checks webhooks
/// @param webhooks where the simulated provider sends them
/// @param timeout how long an answer is waited for
/// @param fastest the simulated provider's shortest latency
/// @param slowest the simulated provider's longest latency
/// @param late when the simulated provider settles what it answered with "processing"
public record ProviderConfig(
        Signature signature,
        URI webhooks,
        Duration timeout,
        Duration fastest,
        Duration slowest,
        Duration late) {
    /// A timer that rings may make three calls before others think that it is dead.
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(8);

    /// @throws IllegalStateException with a sentence when a setting is missing or wrong
    public static ProviderConfig from(Env env) {
        var provider = env.text("PAYMENT_PROVIDER", "simulated");
        if (!provider.equals("simulated"))
            throw new IllegalStateException(
                    "The setting PAYMENT_PROVIDER is \"%s\", but only \"simulated\" is there."
                            .formatted(provider));
        var latency = env.text("PAYMENT_PROVIDER_MILLIS", "20-60");
        if (!latency.matches("\\d{1,6}(-\\d{1,6})?"))
            throw new IllegalStateException(
                    "The setting PAYMENT_PROVIDER_MILLIS must be like 40 or 20-60, not %s."
                            .formatted(latency));
        var timeout = Duration.ofMillis(env.number("PAYMENT_PROVIDER_TIMEOUT_MILLIS", 3_000));
        if (timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0)
            throw new IllegalStateException(
                    "The setting PAYMENT_PROVIDER_TIMEOUT_MILLIS must be at most %d."
                            .formatted(LONGEST_TIMEOUT.toMillis()));
        var dash = latency.indexOf('-');
        var fastest = Long.parseLong(dash < 0 ? latency : latency.substring(0, dash));
        var slowest = Long.parseLong(latency.substring(dash + 1));
        return new ProviderConfig(
                Signature.of(env.text("PAYMENT_WEBHOOK_SECRET")),
                env.peers("payment").getFirst(),
                timeout,
                Duration.ofMillis(fastest),
                Duration.ofMillis(Math.max(fastest, slowest)),
                Duration.ofMillis(env.number("PAYMENT_PROVIDER_LATE_MILLIS", 3_000)));
    }
}
