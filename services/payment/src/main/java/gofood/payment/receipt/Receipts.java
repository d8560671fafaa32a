package gofood.payment.receipt;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.PayBy;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.contracts.PaymentApi.PaymentStatus;
import gofood.contracts.PaymentApi.Refund;
import gofood.contracts.PaymentApi.RefundStatus;
import gofood.contracts.PaymentApi.RefundTo;
import gofood.contracts.PaymentApi.Shares;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts receipts together, of what is stored.
final class Receipts {
    /// A payment, as far as a receipt shows it.
    record Sold(
            long orderId,
            long paymentId,
            long customerId,
            long restaurantId,
            String restaurantName,
            List<Line> items,
            Price price,
            PayBy payBy,
            PaymentStatus status,
            Money captured,
            Money refunded,
            boolean settled,
            boolean delivered) {}

    Optional<Sold> sold(Tx tx, long orderId) {
        return tx.find(
                """
                SELECT order_id, payment_id, customer_id, restaurant_id, restaurant_name, items,
                       price, pay_by, CASE state WHEN 'Asked' THEN 'Pending' ELSE state END AS state,
                       captured, refunded, settled_at IS NOT NULL AS settled,
                       courier_id IS NOT NULL AS delivered
                  FROM payment WHERE order_id = ?
                """,
                Receipts::readSold,
                orderId);
    }

    List<Refund> refunds(Tx tx, long paymentId) {
        return tx.list(
                """
                SELECT * FROM refund
                 WHERE payment_id = ? AND status = 'CONFIRMED' AND amount > 0 ORDER BY refund_id
                """,
                Receipts::readRefund,
                paymentId);
    }

    /// What the ledger says of an order, seen from those who get something.
    Sharing sharing(Tx tx, long orderId) {
        return tx.one(
                """
                SELECT coalesce(-sum(amount) FILTER (WHERE what = 'restaurant'), 0) AS restaurant,
                       coalesce(-sum(amount) FILTER (WHERE what = 'courier' AND kind <> 'tip'), 0)
                           AS courier,
                       coalesce(-sum(amount) FILTER (WHERE what = 'courier' AND kind = 'tip'), 0)
                           AS tip,
                       coalesce(-sum(amount) FILTER (WHERE what = 'platform' AND kind <> 'cash'), 0)
                           AS platform,
                       coalesce(-sum(amount) FILTER (WHERE what = 'tax'), 0) AS tax,
                       coalesce(sum(amount) FILTER (WHERE what IN ('provider', 'wallet', 'cash')
                                                 OR kind = 'cash'), 0) AS kept,
                       count(*) FILTER (WHERE what = 'courier' AND kind = 'ride') AS rides
                  FROM (SELECT split_part(account, ':', 1) AS what, kind, amount
                          FROM ledger_entry JOIN ledger_line USING (entry_id)
                         WHERE order_id = ?) AS l
                """,
                Receipts::readSharing,
                orderId);
    }

    private static Sold readSold(Row row) {
        return new Sold(
                row.number("order_id"),
                row.number("payment_id"),
                row.number("customer_id"),
                row.number("restaurant_id"),
                row.text("restaurant_name"),
                List.of(row.json("items", Line[].class)),
                row.json("price", Price.class),
                PayBy.valueOf(row.text("pay_by")),
                PaymentStatus.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                new Money(row.number("captured")),
                new Money(row.number("refunded")),
                row.flag("settled"),
                row.flag("delivered"));
    }

    private static Refund readRefund(Row row) {
        return new Refund(
                row.number("refund_id"),
                new Money(row.number("amount")),
                List.of(row.json("items", ProblemItem[].class)),
                row.text("reason"),
                Liable.valueOf(row.text("liable")),
                row.findText("photo"),
                RefundTo.valueOf(row.text("sent_to")),
                RefundStatus.valueOf(row.text("status")),
                row.instant("created_at"));
    }

    private static Sharing readSharing(Row row) {
        return new Sharing(
                row.number("rides"),
                new Money(row.number("kept")),
                new Shares(
                        new Money(row.number("restaurant")),
                        new Money(row.number("courier")),
                        new Money(row.number("tip")),
                        new Money(row.number("platform")),
                        new Money(row.number("tax"))));
    }
}
