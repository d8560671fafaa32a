package gofood.simulator.living;

import static gofood.contracts.OrderApi.OrderStatus.DELIVERED;
import static gofood.contracts.OrderApi.OrderStatus.PICKED_UP;

import gofood.contracts.Address;
import gofood.contracts.DeliveryApi.Courier;
import gofood.contracts.DeliveryApi.Delivery;
import gofood.contracts.DeliveryApi.DeliveryStatus;
import gofood.contracts.DeliveryApi.DeliveryStep;
import gofood.contracts.DeliveryApi.LateStep;
import gofood.contracts.DeliveryApi.LateSteps;
import gofood.contracts.DeliveryApi.NewCourier;
import gofood.contracts.DeliveryApi.NewRoadProblem;
import gofood.contracts.DeliveryApi.Offer;
import gofood.contracts.DeliveryApi.OfferList;
import gofood.contracts.DeliveryApi.Proof;
import gofood.contracts.DeliveryApi.RoadStep;
import gofood.contracts.DeliveryApi.RoadTrouble;
import gofood.contracts.DeliveryApi.Shift;
import gofood.contracts.OrderApi.OrderStatus;
import gofood.contracts.Point;
import gofood.contracts.UserApi.Role;
import gofood.simulator.Api;
import gofood.simulator.ApiFailure;
import gofood.simulator.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A courier on shift: hears offers, rides along the streets from stop to stop in the order that
/// the platform says, waits for food, and asks for the PIN at the door. Rarely something stands in
/// the way.
final class Messenger {
    /// How often a courier's telephone speaks up, by the platform's clock.
    private static final Duration TICK = Duration.ofSeconds(4);

    private static final Duration HURRIED_TICK = Duration.ofMillis(500);
    private static final Duration IDLE_TICK = Duration.ofSeconds(6);

    /// So often nobody tells where they are, as they are nowhere else.
    private static final int IDLE_TICKS = 4;

    /// How much faster still the people of the first orders are.
    private static final double HURRY = 25;

    private static final Duration BREAK = Duration.ofMinutes(5);
    private static final Duration VANISHED = Duration.ofMinutes(20);
    private static final Duration REPAIR = Duration.ofMinutes(15);
    private static final Duration LONG_WAIT = Duration.ofMinutes(15);

    private final Scene scene;
    private final Temper temper;
    private final Api api;
    private final Random random;
    private final Set<Long> ignored = new HashSet<>();
    private final Telephone telephone;
    private int bag;
    private int accepted;
    private volatile boolean isGoingHome;

    private Messenger(Scene scene, Temper temper, Api api) {
        this.scene = scene;
        this.temper = temper;
        this.api = api;
        this.random = Dice.of(scene.seed() + " " + temper.number(), "courier");
        var start = scene.restaurants().get(random.nextInt(scene.restaurants().size())).address();
        this.telephone =
                new Telephone(scene, api, temper.vehicle(), new Point(start.lat(), start.lon()));
    }

    /// Signs in, and goes on shift in front of some restaurant.
    ///
    /// @param number from 1
    static Messenger arrive(Scene scene, int number) {
        var temper = Temper.of(number);
        var messenger = new Messenger(scene, temper, scene.people().courier(number));
        var name = scene.people().name(Role.COURIER, number);
        var how = new NewCourier(null, name, temper.vehicle(), temper.capacity());
        messenger.api.post("/couriers", how);
        messenger.shift(true);
        messenger.telephone.ping();
        return messenger;
    }

    /// Until interrupted, or at home.
    void work() throws InterruptedException {
        while (true) {
            try {
                if (isAtHome()) return;
                turn();
            } catch (ApiFailure failure) {
                // the ride was cancelled or given to another, or the food isn't ready
                scene.met(failure, 404, 409);
                scene.pass(TICK, bag > 0);
            }
        }
    }

    /// Nobody may ask them any more. Those who have a ride bring it to its end.
    void goHome() {
        isGoingHome = true;
        try {
            shift(false);
        } catch (ApiFailure failure) {
            if (failure.status() != 409) scene.tally().failed(failure);
        }
    }

    boolean isGoingHome() {
        return isGoingHome;
    }

    private void shift(boolean online) {
        api.put("/couriers/%d/shift".formatted(api.userId()), new Shift(online));
    }

    /// Who is sent home while they have a ride is still on shift after it.
    private boolean isAtHome() {
        if (!isGoingHome) return false;
        var me = me();
        bag = me.deliveryIds().size();
        if (bag > 0) return false;
        if (me.online()) shift(false);
        return true;
    }

    private Courier me() {
        return api.get("/couriers/" + api.userId()).as(Courier.class);
    }

    private void turn() throws InterruptedException {
        var me = me();
        bag = me.deliveryIds().size();
        if (bag > 0) {
            serve(me.deliveryIds().getFirst());
        } else if (me.online()) {
            waitForWork();
        } else if (!isGoingHome) {
            // too many offers missed; after a coffee it goes on
            scene.pace().sleep(BREAK);
            if (isGoingHome) return;
            shift(true);
            telephone.ping();
        }
    }

    private void waitForWork() throws InterruptedException {
        for (int tick = 0; tick < IDLE_TICKS; tick++) {
            if (isGoingHome || considerOffers()) return;
            scene.pass(scene.isWarmingUp() ? HURRIED_TICK : IDLE_TICK, false);
        }
        telephone.ping();
    }

    /// @return whether there is a ride more than before
    private boolean considerOffers() throws InterruptedException {
        if (isGoingHome || bag >= temper.capacity()) return false;
        for (var offer : api.get("/offers").as(OfferList.class).offers()) {
            if (ignored.contains(offer.offerId())) continue;
            try {
                if (answer(offer)) return true;
            } catch (ApiFailure failure) {
                // too late
                scene.met(failure, 404, 409);
            }
        }
        return false;
    }

    private boolean answer(Offer offer) throws InterruptedException {
        var whim = random.nextDouble();
        if (scene.isWarmingUp()) whim = 1;
        var path = "/offers/%d/".formatted(offer.offerId());
        if (whim < temper.declines()) {
            api.post(path + "decline", Map.of());
        } else if (whim < temper.declines() + temper.ignores()) {
            ignored.add(offer.offerId());
        } else {
            api.post(path + "accept", Map.of());
            bag++;
            accepted++;
            if (temper.vanishesOn(accepted)) scene.passCity(VANISHED);
            return true;
        }
        return false;
    }

    private void serve(long deliveryId) throws InterruptedException {
        var ride = api.get("/deliveries/" + deliveryId).as(Delivery.class);
        switch (ride.status()) {
            case ASSIGNED -> {
                if (breaksDown(ride)) return;
                ride(ride.pickup(), isHurried(ride, PICKED_UP), true);
                step(ride, "arrive");
            }
            case AT_RESTAURANT -> collect(ride);
            case PICKED_UP -> {
                if (temper.hasNoSignalOn(accepted)) {
                    deliverWithoutSignal(ride);
                } else {
                    ride(ride.dropoff(), isHurried(ride, DELIVERED), true);
                    step(ride, "arrive-door");
                }
            }
            case AT_DOOR -> {
                handOver(isHurried(ride, DELIVERED));
                post(ride, "deliver", proof(ride));
            }
            // about to leave the bag
            case WAITING, OFFERED, DELIVERED, CANCELLED, RETURNED -> scene.pass(TICK, true);
        }
    }

    /// Rarely, on the way to the kitchen. Somebody else shall ride, and the courier repairs.
    private boolean breaksDown(Delivery ride) throws InterruptedException {
        if (isHurried(ride, PICKED_UP) || !temper.breaksDownOn(accepted)) return false;
        var problem = new NewRoadProblem(RoadTrouble.BROKEN_DOWN, "I have a puncture.", true);
        post(ride, "problem", problem);
        bag--;
        scene.passCity(REPAIR);
        telephone.ping();
        return true;
    }

    /// Some tell when the food isn't there long after they are.
    private void longWait(Delivery ride) {
        var arrived =
                ride.timeline().stream()
                        .filter(step -> step.status() == DeliveryStatus.AT_RESTAURANT)
                        .map(DeliveryStep::at)
                        .findFirst();
        if (arrived.isEmpty() || ride.problem() != null || !temper.tells()) return;
        var waited = scene.pace().between(arrived.get(), scene.pace().now());
        if (waited.compareTo(LONG_WAIT) < 0) return;
        post(ride, "problem", new NewRoadProblem(RoadTrouble.LONG_WAIT, null, null));
    }

    private boolean isHurried(Delivery ride, OrderStatus status) {
        return scene.errands().hurriesTo(ride.orderId(), status);
    }

    /// Takes the food, or waits a moment for it.
    private void collect(Delivery ride) throws InterruptedException {
        try {
            step(ride, "pickup");
        } catch (ApiFailure failure) {
            scene.met(failure, 409);
            scene.pass(isHurried(ride, PICKED_UP) ? HURRIED_TICK : TICK, true);
            telephone.ping();
            if (!isHurried(ride, PICKED_UP)) longWait(ride);
            considerOffers();
        }
    }

    private void ride(Address stop, boolean hurried, boolean signal) throws InterruptedException {
        var tick = hurried ? HURRIED_TICK : TICK;
        telephone.guideTo(stop, tick, hurried ? HURRY : 1, signal, this::considerOffers);
    }

    private void handOver(boolean hurried) throws InterruptedException {
        var city = Duration.ofSeconds(random.nextInt(40, 120));
        if (hurried) scene.pass(HURRIED_TICK, true);
        else scene.passCity(city);
    }

    /// The customer's PIN. Of a stranger, whom we can't ask, a photo of the bag at the door.
    private Proof proof(Delivery ride) {
        var pin = scene.errands().pinOf(ride.orderId());
        if (pin.isPresent()) return new Proof(pin.get(), null, null);
        api.put("/deliveries/%d/photo".formatted(ride.deliveryId()), Snapshot.png(), "image/png");
        return new Proof(null, true, "Left at the door.");
    }

    private void step(Delivery ride, String step) {
        post(ride, step, Map.of());
    }

    private void post(Delivery ride, String step, Object body) {
        api.post("/deliveries/%d/%s".formatted(ride.deliveryId(), step), body);
    }

    private void deliverWithoutSignal(Delivery ride) throws InterruptedException {
        var hurried = isHurried(ride, DELIVERED);
        ride(ride.dropoff(), hurried, false);
        var atDoor = scene.pace().now();
        handOver(hurried);
        var pin = scene.errands().pinOf(ride.orderId());
        var steps = new ArrayList<LateStep>();
        steps.add(new LateStep(RoadStep.ARRIVE_DOOR, atDoor, null));
        pin.map(digits -> new Proof(digits, null, "No signal in the stairs."))
                .map(proof -> new LateStep(RoadStep.DELIVER, scene.pace().now(), proof))
                .ifPresent(steps::add);
        telephone.ping();
        post(ride, "steps", new LateSteps(steps));
    }
}
