package gofood.chaos.law;

import gofood.chaos.crowd.Placement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that is known once everything is quiet: what people were told, what the public API shows
/// them, and what lies in the databases. Amounts are thousandths of the main unit.
///
/// @param at when the databases were read
/// @param deliveredBy who was told that they delivered an order
/// @param seen what the API shows, by the key of the placement
public record Facts(
        Instant at,
        List<Placement> placements,
        Map<Long, List<Long>> deliveredBy,
        Map<String, Seen> seen,
        List<StoredOrder> orders,
        List<StoredPayment> payments,
        List<Charge> charges,
        List<StoredRide> rides,
        List<StoredTicket> tickets,
        Books books,
        Traffic traffic,
        List<Waits> waits) {

    /// @param repeated the answer to the same request, once more
    /// @param order what `GET /orders/{id}` says; null when it said nothing good
    public record Seen(String repeated, @Nullable View order) {}

    public record View(long orderId, String note, long restaurantId, String status) {}

    /// @param note the placement's key
    /// @param total what it costs now
    /// @param given what was given back of that
    /// @param timeline its statuses, by step
    public record StoredOrder(
            long id,
            String note,
            String status,
            long total,
            long given,
            String endedBy,
            String why,
            List<TimelineStep> timeline) {}

    public record TimelineStep(int step, String status) {}

    /// @param charged what the order's end left to be paid; null as long as payment has not heard
    ///   of an end that settles anything
    /// @param card whether the provider of cards holds it
    public record StoredPayment(
            long id,
            long orderId,
            String state,
            String wanted,
            long captured,
            long refunded,
            @Nullable Long charged,
            boolean card,
            boolean stuck) {
        long kept() {
            return captured - refunded;
        }
    }

    /// In the provider's own books.
    public record Charge(
            String reference, long paymentId, String status, long captured, long refunded) {}

    /// @param timeline its statuses
    public record StoredRide(
            long id, long orderId, String status, @Nullable Long courier, List<String> timeline) {}

    public record StoredTicket(long orderId, String status) {}

    /// The ledger.
    ///
    /// @param uneven entries whose lines do not add up to zero
    /// @param sum of all lines
    /// @param strayAccounts whose balance is not the sum of its lines
    /// @param check what `GET /ledger/check` says of itself; empty when nothing is wrong
    public record Books(
            long entries,
            List<Long> uneven,
            BigDecimal sum,
            List<String> strayAccounts,
            String check) {}

    /// Which events were stored for whom, and which were applied where, each in its order.
    public record Traffic(List<Sent> sent, List<Applied> applied) {}

    /// @param waiting whether it is still in the outbox
    public record Sent(
            String source,
            long position,
            UUID id,
            String subscriber,
            String key,
            String type,
            boolean waiting) {}

    public record Applied(String subscriber, long number, UUID id) {}

    /// Something that waits although everything is quiet.
    ///
    /// @param since when its time was
    public record Waits(String where, String what, Instant since) {}
}
