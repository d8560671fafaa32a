package gofood.delivery.planning;

import gofood.contracts.Point;
import java.time.Instant;
import java.util.Set;

/// A delivery that has no courier yet.
///
/// @param readyAt when the food is expected to be ready, as learned; in the past when it is
/// @param promisedAt what the customer was told at the latest
/// @param refusedBy couriers who aren't asked again for this one
/// @param reachSeconds from how far away a courier may come to the kitchen; widens with time
public record Job(
        long deliveryId,
        Point kitchen,
        Point door,
        Instant readyAt,
        Instant promisedAt,
        Set<Long> refusedBy,
        int reachSeconds) {}
