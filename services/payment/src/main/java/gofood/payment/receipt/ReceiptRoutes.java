package gofood.payment.receipt;

import gofood.contracts.PaymentApi.Receipt;
import gofood.contracts.PaymentApi.Shares;
import gofood.payment.receipt.Receipts.Sold;
import gofood.platform.db.Db;
import gofood.platform.db.Tx;
import gofood.platform.http.Access;
import gofood.platform.http.Call;
import gofood.platform.http.Person;
import gofood.platform.http.Reply;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Receipts, for the customer, operators and our services. The restaurant's staff see one too, so
/// that they can answer for their dishes, but not what the others get.
public final class ReceiptRoutes {
    private final Db db;
    private final Clock clock;
    private final Receipts receipts = new Receipts();

    public ReceiptRoutes(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Routes table() {
        return new Routes().get("/receipts/{order_id}", Access.SIGNED_IN, this::show);
    }

    private Reply show(Call call) {
        var orderId = call.id("order_id");
        return db.tx(tx -> {
            var sold = receipts.sold(tx, orderId).orElseThrow(() -> Refused.notFound("receipt"));
            var isStaff = call.person().worksAt(sold.restaurantId());
            if (!isStaff) call.onlyFor(sold.customerId(), "receipt");
            var shares = seesShares(call.person(), sold) ? shares(tx, sold) : null;
            return Reply.ok(receipt(tx, sold, shares)).with("Cache-Control", "no-store");
        });
    }

    private static boolean seesShares(Person person, Sold sold) {
        return person.isTrusted() || person.id() == sold.customerId();
    }

    private @Nullable Shares shares(Tx tx, Sold sold) {
        if (!sold.settled()) return null;
        var kept = sold.captured().minus(sold.refunded());
        return receipts.sharing(tx, sold.orderId()).settled(kept, sold.delivered()).orElse(null);
    }

    private Receipt receipt(Tx tx, Sold sold, @Nullable Shares shares) {
        return new Receipt(
                sold.orderId(),
                sold.paymentId(),
                sold.restaurantName(),
                sold.items(),
                sold.price(),
                sold.payBy(),
                sold.status(),
                sold.captured(),
                sold.refunded(),
                receipts.refunds(tx, sold.paymentId()),
                shares,
                clock.instant());
    }
}
