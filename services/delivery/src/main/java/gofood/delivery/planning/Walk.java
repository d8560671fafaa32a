package gofood.delivery.planning;

/// Goes along a tour in thought and adds up what it costs, in weighted seconds. One object serves
/// many tours, one after another, since a round goes along hundreds of thousands of them.
final class Walk {
    static final double NEVER = Double.POSITIVE_INFINITY;

    private final Weights weights;
    private final Ways ways;

    double lateness;
    double foodWaiting;
    double detour;
    double idle;

    /// when the courier is at the watched delivery's kitchen, when the food is in their hands'
    /// reach, and when they are at its door; seconds from now
    int atKitchen;

    int pickupAt;
    int doorAt;

    /// when the courier leaves the stop before the watched kitchen
    int leavesFor;

    Walk(Weights weights, Ways ways) {
        this.weights = weights;
        this.ways = ways;
    }

    /// @param watched the delivery that isn't theirs yet: they are asked as late as possible, so
    ///   that they don't wait for it at the kitchen unless they bring others' food meanwhile
    /// @return the whole cost, or NEVER where the bag is too small or no way leads
    double along(Tour tour, Task[] tasks, int count, long watched) {
        lateness = 0;
        foodWaiting = 0;
        detour = NEVER;
        idle = 0;
        int wayThere = 0;
        int time = 0;
        int bag = tour.bag;
        int at = tour.place;
        for (int i = 0; i < count; i++) {
            var task = tasks[i];
            int way = ways.seconds(tour.rider.vehicle(), tour.ways, at, task.place());
            if (way == Ways.NONE) return NEVER;
            boolean isWatched = task.stop().deliveryId() == watched;
            if (isWatched && task.pickup()) leavesFor = time;
            wayThere += way;
            time += way;
            at = task.place();
            if (task.pickup()) {
                if (++bag > tour.rider.capacity()) return NEVER;
                if (isWatched) atKitchen = time;
                if (task.moment() > time) {
                    int wait = task.moment() - time;
                    boolean alone = isWatched && bag == 1 && i + 2 == count;
                    idle += alone ? Math.min(wait, weights.margin()) : wait;
                    time = task.moment();
                }
                if (isWatched) pickupAt = time;
                time += weights.kitchenHandover();
            } else {
                bag--;
                if (isWatched) doorAt = time;
                lateness += weights.late(time - task.moment());
                foodWaiting += Math.max(0, time - Math.max(0, task.readyAt()));
                time += weights.doorHandover();
            }
        }
        foodWaiting *= weights.foodWaiting();
        detour = wayThere * weights.detour();
        idle *= weights.idle();
        return total();
    }

    double total() {
        return lateness + foodWaiting + detour + idle;
    }
}
