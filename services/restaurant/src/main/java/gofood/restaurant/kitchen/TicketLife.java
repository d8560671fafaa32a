package gofood.restaurant.kitchen;

import static gofood.contracts.RestaurantApi.TicketStatus.CANCELLED;
import static gofood.contracts.RestaurantApi.TicketStatus.COLLECTED;
import static gofood.contracts.RestaurantApi.TicketStatus.COMPLETE;
import static gofood.contracts.RestaurantApi.TicketStatus.NEW;
import static gofood.contracts.RestaurantApi.TicketStatus.PREPARING;
import static gofood.contracts.RestaurantApi.TicketStatus.RECEIVED;
import static gofood.contracts.RestaurantApi.TicketStatus.REJECTED;
import static gofood.contracts.RestaurantApi.TicketStatus.SCHEDULED;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The life of a ticket. The kitchen moves it forward; the order, whose ticket it is, has the last
/// word.
final class TicketLife {
    private TicketLife() {}

    static boolean isOnBoard(TicketStatus status) {
        return switch (status) {
            case SCHEDULED, NEW, RECEIVED, PREPARING, COMPLETE -> true;
            case COLLECTED, REJECTED, CANCELLED -> false;
        };
    }

    /// Where the kitchen may move a ticket.
    static List<TicketStatus> allowed(TicketStatus now) {
        return switch (now) {
            case SCHEDULED -> List.of(REJECTED);
            case NEW -> List.of(RECEIVED, REJECTED);
            case RECEIVED -> List.of(PREPARING, COMPLETE, REJECTED);
            case PREPARING -> List.of(COMPLETE, REJECTED);
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

    /// @throws Refused 409 unless the kitchen has said when it is ready, and it is not
    static void checkDelay(TicketStatus now) {
        switch (now) {
            case RECEIVED, PREPARING -> {}
            case SCHEDULED, NEW, COMPLETE, COLLECTED, REJECTED, CANCELLED ->
                    throw Refused.conflict(
                                    "wrong_state",
                                    "The ticket is %s; only one that is Received or Preparing can take longer."
                                            .formatted(word(now)))
                            .with("state", now)
                            .with("allowed", List.of(RECEIVED, PREPARING));
        }
    }

    /// When it is ready if it takes so much longer than was said, or than now if that has passed:
    /// what is late already is not promised for the past again.
    static Instant later(@Nullable Instant said, Instant now, Duration longer) {
        return (said == null || said.isBefore(now) ? now : said).plus(longer);
    }

    /// Whether a word of the kitchen is ahead of the order's: that it is time to cook what was
    /// ordered for later may be known to others sooner than here.
    static boolean isAhead(TicketStatus now, TicketStatus wanted) {
        return now == SCHEDULED && allowed(NEW).contains(wanted) && !allowed(now).contains(wanted);
    }

    /// What the order makes of a ticket.
    ///
    /// @param why in a sentence, where somebody said
    record Told(TicketStatus status, @Nullable String why) {
        private Told(TicketStatus status) {
            this(status, null);
        }
    }

    /// Where a ticket is after the order has spoken. What the kitchen has said itself, and what is
    /// none of its business, changes nothing.
    static Told told(TicketStatus now, OrderEvent event) {
        return switch (event) {
            case OrderEvent.Placed _,
                    OrderEvent.Declined _,
                    OrderEvent.Scheduled _,
                    OrderEvent.Received _,
                    OrderEvent.Preparing _,
                    OrderEvent.Delayed _,
                    OrderEvent.SubstitutionProposed _,
                    OrderEvent.Changed _,
                    OrderEvent.Delivered _,
                    OrderEvent.HandedOver _,
                    OrderEvent.Rated _,
                    OrderEvent.RefundGranted _,
                    OrderEvent.ProblemReported _,
                    OrderEvent.ProblemRefused _,
                    OrderEvent.Overdue _ ->
                    new Told(now);
            case OrderEvent.Paid _ -> new Told(now == SCHEDULED ? NEW : now);
            case OrderEvent.Complete _ -> new Told(ready(now));
            case OrderEvent.PickedUp _ -> new Told(COLLECTED);
            case OrderEvent.Rejected it ->
                    new Told(now == REJECTED ? REJECTED : CANCELLED, it.reason());
            case OrderEvent.Cancelled it -> new Told(CANCELLED, it.reason());
        };
    }

    /// The order has a callback of its own for it, past the ticket; a kitchen that says no
    /// meanwhile is too late.
    private static TicketStatus ready(TicketStatus now) {
        return switch (now) {
            case SCHEDULED, NEW, RECEIVED, PREPARING, REJECTED -> COMPLETE;
            case COMPLETE, COLLECTED, CANCELLED -> now;
        };
    }

    /// How a status is called on the wire: `New`.
    static String word(TicketStatus status) {
        return status.name().charAt(0) + status.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
