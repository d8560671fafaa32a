package gofood.delivery.planning;

import gofood.contracts.DeliveryApi.CandidateCost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Why this courier, in a sentence or two for an operator.
final class Reason {
    private Reason() {}

    static String of(
            CandidateCost chosen,
            List<CandidateCost> candidates,
            Meal meal,
            Instant now,
            Tour tour) {
        var reason = new StringBuilder(arrival(chosen, meal));
        if (tour.tasks.length > 2)
            reason.append(" Brings it along with ")
                    .append((tour.tasks.length - 1) / 2)
                    .append(" more.");
        var best = candidates.getFirst();
        if (candidates.size() == 1) reason.append(" Nobody else is in reach with room.");
        else if (best.equals(chosen)) reason.append(compared(chosen, candidates.get(1)));
        else
            reason.append(
                    " Courier %d would be %d better here, and is needed more elsewhere."
                            .formatted(best.courierId(), chosen.total() - best.total()));
        return reason.toString();
    }

    private static String arrival(CandidateCost chosen, Meal meal) {
        long after = Duration.between(meal.job().readyAt(), chosen.pickupAt()).toSeconds();
        if (after <= 0) return "Arrives as the food is ready.";
        return "Arrives %d s after the food is ready.".formatted(after);
    }

    private static String compared(CandidateCost chosen, CandidateCost next) {
        long lateness = next.lateness() - chosen.lateness();
        long waiting = next.foodWaiting() - chosen.foodWaiting();
        long detour = next.detour() - chosen.detour();
        long idle = next.idle() - chosen.idle();
        long most = Math.max(Math.max(lateness, waiting), Math.max(detour, idle));
        if (most <= 0) return " As good as courier %d.".formatted(next.courierId());
        String what =
                most == lateness
                        ? "lateness"
                        : most == waiting
                                ? "time of the food on the way"
                                : most == detour ? "way" : "waiting at kitchens";
        return " %d s less %s than courier %d.".formatted(most, what, next.courierId());
    }
}
