package gofood.delivery.ride;

import gofood.contracts.DeliveryApi;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.LateStep;
import gofood.contracts.DeliveryApi.RoadStep;
import gofood.platform.Foundation;
import gofood.platform.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a courier without signal did meanwhile: the same steps, told later, with their own times.
/// Each is a transaction of its own, so that those before a wrong one stay; what was told before is
/// passed over, so that the whole can be sent again.
public final class LateSteps {
    /// The courier's clock may differ from ours by this much.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final Foundation base;
    private final Rides rides;
    private final Moves moves;
    private final Door door;

    public LateSteps(Foundation base, Rides rides, Moves moves, Door door) {
        this.base = base;
        this.rides = rides;
        this.moves = moves;
        this.door = door;
    }

    /// @throws Refused 422 or 409, with the `index` of the step that was refused
    Ride tell(Ride ride, long courierId, DeliveryApi.LateSteps told) {
        check(ride, told.steps());
        var last = ride;
        for (int i = 0; i < told.steps().size(); i++) {
            try {
                last = tell(ride.deliveryId(), courierId, told.steps().get(i));
            } catch (Refused e) {
                throw at(i, e);
            }
        }
        return last;
    }

    /// Before anything changes: the times must be possible.
    private void check(Ride ride, List<LateStep> steps) {
        var latest = base.clock().instant().plus(CLOCKS_DIFFER);
        var assigned = ride.since(DeliveryStatus.ASSIGNED);
        var earliest = (assigned == null ? ride.createdAt() : assigned).minus(CLOCKS_DIFFER);
        for (int i = 0; i < steps.size(); i++) {
            var at = steps.get(i).at();
            if (at.isAfter(latest)) throw impossible(i, "is in the future");
            if (at.isBefore(earliest))
                throw impossible(i, "is before the step ahead of it, or before the assignment");
            earliest = at;
        }
    }

    private static Refused impossible(int index, String rule) {
        return at(index, Refused.invalid("steps[" + index + "].at", rule));
    }

    private static Refused at(int index, Refused refused) {
        return refused.with("index", index);
    }

    private Ride tell(long deliveryId, long courierId, LateStep late) {
        var ride =
                base.db()
                        .tx(tx -> rides.find(tx, deliveryId))
                        .filter(found -> found.isOf(courierId))
                        .orElseThrow(() -> Refused.notFound("delivery"));
        if (place(ride.state().status()) >= place(statusAfter(late.step()))) return ride;
        var when = possible(ride, late.at());
        return switch (late.step()) {
            case ARRIVE -> move(deliveryId, courierId, new RideEvent.Arrive(), when);
            case PICKUP -> move(deliveryId, courierId, new RideEvent.PickUp(), when);
            case ARRIVE_DOOR -> move(deliveryId, courierId, new RideEvent.ArriveDoor(), when);
            case DELIVER -> {
                var proof = late.proof();
                if (proof == null)
                    throw new Refused(422, "missing_field", "To deliver needs a proof.")
                            .with("missing", "proof");
                yield door.deliver(deliveryId, courierId, proof, when);
            }
        };
    }

    private Ride move(long deliveryId, long courierId, RideEvent event, Instant when) {
        return base.db()
                .tx(tx -> {
                    var ride =
                            rides.lock(tx, deliveryId)
                                    .filter(locked -> locked.isOf(courierId))
                                    .orElseThrow(() -> Refused.notFound("delivery"));
                    return moves.apply(tx, ride, event, when, "courier " + courierId, null);
                });
    }

    /// A timeline goes forward, and not beyond now, whatever the clocks say.
    private Instant possible(Ride ride, Instant at) {
        var before = ride.timeline().getLast().at();
        var now = base.clock().instant();
        if (at.isAfter(now)) return now;
        return at.isBefore(before) ? before : at;
    }

    private static DeliveryStatus statusAfter(RoadStep step) {
        return switch (step) {
            case ARRIVE -> DeliveryStatus.AT_RESTAURANT;
            case PICKUP -> DeliveryStatus.PICKED_UP;
            case ARRIVE_DOOR -> DeliveryStatus.AT_DOOR;
            case DELIVER -> DeliveryStatus.DELIVERED;
        };
    }

    /// How far along the road; a ride that was called off is nowhere on it.
    private static int place(DeliveryStatus status) {
        return switch (status) {
            case WAITING, OFFERED, CANCELLED, RETURNED -> 0;
            case ASSIGNED -> 1;
            case AT_RESTAURANT -> 2;
            case PICKED_UP -> 3;
            case AT_DOOR -> 4;
            case DELIVERED -> 5;
        };
    }
}
