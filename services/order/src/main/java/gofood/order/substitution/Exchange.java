package gofood.order.substitution;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.Line;
import gofood.contracts.OrderApi.Price;
import gofood.contracts.OrderApi.Substitution;
import gofood.order.price.Pricing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// So many of a line for another dish, or for nothing.
///
/// @param instead at most as dear as what it stands for; null: nothing
record Exchange(int line, int quantity, @Nullable Line instead) {
    static Exchange accepted(Substitution asked) {
        return new Exchange(asked.line(), asked.quantity(), asked.instead());
    }

    static Exchange dropped(Substitution asked) {
        return new Exchange(asked.line(), asked.quantity(), null);
    }

    /// The lines after it. What stands for a whole line takes its number; what stands for a part of
    /// one gets a new number after all others.
    List<Line> in(List<Line> lines) {
        var after = new ArrayList<Line>();
        for (var each : lines) {
            if (each.line() != line) {
                after.add(each);
                continue;
            }
            var left = each.quantity() - quantity;
            if (left > 0) after.add(like(each, each.line(), left, each.price()));
            if (instead != null) {
                var number = left > 0 ? next(lines) : line;
                after.add(like(instead, number, quantity, instead.price()));
            }
        }
        return after;
    }

    /// What the order costs after it; nothing when nothing is left of it.
    Money total(Pricing pricing, Price price, List<Line> lines) {
        var after = in(lines);
        return after.isEmpty() ? Money.ZERO : pricing.reprice(price, lines, after).total();
    }

    /// The dish as it is sold for another: never dearer.
    static Line insteadOf(Line missing, int quantity, Line dish, List<Line> lines) {
        var number = quantity < missing.quantity() ? next(lines) : missing.line();
        return like(dish, number, quantity, dish.price().atMost(missing.price()));
    }

    private static int next(List<Line> lines) {
        return lines.stream().mapToInt(Line::line).max().orElse(0) + 1;
    }

    private static Line like(Line dish, int number, int quantity, Money price) {
        return new Line(
                number,
                dish.itemId(),
                dish.name(),
                quantity,
                dish.options(),
                dish.note(),
                price,
                dish.vatPercent());
    }
}
