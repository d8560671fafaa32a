package gofood.restaurant;

import gofood.contracts.OrderApi.OrderEvent;
import gofood.contracts.RestaurantApi.Ticket;
import gofood.contracts.RestaurantApi.TicketLine;
import gofood.contracts.RestaurantApi.TicketStatus;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stored tickets.
final class Tickets {
    /// A move of a ticket.
    ///
    /// @param by who moves it: "staff 12", "order"
    record Move(TicketStatus to, Instant at, String by, @Nullable String why) {}

    /// Does nothing when the order has a ticket already.
    void add(Tx tx, OrderEvent.Paid paid, Instant now) {
        var lines =
                paid.items().stream()
                        .map(line ->
                                new TicketLine(
                                        line.quantity(), line.name(), line.options(), line.note()))
                        .toList();
        var added =
                tx.update(
                        """
                        INSERT INTO ticket (order_id, restaurant_id, status, lines, note,
                                            preparation_minutes, created_at)
                        VALUES (?, ?, 'NEW', ?::jsonb, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        paid.orderId(),
                        paid.restaurantId(),
                        Tx.json(lines),
                        paid.note(),
                        paid.preparationMinutes(),
                        now);
        if (added == 1) step(tx, paid.orderId(), new Move(TicketStatus.NEW, now, "order", null));
    }

    Optional<Ticket> lock(Tx tx, long orderId) {
        return tx.find(
                "SELECT * FROM ticket WHERE order_id = ? FOR UPDATE", Tickets::read, orderId);
    }

    /// How long the kitchen takes when it doesn't say.
    int preparationMinutes(Tx tx, long orderId) {
        return tx.one(
                """
                SELECT coalesce(restaurant.preparation_minutes, ticket.preparation_minutes) AS usual
                  FROM ticket LEFT JOIN restaurant USING (restaurant_id)
                 WHERE order_id = ?
                """,
                row -> row.integer("usual"),
                orderId);
    }

    void move(Tx tx, long orderId, Move move, @Nullable Instant readyAt) {
        tx.update(
                """
                UPDATE ticket
                   SET status = ?, reason = coalesce(?, reason), ready_at = coalesce(?, ready_at)
                 WHERE order_id = ?
                """,
                move.to,
                move.why,
                readyAt,
                orderId);
        step(tx, orderId, move);
    }

    private static void step(Tx tx, long orderId, Move move) {
        tx.update(
                """
                INSERT INTO ticket_step (order_id, step, status, at, by, why)
                SELECT ?, count(*) + 1, ?, ?, ?, ? FROM ticket_step WHERE order_id = ?
                """,
                orderId,
                move.to,
                move.at,
                move.by,
                move.why,
                orderId);
    }

    /// Who comes for it; null when nobody does any more.
    void courier(Tx tx, long orderId, @Nullable String name) {
        tx.update("UPDATE ticket SET courier_name = ? WHERE order_id = ?", name, orderId);
    }

    /// Oldest first.
    ///
    /// @param wanted any when empty
    /// @param after the order id before the page
    List<Ticket> page(
            Tx tx, long restaurantId, Collection<TicketStatus> wanted, long after, int most) {
        var where = new StringBuilder("restaurant_id = ? AND order_id > ?");
        var arguments = new ArrayList<Object>(List.of(restaurantId, after));
        if (!wanted.isEmpty()) {
            where.append(" AND status = ANY (?)");
            arguments.add(wanted.stream().map(Enum::name).toArray(String[]::new));
        }
        arguments.add(most);
        return tx.list(
                "SELECT * FROM ticket WHERE " + where + " ORDER BY order_id LIMIT ?",
                Tickets::read,
                arguments.toArray());
    }

    /// What stands on the board, and what has become of these orders, which stood there.
    List<Ticket> board(Tx tx, long restaurantId, Collection<Long> orders, int most) {
        return tx.list(
                """
                (SELECT * FROM ticket
                  WHERE restaurant_id = ?
                    AND status IN ('NEW', 'RECEIVED', 'PREPARING', 'COMPLETE')
                  ORDER BY order_id LIMIT ?)
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
        return new Ticket(
                row.number("order_id"),
                row.number("restaurant_id"),
                TicketStatus.valueOf(row.text("status")),
                List.of(row.json("lines", TicketLine[].class)),
                row.findText("note"),
                row.instant("created_at"),
                row.findInstant("ready_at"),
                row.findText("reason"),
                row.findText("courier_name"));
    }
}
