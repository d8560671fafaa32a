package gofood.payment.provider;

import gofood.contracts.Money;
import gofood.payment.provider.Provider.Answer;
import gofood.payment.provider.Provider.Authorization;
import gofood.payment.provider.Provider.Charge;
import gofood.payment.provider.Provider.Report;
import gofood.payment.provider.Provider.Standing;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The simulated provider's books: what was charged, and which keys were used. Every change is one
/// transaction, together with the news of it.
final class ProviderBooks {
    private final WebhookSender webhooks;

    ProviderBooks(WebhookSender webhooks) {
        this.webhooks = webhooks;
    }

    private enum Status {
        PROCESSING,
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        VOIDED
    }

    private record Entry(
            String reference,
            long paymentId,
            TestCard card,
            Status status,
            @Nullable String reason,
            Money captured,
            Money refunded) {}

    /// @param card the customer's, or one that plays what is to happen
    Authorization authorize(Tx tx, Charge charge, TestCard card, String key) {
        var reference = "sim_" + UUID.randomUUID();
        if (!claim(tx, key, reference)) return answer(entryOf(tx, key));
        var status =
                card == TestCard.LATE
                        ? Status.PROCESSING
                        : card.declined.isEmpty() ? Status.AUTHORIZED : Status.DECLINED;
        tx.update(
                """
                INSERT INTO provider_charge
                       (reference, payment_id, amount, currency, card, status, reason)
                VALUES (?, ?, ?, ?, ?, ?, nullif(?, ''))
                """,
                reference,
                charge.paymentId(),
                charge.amount().mills(),
                charge.currency(),
                card,
                status,
                card.declined);
        var entry = entryOf(tx, key);
        if (status == Status.PROCESSING) webhooks.settleLater(tx, reference);
        else tell(tx, entry, status == Status.DECLINED ? Report.DECLINED : Report.AUTHORIZED);
        return answer(entry);
    }

    /// What was answered with "processing" becomes authorised.
    void settle(Tx tx, String reference) {
        var entry = lock(tx, reference);
        if (entry.isEmpty() || entry.get().status != Status.PROCESSING) return;
        setStatus(tx, reference, Status.AUTHORIZED);
        tell(tx, entry.get(), Report.AUTHORIZED);
    }

    Answer capture(Tx tx, String reference, Money amount, String key) {
        if (!claim(tx, key, reference)) return recorded(tx, key);
        var entry = lock(tx, reference);
        if (entry.isEmpty()) return refuse(tx, key, "no_such_charge");
        if (entry.get().card == TestCard.CAPTURE_FAILS) return refuse(tx, key, "capture_failed");
        if (entry.get().status != Status.AUTHORIZED) return refuse(tx, key, "not_authorized");
        tx.update(
                "UPDATE provider_charge SET status = 'CAPTURED', captured = ? WHERE reference = ?",
                amount.mills(),
                reference);
        tell(tx, entry.get(), Report.CAPTURED);
        return new Answer.Done();
    }

    Answer voidAuthorization(Tx tx, String reference, String key) {
        if (!claim(tx, key, reference)) return recorded(tx, key);
        var entry = lock(tx, reference);
        if (entry.isEmpty()) return refuse(tx, key, "no_such_charge");
        if (entry.get().status != Status.AUTHORIZED) return refuse(tx, key, "not_authorized");
        setStatus(tx, reference, Status.VOIDED);
        tell(tx, entry.get(), Report.VOIDED);
        return new Answer.Done();
    }

    Answer refund(Tx tx, String reference, Money amount, String key) {
        if (!claim(tx, key, reference)) return recorded(tx, key);
        var entry = lock(tx, reference);
        if (entry.isEmpty()) return refuse(tx, key, "no_such_charge");
        if (entry.get().card == TestCard.REFUND_FAILS) return refuse(tx, key, "refund_failed");
        var total = entry.get().refunded.plus(amount);
        if (total.compareTo(entry.get().captured) > 0) return refuse(tx, key, "exceeds_captured");
        tx.update(
                "UPDATE provider_charge SET refunded = ? WHERE reference = ?",
                total.mills(),
                reference);
        tell(tx, entry.get(), Report.REFUNDED);
        return new Answer.Done();
    }

    Standing standing(Tx tx, long paymentId) {
        var entry =
                tx.find(
                        """
                        SELECT * FROM provider_charge WHERE payment_id = ?
                         ORDER BY created_at DESC LIMIT 1
                        """,
                        ProviderBooks::read,
                        paymentId);
        return entry.map(ProviderBooks::standing).orElseGet(Standing.NotFound::new);
    }

    Map<String, Long> takings(Tx tx) {
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

    private static Standing standing(Entry entry) {
        return switch (entry.status) {
            case PROCESSING -> new Standing.Processing();
            case AUTHORIZED -> new Standing.Authorized(entry.reference);
            case DECLINED -> new Standing.Declined(reason(entry));
            case CAPTURED -> new Standing.Captured(entry.reference, entry.captured);
            case VOIDED -> new Standing.Voided();
        };
    }

    private static Authorization answer(Entry entry) {
        return switch (entry.status) {
            case PROCESSING -> new Authorization.Unknown();
            case DECLINED -> new Authorization.Declined(reason(entry));
            case AUTHORIZED, CAPTURED, VOIDED -> new Authorization.Authorized(entry.reference);
        };
    }

    private static String reason(Entry entry) {
        return entry.reason == null ? "declined" : entry.reason;
    }

    /// Takes a key. A second call with it waits for the first to end and is then told its answer.
    private static boolean claim(Tx tx, String key, String reference) {
        return tx.update(
                        """
                        INSERT INTO provider_call (key, reference) VALUES (?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        key,
                        reference)
                == 1;
    }

    private static Answer recorded(Tx tx, String key) {
        return tx.one(
                "SELECT refusal FROM provider_call WHERE key = ?",
                row -> {
                    var refusal = row.findText("refusal");
                    return refusal == null ? new Answer.Done() : new Answer.Refused(refusal);
                },
                key);
    }

    private static Answer refuse(Tx tx, String key, String reason) {
        tx.update("UPDATE provider_call SET refusal = ? WHERE key = ?", reason, key);
        return new Answer.Refused(reason);
    }

    private static Optional<Entry> lock(Tx tx, String reference) {
        return tx.find(
                "SELECT * FROM provider_charge WHERE reference = ? FOR UPDATE",
                ProviderBooks::read,
                reference);
    }

    private static Entry entryOf(Tx tx, String key) {
        return tx.one(
                """
                SELECT c.* FROM provider_charge c JOIN provider_call USING (reference)
                 WHERE key = ?
                """,
                ProviderBooks::read,
                key);
    }

    private static void setStatus(Tx tx, String reference, Status status) {
        tx.update("UPDATE provider_charge SET status = ? WHERE reference = ?", status, reference);
    }

    private void tell(Tx tx, Entry entry, Report report) {
        webhooks.send(tx, entry.paymentId, report, entry.card == TestCard.TWICE ? 2 : 1);
    }

    private static Entry read(Row row) {
        return new Entry(
                row.text("reference"),
                row.number("payment_id"),
                TestCard.valueOf(row.text("card")),
                Status.valueOf(row.text("status")),
                row.findText("reason"),
                new Money(row.number("captured")),
                new Money(row.number("refunded")));
    }
}
