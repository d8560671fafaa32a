package gofood.payment.desk;

import gofood.payment.ledger.LedgerAccount;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import java.util.Optional;

/// Credit is held from the moment that an order is placed, so that no other order can spend it.
public final class WalletDesk extends Desk {
    public WalletDesk(Db db) {
        super("wallet", db);
    }

    @Override
    String account(long customerId) {
        return LedgerAccount.wallet(customerId).name();
    }

    @Override
    Optional<String> objection(Tx tx, Charge charge, String account) {
        // two orders at once take turns at the wallet
        var _ =
                tx.find(
                        """
                        SELECT account FROM ledger_account
                         WHERE account = ? AND currency = ? FOR UPDATE
                        """,
                        row -> row.text("account"),
                        account,
                        charge.currency());
        return charge.amount().mills() > free(tx, account, charge.currency())
                ? Optional.of("insufficient_credit")
                : Optional.empty();
    }

    /// What can be spent, in thousandths: the credit less what other orders hold of it.
    static long free(Tx tx, String account, String currency) {
        return tx.one(
                """
                SELECT coalesce((SELECT -balance FROM ledger_account
                                  WHERE account = ? AND currency = ?), 0)
                     - coalesce((SELECT sum(amount) FROM desk_charge
                                  WHERE account = ? AND currency = ?
                                    AND status IN ('HELD', 'CAPTURED') AND NOT booked), 0)
                       AS free
                """,
                row -> row.number("free"),
                account,
                currency,
                account,
                currency);
    }

    /// The ledger has taken what was held for a payment.
    public static void booked(Tx tx, long paymentId) {
        tx.update("UPDATE desk_charge SET booked = true WHERE payment_id = ?", paymentId);
    }
}
