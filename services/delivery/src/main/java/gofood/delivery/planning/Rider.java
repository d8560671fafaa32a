package gofood.delivery.planning;

import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import java.time.Instant;
import java.util.List;

/// A courier as the round finds them.
///
/// @param capacity how many orders fit into the bag at the same time
/// @param freeSince since when they have had nothing to do; of two equally good ones, who has
///   waited longer is asked
/// @param stops what they still have to do, in the order in which they will
public record Rider(
        long courierId,
        Vehicle vehicle,
        int capacity,
        Point at,
        Instant freeSince,
        List<Stop> stops) {}
