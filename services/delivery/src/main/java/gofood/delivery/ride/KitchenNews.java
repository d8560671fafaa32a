package gofood.delivery.ride;

import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.delivery.courier.CourierStars;
import gofood.delivery.ride.RideEvent.Cancel;
import gofood.delivery.ride.RideState.Delivered;
import gofood.delivery.ride.Rides.Wish;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;

/// What we do when the order service speaks.
public final class KitchenNews {
    private final Foundation base;
    private final Rides rides;
    private final Moves moves;
    private final RoadLessons lessons;
    private final CourierStars stars;

    public KitchenNews(
            Foundation base, Rides rides, Moves moves, RoadLessons lessons, CourierStars stars) {
        this.base = base;
        this.rides = rides;
        this.moves = moves;
        this.lessons = lessons;
        this.stars = stars;
    }

    public void apply(Tx tx, OrderEvent event) {
        switch (event) {
            case OrderEvent.Paid paid -> begin(tx, paid);
            case OrderEvent.Received received -> confirmed(tx, received);
            case OrderEvent.Delayed delayed -> delayed(tx, delayed);
            case OrderEvent.Complete complete -> cooked(tx, complete);
            case OrderEvent.Rated rated -> rated(tx, rated);
            case OrderEvent.Rejected no ->
                    callOff(
                            tx,
                            no.orderId(),
                            no.settlement().liable(),
                            "restaurant " + no.restaurantId(),
                            no.reason());
            case OrderEvent.Cancelled no ->
                    callOff(tx, no.orderId(), no.settlement().liable(), no.by(), no.reason());
            case OrderEvent.Changed changed -> changed(tx, changed);
            // not our time yet: a scheduled order is paid when its kitchen begins
            case OrderEvent.Placed _, OrderEvent.Declined _, OrderEvent.Scheduled _ -> {}
            // what we have told ourselves, and what is the kitchen's or the operator's
            case OrderEvent.PickedUp _, OrderEvent.Delivered _, OrderEvent.HandedOver _ -> {}
            case OrderEvent.Preparing _, OrderEvent.Overdue _ -> {}
            case OrderEvent.SubstitutionProposed _, OrderEvent.RefundGranted _ -> {}
            case OrderEvent.ProblemReported _, OrderEvent.ProblemRefused _ -> {}
        }
    }

    /// Nobody is asked yet: the kitchen may still say no.
    private void begin(Tx tx, OrderEvent.Paid paid) {
        var order =
                new NewDelivery(
                        paid.orderId(),
                        paid.customerId(),
                        paid.restaurantId(),
                        paid.restaurantName(),
                        paid.pickup(),
                        paid.dropoff(),
                        paid.deliveryPin(),
                        paid.price().deliveryFee(),
                        paid.price().tip(),
                        paid.cashDue(),
                        paid.note(),
                        null,
                        paid.promisedAt());
        var slot = paid.slot();
        var wish =
                new Wish(
                        order,
                        new Currency(paid.price().currency()),
                        paid.preparationMinutes(),
                        slot == null ? null : slot.from());
        rides.add(tx, wish, "order", base.clock().instant());
    }

    /// A dish less, or a cheaper one: there may be less to be given at the door.
    private void changed(Tx tx, OrderEvent.Changed changed) {
        rides.lockByOrder(tx, changed.orderId())
                .filter(ride -> !ride.state().isOver())
                .ifPresent(ride ->
                        rides.priced(
                                tx, ride.deliveryId(), changed.price().tip(), changed.cashDue()));
    }

    /// From now on the rounds see it.
    private void confirmed(Tx tx, OrderEvent.Received received) {
        var ride = rides.lockByOrder(tx, received.orderId());
        if (ride.isEmpty()) return;
        var now = base.clock().instant();
        lessons.confirmed(tx, ride.get(), now);
        rides.confirmed(tx, ride.get().deliveryId(), now, received.readyAt());
    }

    /// The rounds plan anew with it, and the customer hears of it by their eta.
    private void delayed(Tx tx, OrderEvent.Delayed delayed) {
        rides.lockByOrder(tx, delayed.orderId())
                .filter(ride -> ride.state().isBeforePickup() && ride.food().cookedAt() == null)
                .ifPresent(ride -> {
                    var now = base.clock().instant();
                    rides.delayed(tx, ride.deliveryId(), now, delayed.readyAt());
                    tellIfLater(tx, ride);
                    moves.delay(tx, ride, delayed.readyAt());
                });
    }

    /// At once: until the next round, nobody shall be told an hour that can't be true any more.
    private void tellIfLater(Tx tx, Ride before) {
        var eta = rides.find(tx, before.deliveryId()).orElseThrow().eta();
        if (eta == null || eta.equals(before.eta())) return;
        var order = before.orderId();
        base.outbox().send(tx, order, new DeliveryEvent.EtaChanged(order, eta));
    }

    /// Who brought it we know ourselves.
    private void rated(Tx tx, OrderEvent.Rated rated) {
        var rating = rated.rating();
        rides.lockByOrder(tx, rated.orderId())
                .ifPresent(ride -> {
                    if (ride.state() instanceof Delivered(var courier))
                        stars.rate(tx, rated.orderId(), courier, rating.ride(), rating.at());
                });
    }

    private void cooked(Tx tx, OrderEvent.Complete complete) {
        var ride = rides.lockByOrder(tx, complete.orderId());
        if (ride.isEmpty()) return;
        var now = base.clock().instant();
        lessons.cooked(tx, ride.get(), now);
        rides.cooked(tx, ride.get().deliveryId(), now);
    }

    /// Too late when it was delivered; nothing new when we gave up ourselves.
    private void callOff(Tx tx, long orderId, Liable liable, String by, String reason) {
        var cancel = new Cancel(liable);
        rides.lockByOrder(tx, orderId)
                .filter(ride -> ride.next(cancel) instanceof Ride.Result.Moved)
                .ifPresent(ride -> moves.apply(tx, ride, cancel, by, reason));
    }
}
