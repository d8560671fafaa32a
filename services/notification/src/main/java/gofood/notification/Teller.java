package gofood.notification;

import gofood.platform.db.Tx;
import gofood.platform.http.Signals;
import java.time.Clock;
import java.util.List;

/// Tells people things: into their inbox, to the streams that are open, and some by mail.
final class Teller {
    private final Notifications notifications;
    private final Postman postman;
    private final Signals signals;
    private final Clock clock;
    private final Sent sent;

    Teller(Notifications notifications, Postman postman, Signals signals, Clock clock, Sent sent) {
        this.notifications = notifications;
        this.postman = postman;
        this.signals = signals;
        this.clock = clock;
        this.sent = sent;
    }

    /// The caller holds [Notifications#inOrder].
    void tell(Tx tx, List<Message> all) {
        for (var message : all) {
            var id = notifications.add(tx, message, clock.instant());
            sent.intoInbox(tx);
            if (message.mailed()) postman.take(tx, id, message);
            tx.afterCommit(() -> signals.wake(message.audience()));
        }
    }
}
