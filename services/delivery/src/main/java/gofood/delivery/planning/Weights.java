package gofood.delivery.planning;

/// What a second is worth, and the times that a round reckons with. All durations in seconds.
///
/// @param lateness cost of a second after the promise; the promise is what a customer holds on to
/// @param veryLateAfter from so much lateness on, a second costs twice as much: two customers five
///   minutes late are better than one ten minutes late
/// @param foodWaiting cost of a second that food lies ready or rides around; it is also the
///   customer's time, so it is what makes every delivery fast and not only punctual
/// @param detour cost of a second of additional way; the courier's time, which another could use
/// @param idle cost of a second waiting at a kitchen with others' food in the bag
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
        int mealsPerRider) {
    public static Weights usual() {
        return new Weights(2, 300, 0.5, 1, 0.5, 0.5, 90, 20, 60, 90, 1200, 6, 2);
    }

    /// What it costs to come so many seconds after the promise.
    double late(int seconds) {
        if (seconds <= 0) return 0;
        return lateness * (seconds + Math.max(0, seconds - veryLateAfter));
    }
}
