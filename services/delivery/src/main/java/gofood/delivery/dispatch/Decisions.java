package gofood.delivery.dispatch;

import gofood.contracts.DeliveryApi.CandidateCost;
import gofood.contracts.DeliveryApi.Decision;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.List;

/// Why somebody was asked, for operators. Holds times and costs, no positions.
public final class Decisions {
    private static final int SHOWN = 100;

    void add(Tx tx, long deliveryId, Decision decision) {
        tx.gather(
                """
                INSERT INTO decision (delivery_id, courier_id, at, reason, candidates)
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[],
                                     ?::jsonb[])
                """,
                deliveryId,
                decision.courierId(),
                decision.at(),
                decision.reason(),
                Tx.json(decision.candidates()));
    }

    /// Newest first.
    List<Decision> of(Tx tx, long deliveryId) {
        return tx.list(
                """
                SELECT at, courier_id, reason, candidates FROM decision
                 WHERE delivery_id = ? ORDER BY decision_id DESC LIMIT ?
                """,
                row ->
                        new Decision(
                                row.instant("at"),
                                row.number("courier_id"),
                                row.text("reason"),
                                List.of(row.json("candidates", CandidateCost[].class))),
                deliveryId,
                SHOWN);
    }

    public void prune(Tx tx, Instant before) {
        tx.update("DELETE FROM decision WHERE at < ?", before);
    }
}
