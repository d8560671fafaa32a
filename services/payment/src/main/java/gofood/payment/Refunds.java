package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.payment.Refund.Burden;
import gofood.payment.Refund.Status;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The refunds as they are stored. Whoever changes one holds its payment's lock. A payment says of
/// itself whether it may have any.
final class Refunds {
    /// @return nothing when its problem has been answered already
    Optional<Refund> insert(
            Tx tx,
            long paymentId,
            Money amount,
            Money free,
            Refund.Why why,
            RefundTo to,
            Status status,
            Instant now) {
        return tx.find(
                """
                INSERT INTO refund (payment_id, amount, free, items, reason, liable, photo, sent_to,
                                    problem_id, burden, status, created_at)
                VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (problem_id) DO NOTHING
                RETURNING *
                """,
                Refunds::read,
                paymentId,
                amount.mills(),
                free.mills(),
                Tx.json(why.items()),
                why.reason(),
                why.liable(),
                why.photo(),
                to,
                why.problemId(),
                free.equals(amount) ? Burden.NOBODY : Burden.TO_BEAR,
                status,
                now);
    }

    Optional<Refund> find(Tx tx, long id) {
        return tx.find("SELECT * FROM refund WHERE refund_id = ?", Refunds::read, id);
    }

    /// The oldest first. A payment has few.
    List<Refund> of(Tx tx, long paymentId) {
        return tx.list(
                "SELECT * FROM refund WHERE payment_id = ? ORDER BY refund_id",
                Refunds::read,
                paymentId);
    }

    void settle(Tx tx, long id, Status status) {
        tx.update(
                """
                UPDATE refund SET status = ?, tries = 0, silent_since = NULL WHERE refund_id = ?
                """,
                status,
                id);
    }

    void save(Tx tx, long id, Burden burden, Money free) {
        tx.update(
                "UPDATE refund SET burden = ?, free = ? WHERE refund_id = ?",
                burden,
                free.mills(),
                id);
    }

    void save(Tx tx, long id, Money amount, Status status) {
        tx.update(
                "UPDATE refund SET amount = ?, status = ? WHERE refund_id = ?",
                amount.mills(),
                status,
                id);
    }

    void save(Tx tx, long id, Silence silence) {
        tx.update(
                "UPDATE refund SET tries = ?, silent_since = ?, stuck = ? WHERE refund_id = ?",
                silence.tries(),
                silence.since(),
                silence.told(),
                id);
    }

    private static Refund read(Row row) {
        return new Refund(
                row.number("refund_id"),
                row.number("payment_id"),
                new Money(row.number("amount")),
                new Money(row.number("free")),
                new Refund.Why(
                        row.text("reason"),
                        Liable.valueOf(row.text("liable")),
                        List.of(row.json("items", ProblemItem[].class)),
                        row.findText("photo"),
                        row.findNumber("problem_id")),
                RefundTo.valueOf(row.text("sent_to")),
                Burden.valueOf(row.text("burden")),
                Status.valueOf(row.text("status")),
                new Silence(
                        row.integer("tries"), row.findInstant("silent_since"), row.flag("stuck")),
                row.instant("created_at"));
    }
}
