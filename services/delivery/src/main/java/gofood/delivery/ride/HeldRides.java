package gofood.delivery.ride;

import gofood.platform.db.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rides that are locked together because something was told of their orders.
final class HeldRides {
    private final Tx tx;
    private final Rides rides;
    private final Map<Long, Ride> asLocked;
    private final Set<Long> toldOften = new HashSet<>();

    /// @param told the order of each event
    HeldRides(Tx tx, Rides rides, List<Long> told) {
        this.tx = tx;
        this.rides = rides;
        var orders = new HashSet<Long>();
        for (var order : told) if (!orders.add(order)) toldOften.add(order);
        this.asLocked =
                rides.lockByOrders(tx, orders).stream()
                        .collect(Collectors.toMap(Ride::orderId, Function.identity()));
    }

    /// Who brings an order's ride, brought it, or is asked for it.
    Stream<Long> courier(long orderId) {
        var ride = asLocked.get(orderId);
        if (ride == null) return Stream.empty();
        var state = ride.state();
        return Stream.of(state.bagOf(), state.courierId()).filter(Objects::nonNull);
    }

    /// The ride of an order as it is now, if there is one.
    Optional<Ride> take(long orderId) {
        var ride = asLocked.get(orderId);
        if (ride == null || !toldOften.contains(orderId)) return Optional.ofNullable(ride);
        tx.flush();
        return rides.find(tx, ride.deliveryId());
    }
}
