package gofood.order.price;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import org.jspecify.annotations.Nullable;

/// What a promotion takes off.
///
/// @param percent of the dishes, with that kind
/// @param amount off the dishes, with that kind
/// @param most never more than this
public record Discount(
        Applied promotion,
        @Nullable Integer percent,
        @Nullable Money amount,
        @Nullable Money most) {

    /// @return never more than what it is taken off
    Money of(Currency currency, Money items, Money deliveryFee) {
        var off =
                switch (promotion.kind()) {
                    case PERCENT -> currency.share(items, percent == null ? 0 : percent, 100);
                    case AMOUNT -> up(currency, amount).atMost(items);
                    case FREE_DELIVERY -> deliveryFee;
                };
        return most == null ? off : off.atMost(Coins.up(currency, most));
    }

    private static Money up(Currency currency, @Nullable Money amount) {
        return amount == null ? Money.ZERO : Coins.up(currency, amount);
    }
}
