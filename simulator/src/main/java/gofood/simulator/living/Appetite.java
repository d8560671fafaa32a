package gofood.simulator.living;

import gofood.contracts.Money;
import gofood.contracts.OrderApi.NewLine;
import gofood.contracts.RestaurantApi.Item;
import gofood.contracts.RestaurantApi.Menu;
import gofood.contracts.RestaurantApi.Option;
import gofood.contracts.RestaurantApi.OptionGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What somebody chooses from a menu: one to four dishes, each with as many options as its groups
/// ask for, and more dishes while the restaurant's minimum is not reached.
final class Appetite {
    private static final int MOST_LINES = 12;
    private static final double TAKES_AN_EXTRA = 0.25;
    private static final double TAKES_TWO = 0.2;

    private final Random random;
    private final List<NewLine> lines = new ArrayList<>();
    private Money total = Money.ZERO;

    private Appetite(Random random) {
        this.random = random;
    }

    /// Nothing, if the dishes that there are can't make an order.
    static Optional<List<NewLine>> choose(Menu menu, Random random) {
        var dishes =
                menu.sections().stream()
                        .flatMap(section -> section.items().stream())
                        .filter(Item::available)
                        .toList();
        if (dishes.isEmpty()) return Optional.empty();
        var meal = new Appetite(random);
        var appetite = random.nextInt(1, 5);
        while (meal.lines.size() < MOST_LINES
                && (meal.lines.size() < appetite || meal.total.compareTo(menu.minimumOrder()) < 0))
            meal.add(dishes.get(random.nextInt(dishes.size())));
        return meal.total.compareTo(menu.minimumOrder()) < 0
                ? Optional.empty()
                : Optional.of(List.copyOf(meal.lines));
    }

    private void add(Item dish) {
        Map<String, Option> chosen = new LinkedHashMap<>();
        for (var group : dish.optionGroups())
            for (var option : some(group)) chosen.put(option.optionId(), option);
        var price = dish.price();
        for (var option : chosen.values()) price = price.plus(option.price());
        var quantity = random.nextDouble() < TAKES_TWO ? 2 : 1;
        lines.add(new NewLine(dish.itemId(), quantity, List.copyOf(chosen.keySet()), null));
        total = total.plus(price.times(quantity));
    }

    private List<Option> some(OptionGroup group) {
        var most = Math.min(group.max(), group.options().size());
        var count = group.min();
        if (count < most && random.nextDouble() < TAKES_AN_EXTRA) count++;
        var shuffled = new ArrayList<>(group.options());
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, most));
    }
}
