package gofood.payment;

import gofood.contracts.Money;
import gofood.contracts.UserApi.Erased;
import gofood.payment.ledger.LedgerAccount;
import gofood.platform.db.Tx;
import gofood.platform.http.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What payments tell of who paid. The books must be kept, and they know people by a number only;
/// what goes is the card's token and what people wrote.
final class PersonalPayments implements PersonalData {
    /// Nothing can happen to it any more by itself.
    private static final String OVER =
            """
            (p.state IN ('Refunded', 'Voided', 'Declined')
             OR (p.state = 'Captured' AND p.ended_at IS NOT NULL))
            AND NOT EXISTS (SELECT FROM refund r
                             WHERE r.payment_id = p.payment_id AND r.status = 'WANTED')
            """;

    record Known(Newest payments, Newest credits, List<Credit> credit) {}

    /// What is left of credit.
    record Credit(Money amount, String currency) {}

    @Override
    public Object export(Tx tx, long userId) {
        return new Known(
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'payment_id', p.payment_id, 'order_id', p.order_id,
                                   'restaurant_name', p.restaurant_name, 'items', p.items,
                                   'price', p.price, 'pay_by', lower(p.pay_by),
                                   'state', p.state, 'captured', p.captured / 1000.0,
                                   'refunded', p.refunded / 1000.0, 'currency', p.currency,
                                   'created_at', p.created_at) AS entry
                          FROM payment p WHERE p.customer_id = ? ORDER BY p.payment_id DESC
                        """,
                        userId),
                PersonalData.newest(
                        tx,
                        """
                        SELECT jsonb_build_object(
                                   'amount', amount / 1000.0, 'currency', currency,
                                   'reason', reason, 'given_at', given_at) AS entry
                          FROM wallet_credit WHERE customer_id = ? ORDER BY credit_id DESC
                        """,
                        userId),
                credit(tx, userId));
    }

    @Override
    public Erased erase(Tx tx, long userId) {
        var payments =
                tx.update(
                        """
                        UPDATE payment p
                           SET token = NULL,
                               release_reason = CASE WHEN release_reason IS NOT NULL
                                                     THEN 'erased' END,
                               items = (SELECT coalesce(jsonb_agg(line || '{"note": null}'
                                                                  ORDER BY place), '[]')
                                          FROM jsonb_array_elements(items)
                                               WITH ORDINALITY AS all_lines (line, place))
                         WHERE p.customer_id = ? AND %s
                           AND (token IS NOT NULL OR release_reason <> 'erased'
                                OR jsonb_path_exists(items, '$[*].note ? (@ != null)'))
                        """
                                .formatted(OVER),
                        userId);
        return new Erased(Map.of("payments", payments), moving(tx, userId), kept(tx, userId));
    }

    private static int moving(Tx tx, long userId) {
        return tx.one(
                "SELECT count(*) AS moving FROM payment p WHERE p.customer_id = ? AND NOT (%s)"
                        .formatted(OVER),
                row -> row.integer("moving"),
                userId);
    }

    private static List<String> kept(Tx tx, long userId) {
        var kept = new ArrayList<String>();
        var has =
                tx.one(
                        """
                        SELECT EXISTS (SELECT FROM payment WHERE customer_id = ?)
                            OR EXISTS (SELECT FROM wallet_credit WHERE customer_id = ?)
                            OR EXISTS (SELECT FROM ledger_account WHERE account IN (?, ?)) AS has
                        """,
                        row -> row.flag("has"),
                        userId,
                        userId,
                        LedgerAccount.courier(userId).name(),
                        LedgerAccount.cash(userId).name());
        if (has)
            kept.add(
                    "Payments, receipts, credits, refunds with their reasons, earnings and the"
                            + " ledger, under a number without a name: accounting records, ten"
                            + " years.");
        for (var credit : credit(tx, userId))
            kept.add(
                    "Credit of %s %s, which stays booked."
                            .formatted(credit.amount.major().toPlainString(), credit.currency));
        return kept;
    }

    /// What we owe is minus what the account has.
    private static List<Credit> credit(Tx tx, long userId) {
        return tx.list(
                """
                SELECT currency, -sum(balance)::bigint AS remaining FROM ledger_account
                 WHERE account = ? GROUP BY currency HAVING sum(balance) < 0 ORDER BY currency
                """,
                row -> new Credit(new Money(row.number("remaining")), row.text("currency")),
                LedgerAccount.wallet(userId).name());
    }
}
