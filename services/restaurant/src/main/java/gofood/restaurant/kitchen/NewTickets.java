package gofood.restaurant.kitchen;

import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tickets that orders ask for, stored together.
final class NewTickets {
    private NewTickets() {}

    /// What an order asks the kitchen for.
    ///
    /// @param preparationMinutes what the order was told that it takes
    record Wanted(
            long orderId,
            long customerId,
            long restaurantId,
            TicketStatus status,
            List<Line> lines,
            @Nullable String note,
            @Nullable Integer preparationMinutes,
            @Nullable Slot slot,
            @Nullable Instant kitchenAt,
            @Nullable Instant answerBy) {
        private @Nullable Long preparation() {
            return preparationMinutes == null ? null : preparationMinutes.longValue();
        }

        static Wanted later(OrderEvent.Scheduled it) {
            return new Wanted(
                    it.orderId(),
                    it.customerId(),
                    it.restaurantId(),
                    TicketStatus.SCHEDULED,
                    it.items(),
                    it.note(),
                    null,
                    it.slot(),
                    it.kitchenAt(),
                    null);
        }

        static Wanted now(OrderEvent.Paid it) {
            return new Wanted(
                    it.orderId(),
                    it.customerId(),
                    it.restaurantId(),
                    TicketStatus.NEW,
                    it.items(),
                    it.note(),
                    it.preparationMinutes(),
                    it.slot(),
                    null,
                    it.answerBy());
        }
    }

    /// Adds those whose order has no ticket yet.
    ///
    /// @return their orders, to be changed by the caller
    static Set<Long> add(Tx tx, List<Wanted> wanted, Instant now) {
        if (wanted.isEmpty()) return new HashSet<>();
        return new HashSet<>(
                tx.list(
                        """
                        WITH added AS (
                             INSERT INTO ticket (order_id, customer_id, restaurant_id, status,
                                                 lines, note, preparation_minutes, created_at,
                                                 slot_from, slot_to, kitchen_at, answer_by)
                             SELECT order_id, customer_id, restaurant_id, status, lines, note,
                                    preparation_minutes, ?, slot_from, slot_to, kitchen_at,
                                    answer_by
                               FROM unnest(?, ?, ?, ?, ?::jsonb[], ?, ?, ?::timestamptz[],
                                           ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
                                    AS w (order_id, customer_id, restaurant_id, status, lines,
                                          note, preparation_minutes, slot_from, slot_to,
                                          kitchen_at, answer_by)
                             ON CONFLICT DO NOTHING
                             RETURNING order_id, status, created_at)
                        INSERT INTO ticket_step (order_id, step, status, at, by)
                        SELECT order_id, 1, status, created_at, 'order' FROM added
                        RETURNING order_id
                        """,
                        row -> row.number("order_id"),
                        now,
                        numbers(wanted, Wanted::orderId),
                        numbers(wanted, Wanted::customerId),
                        numbers(wanted, Wanted::restaurantId),
                        texts(wanted, it -> it.status.name()),
                        texts(wanted, it -> Tickets.json(it.lines)),
                        texts(wanted, Wanted::note),
                        numbers(wanted, Wanted::preparation),
                        texts(wanted, it -> it.slot == null ? null : it.slot.from().toString()),
                        texts(wanted, it -> it.slot == null ? null : it.slot.to().toString()),
                        texts(wanted, it -> text(it.kitchenAt)),
                        texts(wanted, it -> text(it.answerBy))));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static Long[] numbers(List<Wanted> of, Function<Wanted, @Nullable Long> number) {
        return of.stream().map(number).toArray(Long[]::new);
    }

    private static String[] texts(List<Wanted> of, Function<Wanted, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}
