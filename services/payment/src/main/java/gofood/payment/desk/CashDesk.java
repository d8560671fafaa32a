package gofood.payment.desk;

import gofood.contracts.Money;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import java.util.Optional;

/// Cash is promised when an order is placed and given to the courier at the door.
public final class CashDesk extends Desk {
    private final Money most;

    /// @param most nobody carries more than this for one order
    public CashDesk(Db db, Money most) {
        super("cash", db);
        this.most = most;
    }

    @Override
    String account(long customerId) {
        return "cash";
    }

    @Override
    Optional<String> objection(Tx tx, Charge charge, String account) {
        return charge.amount().isMoreThan(most)
                ? Optional.of("too_much_for_cash")
                : Optional.empty();
    }
}
