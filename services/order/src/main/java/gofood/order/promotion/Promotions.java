package gofood.order.promotion;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.NewPromotion;
import gofood.contracts.OrderApi.Promotion;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.contracts.RestaurantApi.Menu;
import gofood.order.price.Discount;
import gofood.platform.db.Row;
import gofood.platform.db.Tx;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where promotions are stored, and counted under a lock, so that limits hold however many order at
/// once.
public final class Promotions {
    /// A promotion with its place in lists.
    record Stored(long id, Promotion promotion) {}

    /// @param id the customer's
    /// @param account whether they have one, rather than being a guest or nobody known
    public record Customer(long id, boolean account) {
        public static final Customer NOBODY = new Customer(0, false);
    }

    /// Codes are the same in capitals and small letters.
    public static String normal(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    /// @return nothing when there is one with this code
    Optional<Promotion> insert(Tx tx, NewPromotion wanted) {
        return tx.find(
                """
                INSERT INTO promotion (code, kind, percent, amount, most_discount, minimum_items,
                                       restaurant_id, starts_at, ends_at, most_uses,
                                       most_per_customer, funded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code) DO NOTHING
                RETURNING *
                """,
                Promotions::promotion,
                normal(wanted.code()),
                wanted.kind(),
                wanted.percent(),
                mills(wanted.amount()),
                mills(wanted.mostDiscount()),
                wanted.minimumItems() == null ? 0 : wanted.minimumItems().mills(),
                wanted.restaurantId(),
                wanted.startsAt(),
                wanted.endsAt(),
                wanted.limit(),
                wanted.limitPerCustomer(),
                wanted.fundedBy() == null ? Liable.PLATFORM : wanted.fundedBy());
    }

    Optional<Promotion> find(Tx tx, String code) {
        return tx.find(
                "SELECT * FROM promotion WHERE code = ?", Promotions::promotion, normal(code));
    }

    /// Newest first.
    ///
    /// @param before only promotions with a smaller number
    List<Stored> page(Tx tx, long before, int limit) {
        return tx.list(
                "SELECT * FROM promotion WHERE id < ? ORDER BY id DESC LIMIT ?",
                row -> new Stored(row.number("id"), promotion(row)),
                before,
                limit);
    }

    Optional<Promotion> turn(Tx tx, String code, boolean active) {
        return tx.find(
                "UPDATE promotion SET active = ? WHERE code = ? RETURNING *",
                Promotions::promotion,
                active,
                normal(code));
    }

    /// What a promotion takes off for this customer, as far as one can say before they order.
    ///
    /// @param items what the dishes cost
    /// @throws Refused 422 or 409, with a sentence that says why it isn't for them
    public Discount offered(
            Tx tx, String code, Customer customer, Menu menu, Money items, Instant now) {
        var found = find(tx, code).orElseThrow(() -> Terms.unknown(code));
        Terms.check(found, customer, menu, items, now);
        if (isUsedUp(found)) throw Terms.usedUp(found);
        if (hasUsed(tx, found, customer.id())) throw Terms.usedByThem(found);
        return new Discount(
                new Applied(found.code(), found.kind(), found.fundedBy()),
                found.percent(),
                found.amount(),
                found.mostDiscount());
    }

    private static boolean isUsedUp(Promotion promotion) {
        var limit = promotion.limit();
        return limit != null && promotion.reserved() + promotion.used() >= limit;
    }

    private static boolean hasUsed(Tx tx, Promotion promotion, long customerId) {
        var limit = promotion.limitPerCustomer();
        if (limit == null) return false;
        var uses =
                tx.one(
                        """
                        SELECT count(*) AS uses
                          FROM promotion_use u JOIN promotion p ON p.id = u.promotion_id
                         WHERE p.code = ? AND u.customer_id = ?
                        """,
                        row -> row.number("uses"),
                        promotion.code(),
                        customerId);
        return uses >= limit;
    }

    /// Reserves a use for an order, in the transaction that places it. The promotion stays locked
    /// until that ends, so this comes last.
    ///
    /// @throws Refused 409 when somebody else had the last use meanwhile, or it was ended
    public void reserve(Tx tx, String code, long customerId, long orderId) {
        var found =
                tx.find(
                                "SELECT * FROM promotion WHERE code = ? FOR UPDATE",
                                Promotions::promotion,
                                normal(code))
                        .orElseThrow(() -> Terms.unknown(code));
        if (!found.active()) throw Terms.over(found);
        if (isUsedUp(found)) throw Terms.usedUp(found);
        if (hasUsed(tx, found, customerId)) throw Terms.usedByThem(found);
        tx.update(
                """
                WITH reserved AS (
                    UPDATE promotion SET reserved = reserved + 1 WHERE code = ? RETURNING id)
                INSERT INTO promotion_use (order_id, promotion_id, customer_id)
                SELECT ?, id, ? FROM reserved
                """,
                found.code(),
                orderId,
                customerId);
    }

    /// The order was paid for: its use counts. Does nothing for an order without one, and nothing
    /// the second time.
    public void consumed(Tx tx, long orderId) {
        tx.update(
                """
                WITH consumed AS (
                    UPDATE promotion_use SET paid = true
                     WHERE order_id = ? AND NOT paid
                    RETURNING promotion_id)
                UPDATE promotion p SET reserved = reserved - 1, used = used + 1
                  FROM consumed c WHERE p.id = c.promotion_id
                """,
                orderId);
    }

    /// The order came to nothing: its use can be had again. Does nothing for an order without one,
    /// and nothing the second time.
    public void released(Tx tx, long orderId) {
        tx.update(
                """
                WITH released AS (
                    DELETE FROM promotion_use WHERE order_id = ? RETURNING promotion_id, paid)
                UPDATE promotion p
                   SET reserved = reserved - CASE WHEN r.paid THEN 0 ELSE 1 END,
                       used = used - CASE WHEN r.paid THEN 1 ELSE 0 END
                  FROM released r WHERE p.id = r.promotion_id
                """,
                orderId);
    }

    private static @Nullable Long mills(@Nullable Money amount) {
        return amount == null ? null : amount.mills();
    }

    private static @Nullable Money money(@Nullable Long mills) {
        return mills == null ? null : new Money(mills);
    }

    private static @Nullable Integer count(@Nullable Long number) {
        return number == null ? null : Math.toIntExact(number);
    }

    private static Promotion promotion(Row row) {
        return new Promotion(
                row.text("code"),
                PromotionKind.valueOf(row.text("kind")),
                count(row.findNumber("percent")),
                money(row.findNumber("amount")),
                money(row.findNumber("most_discount")),
                new Money(row.number("minimum_items")),
                row.findNumber("restaurant_id"),
                row.findInstant("starts_at"),
                row.findInstant("ends_at"),
                count(row.findNumber("most_uses")),
                count(row.findNumber("most_per_customer")),
                Liable.valueOf(row.text("funded_by")),
                row.flag("active"),
                row.integer("reserved"),
                row.integer("used"));
    }
}
