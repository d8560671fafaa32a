package gofood.order;

import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.Eta;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Quote;
import gofood.contracts.OrderApi.Slot;
import gofood.contracts.RestaurantApi.Menu;
import gofood.order.LastMile.Way;
import gofood.order.price.Discount;
import gofood.order.price.Pricing;
import gofood.order.promotion.Promotions;
import gofood.order.promotion.Promotions.Customer;
import gofood.order.quote.Change;
import gofood.order.quote.Promise;
import gofood.order.quote.Promises;
import gofood.order.slot.Slots;
import gofood.platform.Foundation;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Prices baskets: asks everyone what can be had, does the sums, promises them for a while, and
/// says what has changed when a promise can't be kept.
final class Quotes {
    private final Foundation base;
    private final OrderConfig config;
    private final Menus menus;
    private final LastMile lastMile;
    private final Slots slots;
    private final Promotions promotions;
    private final Promises promises;
    private final Pricing pricing;

    Quotes(
            Foundation base,
            OrderConfig config,
            Menus menus,
            LastMile lastMile,
            Slots slots,
            Promotions promotions) {
        this.base = base;
        this.config = config;
        this.menus = menus;
        this.lastMile = lastMile;
        this.slots = slots;
        this.promotions = promotions;
        this.promises = Promises.open(base.db());
        this.pricing = new Pricing(config.tariff());
    }

    /// Asks for everything that a price depends on.
    ///
    /// @throws Refused for what no change could mend: another restaurant, a wrong amount, somebody
    ///   who doesn't answer
    Prospect prospect(NewOrder wanted, Customer customer) {
        var now = base.clock().instant();
        var menu = menus.of(wanted.restaurantId());
        var closed = new ArrayList<Refused>();
        var way = unless(closed, () -> lastMile.between(menu, wanted.address()));
        var from = wanted.slotFrom();
        Slot slot = null;
        if (from != null)
            slot = unless(closed, () -> base.db().tx(tx -> slots.check(tx, menu, from)));
        else if (!menu.openNow()) closed.add(closed(menu));
        var at = from == null ? now : from;
        var basket = Basket.of(menu, config.tariff(), wanted.items(), at);
        var items = basket.total(config.mostItems());
        if (basket.missing().isEmpty()) checkTip(wanted.tip(), items, menu);
        var gone = new ArrayList<Refused>();
        var discount = unless(gone, () -> discount(wanted, customer, menu, items, now));
        var promotionGone = gone.isEmpty() ? null : gone.getFirst();
        return new Prospect(
                wanted, menu, now, way, slot, basket, items, discount, closed, promotionGone);
    }

    /// What refuses for now or for this basket is noted; what fails is thrown.
    private static <T> @Nullable T unless(List<Refused> against, Supplier<@Nullable T> asked) {
        try {
            return asked.get();
        } catch (Refused refused) {
            if (refused.status() != 409 && refused.status() != 422) throw refused;
            against.add(refused);
            return null;
        }
    }

    /// Nobody means to give more than the dishes cost: a decimal point was forgotten.
    private static void checkTip(@Nullable Money tip, Money items, Menu menu) {
        if (tip == null) return;
        var currency = new Currency(menu.currency());
        if (!currency.holds(tip))
            throw Refused.invalid("tip", "must be an amount in coins of " + currency.code());
        if (tip.isMoreThan(items))
            throw Refused.invalid(
                    "tip", "must be at most what the dishes cost, " + currency.text(items));
    }

    private @Nullable Discount discount(
            NewOrder wanted, Customer customer, Menu menu, Money items, Instant now) {
        var code = wanted.promotion();
        if (code == null) return null;
        return base.db().tx(tx -> promotions.offered(tx, code, customer, menu, items, now));
    }

    private static Refused closed(Menu menu) {
        var opensAt = menu.opensAt();
        return opensAt == null
                ? Refused.conflict("restaurant_closed", menu.name() + " is closed now.")
                : Refused.conflict(
                                "restaurant_closed",
                                menu.name() + " is closed now. It opens at " + opensAt + ".")
                        .with("opens_at", opensAt);
    }

    /// What it costs now.
    ///
    /// @throws Refused for the first thing that stands against it
    Quote sell(Prospect prospect) {
        for (var refused : prospect.against()) throw refused;
        return priced(prospect);
    }

    /// The price of what can be had of it, with a new promise.
    private Quote priced(Prospect prospect) {
        var menu = prospect.menu();
        if (prospect.items().compareTo(menu.minimumOrder()) < 0)
            throw belowMinimum(menu, prospect.items());
        var currency = new Currency(menu.currency());
        var clock = prospect.at().atZone(ZoneId.of(menu.timeZone())).toLocalTime();
        var way = way(prospect);
        var fees = config.tariff().fees(currency, prospect.items(), way.metres(), clock);
        var lines = prospect.basket().renumbered();
        var price = pricing.price(currency, lines, fees, prospect.discount(), prospect.tip());
        var until = prospect.asked().truncatedTo(ChronoUnit.SECONDS).plus(config.quoteFor());
        var promise =
                new Promise(
                        digest(prospect.possible()),
                        until,
                        lines.stream().map(Line::price).toList(),
                        fees,
                        price.discount(),
                        price.promotion(),
                        price.total());
        return quote(prospect, promises.sign(promise), until, lines, price);
    }

    private static Way way(Prospect prospect) {
        var way = prospect.way();
        if (way == null) throw new IllegalStateException("there is no way to this door");
        return way;
    }

    private static Quote quote(
            Prospect prospect, String token, Instant until, List<Line> lines, Price price) {
        var way = way(prospect);
        var slot = prospect.slot();
        return new Quote(
                token,
                until,
                prospect.menu().restaurantId(),
                lines,
                price,
                prospect.menu().preparationMinutes(),
                way.metres(),
                slot == null ? way.eta() : new Eta(slot.from(), slot.to()),
                slot);
    }

    private static String digest(NewOrder wanted) {
        return Promise.basket(wanted, LastMile.door(wanted.address()));
    }

    private static Refused belowMinimum(Menu menu, Money items) {
        var missing = menu.minimumOrder().minus(items);
        var currency = new Currency(menu.currency());
        return new Refused(
                        422,
                        "below_minimum",
                        "%s takes orders from %s. %s is missing."
                                .formatted(
                                        menu.name(),
                                        currency.text(menu.minimumOrder()),
                                        currency.text(missing)))
                .with("minimum", menu.minimumOrder())
                .with("missing", missing);
    }

    /// The promise that an order carries.
    ///
    /// @throws Refused 422 when it isn't ours, or is for another basket
    Promise promised(String token, NewOrder wanted) {
        var promise = promises.read(token);
        if (promise.basket().equals(digest(wanted))) return promise;
        throw new Refused(
                422,
                "quote_mismatch",
                "The quote is for another basket, address, tip, promotion or time. Ask for one for"
                        + " this: POST /quotes.");
    }

    /// Sells for what was promised. A promise that is over is kept all the same when it would cost
    /// as much or less now, for the price of now.
    ///
    /// @throws Refused 409 `quote_changed` when it can't be kept
    Quote redeem(Promise promise, String token, Prospect prospect) {
        if (!prospect.against().isEmpty()) throw changed(promise, prospect);
        if (!promise.isOver(prospect.asked())) return kept(promise, token, prospect);
        if (prospect.items().compareTo(prospect.menu().minimumOrder()) < 0)
            throw changed(promise, prospect);
        var now = priced(prospect);
        if (isDearer(promise, now)) throw changed(promise, prospect);
        return now;
    }

    private Quote kept(Promise promise, String token, Prospect prospect) {
        var lines = prospect.basket().at(promise.prices());
        var price =
                pricing.price(
                        new Currency(prospect.menu().currency()),
                        lines,
                        promise.fees(),
                        promise.off(),
                        promise.promotion(),
                        prospect.tip());
        return quote(prospect, token, promise.until(), lines, price);
    }

    private static boolean isDearer(Promise promise, Quote now) {
        return now.price().total().isMoreThan(promise.total())
                || now.items().stream()
                        .anyMatch(line ->
                                line.price().isMoreThan(promise.prices().get(line.line() - 1)));
    }

    /// Says exactly what is not as promised, and offers what can be had instead.
    Refused changed(Promise promise, Prospect prospect) {
        var changes = new ArrayList<Change>();
        for (var refused : prospect.against()) changes.add(Change.of(refused));
        var refused =
                Refused.conflict(
                        "quote_changed",
                        "Something has changed since this price was shown. Look at it again, and"
                                + " order with the new quote.");
        if (prospect.closed().isEmpty() && !prospect.basket().lines().isEmpty())
            try {
                var quote = priced(prospect);
                var lines = prospect.basket().lines();
                changes.addAll(Change.between(promise, lines, quote.price()));
                refused = refused.with("quote", quote);
            } catch (Refused none) {
                changes.add(Change.of(none));
            }
        // until when it is closed, which other slots there are
        for (var closed : prospect.closed()) closed.extras().forEach(refused::with);
        return refused.with("changes", changes);
    }
}
