package gofood.chaos.law;

import gofood.chaos.law.Facts.StoredOrder;
import gofood.chaos.law.Facts.StoredRide;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// I4: at most one active courier per order.
final class RideLaws {
    private static final Set<String> HOLDS =
            Set.of("ASSIGNED", "AT_RESTAURANT", "PICKED_UP", "AT_DOOR");

    private RideLaws() {}

    static List<Violation> oneCourierEach(Facts facts) {
        var found = new ArrayList<Violation>();
        var rides = OrderLaws.grouped(facts.rides(), StoredRide::orderId);
        rides.forEach((order, own) -> {
            if (own.size() > 1)
                found.add(new Violation("I4", "order " + order, "one delivery", "" + own));
            for (var ride : own) heldOnce(ride, found);
        });
        facts.deliveredBy()
                .forEach((order, couriers) -> {
                    var subject = "order " + order;
                    var different = new HashSet<>(couriers);
                    if (different.size() > 1)
                        found.add(
                                new Violation(
                                        "I4", subject, "delivered by one courier", "" + different));
                    var named =
                            rides.getOrDefault(order, List.of()).stream()
                                    .map(StoredRide::courier)
                                    .collect(Collectors.toSet());
                    if (!named.containsAll(different))
                        found.add(new Violation("I4", subject, "courier " + different, "" + named));
                });
        for (var order : facts.orders()) endsAlike(order, rides.get(order.id()), found);
        return found;
    }

    /// Nobody is given a ride that another one has.
    private static void heldOnce(StoredRide ride, List<Violation> found) {
        var before = "";
        for (var status : ride.timeline()) {
            if (status.equals("ASSIGNED") && HOLDS.contains(before))
                found.add(
                        new Violation(
                                "I4",
                                "ride %d of order %d".formatted(ride.id(), ride.orderId()),
                                "free before it is given to somebody",
                                "" + ride.timeline()));
            before = status;
        }
    }

    private static void endsAlike(
            StoredOrder order, @Nullable List<StoredRide> rides, List<Violation> found) {
        if (!order.status().equals("DELIVERED")) return;
        var delivered =
                rides != null && rides.stream().anyMatch(r -> r.status().equals("DELIVERED"));
        if (!delivered)
            found.add(
                    new Violation(
                            "I4",
                            "order " + order.id(),
                            "a delivery that is DELIVERED",
                            "" + rides));
    }
}
