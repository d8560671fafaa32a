package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import gofood.contracts.GatewayApi.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The notification service: everybody's inbox.
public final class NotificationApi {
    private NotificationApi() {}

    /// One message in somebody's inbox.
    ///
    /// @param kind what happened, for a program: `order.received`, `delivery.offered`
    /// @param text what happened, for a person, in the language that was asked for
    public record Notification(
            long notificationId,
            String kind,
            String text,
            @Nullable Long orderId,
            Instant at,
            boolean read) {}

    /// `GET /notifications`, newest first. In the language of `Accept-Language`, or of `lang`,
    /// which is for those who can't set headers: `en` unless `fr` is preferred.
    public record NotificationList(
            List<Notification> notifications, long unread, @Nullable String nextCursor) {}

    /// The reply to marking one or all as read.
    public record Unread(long unread) {}

    public enum AlertPhase {
        @JsonProperty("raised")
        RAISED,
        @JsonProperty("cleared")
        CLEARED
    }

    /// `POST /alerts` by one of our services: all operators are told, once for each alert and
    /// phase, however often it is sent.
    ///
    /// @param alertId never used again for another alert, also after a restart
    /// @param rule which of the monitor's rules speaks, see [GatewayApi.Alert]
    /// @param service whom it is about
    /// @param text in a sentence
    /// @param textFr the same in French; the English one serves where there is none
    public record AlertNews(
            long alertId,
            AlertPhase phase,
            String rule,
            Severity severity,
            String service,
            String text,
            @Nullable String textFr) {
        public AlertNews {
            InvalidField.id("alert_id", alertId);
            InvalidField.text("rule", rule, 1, 60);
            InvalidField.text("service", service, 1, 40);
            InvalidField.text("text", text, 1, 500);
            InvalidField.text("text_fr", textFr, 1, 500);
        }
    }
}
