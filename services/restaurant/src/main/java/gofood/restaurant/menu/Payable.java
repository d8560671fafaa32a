package gofood.restaurant.menu;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.NewItem;
import gofood.platform.wire.Refused;
import org.jspecify.annotations.Nullable;

/// Refuses what nobody could pay in coins of the restaurants' currency: half a cent, a tenth of a
/// yen.
record Payable(Currency currency) {
    /// @param at where the dish stands in the request, to name its fields
    void check(NewItem dish, String at) {
        check(dish.price(), at + "price");
        var groups = dish.optionGroups();
        if (groups == null) return;
        for (int g = 0; g < groups.size(); g++) {
            var options = groups.get(g).options();
            for (int o = 0; o < options.size(); o++)
                check(
                        options.get(o).price(),
                        at + "option_groups[%d].options[%d].price".formatted(g, o));
        }
    }

    void check(@Nullable Money amount, String field) {
        if (amount == null || currency.holds(amount)) return;
        var decimals = currency.decimals();
        throw Refused.invalid(
                field,
                decimals == 0
                        ? "must be a whole number of " + currency
                        : "must have at most %d decimals, in %s".formatted(decimals, currency));
    }
}
