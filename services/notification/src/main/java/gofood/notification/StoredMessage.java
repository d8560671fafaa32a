package gofood.notification;

import gofood.contracts.NotificationApi.Notification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message in somebody's inbox, as it was stored.
///
/// @param read whether the one who asks has read it
record StoredMessage(
        long id, String kind, Text text, @Nullable Long orderId, Instant at, boolean read) {

    Notification view(Language language) {
        return new Notification(id, kind, text.in(language), orderId, at, read);
    }
}
