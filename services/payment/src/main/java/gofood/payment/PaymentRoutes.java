package gofood.payment;

import gofood.contracts.InvalidField;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.PaymentApi;
import gofood.contracts.PaymentApi.NewPayment;
import gofood.contracts.PaymentApi.NewRefund;
import gofood.contracts.PaymentApi.PaymentList;
import gofood.contracts.PaymentApi.PaymentStatus;
import gofood.contracts.PaymentApi.RefundList;
import gofood.contracts.PaymentApi.RefundStatus;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.contracts.UserApi.Role;
import gofood.payment.settlement.Sale;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Idempotency.Creation;
import gofood.platform.http.Page;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of the payment service.
final class PaymentRoutes {
    private static final int PAGE = 20;

    private final Db db;
    private final Payments payments;
    private final Returns returns;
    private final Bookkeeping books;

    PaymentRoutes(Db db, Payments payments, Returns returns, Bookkeeping books) {
        this.db = db;
        this.payments = payments;
        this.returns = returns;
        this.books = books;
    }

    Routes table() {
        return new Routes()
                .create("/payments", Access.only(Role.SERVICE), this::open)
                .get("/payments", Access.SIGNED_IN, this::list)
                .get("/payments/{payment_id}", Access.SIGNED_IN, this::show)
                .get("/payments/{payment_id}/refunds", Access.SIGNED_IN, this::listRefunds)
                .create("/payments/{payment_id}/refunds", Access.only(Role.OPERATOR), this::refund);
    }

    private Creation open(Call call) {
        var wanted = call.body(NewPayment.class);
        try {
            Sale.requireSound(wanted.items(), wanted.price());
        } catch (InvalidField e) {
            throw Refused.invalid(e.field(), e.rule());
        }
        return tx -> {
            var opened = books.open(tx, List.of(wanted));
            if (!opened.isEmpty()) {
                books.begin(tx, opened.getFirst());
                return created(opened.getFirst());
            }
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
        var payment = db.tx(tx -> find(tx, id));
        call.onlyFor(payment.customerId(), "payment");
        return Reply.versioned(call, payment.version(), view(payment));
    }

    private Reply listRefunds(Call call) {
        var id = call.id("payment_id");
        return Reply.ok(
                db.tx(tx -> {
                    var payment = find(tx, id);
                    call.onlyFor(payment.customerId(), "payment");
                    var views = returns.of(tx, payment).stream().map(PaymentRoutes::view).toList();
                    return new RefundList(views, payment.currency());
                }));
    }

    private Creation refund(Call call) {
        var id = call.id("payment_id");
        var wanted = call.body(NewRefund.class);
        var liable = wanted.liable() == null ? Liable.PLATFORM : wanted.liable();
        if (liable == Liable.CUSTOMER)
            throw Refused.invalid("liable", "can't be the one who gets the money");
        List<ProblemItem> items = wanted.items() == null ? List.of() : wanted.items();
        var why = new Refund.Why(wanted.reason().strip(), liable, items, wanted.photo(), null);
        var to = wanted.to() == null ? RefundTo.METHOD : wanted.to();
        return tx -> {
            var payment = payments.lock(tx, id).orElseThrow(() -> Refused.notFound("payment"));
            return created(books.refund(tx, payment, wanted.amount(), why, to));
        };
    }

    private Payment find(Tx tx, long id) {
        return payments.find(tx, id).orElseThrow(() -> Refused.notFound("payment"));
    }

    private static Reply created(Payment payment) {
        return Reply.created("/payments/" + payment.id(), view(payment));
    }

    private static PaymentApi.Payment view(Payment payment) {
        var columns = PaymentRow.columns(payment.state());
        return new PaymentApi.Payment(
                payment.id(),
                payment.orderId(),
                payment.customerId(),
                payment.sale().restaurantId(),
                payment.payBy(),
                columns.stored().status,
                payment.sale().price().total(),
                columns.captured(),
                columns.refunded(),
                payment.currency(),
                reason(payment, columns.reason()),
                payment.agreed().createdAt());
    }

    private static PaymentApi.Refund view(Refund refund) {
        var why = refund.why();
        return new PaymentApi.Refund(
                refund.id(),
                refund.amount(),
                why.items(),
                why.reason(),
                why.liable(),
                why.photo(),
                refund.to(),
                switch (refund.status()) {
                    case GRANTED, WANTED -> RefundStatus.WANTED;
                    case CONFIRMED -> RefundStatus.CONFIRMED;
                    case REFUSED -> RefundStatus.REFUSED;
                },
                refund.createdAt());
    }

    private static @Nullable String reason(Payment payment, @Nullable String reason) {
        var silent = reason == null && payment.silence().told();
        return silent ? "The provider does not answer." : reason;
    }
}
