package gofood.restaurant.kitchen;

import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketLine;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The stored tickets. What is changed of one is written with the commit; who changes it again, or
/// reads it, in the same transaction calls [Tx#flush] before.
public final class Tickets {
    static final long FIRST = -1;

    /// What came before another; the number of that one says when it came.
    private static final String BEFORE =
            """
             AND (created_at, order_id)
                 < (SELECT created_at, order_id FROM ticket WHERE order_id = ?)
            """;

    /// A move of a ticket.
    ///
    /// @param by who moves it: "staff 12", "order"
    record Move(TicketStatus to, Instant at, String by, @Nullable String why) {}

    /// Which tickets a list has.
    ///
    /// @param statuses any when empty
    /// @param since they came then or later
    /// @param newestFirst by when they came; otherwise by the order's number, oldest first
    record Listing(
            long restaurantId,
            Collection<TicketStatus> statuses,
            @Nullable Instant since,
            boolean newestFirst) {}

    /// What was for later is to be cooked now; for the kitchen it has come now.
    void begin(Tx tx, OrderEvent.Paid it, Instant now) {
        tx.gather(
                """
                UPDATE ticket t
                   SET preparation_minutes = s.minutes, created_at = s.at, kitchen_at = NULL,
                       answer_by = s.answer_by
                  FROM unnest(?::int[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
                       AS s (minutes, at, answer_by, id)
                 WHERE t.order_id = s.id
                """,
                it.preparationMinutes(),
                now,
                it.answerBy(),
                it.orderId());
    }

    /// Something was swapped or left out.
    void lines(Tx tx, long orderId, List<Line> lines) {
        tx.gather(
                """
                UPDATE ticket t SET lines = s.lines
                  FROM unnest(?::jsonb[], ?::bigint[]) AS s (lines, id)
                 WHERE t.order_id = s.id
                """,
                json(lines),
                orderId);
    }

    static String json(List<Line> lines) {
        return Tx.json(lines.stream().map(Tickets::line).toList());
    }

    private static TicketLine line(Line it) {
        return new TicketLine(
                it.line(), it.quantity(), it.itemId(), it.name(), it.options(), it.note());
    }

    Optional<Ticket> lock(Tx tx, long orderId) {
        return tx.find(
                "SELECT * FROM ticket WHERE order_id = ? FOR UPDATE", Tickets::read, orderId);
    }

    /// The same for many, always in the same order, so that two who do this don't wait for each
    /// other.
    Map<Long, Ticket> lock(Tx tx, Collection<Long> orders) {
        if (orders.isEmpty()) return Map.of();
        return tx
                .list(
                        """
                        SELECT * FROM ticket WHERE order_id = ANY (?) ORDER BY order_id FOR UPDATE
                        """,
                        Tickets::read,
                        (Object) orders.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Ticket::orderId, Function.identity()));
    }

    /// How long the kitchen takes when it doesn't say.
    int preparationMinutes(Tx tx, long orderId) {
        return tx.one(
                """
                SELECT coalesce(restaurant.preparation_minutes + restaurant.extra_minutes,
                                ticket.preparation_minutes) AS usual
                  FROM ticket LEFT JOIN restaurant USING (restaurant_id)
                 WHERE order_id = ?
                """,
                row -> row.integer("usual"),
                orderId);
    }

    /// @param readyAt stays as it was when null; what is ready is ready when it was said
    void move(Tx tx, long orderId, Move move, @Nullable Instant readyAt) {
        tx.gather(
                """
                UPDATE ticket t
                   SET status = s.status, reason = s.reason,
                       ready_at = coalesce(s.ready_at, t.ready_at)
                  FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::bigint[])
                       AS s (status, reason, ready_at, id)
                 WHERE t.order_id = s.id
                """,
                move.to,
                move.why,
                move.to == TicketStatus.COMPLETE ? move.at : readyAt,
                orderId);
        step(tx, orderId, move);
    }

    /// By how much the kitchen has put it off already.
    int delayedMinutes(Tx tx, long orderId) {
        return tx.one(
                "SELECT delayed_minutes FROM ticket WHERE order_id = ?",
                row -> row.integer("delayed_minutes"),
                orderId);
    }

    /// The kitchen puts it off; its status stays.
    void delay(Tx tx, long orderId, int minutes, Instant readyAt, Move move) {
        tx.update(
                """
                UPDATE ticket SET delayed_minutes = delayed_minutes + ?, ready_at = ?
                 WHERE order_id = ?
                """,
                minutes,
                readyAt,
                orderId);
        step(tx, orderId, move);
    }

    private static void step(Tx tx, long orderId, Move move) {
        tx.gather(
                """
                INSERT INTO ticket_step (order_id, step, status, at, by, why)
                SELECT id, (SELECT count(*) FROM ticket_step WHERE order_id = id) + 1,
                       status, at, by, why
                  FROM unnest(?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
                       AS s (id, status, at, by, why)
                """,
                orderId,
                move.to,
                move.at,
                move.by,
                move.why);
    }

    /// Who comes for it; null when nobody does any more.
    void courier(Tx tx, long orderId, @Nullable Long courierId, @Nullable String name) {
        tx.gather(
                """
                UPDATE ticket t SET courier_id = s.courier, courier_name = s.name
                  FROM unnest(?::bigint[], ?::text[], ?::bigint[]) AS s (courier, name, id)
                 WHERE t.order_id = s.id
                """,
                courierId,
                name,
                orderId);
    }

    /// @param after the order id before the page; [#FIRST] for the first one
    List<Ticket> page(Tx tx, Listing listing, long after, int most) {
        var where = new StringBuilder("restaurant_id = ?");
        var arguments = new ArrayList<Object>(List.of(listing.restaurantId));
        if (!listing.statuses.isEmpty()) {
            where.append(in(listing.statuses));
            arguments.add(listing.statuses.stream().map(Enum::name).toArray(String[]::new));
        }
        if (listing.since != null) {
            where.append(" AND created_at >= ?");
            arguments.add(listing.since);
        }
        if (after != FIRST) {
            where.append(listing.newestFirst ? BEFORE : " AND order_id > ?");
            arguments.add(after);
        }
        arguments.add(most);
        var order = listing.newestFirst ? "created_at DESC, order_id DESC" : "order_id";
        return tx.list(
                "SELECT * FROM ticket WHERE " + where + " ORDER BY " + order + " LIMIT ?",
                Tickets::read,
                arguments.toArray());
    }

    /// An index knows how a ticket has ended, and which have not.
    private static String in(Collection<TicketStatus> statuses) {
        if (statuses.stream().allMatch(TicketLife::isOnBoard))
            return " AND ended IS NULL AND status = ANY (?)";
        if (statuses.stream().noneMatch(TicketLife::isOnBoard)) return " AND ended = ANY (?)";
        return " AND status = ANY (?)";
    }

    /// What stands on the board, and what has become of these orders, which stood there. When there
    /// is more than a board holds, what is for later has to wait.
    List<Ticket> board(Tx tx, long restaurantId, Collection<Long> orders, int most) {
        return tx.list(
                """
                (SELECT * FROM ticket
                  WHERE restaurant_id = ? AND ended IS NULL
                  ORDER BY status = 'SCHEDULED', kitchen_at, order_id LIMIT ?)
                UNION
                SELECT * FROM ticket WHERE restaurant_id = ? AND order_id = ANY (?)
                ORDER BY order_id
                """,
                Tickets::read,
                restaurantId,
                most,
                restaurantId,
                orders.toArray(Long[]::new));
    }

    private static Ticket read(Row row) {
        var status = TicketStatus.valueOf(row.text("status"));
        return new Ticket(
                row.number("order_id"),
                row.number("restaurant_id"),
                status,
                List.of(row.json("lines", TicketLine[].class)),
                row.findText("note"),
                row.instant("created_at"),
                slot(row),
                row.findInstant("kitchen_at"),
                status == TicketStatus.NEW ? row.findInstant("answer_by") : null,
                row.findInstant("ready_at"),
                row.findText("reason"),
                row.findText("courier_name"));
    }

    private static @Nullable Slot slot(Row row) {
        var from = row.findInstant("slot_from");
        var to = row.findInstant("slot_to");
        return from == null || to == null ? null : new Slot(from, to);
    }
}
