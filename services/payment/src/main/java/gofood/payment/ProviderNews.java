package gofood.payment;

import gofood.payment.PaymentLife.State;
import gofood.payment.provider.Provider;
import gofood.payment.provider.Provider.Notice;
import gofood.payment.provider.Provider.Report;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Batching;
import gofood.platform.http.Call;
import gofood.platform.http.Importance;
import gofood.platform.http.Reply;
import gofood.platform.http.RequestScope;
import gofood.platform.http.Routes;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the card provider tells its news. They are only a reason to look: what a webhook says may
/// be old by the time it arrives. One that says what we know costs no more than a look at our own
/// row, which it shares with those that come at the same moment.
final class ProviderNews {
    private static final int BODY_LIMIT = 64 << 10;
    private static final int TURNS = 1;

    private final Db db;
    private final Payments payments;
    private final Bookkeeping books;
    private final Provider provider;
    private final Batching<News, Boolean> together;

    /// @param context in whose trace it goes on
    private record News(Notice notice, ScopedValue.Carrier context) {
        long paymentId() {
            return notice.paymentId();
        }
    }

    ProviderNews(Db db, Payments payments, Bookkeeping books, Provider provider) {
        this.db = db;
        this.payments = payments;
        this.books = books;
        this.provider = provider;
        this.together = Batching.whole(TURNS, this::take);
    }

    Routes table() {
        return new Routes()
                .post("/webhooks/provider", Access.ANYONE, this::receive)
                .as(Importance.VITAL)
                .upTo(BODY_LIMIT);
    }

    private Reply receive(Call call) {
        provider.read(call.bytes(), call::header)
                .ifPresent(notice -> together.await(new News(notice, RequestScope.onward())));
        return Reply.none();
    }

    private List<Boolean> take(List<News> all) {
        var ids = all.stream().map(News::paymentId).toList();
        var states = db.read(tx -> payments.states(tx, ids));
        var fresh =
                all.stream()
                        .filter(one -> isNews(states.get(one.paymentId()), one.notice.report()))
                        .toList();
        if (!fresh.isEmpty()) db.run(tx -> fresh.forEach(one -> look(tx, one)));
        return Collections.nCopies(all.size(), true);
    }

    private void look(Tx tx, News news) {
        news.context.run(() -> books.look(tx, news.paymentId()));
    }

    /// Whether the provider reports something that doesn't follow from what we know.
    ///
    /// @param state null where there is no such payment
    static boolean isNews(@Nullable State state, Report report) {
        return switch (state) {
            case null -> false;
            case State.Open _ -> true;
            case State.Authorized _ -> report != Report.AUTHORIZED;
            case State.Captured _, State.Refunded _ -> false;
            case State.Over _ ->
                    switch (report) {
                        case AUTHORIZED, CAPTURED -> true;
                        case DECLINED, VOIDED, REFUNDED -> false;
                    };
        };
    }
}
