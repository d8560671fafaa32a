package gofood.notification;

import gofood.platform.db.Tx;
import java.util.Optional;

/// Storage of the e-mails that are still to be sent.
final class Mails {
    /// @param tries how often it was tried, with this time
    record Letter(long notificationId, long person, long orderId, String text, int tries) {}

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
                RETURNING n.id, m.person, n.order_id, n.text, m.tries
                """,
                row ->
                        new Letter(
                                row.number("id"),
                                row.number("person"),
                                row.number("order_id"),
                                row.text("text"),
                                row.integer("tries")),
                notificationId);
    }

    void done(Tx tx, long notificationId) {
        tx.update("DELETE FROM mail WHERE notification_id = ?", notificationId);
    }
}
