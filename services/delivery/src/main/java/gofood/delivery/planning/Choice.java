package gofood.delivery.planning;

import gofood.contracts.DeliveryApi.CandidateCost;
import java.time.Instant;
import java.util.List;

/// Who should bring a delivery.
///
/// @param due whether to ask now; otherwise a better moment comes, as the food isn't nearly ready
///   or the courier is first to be asked for another one
/// @param askAt when to ask, if nothing changes until then
/// @param tour all the courier's stops, this delivery's among them
/// @param pickupMetres to the kitchen from the stop before it, or from where the courier is
/// @param distanceMetres `pickupMetres` and from the kitchen to the door
/// @param candidates the best five with their costs, the best first; the chosen one is always among
///   them
/// @param reason in a sentence
public record Choice(
        long deliveryId,
        long courierId,
        boolean due,
        Instant askAt,
        List<Stop> tour,
        long pickupMetres,
        long distanceMetres,
        CandidateCost cost,
        List<CandidateCost> candidates,
        String reason) {
    Choice later() {
        return new Choice(
                deliveryId,
                courierId,
                false,
                askAt,
                tour,
                pickupMetres,
                distanceMetres,
                cost,
                candidates,
                reason);
    }
}
