package gofood.payment.ledger;

import gofood.contracts.PaymentApi.LedgerCheck;
import gofood.contracts.PaymentApi.PaymentEvent.LedgerDiffers;
import gofood.payment.provider.Provider;
import gofood.platform.db.Db;
import gofood.platform.db.SqlFailed;
import gofood.platform.db.Tx;
import gofood.platform.events.Outbox;
import gofood.platform.events.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Whether the books agree with themselves, with the payments, and with the card provider. It stays
/// quick however long the books become, since it sums only what came since the last time: up to a
/// mark, entries are known to add up, and what each account had there is noted apart from the
/// balances that the ledger keeps. On demand it forgets the mark and sums everything.
public final class BookCheck {
    static final String CHECK = "payment.check";
    private static final String BOOKS = "books";

    /// The mark stays behind the newest entries: a transaction may still be about to commit an
    /// older one, but none takes as long as this.
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final int TRIES = 3;

    private final Db db;
    private final Outbox outbox;
    private final Timers timers;
    private final Provider card;
    private final Clock clock;
    private final Duration every;
    private final Duration patience;
    private volatile int differences;

    /// @param every how long from one check to the next
    /// @param patience how long money may lie on a customer's account after their order's end
    public BookCheck(
            Db db,
            Outbox outbox,
            Timers timers,
            Provider card,
            Clock clock,
            Duration every,
            Duration patience) {
        this.db = db;
        this.outbox = outbox;
        this.timers = timers;
        this.card = card;
        this.clock = clock;
        this.every = every;
        this.patience = patience;
    }

    /// From now on, again and again.
    public void start() {
        timers.on(
                CHECK,
                _ -> {
                    run(false);
                    db.run(this::setTimer);
                });
        // a restart doesn't put off the one that is due
        db.run(tx -> {
            if (tx.find("SELECT at FROM timer WHERE kind = ?", row -> row.instant("at"), CHECK)
                    .isEmpty()) setTimer(tx);
        });
    }

    private void setTimer(Tx tx) {
        timers.set(tx, CHECK, BOOKS, clock.instant().plus(every));
    }

    /// How many differences the last check found.
    public int differences() {
        return differences;
    }

    /// @param full everything from the first entry on, instead of what is new
    public LedgerCheck run(boolean full) {
        var cutoff = clock.instant().minus(patience);
        db.run(tx -> Looks.close(tx, cutoff));
        // the provider is asked between two looks at our books: money that is moving just now is
        // seen by one of them
        var before = db.tx(Looks::card);
        var taken = card.takings();
        for (int i = 1; ; i++)
            try {
                var result =
                        db.tx(tx -> {
                            tx.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                            return look(
                                    tx,
                                    full,
                                    cutoff,
                                    taken.map(it -> provider(before, it, Looks.card(tx)))
                                            .orElseGet(List::of));
                        });
                differences = result.differences().size();
                return result;
            } catch (SqlFailed e) {
                // another replica checks at the same moment
                if (i == TRIES || !e.isTransient()) throw e;
            }
    }

    private record Mark(long entryId, long entries, Instant at) {}

    private LedgerCheck look(Tx tx, boolean full, Instant cutoff, List<Difference> withProvider) {
        var now = clock.instant();
        if (full) forget(tx);
        var mark =
                tx.one(
                        "SELECT * FROM ledger_checked",
                        row ->
                                new Mark(
                                        row.number("entry_id"),
                                        row.number("entries"),
                                        row.instant("checked_at")));
        var since = mark.entryId;
        var found = new ArrayList<>(Looks.entries(tx, since));
        found.addAll(Looks.accounts(tx, since));
        found.addAll(Looks.totals(tx));
        found.addAll(Looks.orders(tx, since, full ? Instant.EPOCH : mark.at.minus(SETTLED)));
        found.addAll(Looks.leftOver(tx, cutoff));
        found.addAll(withProvider);
        note(tx, found, full, now);
        var entries = mark.entries + moveMark(tx, since, now);
        var all =
                tx.list("SELECT what FROM ledger_difference ORDER BY subject", r -> r.text("what"));
        return new LedgerCheck(all.isEmpty(), now, entries, all, Looks.kinds(tx));
    }

    private static void forget(Tx tx) {
        tx.update("DELETE FROM ledger_checked_sum");
        tx.update("UPDATE ledger_checked SET entry_id = 0, entries = 0");
    }

    /// Each difference is told once; what agrees again is forgotten.
    private void note(Tx tx, List<Difference> found, boolean full, Instant now) {
        var subjects = new HashSet<String>();
        for (var difference : found) {
            if (!subjects.add(difference.subject())) continue;
            var isNew =
                    tx.update(
                                    """
                                    INSERT INTO ledger_difference (subject, what, order_id, found_at)
                                    VALUES (?, ?, ?, ?) ON CONFLICT (subject) DO NOTHING
                                    """,
                                    difference.subject(),
                                    difference.what(),
                                    difference.orderId(),
                                    now)
                            == 1;
            var order = difference.orderId() == null ? 0 : difference.orderId();
            if (isNew) outbox.send(tx, order, new LedgerDiffers(order, 0, difference.what()));
        }
        // an entry that is behind the mark is not looked at again, and can't become right either
        tx.update(
                """
                DELETE FROM ledger_difference
                 WHERE subject <> ALL (?) AND (? OR subject NOT LIKE 'entry %')
                """,
                subjects.toArray(String[]::new), full);
    }

    /// @return how many entries there are since the mark was last moved
    private static long moveMark(Tx tx, long since, Instant now) {
        var through =
                tx.one(
                        """
                        SELECT coalesce(max(entry_id), 0) AS through FROM ledger_entry
                         WHERE entry_id > ? AND at < ?
                        """,
                        row -> Math.max(since, row.number("through")),
                        since,
                        now.minus(SETTLED));
        tx.update(
                """
                INSERT INTO ledger_checked_sum AS kept (account, currency, balance)
                SELECT l.account, e.currency, sum(l.amount)
                  FROM ledger_line l JOIN ledger_entry e USING (entry_id)
                 WHERE l.entry_id > ? AND l.entry_id <= ?
                 GROUP BY l.account, e.currency
                ON CONFLICT (account, currency)
                DO UPDATE SET balance = kept.balance + excluded.balance
                """,
                since,
                through);
        tx.update(
                """
                UPDATE ledger_checked
                   SET entry_id = ?, checked_at = ?,
                       entries = entries + (SELECT count(*) FROM ledger_entry
                                             WHERE entry_id > ? AND entry_id <= ?)
                """,
                through,
                now,
                since,
                through);
        return tx.one(
                "SELECT count(*) AS new FROM ledger_entry WHERE entry_id > ?",
                row -> row.number("new"),
                since);
    }

    /// A difference that is larger than what is under way, both before and after the provider
    /// answered.
    private static List<Difference> provider(
            Map<String, Looks.Card> before,
            Map<String, Long> taken,
            Map<String, Looks.Card> after) {
        var currencies = new HashSet<>(taken.keySet());
        currencies.addAll(after.keySet());
        var found = new ArrayList<Difference>();
        for (var currency : currencies) {
            var theirs = taken.getOrDefault(currency, 0L);
            var none = new Looks.Card(0, 0);
            var now = after.getOrDefault(currency, none);
            if (explains(before.getOrDefault(currency, none), theirs) || explains(now, theirs))
                continue;
            found.add(
                    Difference.of(
                            "provider " + currency,
                            "The provider has %s %s of ours; the ledger says %s."
                                    .formatted(
                                            Difference.amount(theirs),
                                            currency,
                                            Difference.amount(now.booked()))));
        }
        return found;
    }

    private static boolean explains(Looks.Card ours, long theirs) {
        return Math.abs(ours.booked() - theirs) <= ours.moving();
    }
}
