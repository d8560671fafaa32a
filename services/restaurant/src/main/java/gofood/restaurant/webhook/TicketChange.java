package gofood.restaurant.webhook;

import static gofood.contracts.WebhookApi.Topic.TICKET_CANCELLED;
import static gofood.contracts.WebhookApi.Topic.TICKET_CHANGED;
import static gofood.contracts.WebhookApi.Topic.TICKET_COLLECTED;
import static gofood.contracts.WebhookApi.Topic.TICKET_CONFIRMED;
import static gofood.contracts.WebhookApi.Topic.TICKET_COURIER;
import static gofood.contracts.WebhookApi.Topic.TICKET_DELAYED;
import static gofood.contracts.WebhookApi.Topic.TICKET_PREPARING;
import static gofood.contracts.WebhookApi.Topic.TICKET_READY;
import static gofood.contracts.WebhookApi.Topic.TICKET_RECEIVED;
import static gofood.contracts.WebhookApi.Topic.TICKET_REJECTED;
import static gofood.contracts.WebhookApi.Topic.TICKET_SCHEDULED;

import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.contracts.WebhookApi.Topic;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What to call the difference between a ticket and what it has become.
final class TicketChange {
    private TicketChange() {}

    /// @param before null for a ticket that is new
    /// @return nothing when it is the same
    static Optional<Topic> between(@Nullable Ticket before, Ticket after) {
        if (before == null || before.status() != after.status())
            return Optional.of(reached(after.status()));
        if (!before.items().equals(after.items())) return Optional.of(TICKET_CHANGED);
        if (!Objects.equals(before.readyAt(), after.readyAt())) return Optional.of(TICKET_DELAYED);
        if (!Objects.equals(before.courierName(), after.courierName()))
            return Optional.of(TICKET_COURIER);
        return Optional.empty();
    }

    private static Topic reached(TicketStatus status) {
        return switch (status) {
            case SCHEDULED -> TICKET_SCHEDULED;
            case NEW -> TICKET_RECEIVED;
            case RECEIVED -> TICKET_CONFIRMED;
            case PREPARING -> TICKET_PREPARING;
            case COMPLETE -> TICKET_READY;
            case COLLECTED -> TICKET_COLLECTED;
            case REJECTED -> TICKET_REJECTED;
            case CANCELLED -> TICKET_CANCELLED;
        };
    }
}
