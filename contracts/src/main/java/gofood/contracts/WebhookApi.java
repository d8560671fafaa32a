package gofood.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The restaurant service's webhooks: what a restaurant's own systems, such as its till, are told
/// of what happens in its kitchen. See docs/webhooks.md.
public final class WebhookApi {
    private WebhookApi() {}

    /// What happened.
    public enum Topic {
        /// ordered for later: to be seen, not to be cooked yet
        @JsonProperty("ticket.scheduled")
        TICKET_SCHEDULED,
        /// paid, and to be answered
        @JsonProperty("ticket.received")
        TICKET_RECEIVED,
        @JsonProperty("ticket.confirmed")
        TICKET_CONFIRMED,
        @JsonProperty("ticket.preparing")
        TICKET_PREPARING,
        /// it takes longer than was said
        @JsonProperty("ticket.delayed")
        TICKET_DELAYED,
        /// a dish was swapped or left out
        @JsonProperty("ticket.changed")
        TICKET_CHANGED,
        @JsonProperty("ticket.ready")
        TICKET_READY,
        @JsonProperty("ticket.collected")
        TICKET_COLLECTED,
        @JsonProperty("ticket.rejected")
        TICKET_REJECTED,
        @JsonProperty("ticket.cancelled")
        TICKET_CANCELLED,
        /// who comes for it is known, or is not any more
        @JsonProperty("ticket.courier")
        TICKET_COURIER,
        @JsonProperty("restaurant.paused")
        RESTAURANT_PAUSED,
        /// before its pause would have ended by itself
        @JsonProperty("restaurant.resumed")
        RESTAURANT_RESUMED,
        /// asked for by hand, and sent to whoever asks, wanted or not
        @JsonProperty("webhook.test")
        WEBHOOK_TEST
    }

    /// The body of every message. A ticket's `data` is the [RestaurantApi.Ticket], a restaurant's
    /// the [RestaurantPace]; a test has none.
    ///
    /// @param timestamp when it happened
    public record WebhookMessage(Topic type, Instant timestamp, Object data) {}

    public record RestaurantPace(long restaurantId, @Nullable Instant pausedUntil) {}

    /// `POST /restaurants/{restaurant_id}/webhooks`.
    ///
    /// @param events what it is told; everything unless told
    /// @param enabled true unless told
    public record NewWebhook(String url, @Nullable List<Topic> events, @Nullable Boolean enabled) {
        public NewWebhook {
            InvalidField.text("url", url, 1, 500);
            InvalidField.size("events", events, 1, 20);
        }
    }

    /// `PUT /restaurants/{restaurant_id}/webhooks/{webhook_id}`. Leaves alone what it doesn't
    /// mention.
    public record WebhookChange(
            @Nullable String url, @Nullable List<Topic> events, @Nullable Boolean enabled) {
        public WebhookChange {
            InvalidField.text("url", url, 1, 500);
            InvalidField.size("events", events, 1, 20);
        }
    }

    /// How a webhook is.
    public enum WebhookStatus {
        @JsonProperty("active")
        ACTIVE,
        /// the last message wasn't taken; it is tried again
        @JsonProperty("failing")
        FAILING,
        @JsonProperty("disabled")
        DISABLED
    }

    /// Why nothing is sent.
    public enum WebhookOff {
        /// the restaurant said so
        @JsonProperty("by_owner")
        BY_OWNER,
        /// its receiver answered 410
        @JsonProperty("gone")
        GONE,
        /// its receiver took nothing for days
        @JsonProperty("failing")
        FAILING
    }

    /// @param failingSince since when nothing was taken
    /// @param oldSecretUntil until when the secret before this one signs, too
    public record Webhook(
            long webhookId,
            long restaurantId,
            String url,
            List<Topic> events,
            boolean enabled,
            WebhookStatus status,
            @Nullable WebhookOff disabledBecause,
            @Nullable Instant failingSince,
            @Nullable Instant oldSecretUntil,
            Instant createdAt) {}

    public record WebhookList(List<Webhook> webhooks) {}

    /// The reply to making a webhook or a new secret for it, and the only time that the secret is
    /// shown.
    public record WebhookSecret(Webhook webhook, String secret) {}

    public enum MessageStatus {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("delivered")
        DELIVERED,
        /// given up, and sent again only when it is replayed
        @JsonProperty("failed")
        FAILED
    }

    /// A message and how it fared.
    ///
    /// @param orderId whose ticket it is about
    /// @param attempts how often it was sent since it was made or replayed
    /// @param lastStatus what the receiver last answered
    public record WebhookDelivery(
            String messageId,
            Topic type,
            @Nullable Long orderId,
            MessageStatus status,
            int attempts,
            @Nullable Integer lastStatus,
            @Nullable String lastError,
            Instant createdAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant nextTryAt) {}

    /// `GET …/webhooks/{webhook_id}/deliveries`: newest first.
    public record WebhookDeliveryList(
            List<WebhookDelivery> deliveries, @Nullable String nextCursor) {}

    /// `POST …/deliveries/replay`: all messages since then, delivered or not.
    public record ReplaySince(Instant since) {}

    /// How many messages are sent again.
    public record Replayed(int messages) {}
}
