package gofood.order.quote;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Price;
import gofood.platform.wire.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is not as a quote had promised.
///
/// @param code what an order without a quote would be refused with, or the name of the amount
/// @param what in a sentence
/// @param line which of the basket's lines, from 1
public record Change(
        String code,
        String what,
        @Nullable Integer line,
        @Nullable String itemId,
        @Nullable Money before,
        @Nullable Money after) {

    /// What stands against the order now.
    public static Change of(Refused refused) {
        var line = refused.extras().get("line") instanceof Integer number ? number : null;
        var item = refused.extras().get("item_id") instanceof String id ? id : null;
        return new Change(refused.code(), refused.detail(), line, item, null, null);
    }

    /// All amounts that differ.
    ///
    /// @param lines with their numbers in the promised basket
    public static List<Change> between(Promise promise, List<Line> lines, Price now) {
        var currency = new Currency(now.currency());
        var changes = new ArrayList<Change>();
        for (var line : lines) {
            var before = promise.prices().get(line.line() - 1);
            if (!before.equals(line.price())) changes.add(repriced(currency, line, before));
        }
        var fees = promise.fees();
        add(currency, changes, "delivery_fee", "The delivery", fees.delivery(), now.deliveryFee());
        add(currency, changes, "service_fee", "The service fee", fees.service(), now.serviceFee());
        add(
                currency,
                changes,
                "small_order_fee",
                "The fee for a small order",
                fees.smallOrder(),
                now.smallOrderFee());
        add(currency, changes, "discount", "The discount", promise.off(), now.discount());
        add(currency, changes, "total", "The total", promise.total(), now.total());
        return changes;
    }

    private static Change repriced(Currency currency, Line line, Money before) {
        var what =
                "%s costs %s instead of %s."
                        .formatted(line.name(), currency.text(line.price()), currency.text(before));
        return new Change("price", what, line.line(), line.itemId(), before, line.price());
    }

    private static void add(
            Currency currency,
            List<Change> changes,
            String code,
            String name,
            Money before,
            Money after) {
        if (before.equals(after)) return;
        var what =
                "%s is %s instead of %s."
                        .formatted(name, currency.text(after), currency.text(before));
        changes.add(new Change(code, what, null, null, before, after));
    }
}
