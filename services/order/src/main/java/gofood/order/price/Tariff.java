package gofood.order.price;

import gofood.contracts.Currency;
import gofood.contracts.InvalidField;
import gofood.contracts.Money;
import gofood.contracts.RestaurantApi.TaxClass;
import gofood.platform.run.Env;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;

/// What a city charges beside the dishes, and what of it all is tax. Amounts are settings in the
/// currency's main unit (`1.99`) and are rounded up to its coins when they are used.
///
/// The rates are those of France, which Monaco applies: 10 % on food prepared to be eaten at once
/// (code général des impôts, article 279 m), 5.5 % on food that keeps (article 278-0 bis, A), 20 %
/// on alcohol and services (article 278). Prices include them.
///
/// @param deliveryBase what every delivery costs
/// @param deliveryPerKilometre what each kilometre along streets adds
/// @param deliveryStep in steps of so much
/// @param busy when it costs more, in the restaurant's own time
/// @param busyExtra so much more
/// @param service the service fee, a share of the dishes
/// @param serviceLeast but at least so much
/// @param serviceMost and at most so much
/// @param smallBelow dishes for less than this are a small order, which pays what is missing
/// @param smallMost but at most so much
public record Tariff(
        Money deliveryBase,
        Money deliveryPerKilometre,
        Money deliveryStep,
        List<BusySpan> busy,
        Money busyExtra,
        Rate service,
        Money serviceLeast,
        Money serviceMost,
        Money smallBelow,
        Money smallMost,
        Rate vatPrepared,
        Rate vatPackaged,
        Rate vatAlcohol,
        Rate vatServices) {
    private static final long METRES_PER_KILOMETRE = 1000;

    public static Tariff from(Env env) {
        return new Tariff(
                amount(env, "ORDER_FEE_BASE", "1.99"),
                amount(env, "ORDER_FEE_PER_KM", "0.60"),
                amount(env, "ORDER_FEE_STEP", "0.10"),
                busy(env, "ORDER_FEE_BUSY", "12:00-13:30,19:30-21:30"),
                amount(env, "ORDER_FEE_BUSY_EXTRA", "0.50"),
                percent(env, "ORDER_FEE_SERVICE_PERCENT", "5"),
                amount(env, "ORDER_FEE_SERVICE_LEAST", "0.49"),
                amount(env, "ORDER_FEE_SERVICE_MOST", "2.99"),
                amount(env, "ORDER_FEE_SMALL_BELOW", "12.00"),
                amount(env, "ORDER_FEE_SMALL_MOST", "2.00"),
                percent(env, "ORDER_VAT_PREPARED_PERCENT", "10"),
                percent(env, "ORDER_VAT_PACKAGED_PERCENT", "5.5"),
                percent(env, "ORDER_VAT_ALCOHOL_PERCENT", "20"),
                percent(env, "ORDER_VAT_SERVICES_PERCENT", "20"));
    }

    /// @param items what the dishes cost
    /// @param metres along streets from the kitchen to the door
    /// @param at by the restaurant's clock: of ordering, or when an order for later is to come
    public Fees fees(Currency currency, Money items, long metres, LocalTime at) {
        return new Fees(
                delivery(currency, metres, at),
                service(currency, items),
                smallOrder(currency, items));
    }

    private Money service(Currency currency, Money items) {
        var least = Coins.up(currency, serviceLeast);
        var fee = service.of(currency, items).atMost(Coins.up(currency, serviceMost));
        return least.isMoreThan(fee) ? least : fee;
    }

    /// What the ride alone costs.
    public Money delivery(Currency currency, long metres, LocalTime at) {
        var step = Math.max(currency.coin(), Coins.up(currency, deliveryStep).mills());
        var way = deliveryPerKilometre.mills() * metres / METRES_PER_KILOMETRE;
        var fee = Coins.up(currency, deliveryBase).plus(new Money(way / step * step));
        return busy.stream().anyMatch(span -> span.holds(at))
                ? fee.plus(Coins.up(currency, busyExtra))
                : fee;
    }

    private Money smallOrder(Currency currency, Money items) {
        var missing = Coins.up(currency, smallBelow).minus(items);
        return missing.isPositive() ? missing.atMost(Coins.up(currency, smallMost)) : Money.ZERO;
    }

    /// The rate of the tax that a dish's price includes.
    public BigDecimal vatPercent(TaxClass dish) {
        return switch (dish) {
            case PREPARED -> vatPrepared.percent();
            case PACKAGED -> vatPackaged.percent();
            case ALCOHOL -> vatAlcohol.percent();
        };
    }

    private static Money amount(Env env, String name, String otherwise) {
        try {
            var amount = Money.of(env.decimal(name, otherwise));
            if (Money.ZERO.isMoreThan(amount))
                throw new IllegalStateException("The setting " + name + " must not be negative.");
            return amount;
        } catch (InvalidField e) {
            throw new IllegalStateException("The setting %s %s.".formatted(name, e.rule()), e);
        }
    }

    private static Rate percent(Env env, String name, String otherwise) {
        try {
            return new Rate(env.decimal(name, otherwise));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalStateException(
                    "The setting %s must be 0 to 100 with at most three decimals.".formatted(name),
                    e);
        }
    }

    private static List<BusySpan> busy(Env env, String name, String otherwise) {
        try {
            return BusySpan.list(env.text(name, otherwise));
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    "The setting %s must be like 12:00-13:30,19:30-21:30, or none.".formatted(name),
                    e);
        }
    }
}
