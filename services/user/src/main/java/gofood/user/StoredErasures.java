package gofood.user;

import gofood.contracts.UserApi.Erased;
import gofood.contracts.UserApi.Erasure;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The table of those who wanted to be erased, and what each service answered.
final class StoredErasures {
    /// @param answers by the service's name
    record Stored(
            UUID id,
            long userId,
            Instant requestedAt,
            @Nullable Instant completedAt,
            Map<String, Answered> answers) {
        Erasure view() {
            var services = new LinkedHashMap<String, Erased>();
            answers.forEach((service, answer) -> services.put(service, answer.erased));
            return new Erasure(id, requestedAt, completedAt, services, null);
        }
    }

    /// @param askedAt the last time
    record Answered(String service, Erased erased, Instant askedAt) {}

    void add(Tx tx, UUID id, long userId, Instant now) {
        tx.update(
                "INSERT INTO erasure (erasure_id, user_id, requested_at) VALUES (?, ?, ?)",
                id,
                userId,
                now);
    }

    Optional<Stored> find(Tx tx, UUID id) {
        var answers = new LinkedHashMap<String, Answered>();
        for (var answer :
                tx.list(
                        "SELECT * FROM erasure_answer WHERE erasure_id = ? ORDER BY service",
                        StoredErasures::answered,
                        id)) answers.put(answer.service, answer);
        return tx.find(
                "SELECT * FROM erasure WHERE erasure_id = ?",
                row ->
                        new Stored(
                                id,
                                row.number("user_id"),
                                row.instant("requested_at"),
                                row.findInstant("completed_at"),
                                answers),
                id);
    }

    /// Counts what was erased now to what was erased before; the rest is as it is now.
    void answered(Tx tx, UUID id, String service, Erased said, Instant askedAt) {
        var before =
                tx.find(
                        """
                        SELECT * FROM erasure_answer WHERE erasure_id = ? AND service = ?
                           FOR UPDATE
                        """,
                        StoredErasures::answered,
                        id,
                        service);
        var sums = new HashMap<String, Integer>(said.erased());
        before.ifPresent(
                it -> it.erased.erased().forEach((k, n) -> sums.merge(k, n, Integer::sum)));
        tx.update(
                """
                INSERT INTO erasure_answer (erasure_id, service, erased, asked_at)
                VALUES (?, ?, ?::jsonb, ?)
                    ON CONFLICT (erasure_id, service) DO UPDATE
                   SET erased = excluded.erased, asked_at = excluded.asked_at
                """,
                id,
                service,
                Tx.json(new Erased(sums, said.pending(), said.kept())),
                askedAt);
    }

    void complete(Tx tx, UUID id, Instant now) {
        tx.update(
                """
                UPDATE erasure SET completed_at = ?
                 WHERE erasure_id = ? AND completed_at IS NULL
                """,
                now,
                id);
    }

    private static Answered answered(Row row) {
        return new Answered(
                row.text("service"), row.json("erased", Erased.class), row.instant("asked_at"));
    }
}
