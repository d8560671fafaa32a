package gofood.order.substitution;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Substitution;
import gofood.contracts.OrderApi.SubstitutionStatus;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where proposals are stored. Their order is locked by whoever changes one.
public final class Proposals {
    /// @return its number
    long insert(
            Tx tx,
            long orderId,
            Line missing,
            int quantity,
            @Nullable Line instead,
            @Nullable String note,
            Instant answerBy) {
        return tx.one(
                """
                INSERT INTO substitution (order_id, line, item_name, quantity, instead, note,
                                          total_if_accepted, total_if_dropped, status, answer_by)
                VALUES (?, ?, ?, ?, ?::jsonb, ?, 0, 0, 'PROPOSED', ?)
                RETURNING id
                """,
                row -> row.number("id"),
                orderId,
                missing.line(),
                missing.name(),
                quantity,
                instead == null ? null : Tx.json(instead),
                note,
                answerBy);
    }

    /// All that were made for an order, in their order.
    public List<Substitution> of(Tx tx, long orderId) {
        return tx.list(
                "SELECT * FROM substitution WHERE order_id = ? ORDER BY id",
                Proposals::substitution,
                orderId);
    }

    /// The same for several orders, of those that have any.
    public Map<Long, List<Substitution>> of(Tx tx, Collection<Long> orderIds) {
        if (orderIds.isEmpty()) return Map.of();
        var all = new HashMap<Long, List<Substitution>>();
        tx.list(
                "SELECT * FROM substitution WHERE order_id = ANY (?) ORDER BY id",
                row ->
                        all.computeIfAbsent(row.number("order_id"), _ -> new ArrayList<>())
                                .add(substitution(row)),
                (Object) orderIds.toArray(Long[]::new));
        return all;
    }

    /// Those that the customer has not answered yet.
    List<Substitution> open(Tx tx, long orderId) {
        return of(tx, orderId).stream()
                .filter(it -> it.status() == SubstitutionStatus.PROPOSED)
                .toList();
    }

    /// Whether the customer is asked something now.
    public boolean isOpen(Tx tx, long orderId) {
        return !open(tx, orderId).isEmpty();
    }

    Optional<Substitution> find(Tx tx, long id) {
        return tx.find("SELECT * FROM substitution WHERE id = ?", Proposals::substitution, id);
    }

    Optional<Long> orderOf(Tx tx, long id) {
        return tx.find(
                "SELECT order_id FROM substitution WHERE id = ?",
                row -> row.number("order_id"),
                id);
    }

    void totals(Tx tx, long id, Money ifAccepted, Money ifDropped) {
        tx.update(
                """
                UPDATE substitution SET total_if_accepted = ?, total_if_dropped = ? WHERE id = ?
                """,
                ifAccepted.mills(),
                ifDropped.mills(),
                id);
    }

    void answer(Tx tx, long id, SubstitutionStatus status) {
        tx.update("UPDATE substitution SET status = ? WHERE id = ?", status, id);
    }

    /// Nobody waits for an answer any more.
    public void close(Tx tx, long orderId) {
        tx.gather(
                """
                UPDATE substitution SET status = 'VOID'
                 WHERE order_id = ANY (?::bigint[]) AND status = 'PROPOSED'
                """,
                orderId);
    }

    private static Substitution substitution(Row row) {
        return new Substitution(
                row.number("id"),
                row.integer("line"),
                row.text("item_name"),
                row.integer("quantity"),
                row.findJson("instead", Line.class),
                row.findText("note"),
                new Money(row.number("total_if_accepted")),
                new Money(row.number("total_if_dropped")),
                SubstitutionStatus.valueOf(row.text("status")),
                row.instant("answer_by"));
    }
}
