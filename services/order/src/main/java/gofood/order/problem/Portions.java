package gofood.order.problem;

import gofood.contracts.Currency;
import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.order.price.Pricing;
import gofood.platform.wire.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The single pieces of an order's lines. Each can be reported once, whatever came of it, and is
/// worth its part of what its line cost after the discount; all pieces of a line are worth the
/// line, to the coin, however they are reported.
final class Portions {
    private final List<Line> lines;
    private final List<Money> worths;
    private final Currency currency;
    private final Map<Integer, Integer> reported = new HashMap<>();

    Portions(Price price, List<Line> lines) {
        this.lines = lines;
        this.worths = Pricing.worths(price, lines);
        this.currency = new Currency(price.currency());
    }

    /// Reports some of them.
    ///
    /// @return what they are worth
    /// @throws Refused 422 for what was not in the order, 409 for what was reported before
    Money report(List<ProblemItem> items) {
        var worth = Money.ZERO;
        for (var item : items) worth = worth.plus(report(item));
        return worth;
    }

    private Money report(ProblemItem item) {
        for (int i = 0; i < lines.size(); i++)
            if (lines.get(i).line() == item.line())
                return report(lines.get(i), worths.get(i), item.quantity());
        throw Refused.invalid("items", "must be of the order's lines").with("line", item.line());
    }

    private Money report(Line line, Money worth, int quantity) {
        var before = reported.getOrDefault(line.line(), 0);
        var after = before + quantity;
        if (quantity > line.quantity())
            throw Refused.invalid("items", "must be at most as many as were ordered")
                    .with("line", line.line());
        if (after > line.quantity())
            throw Refused.conflict(
                            "already_reported", "You have reported " + line.name() + " before.")
                    .with("line", line.line());
        reported.put(line.line(), after);
        return currency.share(worth, after, line.quantity())
                .minus(currency.share(worth, before, line.quantity()));
    }
}
