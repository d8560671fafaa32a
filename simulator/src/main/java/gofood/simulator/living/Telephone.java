package gofood.simulator.living;

import gofood.contracts.Address;
import gofood.contracts.CityApi.Route;
import gofood.contracts.CityApi.RouteWish;
import gofood.contracts.DeliveryApi.Ping;
import gofood.contracts.DeliveryApi.Positions;
import gofood.contracts.Point;
import gofood.contracts.Vehicle;
import gofood.simulator.Api;
import gofood.simulator.ApiFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a courier carries: it guides them along the streets, and tells the platform where they are.
final class Telephone {
    /// The courier looks at it at every other tick.
    private static final int LOOKS = 2;

    private static final int MOST_PINGS = 500;
    private static final Duration CARRIED = Duration.ofSeconds(4);

    private final Scene scene;
    private final Api api;
    private final Vehicle vehicle;
    private final List<Ping> unsent = new ArrayList<>();
    private Point here;

    Telephone(Scene scene, Api api, Vehicle vehicle, Point here) {
        this.scene = scene;
        this.api = api;
        this.vehicle = vehicle;
        this.here = here;
    }

    /// @param tick how often it speaks up, by the platform's clock
    /// @param hurry how much faster than usual
    /// @param signal whether it can send
    /// @param look what the courier does with it on the way, while there is a signal
    void guideTo(Address stop, Duration tick, double hurry, boolean signal, Scene.Doing look)
            throws InterruptedException {
        var to = new Point(stop.lat(), stop.lon());
        var journey = journey(to);
        for (int i = 0; journey.isPresent() && !journey.get().isOver(); i++) {
            var way = journey.get();
            var factor = scene.pace().speed() / scene.wheel().rideSlowness() * hurry;
            var left = Duration.ofMillis((long) Math.ceil(way.secondsLeft() / factor * 1000));
            var real = left.compareTo(tick) < 0 ? left : tick;
            scene.pass(real, true);
            scene.tally().rode(way.ride(Math.max(real.toMillis(), 1) * factor / 1000));
            here = way.here();
            note(scene.pace().now());
            if (signal) send();
            if (signal && i % LOOKS == 0) look.run();
        }
        here = to;
    }

    /// Nothing, where no street leads: they carry the bicycle.
    private Optional<Journey> journey(Point to) throws InterruptedException {
        try {
            var wish = new RouteWish(vehicle, List.of(here, to));
            return Optional.of(new Journey(api.post("/routes", wish).as(Route.class)));
        } catch (ApiFailure failure) {
            scene.met(failure, 404, 409, 422);
            scene.pass(CARRIED, true);
            return Optional.empty();
        }
    }

    void ping() {
        note(scene.pace().now());
        send();
    }

    private void note(Instant at) {
        unsent.add(new Ping(here.lat(), here.lon(), at));
    }

    /// What was noted meanwhile goes in one batch; a telephone keeps no more than fits into one.
    private void send() {
        var batch =
                List.copyOf(unsent.subList(Math.max(0, unsent.size() - MOST_PINGS), unsent.size()));
        api.post("/couriers/%d/positions".formatted(api.userId()), new Positions(batch));
        unsent.clear();
    }
}
