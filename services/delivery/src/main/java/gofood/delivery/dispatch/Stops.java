package gofood.delivery.dispatch;

import gofood.contracts.Address;
import gofood.contracts.Point;
import gofood.delivery.planning.Stop;
import gofood.delivery.planning.Stop.Kind;
import gofood.delivery.ride.Ride;
import gofood.delivery.ride.RideState.Assigned;
import gofood.delivery.ride.RideState.AtRestaurant;
import gofood.delivery.ride.RideState.Offered;
import gofood.delivery.streets.Streets;
import gofood.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a courier still has to do, in the order that was planned for them.
final class Stops {
    private Stops() {}

    /// A stop as it is stored with an offer or a courier.
    record Planned(long deliveryId, Kind kind) {}

    static String stored(List<Stop> stops) {
        return Tx.json(
                stops.stream().map(stop -> new Planned(stop.deliveryId(), stop.kind())).toList());
    }

    /// @param plan the order; may know stops that are done, and miss new ones, which come last
    /// @param rides what they are asked for, or have
    /// @param readyAt when a ride's food is expected; null when it is there
    static List<Stop> remaining(
            List<Planned> plan, List<Ride> rides, Function<Ride, @Nullable Instant> readyAt) {
        var places = new HashMap<Planned, Integer>();
        for (var stop : plan) places.putIfAbsent(stop, places.size());
        var stops = new ArrayList<Stop>();
        for (var ride : rides) {
            if (needsPickup(ride))
                stops.add(
                        new Stop(
                                ride.deliveryId(),
                                Kind.PICKUP,
                                point(ride.pickup()),
                                readyAt.apply(ride),
                                null));
            stops.add(
                    new Stop(
                            ride.deliveryId(),
                            Kind.DROPOFF,
                            point(ride.dropoff()),
                            null,
                            ride.promisedAt()));
        }
        // sorting keeps the order of what isn't planned, and a pick-up stands before its drop-off
        stops.sort(
                Comparator.comparingInt(stop ->
                        places.getOrDefault(
                                new Planned(stop.deliveryId(), stop.kind()), Integer.MAX_VALUE)));
        return List.copyOf(stops);
    }

    private static boolean needsPickup(Ride ride) {
        return ride.state() instanceof Offered
                || ride.state() instanceof Assigned
                || ride.state() instanceof AtRestaurant;
    }

    static Point point(Address address) {
        return Streets.rounded(new Point(address.lat(), address.lon()));
    }
}
