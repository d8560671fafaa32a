package gofood.delivery.planning;

/// What a second is worth, and the times that a round reckons with. All durations in seconds.
///
/// @param lateness cost of a second after the promise; the promise is what a customer holds on to
/// @param veryLateAfter from so much lateness on, a second costs twice as much: two customers five
///   minutes late are better than one ten minutes late
/// @param foodWaiting cost of a second that food lies ready or rides around; it is also the
///   customer's time, so it is what makes every delivery fast and not only punctual
/// @param detour cost of a second of additional way; the courier's time, which another could use
/// @param idle cost of a second waiting at a kitchen; the courier's time as well
/// @param urgency how much a second that food has been ready counts when there are more deliveries
///   than couriers: more means first come first served, less means shorter ways first
/// @param margin how much before the food is ready a courier should arrive
/// @param answer how long a courier usually needs to answer an offer
/// @param kitchenHandover from arriving at a kitchen to leaving it when the food is ready
/// @param doorHandover from arriving at a door to leaving it
/// @param horizon deliveries whose food is farther away aren't planned yet
/// @param tourStops a tour never has more stops
/// @param mealsPerRider of more deliveries than this for each courier, a round looks only at those
///   whose food has been ready longest; the others couldn't be brought soon anyway
/// @param ease what changes while couriers are to spare
public record Weights(
        double lateness,
        int veryLateAfter,
        double foodWaiting,
        double detour,
        double idle,
        double urgency,
        int margin,
        int answer,
        int kitchenHandover,
        int doorHandover,
        int horizon,
        int tourStops,
        int mealsPerRider,
        Ease ease) {
    /// What counts instead while couriers are to spare, and in part while some are: their time is
    /// cheap then, and the customers' is not.
    ///
    /// @param moreMargin is added: kitchens are often earlier than expected, and who has nothing
    ///   else to do may as well be there
    /// @param soon couriers are needed for food that is ready within this time
    public record Ease(double foodWaiting, double detour, double idle, int moreMargin, int soon) {}

    /// Found by playing evenings at 40 to 150 orders an hour with 25 couriers. The peak hardly
    /// depends on any one of them; quiet hours depend on `ease`.
    public static Weights usual() {
        return new Weights(
                2, 300, 0.7, 1, 1, 1, 60, 20, 60, 90, 1200, 6, 2, new Ease(1.5, 0.3, 0, 260, 300));
    }

    /// The same with times that were learned.
    public Weights with(int margin, int kitchenHandover, int doorHandover) {
        return new Weights(
                lateness,
                veryLateAfter,
                foodWaiting,
                detour,
                idle,
                urgency,
                margin,
                answer,
                kitchenHandover,
                doorHandover,
                horizon,
                tourStops,
                mealsPerRider,
                ease);
    }

    /// What counts in this situation. The share of free couriers that no food will need soon says
    /// how much their time is to spare.
    Weights in(Situation situation) {
        var soon = situation.now().plusSeconds(ease.soon);
        long free = situation.riders().stream().filter(r -> r.stops().isEmpty()).count();
        long needed = situation.jobs().stream().filter(j -> !j.readyAt().isAfter(soon)).count();
        if (free <= needed) return this;
        double spare = 1 - needed / (double) free;
        return new Weights(
                lateness,
                veryLateAfter,
                foodWaiting + spare * (ease.foodWaiting - foodWaiting),
                detour + spare * (ease.detour - detour),
                idle + spare * (ease.idle - idle),
                urgency,
                (int) Math.round(margin + spare * ease.moreMargin),
                answer,
                kitchenHandover,
                doorHandover,
                horizon,
                tourStops,
                mealsPerRider,
                ease);
    }

    /// What it costs to come so many seconds after the promise.
    double late(int seconds) {
        if (seconds <= 0) return 0;
        return lateness * (seconds + Math.max(0, seconds - veryLateAfter));
    }
}
