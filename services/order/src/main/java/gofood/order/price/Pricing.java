package gofood.order.price;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Applied;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.PromotionKind;
import gofood.contracts.OrderApi.Tax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts a price together: items + fees − discount + tip = total, and for each rate of tax net + tax
/// = gross, all to the coin. The gross amounts add up to the total without the tip.
public final class Pricing {
    private final Tariff tariff;

    public Pricing(Tariff tariff) {
        this.tariff = tariff;
    }

    /// What dishes cost.
    public static Money sum(List<Line> lines) {
        var sum = Money.ZERO;
        for (var line : lines) sum = sum.plus(worth(line));
        return sum;
    }

    private static Money worth(Line line) {
        return line.price().times(line.quantity());
    }

    public Price price(
            Currency currency,
            List<Line> lines,
            Fees fees,
            @Nullable Discount discount,
            Money tip) {
        if (discount == null) return price(currency, lines, fees, Money.ZERO, null, tip);
        var off = discount.of(currency, sum(lines), fees.delivery());
        return price(currency, lines, fees, off, discount.promotion(), tip);
    }

    /// @param off what the promotion takes off, at most what it is taken off
    public Price price(
            Currency currency,
            List<Line> lines,
            Fees fees,
            Money off,
            @Nullable Applied promotion,
            Money tip) {
        var items = sum(lines);
        return new Price(
                items,
                fees.delivery(),
                fees.service(),
                fees.smallOrder(),
                off,
                tip,
                items.plus(fees.sum()).minus(off).plus(tip),
                currency.code(),
                promotion,
                taxes(currency, lines, fees, off, promotion));
    }

    /// The price of an order of which something was left out or swapped. Fees and tip stay as they
    /// were. The promotion takes the same share of the dishes as before, or the same amount but not
    /// more than they cost; a free delivery stays free. So the total never rises.
    ///
    /// @throws IllegalArgumentException when the dishes cost more than before; who swaps sells the
    ///   new dish for what the old one cost
    public Price reprice(Price price, List<Line> before, List<Line> after) {
        var currency = new Currency(price.currency());
        var items = sum(after);
        if (items.isMoreThan(sum(before)))
            throw new IllegalArgumentException("the dishes cost more than before");
        var fees = new Fees(price.deliveryFee(), price.serviceFee(), price.smallOrderFee());
        var off = stillOff(currency, price, items);
        return price(currency, after, fees, off, price.promotion(), price.tip());
    }

    private static Money stillOff(Currency currency, Price price, Money items) {
        var promotion = price.promotion();
        if (promotion == null || price.discount().isZero()) return Money.ZERO;
        return switch (promotion.kind()) {
            case PERCENT ->
                    currency.share(items, price.discount().mills(), price.itemsTotal().mills());
            case AMOUNT -> price.discount().atMost(items);
            case FREE_DELIVERY -> price.discount();
        };
    }

    /// What each line costs once the promotion's discount has been taken off it: what a customer
    /// gets back for it, and what of it is taxed.
    public static List<Money> worths(Price price, List<Line> lines) {
        return worths(new Currency(price.currency()), lines, price.discount(), price.promotion());
    }

    private static List<Money> worths(
            Currency currency, List<Line> lines, Money off, @Nullable Applied promotion) {
        var worths = lines.stream().map(Pricing::worth).toList();
        if (isOffDelivery(promotion)) return worths;
        var less = currency.spread(off, worths);
        var left = new ArrayList<Money>(worths.size());
        for (int i = 0; i < worths.size(); i++) left.add(worths.get(i).minus(less.get(i)));
        return left;
    }

    private List<Tax> taxes(
            Currency currency,
            List<Line> lines,
            Fees fees,
            Money off,
            @Nullable Applied promotion) {
        var gross = new TreeMap<BigDecimal, Money>();
        var worths = worths(currency, lines, off, promotion);
        for (int i = 0; i < lines.size(); i++)
            gross.merge(lines.get(i).vatPercent(), worths.get(i), Money::plus);
        var services = isOffDelivery(promotion) ? fees.sum().minus(off) : fees.sum();
        gross.merge(tariff.vatServices().percent(), services, Money::plus);
        var taxes = new ArrayList<Tax>();
        gross.forEach((percent, paid) -> {
            var tax = new Rate(percent).within(currency, paid);
            if (!paid.isZero()) taxes.add(new Tax(percent, paid, paid.minus(tax), tax));
        });
        return taxes;
    }

    private static boolean isOffDelivery(@Nullable Applied promotion) {
        return promotion != null && promotion.kind() == PromotionKind.FREE_DELIVERY;
    }
}
