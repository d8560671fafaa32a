package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.delivery.eta.Lessons;
import gofood.delivery.eta.Lessons.Teacher;
import gofood.delivery.eta.Topic;
import gofood.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What each ride teaches, read from its timeline at the moment that it shows.
public final class RoadLessons {
    private final Lessons lessons;
    private final RideLists rides;

    public RoadLessons(Lessons lessons, RideLists rides) {
        this.lessons = lessons;
        this.rides = rides;
    }

    /// The kitchen has said yes.
    void confirmed(Tx tx, Ride ride, Instant now) {
        lessons.learn(tx, Topic.ANSWER, "all", seconds(ride.createdAt(), now), null);
    }

    /// The food is there.
    void cooked(Tx tx, Ride ride, Instant now) {
        var from = ride.food().confirmedAt();
        var promised = ride.food().promisedAt();
        if (from == null || promised == null || !promised.isAfter(from)) return;
        var share = seconds(from, now) / seconds(from, promised);
        lessons.learn(tx, Topic.COOKING, ride.restaurantId(), share, null);
    }

    /// A courier with other rides comes when those let them.
    void arrived(Tx tx, Ride ride) {
        var assigned = ride.since(DeliveryStatus.ASSIGNED);
        if (assigned == null || !rides.wasAlone(tx, ride, assigned)) return;
        var took = seconds(assigned, ride.timeline().getLast().at());
        lessons.learn(tx, Topic.APPROACH, "all", took, teacher(ride));
    }

    void pickedUp(Tx tx, Ride ride) {
        var arrived = ride.since(DeliveryStatus.AT_RESTAURANT);
        var cooked = ride.food().cookedAt();
        if (arrived == null || cooked == null) return;
        var both = arrived.isAfter(cooked) ? arrived : cooked;
        var took = seconds(both, ride.timeline().getLast().at());
        lessons.learn(tx, Topic.KITCHEN, "all", took, teacher(ride));
    }

    /// A way past other customers teaches nothing about the pace.
    void atDoor(Tx tx, Ride ride) {
        var picked = ride.since(DeliveryStatus.PICKED_UP);
        var byMap = ride.doorSeconds();
        var vehicle = ride.courierVehicle();
        if (picked == null || byMap == null || byMap <= 0 || vehicle == null) return;
        if (!rides.wasAlone(tx, ride, picked)) return;
        var took = seconds(picked, ride.timeline().getLast().at());
        if (took >= 1) lessons.learn(tx, Topic.PACE, vehicle, took / byMap, teacher(ride));
    }

    void delivered(Tx tx, Ride ride) {
        var atDoor = ride.since(DeliveryStatus.AT_DOOR);
        if (atDoor == null) return;
        var took = seconds(atDoor, ride.timeline().getLast().at());
        lessons.learn(tx, Topic.DOOR, "all", took, teacher(ride));
    }

    private static @Nullable Teacher teacher(Ride ride) {
        var courier = ride.state().courierId();
        var vehicle = ride.courierVehicle();
        return courier == null || vehicle == null ? null : new Teacher(courier, vehicle);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
