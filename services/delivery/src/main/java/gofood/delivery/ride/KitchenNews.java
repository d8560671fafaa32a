package gofood.delivery.ride;

import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.delivery.ride.RideEvent.Cancel;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;

/// What we do when the order service speaks.
public final class KitchenNews {
    private final Foundation base;
    private final Rides rides;
    private final Moves moves;
    private final RoadLessons lessons;

    public KitchenNews(Foundation base, Rides rides, Moves moves, RoadLessons lessons) {
        this.base = base;
        this.rides = rides;
        this.moves = moves;
        this.lessons = lessons;
    }

    public void apply(Tx tx, OrderEvent event) {
        switch (event) {
            case OrderEvent.Paid paid -> begin(tx, paid);
            case OrderEvent.Received received -> confirmed(tx, received);
            case OrderEvent.Complete complete -> cooked(tx, complete);
            case OrderEvent.Rejected no ->
                    callOff(tx, no.orderId(), "restaurant " + no.restaurantId(), no.reason());
            case OrderEvent.Cancelled no -> callOff(tx, no.orderId(), no.by(), no.reason());
            case OrderEvent.Placed _, OrderEvent.Declined _, OrderEvent.Preparing _ -> {}
            // what we have told ourselves, and what is the kitchen's or the operator's
            case OrderEvent.PickedUp _, OrderEvent.Delivered _, OrderEvent.Overdue _ -> {}
        }
    }

    /// Nobody is asked yet: the kitchen may still say no.
    private void begin(Tx tx, OrderEvent.Paid paid) {
        var wish =
                new NewDelivery(
                        paid.orderId(),
                        paid.customerId(),
                        paid.restaurantId(),
                        paid.restaurantName(),
                        paid.pickup(),
                        paid.dropoff(),
                        paid.deliveryPin(),
                        paid.deliveryFee(),
                        null,
                        paid.promisedAt());
        rides.add(tx, wish, paid.preparationMinutes(), "order", base.clock().instant());
    }

    /// From now on the rounds see it.
    private void confirmed(Tx tx, OrderEvent.Received received) {
        var ride = rides.lockByOrder(tx, received.orderId());
        if (ride.isEmpty()) return;
        var now = base.clock().instant();
        lessons.confirmed(tx, ride.get(), now);
        rides.confirmed(tx, ride.get().deliveryId(), now, received.readyAt());
    }

    private void cooked(Tx tx, OrderEvent.Complete complete) {
        var ride = rides.lockByOrder(tx, complete.orderId());
        if (ride.isEmpty()) return;
        var now = base.clock().instant();
        lessons.cooked(tx, ride.get(), now);
        rides.cooked(tx, ride.get().deliveryId(), now);
    }

    /// Too late when it was delivered; nothing new when we gave up ourselves.
    private void callOff(Tx tx, long orderId, String by, String reason) {
        rides.lockByOrder(tx, orderId)
                .filter(ride -> ride.next(new Cancel()) instanceof Ride.Result.Moved)
                .ifPresent(ride -> moves.apply(tx, ride, new Cancel(), by, reason));
    }
}
