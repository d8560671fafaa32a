package gofood.payment.provider.stripe;

import gofood.payment.provider.Provider.Charge;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of Stripe's payment intents stands for which payment. What isn't written here was never
/// confirmed.
final class StripeIntents {
    /// @param request makes our idempotency keys differ from those of another installation that
    ///   shares the account and has a payment of the same number
    /// @param intentId null until Stripe has made one
    record Noted(long paymentId, UUID request, String currency, @Nullable String intentId) {}

    /// What is written before Stripe is asked for an intent.
    Noted begin(Tx tx, Charge charge) {
        tx.update(
                """
                INSERT INTO stripe_intent (payment_id, request, currency) VALUES (?, ?, ?)
                ON CONFLICT (payment_id) DO NOTHING
                """,
                charge.paymentId(),
                UUID.randomUUID(),
                charge.currency());
        return find(tx, charge.paymentId()).orElseThrow();
    }

    /// What is written before an intent may be confirmed. The first one stays: it may have been
    /// confirmed already.
    ///
    /// @return the intent that stands for this payment
    String note(Tx tx, long paymentId, String intentId) {
        return tx.one(
                """
                UPDATE stripe_intent SET intent_id = coalesce(intent_id, ?) WHERE payment_id = ?
                RETURNING intent_id
                """,
                row -> row.text("intent_id"),
                intentId,
                paymentId);
    }

    Optional<Noted> find(Tx tx, long paymentId) {
        return tx.find(
                "SELECT * FROM stripe_intent WHERE payment_id = ?", StripeIntents::read, paymentId);
    }

    /// @return nothing when this intent isn't ours
    Optional<String> currency(Tx tx, String intentId) {
        return tx.find(
                "SELECT currency FROM stripe_intent WHERE intent_id = ?",
                row -> row.text("currency"),
                intentId);
    }

    private static Noted read(Row row) {
        return new Noted(
                row.number("payment_id"),
                row.uuid("request"),
                row.text("currency"),
                row.findText("intent_id"));
    }
}
