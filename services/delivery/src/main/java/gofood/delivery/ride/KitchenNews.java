package gofood.delivery.ride;

import gofood.contracts.Currency;
import gofood.contracts.DeliveryApi.DeliveryEvent;
import gofood.contracts.DeliveryApi.NewDelivery;
import gofood.contracts.OrderApi.Liable;
import gofood.contracts.OrderApi.OrderEvent;
import gofood.delivery.courier.CourierStars;
import gofood.delivery.courier.Couriers;
import gofood.delivery.courier.RoundNews;
import gofood.delivery.ride.NewRides.Wish;
import gofood.delivery.ride.RideEvent.Cancel;
import gofood.delivery.ride.RideState.Delivered;
import gofood.delivery.ride.RideState.Waiting;
import gofood.platform.Foundation;
import gofood.platform.db.Tx;
import gofood.platform.events.Inbox.Applying;
import java.util.List;

/// What we do when the order service speaks.
public final class KitchenNews {
    private final Foundation base;
    private final Rides rides;
    private final Couriers couriers;
    private final Moves moves;
    private final RoadLessons lessons;
    private final CourierStars stars;
    private final RoundNews rounds;

    public KitchenNews(
            Foundation base,
            Rides rides,
            Couriers couriers,
            Moves moves,
            RoadLessons lessons,
            CourierStars stars,
            RoundNews rounds) {
        this.base = base;
        this.rides = rides;
        this.couriers = couriers;
        this.moves = moves;
        this.lessons = lessons;
        this.stars = stars;
        this.rounds = rounds;
    }

    /// New orders get their rides first; then what was told is done in its order.
    public Applying<OrderEvent> apply(Tx tx, List<OrderEvent> events) {
        var paid = events.stream().filter(OrderEvent.Paid.class::isInstance);
        var wishes = paid.map(event -> wish((OrderEvent.Paid) event)).toList();
        NewRides.add(tx, wishes, "order", base.clock().instant());
        var told = events.stream().filter(event -> !(event instanceof OrderEvent.Paid)).toList();
        var held = new HeldRides(tx, rides, told.stream().map(OrderEvent::orderId).toList());
        lockCouriers(tx, held, told);
        return Applying.of(
                event -> held.take(event.orderId()).ifPresent(ride -> apply(tx, ride, event)),
                () -> {});
    }

    /// Where several couriers change, they are locked in the order of their ids like everywhere,
    /// whatever the order of the events.
    private void lockCouriers(Tx tx, HeldRides held, List<OrderEvent> told) {
        var theirs =
                told.stream()
                        .filter(event ->
                                event instanceof OrderEvent.Rejected
                                        || event instanceof OrderEvent.Cancelled
                                        || event instanceof OrderEvent.Rated)
                        .flatMap(event -> held.courier(event.orderId()))
                        .distinct()
                        .toList();
        if (theirs.size() > 1) couriers.lock(tx, theirs);
    }

    private void apply(Tx tx, Ride ride, OrderEvent event) {
        switch (event) {
            case OrderEvent.Received received -> confirmed(tx, ride, received);
            case OrderEvent.Delayed delayed -> delayed(tx, ride, delayed);
            case OrderEvent.Complete _ -> cooked(tx, ride);
            case OrderEvent.Rated rated -> rated(tx, ride, rated);
            case OrderEvent.Rejected no ->
                    callOff(
                            tx,
                            ride,
                            no.settlement().liable(),
                            "restaurant " + no.restaurantId(),
                            no.reason());
            case OrderEvent.Cancelled no ->
                    callOff(tx, ride, no.settlement().liable(), no.by(), no.reason());
            case OrderEvent.Changed changed -> changed(tx, ride, changed);
            // it has its ride
            case OrderEvent.Paid _ -> {}
            case OrderEvent.Placed _, OrderEvent.Declined _, OrderEvent.Scheduled _ -> {}
            // what we have told ourselves, and what is the kitchen's or the operator's
            case OrderEvent.PickedUp _, OrderEvent.Delivered _, OrderEvent.HandedOver _ -> {}
            case OrderEvent.Preparing _, OrderEvent.Overdue _ -> {}
            case OrderEvent.SubstitutionProposed _, OrderEvent.RefundGranted _ -> {}
            case OrderEvent.ProblemReported _, OrderEvent.ProblemRefused _ -> {}
        }
    }

    /// Nobody is asked yet: the kitchen may still say no.
    private static Wish wish(OrderEvent.Paid paid) {
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
        return new Wish(
                order,
                new Currency(paid.price().currency()),
                paid.preparationMinutes(),
                slot == null ? null : slot.from());
    }

    /// A dish less, or a cheaper one: there may be less to be given at the door.
    private void changed(Tx tx, Ride ride, OrderEvent.Changed changed) {
        if (ride.state().isOver()) return;
        rides.priced(tx, ride.deliveryId(), changed.price().tip(), changed.cashDue());
    }

    /// From now on the rounds see it.
    private void confirmed(Tx tx, Ride ride, OrderEvent.Received received) {
        var now = base.clock().instant();
        lessons.confirmed(tx, ride, now);
        rides.confirmed(tx, ride.deliveryId(), now, received.readyAt());
        rounds.after(tx);
    }

    /// The rounds plan anew with it, and the customer hears of it by their eta.
    private void delayed(Tx tx, Ride ride, OrderEvent.Delayed delayed) {
        if (!ride.state().isBeforePickup() || ride.food().cookedAt() != null) return;
        var now = base.clock().instant();
        rides.delayed(tx, ride.deliveryId(), now, delayed.readyAt());
        tellIfLater(tx, ride);
        moves.delay(tx, ride, delayed.readyAt());
    }

    /// At once: until the next round, nobody shall be told an hour that can't be true any more.
    private void tellIfLater(Tx tx, Ride before) {
        var eta = rides.find(tx, before.deliveryId()).orElseThrow().eta();
        if (eta == null || eta.equals(before.eta())) return;
        var order = before.orderId();
        base.outbox().send(tx, order, new DeliveryEvent.EtaChanged(order, eta));
    }

    /// Who brought it we know ourselves.
    private void rated(Tx tx, Ride ride, OrderEvent.Rated rated) {
        var rating = rated.rating();
        if (ride.state() instanceof Delivered(var courier))
            stars.rate(tx, rated.orderId(), courier, rating.ride(), rating.at());
    }

    private void cooked(Tx tx, Ride ride) {
        var now = base.clock().instant();
        lessons.cooked(tx, ride, now);
        rides.cooked(tx, ride.deliveryId(), now);
        if (ride.state() instanceof Waiting) rounds.after(tx);
    }

    /// Too late when it was delivered; nothing new when we gave up ourselves.
    private void callOff(Tx tx, Ride ride, Liable liable, String by, String reason) {
        var cancel = new Cancel(liable);
        if (ride.next(cancel) instanceof Ride.Result.Moved)
            moves.apply(tx, ride, cancel, by, reason);
    }
}
