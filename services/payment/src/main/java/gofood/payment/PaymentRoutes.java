package gofood.payment;

import gofood.contracts.PaymentApi;
import gofood.contracts.PaymentApi.NewPayment;
import gofood.contracts.PaymentApi.NewRefund;
import gofood.contracts.PaymentApi.PaymentList;
import gofood.contracts.PaymentApi.PaymentStatus;
import gofood.contracts.UserApi.Role;
import gofood.payment.Payment.State;
import gofood.payment.provider.Provider;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What can be asked of the payment service.
final class PaymentRoutes {
    private static final int PAGE = 20;
    private static final int WEBHOOK_LIMIT = 64 << 10;
    private static final Pattern LIKE_A_CARD_NUMBER = Pattern.compile("\\d(?:[ -]*\\d){11,}");

    private final Db db;
    private final Payments payments;
    private final Bookkeeping books;
    private final Provider provider;

    PaymentRoutes(Db db, Payments payments, Bookkeeping books, Provider provider) {
        this.db = db;
        this.payments = payments;
        this.books = books;
        this.provider = provider;
    }

    Routes table() {
        return new Routes()
                .create("/payments", Access.only(Role.SERVICE, Role.OPERATOR), this::open)
                .get("/payments", Access.SIGNED_IN, this::list)
                .get("/payments/{payment_id}", Access.SIGNED_IN, this::show)
                .create("/payments/{payment_id}/refunds", Access.only(Role.OPERATOR), this::refund)
                .post("/webhooks/provider", Access.ANYONE, this::webhook)
                .upTo(WEBHOOK_LIMIT);
    }

    private Creation open(Call call) {
        var wanted = call.body(NewPayment.class);
        return tx -> {
            var opened = books.open(tx, wanted);
            if (opened.isPresent()) return created(opened.get());
            var there = payments.lockOfOrder(tx, wanted.orderId()).orElseThrow();
            throw Refused.conflict("payment_exists", "This order has a payment already.")
                    .with("payment_id", there.id());
        };
    }

    private Reply list(Call call) {
        var limit = call.limit(PAGE);
        var before = call.cursor(Long.MAX_VALUE);
        var mine = call.person().isTrusted() ? null : call.person().id();
        var filter =
                new Payments.Filter(
                        mine,
                        call.queryNumber("order_id").orElse(null),
                        call.queryWord("status", PaymentStatus.class).orElse(null));
        var page =
                Page.of(
                        limit,
                        most -> db.tx(tx -> payments.page(tx, filter, before, most)),
                        Payment::id);
        var views = page.entries().stream().map(PaymentRoutes::view).toList();
        return Reply.ok(new PaymentList(views, page.nextCursor()));
    }

    private Reply show(Call call) {
        var id = call.id("payment_id");
        var payment =
                db.tx(tx -> payments.find(tx, id)).orElseThrow(() -> Refused.notFound("payment"));
        call.onlyFor(payment.customerId(), "payment");
        return Reply.versioned(call, payment.version(), view(payment));
    }

    private Creation refund(Call call) {
        var id = call.id("payment_id");
        var wanted = call.body(NewRefund.class);
        if (LIKE_A_CARD_NUMBER.matcher(wanted.reason()).find())
            throw Refused.invalid("reason", "must not contain a card number");
        return tx -> {
            var payment = payments.lock(tx, id).orElseThrow(() -> Refused.notFound("payment"));
            var amount = wanted.amount() == null ? books.left(tx, payment) : wanted.amount();
            books.refund(tx, payment, amount, wanted.reason().strip());
            return created(payment);
        };
    }

    /// Only a reason to look: what a webhook says may be old by the time it arrives.
    private Reply webhook(Call call) {
        var notice = provider.read(call.bytes(), call::header);
        notice.ifPresent(news -> db.run(tx -> take(tx, news)));
        return Reply.none();
    }

    private void take(Tx tx, Provider.Notice news) {
        payments.find(tx, news.paymentId())
                .filter(payment -> isNews(payment.state(), news.report()))
                .ifPresent(payment -> books.look(tx, payment));
    }

    /// Whether the provider reports something that doesn't follow from what we know.
    static boolean isNews(State state, Provider.Report report) {
        return switch (state) {
            case State.Open _ -> true;
            case State.Authorized _ -> report != Provider.Report.AUTHORIZED;
            case State.Captured _, State.Refunded _ -> false;
            case State.Over _ ->
                    switch (report) {
                        case AUTHORIZED, CAPTURED -> true;
                        case DECLINED, VOIDED, REFUNDED -> false;
                    };
        };
    }

    private static Reply created(Payment payment) {
        return Reply.created("/payments/" + payment.id(), view(payment));
    }

    private static PaymentApi.Payment view(Payment payment) {
        var columns = Payments.columns(payment.state());
        return new PaymentApi.Payment(
                payment.id(),
                payment.orderId(),
                payment.customerId(),
                columns.stored().status,
                payment.amount(),
                columns.captured(),
                columns.refunded(),
                payment.currency(),
                reason(payment, columns.reason()),
                payment.createdAt());
    }

    private static @Nullable String reason(Payment payment, @Nullable String reason) {
        var silent = reason == null && payment.silence().told();
        return silent ? "The provider does not answer." : reason;
    }
}
