package gofood.delivery.planning;

import gofood.contracts.DeliveryApi.CandidateCost;
import java.time.Instant;
import java.util.ArrayList;

/// Says when to ask the chosen courier, and what speaks for them.
final class Asking {
    private static final int CANDIDATES = 5;

    private final Weights weights;
    private final Instant now;
    private final Ways ways;

    Asking(Weights weights, Instant now, Ways ways) {
        this.weights = weights;
        this.now = now;
        this.ways = ways;
    }

    /// @param m the number of the meal in the table
    /// @param t the number of the chosen tour
    Choice choice(CostTable table, int m, int t) {
        var meal = table.meals().get(m);
        var candidates = new ArrayList<CandidateCost>();
        for (int other : table.cheapestTours(m, CANDIDATES))
            candidates.add(candidate(table, m, other));
        var cost = candidate(table, m, t);
        if (!candidates.contains(cost)) candidates.set(candidates.size() - 1, cost);

        var tour = table.grown(m, t);
        var askAt = askAt(table.insertion().along(tour, meal), meal, tour);
        var job = meal.job();
        var rider = tour.rider;
        int pickup = 0;
        while (!(tour.tasks[pickup].pickup()
                && tour.tasks[pickup].stop().deliveryId() == meal.id())) pickup++;
        var from = pickup == 0 ? rider.at() : tour.tasks[pickup - 1].stop().at();
        long there = ways.metres(rider.vehicle(), from, job.kitchen());
        long ride = ways.metres(rider.vehicle(), job.kitchen(), job.door());
        return new Choice(
                meal.id(),
                rider.courierId(),
                !askAt.isAfter(now),
                askAt,
                tour.stops(),
                there,
                there + ride,
                cost,
                candidates,
                Reason.of(cost, candidates, meal, now, tour));
    }

    /// A courier with nothing else to do on the way is asked so that they arrive when the food is
    /// ready; one with others' food in the bag must know before they pass by.
    private Instant askAt(Walk walk, Meal meal, Tour tour) {
        int leave = walk.leavesFor;
        int last = tour.tasks.length - 2;
        boolean alone =
                tour.tasks[last].stop().deliveryId() == meal.id() && tour.tasks[last].pickup();
        if (alone) {
            int way = walk.atKitchen - walk.leavesFor;
            leave = Math.max(leave, meal.ready() - way - weights.margin());
        }
        return now.plusSeconds(Math.max(0, leave - weights.answer()));
    }

    private CandidateCost candidate(CostTable table, int m, int t) {
        var meal = table.meals().get(m);
        var before = table.insertion().asItIs(table.tours().get(t));
        double lateness = -before.lateness;
        double foodWaiting = -before.foodWaiting;
        double detour = -before.detour;
        double idle = -before.idle;
        var after = table.insertion().along(table.grown(m, t), meal);
        return new CandidateCost(
                table.tours().get(t).rider.courierId(),
                Math.round(table.cost()[m][t]),
                Math.round(lateness + after.lateness),
                Math.round(foodWaiting + after.foodWaiting),
                Math.round(detour + after.detour),
                Math.round(idle + after.idle),
                now.plusSeconds(after.pickupAt),
                now.plusSeconds(after.doorAt));
    }
}
