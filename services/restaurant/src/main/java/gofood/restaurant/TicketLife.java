package gofood.restaurant;

import static gofood.contracts.RestaurantApi.TicketStatus.CANCELLED;
import static gofood.contracts.RestaurantApi.TicketStatus.COLLECTED;
import static gofood.contracts.RestaurantApi.TicketStatus.COMPLETE;
import static gofood.contracts.RestaurantApi.TicketStatus.PREPARING;
import static gofood.contracts.RestaurantApi.TicketStatus.RECEIVED;
import static gofood.contracts.RestaurantApi.TicketStatus.REJECTED;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.platform.wire.Refused;
import java.util.List;
import java.util.Locale;

/// The life of a ticket. The kitchen moves it forward; the order, whose ticket it is, has the last
/// word.
final class TicketLife {
    private TicketLife() {}

    /// Where the kitchen may move a ticket.
    static List<TicketStatus> allowed(TicketStatus now) {
        return switch (now) {
            case NEW -> List.of(RECEIVED, REJECTED);
            case RECEIVED -> List.of(PREPARING, COMPLETE);
            case PREPARING -> List.of(COMPLETE);
            case COMPLETE, COLLECTED, REJECTED, CANCELLED -> List.of();
        };
    }

    /// @throws Refused 409 when the kitchen may not move it there
    static void check(TicketStatus now, TicketStatus wanted) {
        if (allowed(now).contains(wanted)) return;
        throw Refused.conflict(
                        "wrong_state",
                        "The ticket is %s; from there it cannot become %s."
                                .formatted(word(now), word(wanted)))
                .with("state", now)
                .with("allowed", allowed(now));
    }

    /// Where a ticket is after the order has spoken. What the kitchen has said itself, and what is
    /// none of its business, changes nothing.
    static TicketStatus told(TicketStatus now, OrderEvent event) {
        return switch (event) {
            case OrderEvent.Placed _,
                    OrderEvent.Declined _,
                    OrderEvent.Paid _,
                    OrderEvent.Received _,
                    OrderEvent.Preparing _,
                    OrderEvent.Delivered _,
                    OrderEvent.Overdue _ ->
                    now;
            // the order has a callback of its own for it, past the ticket
            case OrderEvent.Complete _ -> now.compareTo(COMPLETE) < 0 ? COMPLETE : now;
            case OrderEvent.PickedUp _ -> COLLECTED;
            case OrderEvent.Rejected _ -> now == REJECTED ? REJECTED : CANCELLED;
            case OrderEvent.Cancelled _ -> CANCELLED;
        };
    }

    /// How a status is called on the wire: `New`.
    static String word(TicketStatus status) {
        return status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
