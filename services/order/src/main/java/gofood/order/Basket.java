package gofood.order;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.RestaurantApi.Menu;
import gofood.order.price.PricedMenu;
import gofood.order.price.Pricing;
import gofood.order.price.Tariff;
import gofood.platform.wire.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a customer wants from one menu, as far as it can be had. Pure: the menu and the time are
/// arguments.
///
/// @param lines what can be had, numbered as it was wanted
/// @param missing why the rest can't
record Basket(List<Line> lines, List<Refused> missing) {
    static Basket of(Menu menu, Tariff tariff, List<NewLine> wanted, Instant at) {
        var priced = new PricedMenu(menu, tariff);
        var lines = new ArrayList<Line>();
        var missing = new ArrayList<Refused>();
        for (int number = 1; number <= wanted.size(); number++)
            try {
                lines.add(priced.line(number, wanted.get(number - 1), at));
            } catch (Refused refused) {
                missing.add(refused.with("line", number));
            }
        return new Basket(lines, missing);
    }

    /// The lines with the numbers that they have once the missing ones are left out.
    List<Line> renumbered() {
        var renumbered = new ArrayList<Line>();
        for (var line : lines) renumbered.add(line(renumbered.size() + 1, line, line.price()));
        return renumbered;
    }

    /// The lines for prices that were promised, which are in the order of what was wanted.
    List<Line> at(List<Money> prices) {
        return lines.stream()
                .map(line -> line(line.line(), line, prices.get(line.line() - 1)))
                .toList();
    }

    private static Line line(int number, Line line, Money price) {
        return new Line(
                number,
                line.itemId(),
                line.name(),
                line.quantity(),
                line.options(),
                line.note(),
                price,
                line.vatPercent());
    }

    /// What the dishes cost.
    ///
    /// @param most what one order may cost at most
    /// @throws Refused 422 when it is more
    Money total(Money most) {
        // counted before it is an amount, which has a limit of its own
        var mills = lines.stream().mapToLong(line -> line.price().mills() * line.quantity()).sum();
        if (mills > most.mills())
            throw new Refused(422, "too_large", "One order may cost at most " + most + ".")
                    .with("most", most);
        return Pricing.sum(lines);
    }
}
