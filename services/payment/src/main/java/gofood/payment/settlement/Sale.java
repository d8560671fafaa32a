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
    private static final int MOST_PIECES = 99;
    private static final Money MOST = Money.cents(100_000_000);

    /// Refuses a price that nobody can pay, before anything is asked of a provider.
    ///
    /// @throws InvalidField for a currency that doesn't exist, or amounts smaller than its coins
    public static void requireCoins(Price price) {
        if (!new Currency(price.currency()).holds(price.total()))
            throw new InvalidField("price.total", "has more decimals than " + price.currency());
    }

    /// Refuses what doesn't add up.
    ///
    /// @throws InvalidField which names what is wrong
    public static void requireSound(List<Line> items, Price price) {
        requireCoins(price);
        var currency = new Currency(price.currency());
        var sum = Money.ZERO;
        for (var line : items) {
            if (line.quantity() < 1 || line.quantity() > MOST_PIECES)
                throw new InvalidField("items.quantity", "must be 1 to " + MOST_PIECES);
            requireAmount(currency, "items.price", line.price());
            sum = sum.plus(line.price().times(line.quantity()));
        }
        requireAmount(currency, "price.items_total", price.itemsTotal());
        requireAmount(currency, "price.delivery_fee", price.deliveryFee());
        requireAmount(currency, "price.service_fee", price.serviceFee());
        requireAmount(currency, "price.small_order_fee", price.smallOrderFee());
        requireAmount(currency, "price.discount", price.discount());
        requireAmount(currency, "price.tip", price.tip());
        if (!sum.equals(price.itemsTotal()))
            throw new InvalidField("price.items_total", "must be what all items cost");
        var parts =
                sum.plus(price.deliveryFee())
                        .plus(price.serviceFee())
                        .plus(price.smallOrderFee())
                        .plus(price.tip())
                        .minus(price.discount());
        if (!parts.equals(price.total()))
            throw new InvalidField("price.total", "must be what all parts add up to");
    }

    private static void requireAmount(Currency currency, String field, Money amount) {
        if (Money.ZERO.isMoreThan(amount) || amount.isMoreThan(MOST))
            throw new InvalidField(field, "must be 0 to " + MOST);
        if (!currency.holds(amount))
            throw new InvalidField(field, "has more decimals than " + currency);
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
        return isDiscountOnRide() ? Money.ZERO : price.discount().atMost(price.itemsTotal());
    }

    /// What the promotion takes off the delivery fee alone.
    public Money discountOnRide() {
        return isDiscountOnRide() ? price.discount().atMost(price.deliveryFee()) : Money.ZERO;
    }

    private boolean isDiscountOnRide() {
        var promotion = price.promotion();
        return promotion != null && promotion.kind() == PromotionKind.FREE_DELIVERY;
    }
}
