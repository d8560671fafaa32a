package gofood.restaurant.webhook;

import gofood.platform.run.Env;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The limits of webhooks.
///
/// @param most how many a restaurant may have
/// @param attempts how often a message is sent before it is given up; with the pauses below that
///   takes about a day
/// @param firstPause until the second attempt; each pause is four times as long as the one before
/// @param longestPause between two attempts, also when the receiver asks for more
/// @param patience how long one attempt may take in all
/// @param kept how long messages can be listed and sent again
/// @param overlap how long the old secret signs beside a new one
/// @param givesUpAfter a receiver that has taken nothing for so long is sent nothing more
/// @param lanes how many messages of one webhook are under way at the same time
/// @param rounds how many webhooks one replica serves at the same time
/// @param plain whether `http` will do, for trying out
/// @param anywhere whether private addresses and any port will do, for trying out
/// @param ports those that a receiver may listen on
public record WebhookConfig(
        int most,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Duration patience,
        Duration kept,
        Duration overlap,
        Duration givesUpAfter,
        int lanes,
        int rounds,
        boolean plain,
        boolean anywhere,
        Set<Integer> ports) {
    public static WebhookConfig from(Env env) {
        return new WebhookConfig(
                env.number("RESTAURANT_WEBHOOK_MOST", 10),
                env.number("RESTAURANT_WEBHOOK_ATTEMPTS", 11),
                Duration.ofMillis(env.number("RESTAURANT_WEBHOOK_FIRST_PAUSE_MILLIS", 5_000)),
                env.seconds("RESTAURANT_WEBHOOK_LONGEST_PAUSE_SECONDS", 6 * 60 * 60),
                Duration.ofMillis(env.number("RESTAURANT_WEBHOOK_PATIENCE_MILLIS", 10_000)),
                Duration.ofDays(env.number("RESTAURANT_WEBHOOK_KEPT_DAYS", 7)),
                Duration.ofHours(env.number("RESTAURANT_WEBHOOK_OVERLAP_HOURS", 24)),
                env.seconds("RESTAURANT_WEBHOOK_GIVES_UP_SECONDS", 5 * 24 * 60 * 60),
                env.number("RESTAURANT_WEBHOOK_LANES", 4),
                env.number("RESTAURANT_WEBHOOK_ROUNDS", 64),
                isOn(env, "RESTAURANT_WEBHOOK_PLAIN"),
                isOn(env, "RESTAURANT_WEBHOOK_PRIVATE"),
                ports(env.text("RESTAURANT_WEBHOOK_PORTS", "443,8443")));
    }

    private static boolean isOn(Env env, String name) {
        var word = env.text(name, "off");
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default ->
                    throw new IllegalStateException(
                            "The setting %s must be on or off, not %s.".formatted(name, word));
        };
    }

    private static Set<Integer> ports(String text) {
        if (!text.matches("\\d{1,5}(,\\d{1,5})*"))
            throw new IllegalStateException(
                    "The setting RESTAURANT_WEBHOOK_PORTS must be like 443,8443, not "
                            + text
                            + ".");
        return Arrays.stream(text.split(","))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
