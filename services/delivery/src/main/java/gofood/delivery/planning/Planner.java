package gofood.delivery.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Decides a round: first every courier gets at most one delivery, all together at least total
/// cost; what is left then competes, again all together, for a second place in the tours made so,
/// and so on until nothing fits any more. So one courier brings two orders where that is cheaper,
/// and each step is exact.
public final class Planner {
    private final Weights usual;

    public Planner(Weights usual) {
        this.usual = usual;
    }

    /// The same situation gives the same plan, whatever the order of its lists.
    public Plan plan(Situation situation, Travel travel) {
        var now = situation.now();
        var weights = usual.in(situation);
        var ways = new Ways(situation, travel);
        var insertion = new Insertion(weights, ways);
        // who is off the map with food in the bag is nobody's help now
        var tours =
                situation.riders().stream()
                        .sorted(Comparator.comparingLong(Rider::courierId))
                        .map(rider -> Tour.of(rider, now, ways))
                        .filter(tour -> insertion.asItIs(tour).total() != Walk.NEVER)
                        .toList();
        var jobs =
                situation.jobs().stream()
                        .filter(job -> !job.readyAt().isAfter(now.plusSeconds(weights.horizon())))
                        .sorted(
                                Comparator.comparing(Job::readyAt)
                                        .thenComparingLong(Job::deliveryId))
                        .map(job -> Meal.of(job, now, ways))
                        .toList();
        // what nobody can bring must not keep others from being looked at
        var meals =
                jobs.stream()
                        .filter(meal ->
                                tours.stream().anyMatch(tour -> insertion.mayServe(tour, meal)))
                        .limit((long) tours.size() * weights.mealsPerRider())
                        .toList();
        var first = CostTable.of(meals, tours, weights, ways);
        var table = first;
        var asking = new Asking(weights, now, ways);
        var choices = new ArrayList<Choice>();
        while (true) {
            int[] tourOf = Assignment.cheapest(table.scaled(now));
            var left = new ArrayList<Meal>();
            var longer = new ArrayList<>(table.tours());
            for (int m = 0; m < tourOf.length; m++) {
                if (tourOf[m] < 0) {
                    left.add(table.meals().get(m));
                    continue;
                }
                choices.add(asking.choice(table, m, tourOf[m]));
                longer.set(tourOf[m], table.grown(m, tourOf[m]));
            }
            if (left.isEmpty() || left.size() == tourOf.length) {
                var served = choices.stream().map(Choice::deliveryId).collect(Collectors.toSet());
                var unserved =
                        jobs.stream()
                                .map(Meal::id)
                                .filter(id -> !served.contains(id))
                                .sorted()
                                .toList();
                return new Plan(askable(choices, first, asking), unserved);
            }
            table = table.next(left, longer);
        }
    }

    /// A courier is asked for one delivery at a time. Whichever comes first must stand by itself,
    /// as the others may be declined or go elsewhere.
    private static List<Choice> askable(List<Choice> choices, CostTable alone, Asking asking) {
        Map<Long, Choice> earliest = new HashMap<>();
        Map<Long, Choice> planned = new HashMap<>();
        for (var choice : choices) {
            planned.putIfAbsent(choice.courierId(), choice);
            earliest.merge(
                    choice.courierId(), choice, (a, b) -> b.askAt().isBefore(a.askAt()) ? b : a);
        }
        return choices.stream()
                .map(choice -> {
                    if (!choice.equals(earliest.get(choice.courierId()))) return choice.later();
                    if (choice.equals(planned.get(choice.courierId()))) return choice;
                    return asking.choice(
                            alone,
                            alone.mealOf(choice.deliveryId()),
                            alone.tourOf(choice.courierId()));
                })
                .sorted(
                        Comparator.comparing(Choice::askAt)
                                .thenComparing(choice -> !choice.due())
                                .thenComparingLong(Choice::deliveryId))
                .toList();
    }
}
