package gofood.notification;

import gofood.platform.db.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// How many messages went out, by the way they took.
final class Sent {
    private final Counter inbox;
    private final Counter mail;
    private final Counter failed;

    Sent(MeterRegistry meters) {
        inbox = meters.counter("notifications.sent", "channel", "inbox");
        mail = meters.counter("notifications.sent", "channel", "mail");
        failed = meters.counter("notification.mail.failures");
    }

    void intoInbox(Tx tx, int messages) {
        tx.afterCommit(() -> inbox.increment(messages));
    }

    void byMail() {
        mail.increment();
    }

    /// A try; there may be others.
    void mailFailed() {
        failed.increment();
    }
}
