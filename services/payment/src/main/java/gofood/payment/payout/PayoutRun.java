package gofood.payment.payout;

import gofood.contracts.Money;
import gofood.contracts.PaymentApi.Party;
import gofood.payment.ledger.Entry;
import gofood.payment.ledger.Kind;
import gofood.payment.ledger.Ledger;
import gofood.payment.ledger.LedgerAccount;
import gofood.payment.ledger.Line;
import gofood.payment.statement.Payee;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Pays everybody of a party what we owed them at a moment. Some at a time, so that no account is
/// kept from the orders of the day for long; a run that dies half-way has paid some, and when it is
/// asked for again pays the others.
final class PayoutRun {
    private static final int AT_A_TIME = 50;

    private final PayoutConfig config;
    private final Db db;
    private final Payouts payouts;
    private final Ledger ledger;
    private final Clock clock;

    PayoutRun(PayoutConfig config, Db db, Payouts payouts, Ledger ledger, Clock clock) {
        this.config = config;
        this.db = db;
        this.payouts = payouts;
        this.ledger = ledger;
        this.clock = clock;
    }

    void pay(Party party, Instant until) {
        var payees = db.tx(tx -> payouts.payees(tx, party));
        for (int first = 0; first < payees.size(); first += AT_A_TIME) {
            var some = payees.subList(first, Math.min(first + AT_A_TIME, payees.size()));
            db.run(tx -> pay(tx, party, some, until));
        }
    }

    private void pay(Tx tx, Party party, List<Payee> payees, Instant until) {
        // what another run has just paid must be seen in what is owed
        payouts.lock(tx, party);
        for (var owed : payouts.owed(tx, party, payees, until))
            if (!config.smallest().isMoreThan(owed.payable())) pay(tx, owed, until);
    }

    private void pay(Tx tx, Owed owed, Instant until) {
        if (payouts.insert(tx, owed, until, clock.instant()).isEmpty()) return;
        if (!ledger.post(tx, entry(owed, until)))
            throw new IllegalStateException("in the books, but not among the payouts: " + owed);
    }

    /// The cash that they hold becomes theirs, the rest leaves by the bank; afterwards both their
    /// accounts are even.
    private static Entry entry(Owed owed, Instant until) {
        var payee = owed.payee();
        var paid = owed.payable();
        var cause = "payout %s to %s in %s".formatted(until, payee.account(), owed.currency());
        var lines = new ArrayList<Line>();
        lines.add(line(payee.account(), paid, "Paid out: what was owed until " + until));
        lines.add(line(LedgerAccount.BANK, paid.negated(), "Paid out to " + payee.account()));
        payee.cash()
                .ifPresent(cash -> {
                    lines.add(line(payee.account(), owed.cash(), "Paid by cash that you hold"));
                    lines.add(line(cash, owed.cash().negated(), "Cash that became your pay"));
                });
        return new Entry(cause, null, owed.currency(), lines);
    }

    private static Line line(LedgerAccount account, Money amount, String text) {
        return new Line(account, Kind.PAYOUT, amount, Money.ZERO, text);
    }
}
