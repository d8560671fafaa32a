package gofood.payment.desk;

import gofood.contracts.Money;
import gofood.payment.provider.Provider;
import gofood.platform.db.Db;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Holds money in our own database as a provider holds it on a card, in transactions of its own, so
/// that one state machine serves every way to pay. What it moves for good, the ledger says.
abstract sealed class Desk implements Provider permits CashDesk, WalletDesk {
    private final String name;
    private final Db db;

    Desk(String name, Db db) {
        this.name = name;
        this.db = db;
    }

    private enum Status {
        HELD,
        DECLINED,
        CAPTURED,
        VOIDED
    }

    private record Held(Status status, Money amount, @Nullable String reason) {}

    /// What the money is taken from.
    abstract String account(long customerId);

    /// Why this can't be paid so, if it can't.
    abstract Optional<String> objection(Tx tx, Charge charge, String account);

    @Override
    public Authorization authorize(Charge charge, String key) {
        return db.tx(tx -> {
            var customer = customerOf(tx, charge.paymentId());
            var known = find(tx, charge.paymentId());
            return known.isPresent()
                    ? answer(charge.paymentId(), known.get())
                    : hold(tx, charge, account(customer));
        });
    }

    /// Locked, so that a question that is asked twice at once is answered once.
    private static long customerOf(Tx tx, long paymentId) {
        return tx.one(
                "SELECT customer_id FROM payment WHERE payment_id = ? FOR UPDATE",
                row -> row.number("customer_id"),
                paymentId);
    }

    private Authorization hold(Tx tx, Charge charge, String account) {
        var objection = objection(tx, charge, account);
        var held =
                new Held(
                        objection.isEmpty() ? Status.HELD : Status.DECLINED,
                        charge.amount(),
                        objection.orElse(null));
        tx.update(
                """
                INSERT INTO desk_charge
                       (payment_id, desk, account, amount, currency, status, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                charge.paymentId(),
                name,
                account,
                charge.amount().mills(),
                charge.currency(),
                held.status,
                held.reason);
        return answer(charge.paymentId(), held);
    }

    private Authorization answer(long paymentId, Held held) {
        return held.status == Status.DECLINED
                ? new Authorization.Declined(reason(held))
                : new Authorization.Authorized(reference(paymentId));
    }

    private static String reason(Held held) {
        return held.reason == null ? "declined" : held.reason;
    }

    @Override
    public Answer capture(String reference, Money amount, String key) {
        return end(reference, Status.CAPTURED, amount);
    }

    @Override
    public Answer voidAuthorization(String reference, String key) {
        return end(reference, Status.VOIDED, Money.ZERO);
    }

    private Answer end(String reference, Status status, Money amount) {
        var paymentId = paymentOf(reference);
        return db.tx(tx -> {
            var ended =
                    tx.update(
                            """
                            UPDATE desk_charge SET status = ?, amount = ?
                             WHERE payment_id = ? AND status = 'HELD'
                            """,
                            status,
                            amount.mills(),
                            paymentId);
            if (ended == 1) return new Answer.Done();
            var found = find(tx, paymentId);
            return found.isPresent() && found.get().equals(new Held(status, amount, null))
                    ? new Answer.Done()
                    : new Answer.Refused("not_held");
        });
    }

    /// Becomes credit with us, which the ledger gives.
    @Override
    public Answer refund(String reference, Money amount, String key) {
        return new Answer.Done();
    }

    @Override
    public Standing lookup(long paymentId) {
        return db.tx(tx -> find(tx, paymentId))
                .map(held -> standing(paymentId, held))
                .orElseGet(Standing.NotFound::new);
    }

    private Standing standing(long paymentId, Held held) {
        return switch (held.status) {
            case HELD -> new Standing.Authorized(reference(paymentId));
            case DECLINED -> new Standing.Declined(reason(held));
            case CAPTURED -> new Standing.Captured(reference(paymentId), held.amount);
            case VOIDED -> new Standing.Voided();
        };
    }

    /// A desk has no news that its callers don't know.
    @Override
    public Optional<Notice> read(byte[] body, Function<String, Optional<String>> header) {
        return Optional.empty();
    }

    private String reference(long paymentId) {
        return name + "-" + paymentId;
    }

    private long paymentOf(String reference) {
        return Long.parseLong(reference.substring(name.length() + 1));
    }

    private static Optional<Held> find(Tx tx, long paymentId) {
        return tx.find("SELECT * FROM desk_charge WHERE payment_id = ?", Desk::read, paymentId);
    }

    private static Held read(Row row) {
        return new Held(
                Status.valueOf(row.text("status")),
                new Money(row.number("amount")),
                row.findText("reason"));
    }
}
