package gofood.order.price;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Option;
import gofood.contracts.RestaurantApi.OptionGroup;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What a kitchen's dishes cost with the options that somebody chose.
public final class PricedMenu {
    private final Menu menu;
    private final Currency currency;
    private final Tariff tariff;
    private final Map<String, Item> dishes = new HashMap<>();

    public PricedMenu(Menu menu, Tariff tariff) {
        this.menu = menu;
        this.currency = new Currency(menu.currency());
        this.tariff = tariff;
        for (var section : menu.sections())
            for (var item : section.items()) dishes.put(item.itemId(), item);
    }

    /// @param number the line's number in the order
    /// @param at when it is wanted
    /// @throws Refused 422 for what this kitchen doesn't have, 409 for what it doesn't have then
    public Line line(int number, NewLine wanted, Instant at) {
        var dish = dishes.get(wanted.itemId());
        if (dish == null)
            throw new Refused(
                            422,
                            "unknown_item",
                            menu.name() + " has no item " + wanted.itemId() + ".")
                    .with("item_id", wanted.itemId());
        var until = dish.soldOutUntil();
        if (!dish.available() || (until != null && until.isAfter(at))) throw soldOut(dish);
        var options = chosen(dish, wanted.options() == null ? List.of() : wanted.options());
        var price = dish.price();
        for (var option : options) price = price.plus(option.price());
        return new Line(
                number,
                dish.itemId(),
                dish.name(),
                wanted.quantity(),
                options.stream().map(Option::name).toList(),
                wanted.note(),
                coins(price),
                tariff.vatPercent(dish.taxClass()));
    }

    /// A menu may still hold a price from before its city had this currency.
    private Money coins(Money price) {
        return currency.share(price, 1, 1);
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
