package gofood.payment.settlement;

import gofood.contracts.Currency;
import gofood.contracts.InvalidField;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.PromotionKind;
import java.util.List;

/// What was sold, by whom, and what it costs: as it is after all that was swapped or left out.
public record Sale(long restaurantId, String restaurantName, List<Line> items, Price price) {
    /// Refuses a price that nobody can pay, before anything is asked of a provider.
    ///
    /// @throws InvalidField for a currency that doesn't exist, or amounts smaller than its coins
    public static void requireCoins(Price price) {
        if (!new Currency(price.currency()).holds(price.total()))
            throw new InvalidField("total", "has more decimals than " + price.currency());
    }

    public Currency currency() {
        return new Currency(price.currency());
    }

    /// What the customer pays us for the ride and for our service, tax included.
    public Money fees() {
        return price.deliveryFee().plus(price.serviceFee()).plus(price.smallOrderFee());
    }

    public boolean isDiscountTheRestaurants() {
        var promotion = price.promotion();
        return promotion != null && promotion.fundedBy() == Liable.RESTAURANT;
    }

    /// What the promotion takes off the dishes alone.
    public Money discountOnDishes() {
        var promotion = price.promotion();
        var onRide = promotion != null && promotion.kind() == PromotionKind.FREE_DELIVERY;
        return onRide ? Money.ZERO : price.discount().atMost(price.itemsTotal());
    }
}
