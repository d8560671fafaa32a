package gofood.notification;

import gofood.platform.db.Tx;
import gofood.platform.http.RequestScope;
import gofood.platform.http.Signals;
import java.time.Clock;
import java.util.ArrayList;
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

    /// Messages on their way, each with the trace that it belongs to.
    static final class Letters {
        private final List<Message> messages = new ArrayList<>();
        private final List<RequestScope> scopes = new ArrayList<>();

        static Letters of(Message message) {
            var letters = new Letters();
            letters.add(List.of(message));
            return letters;
        }

        void add(List<Message> more) {
            for (var message : more) {
                messages.add(message);
                scopes.add(RequestScope.current());
            }
        }

        boolean isEmpty() {
            return messages.isEmpty();
        }
    }

    /// Must come before [#tell].
    void inOrder(Tx tx) {
        notifications.inOrder(tx);
    }

    /// The caller holds [#inOrder].
    void tell(Tx tx, Letters letters) {
        if (letters.isEmpty()) return;
        var messages = letters.messages;
        var ids = notifications.add(tx, messages, clock.instant());
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            var message = messages.get(i);
            if (message.mailed())
                ScopedValue.where(RequestScope.CURRENT, letters.scopes.get(i))
                        .run(() -> postman.take(tx, id, message));
        }
        sent.intoInbox(tx, messages.size());
        messages.stream()
                .map(Message::audience)
                .distinct()
                .forEach(audience -> tx.afterCommit(() -> signals.wake(audience)));
    }
}
