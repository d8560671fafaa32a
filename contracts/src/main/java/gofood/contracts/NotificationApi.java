package gofood.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The notification service: everybody's inbox.
public final class NotificationApi {
    private NotificationApi() {}

    /// One message in somebody's inbox.
    ///
    /// @param kind what happened, for a program: `order.received`, `delivery.offered`
    /// @param text what happened, for a person
    public record Notification(
            long notificationId,
            String kind,
            String text,
            @Nullable Long orderId,
            Instant at,
            boolean read) {}

    /// `GET /notifications`, newest first.
    public record NotificationList(
            List<Notification> notifications, long unread, @Nullable String nextCursor) {}

    /// The reply to marking one or all as read.
    public record Unread(long unread) {}
}
