package gofood.order.problem;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.NewProblem;
import gofood.contracts.OrderApi.Problem;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.OrderApi.ProblemKind;
import gofood.contracts.OrderApi.ProblemStatus;
import gofood.order.life.Order;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where problems are stored. Their order is locked by whoever adds or changes one.
public final class StoredProblems {
    /// What is decided about a problem.
    ///
    /// @param counts among what the customer got at once
    /// @param code with a rule's answer
    record Decision(
            ProblemStatus status,
            Money refund,
            @Nullable Liable liable,
            boolean counts,
            String answer,
            @Nullable AnswerCode code) {}

    Problem insert(Tx tx, Order order, NewProblem told, Decision decided, Instant now) {
        return tx.one(
                """
                INSERT INTO problem (order_id, customer_id, kind, items, text, photo, status,
                                     refund, currency, liable, counts, answer, answer_code,
                                     created_at)
                VALUES (?, ?, ?, ?::jsonb, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?)
                RETURNING *
                """,
                StoredProblems::problem,
                order.id(),
                order.purchase().customerId(),
                told.kind(),
                Tx.json(told.items() == null ? List.of() : told.items()),
                told.text(),
                told.photo(),
                decided.status,
                decided.refund.mills(),
                order.purchase().price().currency(),
                decided.liable,
                decided.counts,
                decided.answer,
                decided.code,
                now);
    }

    Problem decide(Tx tx, long id, Decision decided) {
        return tx.one(
                """
                UPDATE problem
                   SET status = ?, refund = ?, liable = ?, counts = ?, answer = ?, answer_code = ?
                 WHERE id = ?
                RETURNING *
                """,
                StoredProblems::problem,
                decided.status,
                decided.refund.mills(),
                decided.liable,
                decided.counts,
                decided.answer,
                decided.code,
                id);
    }

    /// Not all of a grant goes back: the problem is open again.
    void failed(Tx tx, long orderId, long id, Money missing, String answer) {
        tx.update(
                """
                UPDATE problem
                   SET refund = greatest(refund - ?, 0), status = ?, answer = ?, answer_code = ?,
                       failed = true
                 WHERE id = ? AND order_id = ?
                """,
                missing.mills(),
                ProblemStatus.OPEN,
                answer,
                AnswerCode.REFUND_FAILED,
                id,
                orderId);
    }

    /// Whether a grant for it failed.
    boolean hasFailed(Tx tx, long id) {
        return tx.one("SELECT failed FROM problem WHERE id = ?", row -> row.flag("failed"), id);
    }

    Optional<Problem> find(Tx tx, long id) {
        return tx.find("SELECT * FROM problem WHERE id = ?", StoredProblems::problem, id);
    }

    List<Problem> of(Tx tx, long orderId) {
        return tx.list(
                "SELECT * FROM problem WHERE order_id = ? ORDER BY id",
                StoredProblems::problem,
                orderId);
    }

    /// What was given back for an order without anybody looking at it.
    Money givenAtOnce(Tx tx, long orderId) {
        return tx.one(
                """
                SELECT coalesce(sum(refund), 0)::bigint AS given FROM problem
                 WHERE order_id = ? AND counts
                """,
                row -> new Money(row.number("given")),
                orderId);
    }

    /// How often a customer got something at once. Until the transaction ends nobody else counts,
    /// so that orders reported together don't all find room.
    int timesSince(Tx tx, long customerId, Instant since) {
        tx.one(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) IS NULL AS held",
                row -> row.flag("held"),
                "problems of customer " + customerId);
        return tx.one(
                """
                SELECT count(*) AS times FROM problem
                 WHERE customer_id = ? AND counts AND created_at > ?
                """,
                row -> row.integer("times"),
                customerId,
                since);
    }

    /// A page of all, newest first.
    ///
    /// @param before only problems with a smaller number
    List<Problem> page(Tx tx, @Nullable ProblemStatus status, long before, int limit) {
        var arguments = new ArrayList<@Nullable Object>(List.of(before));
        if (status != null) arguments.add(status);
        arguments.add(limit);
        return tx.list(
                "SELECT * FROM problem WHERE id < ?"
                        + (status == null ? "" : " AND status = ?")
                        + " ORDER BY id DESC LIMIT ?",
                StoredProblems::problem,
                arguments.toArray());
    }

    private static Problem problem(Row row) {
        var liable = row.findText("liable");
        var code = row.findText("answer_code");
        return new Problem(
                row.number("id"),
                row.number("order_id"),
                ProblemKind.valueOf(row.text("kind")),
                List.of(row.json("items", ProblemItem[].class)),
                row.findText("text"),
                row.findText("photo"),
                ProblemStatus.valueOf(row.text("status")),
                new Money(row.number("refund")),
                row.text("currency"),
                liable == null ? null : Liable.valueOf(liable),
                row.text("answer"),
                code == null ? null : AnswerCode.valueOf(code).code(),
                row.instant("created_at"));
    }
}
