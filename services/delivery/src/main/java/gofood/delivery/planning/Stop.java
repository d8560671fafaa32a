package gofood.delivery.planning;

import gofood.contracts.Point;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something to do at a place: fetch one order, or hand it over.
///
/// @param earliest of a pick-up, when the food is expected to be ready; null when it is ready
/// @param promised of a drop-off, when the customer was told at the latest; null without a promise
public record Stop(
        long deliveryId,
        Kind kind,
        Point at,
        @Nullable Instant earliest,
        @Nullable Instant promised) {
    public enum Kind {
        PICKUP,
        DROPOFF
    }
}
