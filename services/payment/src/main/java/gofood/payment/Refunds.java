package gofood.payment;

import gofood.contracts.Money;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.util.Arrays;
import java.util.Optional;

/// The refunds as they are stored. Whoever changes one holds its payment's lock.
final class Refunds {
    long insert(Tx tx, long paymentId, Money amount, String reason) {
        return tx.one(
                """
                INSERT INTO refund (payment_id, amount, reason, status)
                VALUES (?, ?, ?, 'WANTED')
                RETURNING refund_id
                """,
                row -> row.number("refund_id"),
                paymentId,
                amount.minor(),
                reason);
    }

    Optional<Refund> find(Tx tx, long id) {
        return tx.find("SELECT * FROM refund WHERE refund_id = ?", Refunds::read, id);
    }

    /// What is confirmed or on its way.
    Money claimed(Tx tx, long paymentId) {
        return sum(tx, paymentId, Refund.Status.WANTED, Refund.Status.CONFIRMED);
    }

    Money confirmed(Tx tx, long paymentId) {
        return sum(tx, paymentId, Refund.Status.CONFIRMED);
    }

    private static Money sum(Tx tx, long paymentId, Refund.Status... which) {
        return tx.one(
                """
                SELECT coalesce(sum(amount), 0) AS total
                  FROM refund WHERE payment_id = ? AND status = ANY (?)
                """,
                row -> new Money(row.number("total")),
                paymentId,
                Arrays.stream(which).map(Enum::name).toArray(String[]::new));
    }

    void settle(Tx tx, long id, Refund.Status status) {
        tx.update(
                """
                UPDATE refund SET status = ?, tries = 0, silent_since = NULL WHERE refund_id = ?
                """,
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
                row.text("reason"),
                Refund.Status.valueOf(row.text("status")),
                new Silence(
                        row.integer("tries"), row.findInstant("silent_since"), row.flag("stuck")));
    }
}
