package gofood.order;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.OrderApi.NewOrder;
import gofood.contracts.OrderApi.Quote;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Option;
import gofood.contracts.RestaurantApi.OptionGroup;
import gofood.order.LastMile.Way;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What a customer wants from one menu, and what it costs there now. Pure: the menu and the way to
/// the door are arguments.
final class Basket {
    private static final Money MOST = new Money(1_000_000);

    private final Menu menu;
    private final OrderConfig config;
    private final Map<String, Item> dishes = new HashMap<>();

    Basket(Menu menu, OrderConfig config) {
        this.menu = menu;
        this.config = config;
        for (var section : menu.sections())
            for (var item : section.items()) dishes.put(item.itemId(), item);
    }

    /// @throws Refused 422 for what this kitchen doesn't have or take, 409 for what it doesn't have
    ///   now
    Quote price(NewOrder wanted, Way way, Instant now) {
        if (!menu.openNow()) throw closed();
        var lines = wanted.items().stream().map(line -> price(line, now)).toList();
        var items = Money.ZERO;
        for (var line : lines) items = items.plus(line.price().times(line.quantity()));
        if (items.compareTo(MOST) > 0)
            throw new Refused(422, "too_large", "One order may cost at most " + MOST + ".")
                    .with("most", MOST);
        if (items.compareTo(menu.minimumOrder()) < 0) throw belowMinimum(items);
        var fee = deliveryFee(way.metres());
        return new Quote(
                menu.restaurantId(),
                lines,
                items,
                fee,
                items.plus(fee),
                menu.currency(),
                menu.preparationMinutes(),
                way.metres(),
                way.eta());
    }

    private Line price(NewLine wanted, Instant now) {
        var dish = dishes.get(wanted.itemId());
        if (dish == null)
            throw new Refused(
                            422,
                            "unknown_item",
                            menu.name() + " has no item " + wanted.itemId() + ".")
                    .with("item_id", wanted.itemId());
        var until = dish.soldOutUntil();
        if (!dish.available() || (until != null && until.isAfter(now))) throw soldOut(dish);
        var options = chosen(dish, wanted.options() == null ? List.of() : wanted.options());
        var price = dish.price();
        for (var option : options) price = price.plus(option.price());
        return new Line(
                dish.itemId(),
                dish.name(),
                wanted.quantity(),
                options.stream().map(Option::name).toList(),
                wanted.note(),
                price);
    }

    private static List<Option> chosen(Item dish, List<String> ids) {
        var left = new HashSet<>(ids);
        if (left.size() < ids.size())
            throw Refused.invalid("options", "must not name an option twice");
        var chosen = new ArrayList<Option>();
        for (var group : dish.optionGroups()) {
            var ofGroup = group.options().stream().filter(o -> left.remove(o.optionId())).toList();
            if (ofGroup.size() < group.min() || ofGroup.size() > group.max())
                throw wrongChoice(dish, group);
            chosen.addAll(ofGroup);
        }
        if (!left.isEmpty())
            throw new Refused(422, "unknown_option", dish.name() + " has no option " + left + ".")
                    .with("item_id", dish.itemId())
                    .with("unknown", left);
        return chosen;
    }

    private Money deliveryFee(long metres) {
        var perMetres = config.feePerKilometre().minor() * metres / 1000;
        // in steps of ten cents
        return new Money(config.feeBase().minor() + perMetres / 10 * 10);
    }

    private Refused closed() {
        var opensAt = menu.opensAt();
        return opensAt == null
                ? Refused.conflict("restaurant_closed", menu.name() + " is closed now.")
                : Refused.conflict(
                                "restaurant_closed",
                                menu.name() + " is closed now. It opens at " + opensAt + ".")
                        .with("opens_at", opensAt);
    }

    private Refused belowMinimum(Money items) {
        var missing = menu.minimumOrder().minus(items);
        return new Refused(
                        422,
                        "below_minimum",
                        "%s takes orders from %s. %s is missing."
                                .formatted(menu.name(), menu.minimumOrder(), missing))
                .with("minimum", menu.minimumOrder())
                .with("missing", missing);
    }

    private static Refused soldOut(Item dish) {
        var refused =
                Refused.conflict("sold_out", dish.name() + " is sold out.")
                        .with("item_id", dish.itemId());
        var until = dish.soldOutUntil();
        return until == null ? refused : refused.with("sold_out_until", until);
    }

    private static Refused wrongChoice(Item dish, OptionGroup group) {
        return new Refused(
                        422,
                        "wrong_choice",
                        "%s: choose %d to %d of \"%s\"."
                                .formatted(dish.name(), group.min(), group.max(), group.name()))
                .with("item_id", dish.itemId())
                .with("group_id", group.groupId())
                .with("min", group.min())
                .with("max", group.max());
    }
}
