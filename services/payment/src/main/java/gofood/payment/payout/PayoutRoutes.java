package gofood.payment.payout;

import gofood.contracts.PaymentApi.NewPayoutRun;
import gofood.contracts.PaymentApi.Party;
import gofood.contracts.PaymentApi.Payout;
import gofood.contracts.PaymentApi.PayoutList;
import gofood.contracts.UserApi.Role;
import gofood.payment.ledger.Ledger;
import gofood.payment.payout.Payouts.Filter;
import gofood.payment.payout.Payouts.Visible;
import gofood.payment.statement.Payee;
import gofood.payment.statement.Period;
import gofood.platform.db.Db;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Page;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How operators pay, and who sees what was paid.
public final class PayoutRoutes {
    private static final int PAGE = 20;
    private static final int MOST = 100;

    private final Db db;
    private final Clock clock;
    private final Payouts payouts = new Payouts();
    private final PayoutRun run;

    public PayoutRoutes(PayoutConfig config, Db db, Ledger ledger, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.run = new PayoutRun(config, db, payouts, ledger, clock);
    }

    public Routes table() {
        var whoIsPaid = Access.only(Role.STAFF, Role.COURIER, Role.OPERATOR, Role.SERVICE);
        return new Routes()
                .create("/payouts", Access.only(Role.OPERATOR), this::run)
                .get("/payouts", whoIsPaid, this::list);
    }

    /// Pays in the first half of the creation, in transactions of its own: what makes it happen
    /// once is not the key but that nobody is paid twice for one moment.
    private Creation run(Call call) {
        var wanted = call.body(NewPayoutRun.class);
        var until = wanted.until().truncatedTo(ChronoUnit.MICROS);
        Period.requireSane("until", until);
        if (until.isAfter(clock.instant()))
            throw Refused.invalid("until", "must not be in the future");
        run.pay(wanted.party(), until);
        var filter = new Filter(null, wanted.party(), until, Visible.ALL);
        return tx -> {
            var page =
                    Page.of(
                            MOST,
                            most -> payouts.page(tx, filter, Long.MAX_VALUE, most),
                            Payout::payoutId);
            return Reply.created(where(wanted.party(), until), view(page));
        };
    }

    private Reply list(Call call) {
        var limit = call.limit(PAGE);
        var before = call.cursor(Long.MAX_VALUE);
        var filter =
                new Filter(
                        Payee.asked(call).orElse(null),
                        call.queryWord("party", Party.class).orElse(null),
                        Period.moment(call, "until").orElse(null),
                        visible(call.person()));
        var page =
                Page.of(
                        limit,
                        most -> db.tx(tx -> payouts.page(tx, filter, before, most)),
                        Payout::payoutId);
        return Reply.ok(view(page));
    }

    private static Visible visible(Person person) {
        if (person.isTrusted()) return Visible.ALL;
        var restaurants = person.restaurants().stream().filter(person::worksAt);
        return new Visible(
                false,
                restaurants.toArray(Long[]::new),
                person.has(Role.COURIER) ? person.id() : 0);
    }

    private static String where(Party party, Instant until) {
        var word = party.name().toLowerCase(Locale.ROOT);
        return "/payouts?party=%s&until=%s".formatted(word, until);
    }

    private static PayoutList view(Page<Payout> page) {
        return new PayoutList(page.entries(), page.nextCursor());
    }
}
