package gofood.delivery.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What each meal would cost in each tour, in weighted seconds.
record CostTable(List<Meal> meals, List<Tour> tours, double[][] cost, Insertion insertion) {
    /// The assignment takes no negative costs and no broken ones: it is told quarters of a second,
    /// from here on upwards.
    private static final int ZERO = Assignment.MOST / 4;

    private static final int PARTS = 4;

    static CostTable of(List<Meal> meals, List<Tour> tours, Weights weights, Ways ways) {
        var nothing =
                new CostTable(List.of(), List.of(), new double[0][], new Insertion(weights, ways));
        return nothing.next(meals, tours);
    }

    /// The table of the next step: where a tour hasn't changed, its costs haven't either.
    ///
    /// @param left some of the meals, in the same order
    /// @param longer the same couriers' tours, in the same order
    CostTable next(List<Meal> left, List<Tour> longer) {
        var next = new double[left.size()][longer.size()];
        for (int t = 0; t < longer.size(); t++) {
            var tour = longer.get(t);
            boolean changed = tours.isEmpty() || tour.tasks.length != tours.get(t).tasks.length;
            double asItIs = changed ? insertion.asItIs(tour).total() : 0;
            for (int m = 0, was = 0; m < next.length; m++, was++) {
                while (!changed && meals.get(was).id() != left.get(m).id()) was++;
                next[m][t] = changed ? insertion.cheapest(tour, asItIs, left.get(m)) : cost[was][t];
            }
        }
        return new CostTable(left, longer, next, insertion);
    }

    /// Where there are more meals than couriers, those go first that have been ready longest; of
    /// couriers as good as each other, who has waited longest.
    int[][] scaled(Instant now) {
        var scaled = new int[meals.size()][tours.size()];
        var patience = new double[tours.size()];
        for (int t = 0; t < patience.length; t++) {
            int waited = -Task.seconds(now, tours.get(t).rider.freeSince());
            patience[t] = Math.clamp(waited, 0, 3600) / 3600.0;
        }
        for (int m = 0; m < scaled.length; m++) {
            double urgent = meals.get(m).urgency(insertion.weights());
            for (int t = 0; t < patience.length; t++) {
                double whole = cost[m][t] - urgent - patience[t];
                scaled[m][t] =
                        whole == Walk.NEVER
                                ? Assignment.NEVER
                                : Math.clamp(Math.round(whole * PARTS) + ZERO, 0, Assignment.MOST);
            }
        }
        return scaled;
    }

    /// The tours that take this meal, the cheapest first, and no more than so many.
    List<Integer> cheapestTours(int meal, int most) {
        var costs = cost[meal];
        var cheapest = new ArrayList<Integer>(most + 1);
        for (int t = 0; t < costs.length; t++) {
            if (costs[t] == Walk.NEVER) continue;
            int place = cheapest.size();
            while (place > 0 && costs[cheapest.get(place - 1)] > costs[t]) place--;
            if (place == most) continue;
            cheapest.add(place, t);
            if (cheapest.size() > most) cheapest.removeLast();
        }
        return cheapest;
    }

    Tour grown(int meal, int tour) {
        return insertion.into(tours.get(tour), meals.get(meal));
    }

    int mealOf(long deliveryId) {
        return IntStream.range(0, meals.size())
                .filter(m -> meals.get(m).id() == deliveryId)
                .findFirst()
                .orElseThrow();
    }

    int tourOf(long courierId) {
        return IntStream.range(0, tours.size())
                .filter(t -> tours.get(t).rider.courierId() == courierId)
                .findFirst()
                .orElseThrow();
    }
}
