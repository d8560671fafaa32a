package gofood.delivery;

import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.delivery.RideEvent.Cancel;
import gofood.delivery.RideState.Waiting;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.events.Timers;
import java.time.Clock;
import java.time.Instant;

/// What we do when the order service speaks.
final class KitchenNews {
    private final Clock clock;
    private final Timers timers;
    private final Rides rides;
    private final Moves moves;

    KitchenNews(Foundation base, Rides rides, Moves moves) {
        this.clock = base.clock();
        this.timers = base.timers();
        this.rides = rides;
        this.moves = moves;
    }

    void apply(Tx tx, OrderEvent event) {
        switch (event) {
            case OrderEvent.Paid paid -> rides.add(tx, rideFor(paid), "order", clock.instant());
            case OrderEvent.Received received ->
                    foodIsReady(tx, received.orderId(), received.readyAt());
            case OrderEvent.Complete complete ->
                    foodIsReady(tx, complete.orderId(), clock.instant());
            case OrderEvent.Rejected no ->
                    callOff(tx, no.orderId(), "restaurant " + no.restaurantId(), no.reason());
            case OrderEvent.Cancelled no -> callOff(tx, no.orderId(), no.by(), no.reason());
            case OrderEvent.Placed _, OrderEvent.Declined _, OrderEvent.Preparing _ -> {}
            // what we have told ourselves, and what is the kitchen's or the operator's
            case OrderEvent.PickedUp _, OrderEvent.Delivered _, OrderEvent.Overdue _ -> {}
        }
    }

    /// Nobody is asked yet: the kitchen may still say no.
    private static NewDelivery rideFor(OrderEvent.Paid paid) {
        return new NewDelivery(
                paid.orderId(),
                paid.customerId(),
                paid.restaurantId(),
                paid.restaurantName(),
                paid.pickup(),
                paid.dropoff(),
                paid.deliveryPin(),
                paid.deliveryFee(),
                null);
    }

    private void foodIsReady(Tx tx, long orderId, Instant at) {
        var ride = rides.lockByOrder(tx, orderId);
        if (ride.isEmpty()) return;
        var id = ride.get().deliveryId();
        rides.readyAt(tx, id, at);
        if (ride.get().state() instanceof Waiting) timers.set(tx, Moves.LOOK, id, clock.instant());
    }

    /// Too late when it was delivered; nothing new when we gave up ourselves.
    private void callOff(Tx tx, long orderId, String by, String reason) {
        rides.lockByOrder(tx, orderId)
                .filter(ride -> ride.next(new Cancel()) instanceof Ride.Result.Moved)
                .ifPresent(ride -> moves.apply(tx, ride, new Cancel(), by, reason));
    }
}
