package gofood.delivery.planning;

/// The cheapest place for a delivery in a tour.
final class Insertion {
    private final Weights weights;
    private final Ways ways;
    private final Walk walk;
    private final Task[] longer;

    /// before which task of the tour to fetch, and to hand over
    int pickup;

    int dropoff;

    Insertion(Weights weights, Ways ways) {
        this.weights = weights;
        this.ways = ways;
        walk = new Walk(weights, ways);
        longer = new Task[weights.tourStops() + 2];
    }

    /// Whether this courier comes into question at all: hasn't refused it, and is near enough now
    /// or at one of the stops.
    boolean mayServe(Tour tour, Meal meal) {
        if (meal.job().refusedBy().contains(tour.rider.courierId())) return false;
        int kitchen = meal.fetch().place();
        for (int i = -1; i < tour.tasks.length; i++) {
            int from = i < 0 ? tour.place : tour.tasks[i].place();
            int way = ways.seconds(tour.rider.vehicle(), tour.ways, from, kitchen);
            if (way != Ways.NONE && way <= meal.job().reachSeconds()) return true;
        }
        return false;
    }

    /// @return by how much the tour's cost grows, or [Walk#NEVER]
    double cheapest(Tour tour, double costNow, Meal meal) {
        int count = tour.tasks.length;
        if (count + 2 > weights.tourStops()
                || meal.job().refusedBy().contains(tour.rider.courierId())) return Walk.NEVER;
        double least = Walk.NEVER;
        int before = tour.place;
        for (int p = 0; p <= count; p++) {
            int way = ways.seconds(tour.rider.vehicle(), tour.ways, before, meal.fetch().place());
            if (p < count) before = tour.tasks[p].place();
            if (way == Ways.NONE || way > meal.job().reachSeconds()) continue;
            for (int d = p; d <= count; d++) {
                tour.insert(longer, meal.fetch(), meal.hand(), p, d);
                double cost = walk.along(tour, longer, count + 2, meal.id());
                if (cost < least) {
                    least = cost;
                    pickup = p;
                    dropoff = d;
                }
            }
        }
        return least - costNow;
    }

    /// What the tour costs as it is; the figures are the walk's.
    Walk asItIs(Tour tour) {
        var _ = walk.along(tour, tour.tasks, tour.tasks.length, 0);
        return walk;
    }

    /// The tour with the meal in its cheapest place.
    Tour into(Tour tour, Meal meal) {
        if (cheapest(tour, 0, meal) == Walk.NEVER)
            throw new IllegalStateException("delivery " + meal.id() + " fits nowhere");
        return tour.with(meal.fetch(), meal.hand(), pickup, dropoff);
    }

    /// Goes along a tour that has the meal already; the figures are the walk's.
    Walk along(Tour tour, Meal meal) {
        var _ = walk.along(tour, tour.tasks, tour.tasks.length, meal.id());
        return walk;
    }

    Weights weights() {
        return weights;
    }
}
