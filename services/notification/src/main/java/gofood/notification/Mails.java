package gofood.notification;

import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// Storage of the e-mails that are still to be sent.
final class Mails {
    /// @param tries how often it was tried, with this time
    record Letter(long notificationId, long person, long orderId, Text text, int tries) {}

    void add(Tx tx, long notificationId, long person) {
        tx.update(
                "INSERT INTO mail (notification_id, person) VALUES (?, ?)", notificationId, person);
    }

    /// Counts a try. Empty when it has been sent, or was given up.
    Optional<Letter> take(Tx tx, long notificationId) {
        return tx.find(
                """
                UPDATE mail m SET tries = tries + 1
                  FROM notification n WHERE n.id = m.notification_id AND n.id = ?
                RETURNING n.id, m.person, n.order_id, n.text_en, n.text_fr, m.tries
                """,
                row ->
                        new Letter(
                                row.number("id"),
                                row.number("person"),
                                row.number("order_id"),
                                new Text(row.text("text_en"), row.text("text_fr")),
                                row.integer("tries")),
                notificationId);
    }

    /// How many still wait whose message is older than this.
    long waitingSince(Tx tx, Instant before) {
        return tx.one(
                """
                SELECT count(*) AS waiting
                  FROM mail m JOIN notification n ON n.id = m.notification_id WHERE n.at < ?
                """,
                row -> row.number("waiting"),
                before);
    }

    void done(Tx tx, long notificationId) {
        tx.update("DELETE FROM mail WHERE notification_id = ?", notificationId);
    }
}
