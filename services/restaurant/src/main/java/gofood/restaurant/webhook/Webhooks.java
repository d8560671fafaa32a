package gofood.restaurant.webhook;

import gofood.contracts.WebhookApi.Topic;
import gofood.contracts.WebhookApi.Webhook;
import gofood.contracts.WebhookApi.WebhookChange;
import gofood.contracts.WebhookApi.WebhookOff;
import gofood.contracts.WebhookApi.WebhookStatus;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stored webhooks.
final class Webhooks {
    /// @param secret signs from now on
    record New(long restaurantId, String url, List<Topic> events, boolean enabled, String secret) {}

    long add(Tx tx, New it, Instant now) {
        return tx.one(
                """
                INSERT INTO webhook (restaurant_id, url, events, enabled, disabled_because, secret,
                                     created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING webhook_id
                """,
                row -> row.number("webhook_id"),
                it.restaurantId,
                it.url,
                names(it.events),
                it.enabled,
                it.enabled ? null : WebhookOff.BY_OWNER,
                it.secret,
                now);
    }

    /// Locks the restaurant, so that what is counted stays true.
    int count(Tx tx, long restaurantId) {
        tx.find(
                "SELECT FROM restaurant WHERE restaurant_id = ? FOR NO KEY UPDATE",
                _ -> true,
                restaurantId);
        return tx.one(
                "SELECT count(*) AS webhooks FROM webhook WHERE restaurant_id = ?",
                row -> row.integer("webhooks"),
                restaurantId);
    }

    /// Comes before every change of several of its messages, which would else wait for each other.
    void lock(Tx tx, long webhookId) {
        tx.find("SELECT FROM webhook WHERE webhook_id = ? FOR NO KEY UPDATE", _ -> true, webhookId);
    }

    List<Webhook> of(Tx tx, long restaurantId, Instant now) {
        return tx.list(
                "SELECT * FROM webhook WHERE restaurant_id = ? ORDER BY webhook_id",
                row -> read(row, now),
                restaurantId);
    }

    /// @throws Refused 404, also for another restaurant's
    Webhook get(Tx tx, long restaurantId, long webhookId, Instant now) {
        return tx.find(
                        "SELECT * FROM webhook WHERE restaurant_id = ? AND webhook_id = ?",
                        row -> read(row, now),
                        restaurantId,
                        webhookId)
                .orElseThrow(() -> Refused.notFound("webhook"));
    }

    /// What has a new address, or is switched on again, has failed at nothing yet.
    void change(Tx tx, long webhookId, WebhookChange it) {
        tx.update(
                """
                UPDATE webhook
                   SET url = coalesce(?, url), events = coalesce(?::text[], events),
                       enabled = coalesce(?, enabled),
                       disabled_because = CASE WHEN coalesce(?, enabled) THEN NULL
                                               ELSE coalesce(disabled_because, 'BY_OWNER') END
                 WHERE webhook_id = ?
                """,
                it.url(),
                it.events() == null ? null : names(it.events()),
                it.enabled(),
                it.enabled(),
                webhookId);
        if (it.url() != null || Boolean.TRUE.equals(it.enabled())) well(tx, webhookId);
    }

    /// The secret until now signs beside the new one for a while.
    void rotate(Tx tx, long webhookId, String secret, Instant until) {
        tx.update(
                """
                UPDATE webhook SET old_secret = secret, old_secret_until = ?, secret = ?
                 WHERE webhook_id = ?
                """,
                until,
                secret,
                webhookId);
    }

    void remove(Tx tx, long webhookId) {
        tx.update("DELETE FROM webhook WHERE webhook_id = ?", webhookId);
    }

    /// Its receiver has taken a message.
    void well(Tx tx, long webhookId) {
        tx.update(
                """
                UPDATE webhook SET failures = 0, failing_since = NULL, rests_until = NULL
                 WHERE webhook_id = ? AND (failures > 0 OR rests_until IS NOT NULL)
                """,
                webhookId);
    }

    /// Its receiver has not taken a message.
    ///
    /// @param restsUntil nothing is sent before, if there is such a time
    /// @return since when it has taken nothing
    Instant ill(Tx tx, long webhookId, Instant now, @Nullable Instant restsUntil) {
        return tx.one(
                """
                UPDATE webhook
                   SET failures = failures + 1, failing_since = coalesce(failing_since, ?),
                       rests_until = greatest(rests_until, ?)
                 WHERE webhook_id = ? RETURNING failing_since
                """,
                row -> row.instant("failing_since"),
                now,
                restsUntil,
                webhookId);
    }

    void disable(Tx tx, long webhookId, WebhookOff because) {
        tx.update(
                "UPDATE webhook SET enabled = false, disabled_because = ? WHERE webhook_id = ?",
                because,
                webhookId);
    }

    private static String[] names(List<Topic> events) {
        return events.stream().distinct().map(Enum::name).toArray(String[]::new);
    }

    private static Webhook read(Row row, Instant now) {
        var enabled = row.flag("enabled");
        var failingSince = row.findInstant("failing_since");
        var because = row.findText("disabled_because");
        return new Webhook(
                row.number("webhook_id"),
                row.number("restaurant_id"),
                row.text("url"),
                Arrays.stream(row.texts("events")).map(Topic::valueOf).toList(),
                enabled,
                status(enabled, failingSince),
                because == null ? null : WebhookOff.valueOf(because),
                failingSince,
                Optional.ofNullable(row.findInstant("old_secret_until"))
                        .filter(now::isBefore)
                        .orElse(null),
                row.instant("created_at"));
    }

    private static WebhookStatus status(boolean enabled, @Nullable Instant failingSince) {
        if (!enabled) return WebhookStatus.DISABLED;
        return failingSince == null ? WebhookStatus.ACTIVE : WebhookStatus.FAILING;
    }
}
