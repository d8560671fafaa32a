package gofood.restaurant.webhook;

import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose turn it is to be served: each webhook by one replica at a time, which keeps the order of
/// its messages and the load on its receiver. A replica that dies with a turn loses it when its
/// time is up.
final class Turns {
    /// How many webhooks are begun at a time; the others a moment later.
    private static final int MOST_DUE = 256;

    /// A webhook that this replica may serve.
    ///
    /// @param until when the turn ends
    /// @param failures messages in a row that were not taken
    record Turn(
            long webhookId,
            Instant until,
            String url,
            List<String> secrets,
            int failures,
            @Nullable Instant restsUntil) {}

    /// Webhooks with something to send that nobody serves now.
    List<Long> due(Tx tx, Instant now) {
        return tx.list(
                """
                SELECT webhook_id FROM webhook w
                 WHERE enabled AND (busy_until IS NULL OR busy_until <= ?)
                   AND EXISTS (SELECT FROM webhook_message m
                                WHERE m.webhook_id = w.webhook_id AND m.status = 'WAITING'
                                  AND m.next_try_at <= ?
                                  AND (w.rests_until IS NULL OR w.rests_until <= ?
                                       OR m.type = 'WEBHOOK_TEST'))
                 LIMIT ?
                """,
                row -> row.number("webhook_id"),
                now,
                now,
                now,
                MOST_DUE);
    }

    /// Nothing when another replica has it.
    Optional<Turn> take(Tx tx, long webhookId, Instant now, Instant until) {
        return tx.find(
                """
                UPDATE webhook SET busy_until = ?
                 WHERE webhook_id = ? AND enabled AND (busy_until IS NULL OR busy_until <= ?)
                RETURNING *
                """,
                row -> read(row, now),
                until,
                webhookId,
                now);
    }

    /// The webhook as it is by now; nothing when the turn was lost or nothing more is to be sent.
    Optional<Turn> look(Tx tx, Turn turn, Instant now) {
        return tx.find(
                "SELECT * FROM webhook WHERE webhook_id = ? AND enabled AND busy_until = ?",
                row -> read(row, now),
                turn.webhookId,
                turn.until);
    }

    void give(Tx tx, Turn turn) {
        tx.update(
                "UPDATE webhook SET busy_until = NULL WHERE webhook_id = ? AND busy_until = ?",
                turn.webhookId,
                turn.until);
    }

    private static Turn read(Row row, Instant now) {
        var secrets = new ArrayList<>(List.of(row.text("secret")));
        var old = row.findText("old_secret");
        var oldUntil = row.findInstant("old_secret_until");
        if (old != null && oldUntil != null && now.isBefore(oldUntil)) secrets.add(old);
        return new Turn(
                row.number("webhook_id"),
                row.instant("busy_until"),
                row.text("url"),
                secrets,
                row.integer("failures"),
                row.findInstant("rests_until"));
    }
}
