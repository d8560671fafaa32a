package gofood.payment.provider;

import gofood.contracts.Money;
import gofood.payment.provider.Provider.Answer;
import gofood.payment.provider.Provider.Charge;
import gofood.payment.provider.ProviderCharge.Status;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The simulated provider's charges as they are stored, and which keys were used for them.
final class ProviderCharges {
    private ProviderCharges() {}

    /// Takes keys. Who wants one that somebody takes at the same moment waits for the other to end,
    /// and is then told the other's answer; in the order of the keys, so that nobody waits in a
    /// circle.
    ///
    /// @param references for each key the charge's that it is used for
    /// @return those that were free
    static Map<String, String> take(Tx tx, Map<String, String> references) {
        return tx
                .list(
                        """
                        INSERT INTO provider_call (key, reference)
                        SELECT key, reference
                          FROM unnest(?::text[], ?::text[]) AS wanted (key, reference)
                         ORDER BY key
                        ON CONFLICT DO NOTHING
                        RETURNING key, reference
                        """,
                        row -> Map.entry(row.text("key"), row.text("reference")),
                        references.keySet().toArray(String[]::new),
                        references.values().toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static void insert(Tx tx, ProviderCharge entry, Charge charge) {
        tx.gather(
                """
                INSERT INTO provider_charge
                       (reference, payment_id, amount, currency, card, status, reason)
                SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                                     ?::text[], ?::text[])
                """,
                entry.reference(),
                entry.paymentId(),
                charge.amount().mills(),
                charge.currency(),
                entry.card(),
                entry.status(),
                entry.reason());
    }

    /// Keeps everybody else from these charges until the transaction ends.
    ///
    /// @return by their references
    static Map<String, ProviderCharge> lock(Tx tx, Collection<String> references) {
        var found = new HashMap<String, ProviderCharge>();
        tx.list(
                        """
                        SELECT c.*
                          FROM (SELECT DISTINCT it FROM unnest(?::text[]) AS it ORDER BY it) AS asked,
                               LATERAL (SELECT * FROM provider_charge WHERE reference = asked.it
                                           FOR UPDATE) AS c
                        """,
                        ProviderCharges::read,
                        (Object) references.toArray(String[]::new))
                .forEach(charge -> found.put(charge.reference(), charge));
        return found;
    }

    static void save(Tx tx, ProviderCharge charge) {
        tx.gather(
                """
                UPDATE provider_charge c
                   SET status = s.status, captured = s.captured, refunded = s.refunded
                  FROM (SELECT DISTINCT ON (reference) *
                          FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[])
                               WITH ORDINALITY AS said (status, captured, refunded, reference, n)
                         ORDER BY reference, n DESC) s
                 WHERE c.reference = s.reference
                """,
                charge.status(),
                charge.captured().mills(),
                charge.refunded().mills(),
                charge.reference());
    }

    /// What was charged with these keys.
    static Map<String, ProviderCharge> charged(Tx tx, List<String> keys) {
        var found = new HashMap<String, ProviderCharge>();
        if (keys.isEmpty()) return found;
        tx.list(
                        """
                        SELECT c.*, key FROM provider_call JOIN provider_charge c USING (reference)
                         WHERE key = ANY (?)
                        """,
                        row -> Map.entry(row.text("key"), read(row)),
                        (Object) keys.toArray(String[]::new))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /// What was answered to calls with these keys.
    static Map<String, Answer> answered(Tx tx, List<String> keys) {
        var found = new HashMap<String, Answer>();
        if (keys.isEmpty()) return found;
        tx.list(
                        "SELECT key, refusal FROM provider_call WHERE key = ANY (?)",
                        row -> Map.entry(row.text("key"), answer(row)),
                        (Object) keys.toArray(String[]::new))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static Answer answer(Row row) {
        var refusal = row.findText("refusal");
        return refusal == null ? new Answer.Done() : new Answer.Refused(refusal);
    }

    static Answer refuse(Tx tx, String key, String reason) {
        tx.gather(
                """
                UPDATE provider_call c SET refusal = s.reason
                  FROM unnest(?::text[], ?::text[]) AS s (reason, key)
                 WHERE c.key = s.key
                """,
                reason,
                key);
        return new Answer.Refused(reason);
    }

    /// The newest under each of these payments' numbers.
    static Map<Long, ProviderCharge> newest(Tx tx, List<Long> payments) {
        var found = new HashMap<Long, ProviderCharge>();
        tx.list(
                        """
                        SELECT c.* FROM unnest(?::bigint[]) AS asked (id),
                               LATERAL (SELECT * FROM provider_charge WHERE payment_id = asked.id
                                         ORDER BY created_at DESC LIMIT 1) AS c
                        """,
                        ProviderCharges::read,
                        (Object) payments.toArray(Long[]::new))
                .forEach(charge -> found.put(charge.paymentId(), charge));
        return found;
    }

    static Map<String, Long> takings(Tx tx) {
        return tx
                .list(
                        """
                        SELECT currency, sum(captured - refunded)::bigint AS taken
                          FROM provider_charge GROUP BY currency
                        """,
                        row -> Map.entry(row.text("currency"), row.number("taken")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ProviderCharge read(Row row) {
        return new ProviderCharge(
                row.text("reference"),
                row.number("payment_id"),
                TestCard.valueOf(row.text("card")),
                Status.valueOf(row.text("status")),
                row.findText("reason"),
                new Money(row.number("captured")),
                new Money(row.number("refunded")));
    }
}
