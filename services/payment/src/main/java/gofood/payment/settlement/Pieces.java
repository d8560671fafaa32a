package gofood.payment.settlement;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.ProblemItem;
import gofood.platform.wire.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What single dishes of an order were paid for: their price less their part of a discount. The
/// parts of all pieces add up to what was paid for all dishes, so that pieces which are refunded
/// one by one give what they give together.
public final class Pieces {
    private final Sale sale;
    private final List<Money> gross;
    private final Map<Integer, Integer> gone = new HashMap<>();

    /// @param refunded pieces that were refunded before
    public Pieces(Sale sale, List<ProblemItem> refunded) {
        this.sale = sale;
        gross = sale.items().stream().map(Pieces::gross).toList();
        for (var item : refunded) gone.merge(item.line(), item.quantity(), Integer::sum);
    }

    /// What these are worth.
    ///
    /// @throws Refused 422 for what wasn't bought, 409 for what was refunded already
    public Money take(List<ProblemItem> items) {
        var sum = Money.ZERO;
        for (var item : items) {
            var line = line(item.line());
            var before = gone.getOrDefault(item.line(), 0);
            if (before + item.quantity() > line.quantity())
                throw Refused.conflict(
                                "refunded_already",
                                "Of line %d, %d of %d can still be refunded."
                                        .formatted(
                                                item.line(),
                                                Math.max(0, line.quantity() - before),
                                                line.quantity()))
                        .with("line", item.line())
                        .with("left", Math.max(0, line.quantity() - before));
            sum = sum.plus(worth(line, before, item.quantity()));
            gone.put(item.line(), before + item.quantity());
        }
        return sum;
    }

    /// What of these was refunded already and can't be once more.
    public Money overlap(List<ProblemItem> items) {
        var sum = Money.ZERO;
        for (var item : items) {
            var found = sale.items().stream().filter(line -> line.line() == item.line()).findAny();
            if (found.isEmpty()) continue;
            var line = found.get();
            var before = Math.min(gone.getOrDefault(item.line(), 0), line.quantity());
            var twice = Math.max(0, before + item.quantity() - line.quantity());
            sum = sum.plus(worth(line, 0, Math.min(twice, before)));
        }
        return sum;
    }

    private Line line(int number) {
        return sale.items().stream()
                .filter(line -> line.line() == number)
                .findAny()
                .orElseThrow(() -> Refused.invalid("items", "has no line " + number));
    }

    private Money worth(Line line, int before, int pieces) {
        return upTo(line, before + pieces).minus(upTo(line, before));
    }

    private Money upTo(Line line, int pieces) {
        return sale.currency().share(paid(line), pieces, line.quantity());
    }

    private Money paid(Line line) {
        var less = sale.currency().spread(sale.discountOnDishes(), gross);
        var index = sale.items().indexOf(line);
        return gross.get(index).minus(less.get(index));
    }

    private static Money gross(Line line) {
        return line.price().times(line.quantity());
    }
}
