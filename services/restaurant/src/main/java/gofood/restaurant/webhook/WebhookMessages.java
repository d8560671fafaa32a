package gofood.restaurant.webhook;

import gofood.contracts.WebhookApi.MessageStatus;
import gofood.contracts.WebhookApi.Topic;
import gofood.contracts.WebhookApi.WebhookDelivery;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stored messages.
final class WebhookMessages {
    private static final int PRUNED_AT_ONCE = 1_000;

    /// @param lane messages of one lane are sent one after the other
    record News(Topic topic, String lane, @Nullable Long orderId, byte[] body) {}

    /// A message that is to be sent now.
    record Due(
            long position, String messageId, Topic topic, String lane, int attempts, byte[] body) {}

    /// An entry of the list, and its place there.
    record Listed(long position, WebhookDelivery delivery) {}

    /// For everyone who wants to hear of it. What comes behind a message that waits for its next
    /// attempt waits with it.
    ///
    /// @return the webhooks that have something to send now
    List<Long> add(Tx tx, long restaurantId, News news, Instant now) {
        return insert(
                tx,
                "restaurant_id = ? AND enabled AND events @> ARRAY[?::text]",
                news,
                now,
                restaurantId,
                news.topic);
    }

    void addFor(Tx tx, long webhookId, News news, Instant now) {
        insert(tx, "webhook_id = ? AND enabled", news, now, webhookId);
    }

    /// A webhook that is being removed meanwhile is left out, rather than to fail whoever tells.
    private static List<Long> insert(
            Tx tx, String who, News news, Instant now, Object... arguments) {
        var all =
                new ArrayList<@Nullable Object>(
                        Arrays.asList(
                                news.topic,
                                news.lane,
                                news.orderId,
                                new String(news.body, StandardCharsets.UTF_8),
                                now,
                                news.lane,
                                now));
        all.addAll(List.of(arguments));
        return tx.list(
                """
                INSERT INTO webhook_message (webhook_id, message_id, type, lane, order_id, body,
                                             status, next_try_at, created_at)
                SELECT webhook_id, 'msg_' || replace(gen_random_uuid()::text, '-', ''), ?, ?,
                       ?::bigint, ?, 'WAITING',
                       greatest(?, (SELECT max(next_try_at) FROM webhook_message m
                                     WHERE m.webhook_id = w.webhook_id AND m.lane = ?
                                       AND m.status = 'WAITING')), ?
                  FROM (SELECT webhook_id FROM webhook WHERE %s FOR KEY SHARE) w
                RETURNING webhook_id
                """
                        .formatted(who),
                row -> row.number("webhook_id"),
                all.toArray());
    }

    /// The first of each lane whose time has come.
    ///
    /// @param onlyTests a webhook that rests is sent nothing else
    List<Due> due(Tx tx, long webhookId, Instant now, boolean onlyTests, int most) {
        return tx.list(
                """
                SELECT * FROM webhook_message m
                 WHERE webhook_id = ? AND status = 'WAITING' AND next_try_at <= ?
                   AND (type = 'WEBHOOK_TEST' OR NOT ?)
                   AND NOT EXISTS (SELECT FROM webhook_message e
                                    WHERE e.webhook_id = m.webhook_id AND e.lane = m.lane
                                      AND e.status = 'WAITING' AND e.position < m.position)
                 ORDER BY type <> 'WEBHOOK_TEST', next_try_at, position LIMIT ?
                """,
                row ->
                        new Due(
                                row.number("position"),
                                row.text("message_id"),
                                Topic.valueOf(row.text("type")),
                                row.text("lane"),
                                row.integer("attempts"),
                                row.text("body").getBytes(StandardCharsets.UTF_8)),
                webhookId,
                now,
                onlyTests,
                most);
    }

    /// @return false when it was settled by somebody else, or is gone
    boolean taken(Tx tx, Due it, int status, Instant now) {
        return 1
                == tx.update(
                        """
                        UPDATE webhook_message
                           SET status = 'DELIVERED', attempts = attempts + 1, next_try_at = NULL,
                               last_status = ?, last_error = NULL, delivered_at = ?
                         WHERE position = ? AND status = 'WAITING' AND attempts = ?
                        """,
                        status,
                        now,
                        it.position,
                        it.attempts);
    }

    /// @param next when it is tried again; null: it is given up
    /// @return false when it was settled by somebody else, or is gone
    boolean notTaken(Tx tx, Due it, @Nullable Integer status, String why, @Nullable Instant next) {
        return 1
                == tx.update(
                        """
                        UPDATE webhook_message
                           SET status = CASE WHEN ?::timestamptz IS NULL THEN 'FAILED'
                                             ELSE 'WAITING' END,
                               attempts = attempts + 1, next_try_at = ?::timestamptz,
                               last_status = ?::int, last_error = ?
                         WHERE position = ? AND status = 'WAITING' AND attempts = ?
                        """,
                        next,
                        next,
                        status,
                        why,
                        it.position,
                        it.attempts);
    }

    /// What comes behind it waits with it.
    void hold(Tx tx, long webhookId, String lane, Instant until) {
        tx.update(
                """
                UPDATE webhook_message SET next_try_at = ?
                 WHERE webhook_id = ? AND lane = ? AND status = 'WAITING' AND next_try_at < ?
                """,
                until,
                webhookId,
                lane,
                until);
    }

    /// Its receiver is back: everything goes out now.
    void hurry(Tx tx, long webhookId, Instant now) {
        tx.update(
                """
                UPDATE webhook_message SET next_try_at = ?
                 WHERE webhook_id = ? AND status = 'WAITING' AND next_try_at > ?
                """,
                now,
                webhookId,
                now);
    }

    /// Nothing waits for a webhook that was switched off: it would come as a surprise when it is
    /// switched on again.
    void giveUp(Tx tx, long webhookId) {
        tx.update(
                """
                UPDATE webhook_message
                   SET status = 'FAILED', next_try_at = NULL,
                       last_error = coalesce(last_error, 'The webhook was switched off.')
                 WHERE webhook_id = ? AND status = 'WAITING'
                """,
                webhookId);
    }

    /// @param before the entry before the page
    List<Listed> page(Tx tx, long webhookId, long before, int most) {
        return tx.list(
                """
                SELECT * FROM webhook_message WHERE webhook_id = ? AND position < ?
                 ORDER BY position DESC LIMIT ?
                """,
                WebhookMessages::read,
                webhookId,
                before,
                most);
    }

    /// @return null when there is no such message; otherwise whether it can be sent again
    @Nullable Boolean replay(Tx tx, long webhookId, String messageId, Instant now) {
        return tx.find(
                        """
                        UPDATE webhook_message
                           SET status = CASE WHEN body IS NULL THEN status ELSE 'WAITING' END,
                               attempts = CASE WHEN body IS NULL THEN attempts ELSE 0 END,
                               next_try_at = CASE WHEN body IS NOT NULL THEN ? END
                         WHERE webhook_id = ? AND message_id = ?
                        RETURNING body IS NOT NULL AS can
                        """,
                        row -> row.flag("can"),
                        now,
                        webhookId,
                        messageId)
                .orElse(null);
    }

    /// @return how many are sent again
    int replaySince(Tx tx, long webhookId, Instant since, Instant now) {
        return tx.update(
                """
                UPDATE webhook_message SET status = 'WAITING', attempts = 0, next_try_at = ?
                 WHERE webhook_id = ? AND created_at >= ? AND body IS NOT NULL
                   AND type <> 'WEBHOOK_TEST'
                """,
                now,
                webhookId,
                since);
    }

    void prune(Tx tx, Instant before) {
        tx.update(
                """
                DELETE FROM webhook_message WHERE position IN (
                       SELECT position FROM webhook_message WHERE created_at < ?
                        ORDER BY created_at LIMIT ?)
                """,
                before,
                PRUNED_AT_ONCE);
    }

    private static Listed read(Row row) {
        return new Listed(
                row.number("position"),
                new WebhookDelivery(
                        row.text("message_id"),
                        Topic.valueOf(row.text("type")),
                        row.findNumber("order_id"),
                        MessageStatus.valueOf(row.text("status")),
                        row.integer("attempts"),
                        row.findNumber("last_status") == null ? null : row.integer("last_status"),
                        row.findText("last_error"),
                        row.instant("created_at"),
                        row.findInstant("delivered_at"),
                        row.findInstant("next_try_at")));
    }
}
