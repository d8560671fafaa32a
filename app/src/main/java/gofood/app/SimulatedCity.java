package gofood.app;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.simulator.DemoCity;
import gofood.simulator.living.Simulation;
import gofood.simulator.living.SimulatorDoor;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// The demo that goFOOD comes with: the restaurants of the map, and the simulator's people.
final class SimulatedCity implements Demo {
    @Override
    public void load(URI gateway, String operatorEmail, String operatorPassword) {
        DemoCity.load(gateway, operatorEmail, operatorPassword);
    }

    @Override
    public Running live(
            URI gateway,
            Crowd crowd,
            String operatorEmail,
            String operatorPassword,
            Env door,
            Consumer<String> say) {
        var city = start(gateway, crowd, Optional.empty(), operatorEmail, operatorPassword, say);
        try {
            return driven(city, door);
        } catch (RuntimeException e) {
            city.close();
            throw e;
        }
    }

    private static Running driven(Simulation city, Env door) {
        var open = SimulatorDoor.open(door, city);
        return () -> {
            open.close();
            city.close();
        };
    }

    static Simulation start(
            URI gateway,
            Crowd crowd,
            Optional<Duration> length,
            String operatorEmail,
            String operatorPassword,
            Consumer<String> say) {
        var settings =
                new Simulation.Settings(
                        gateway,
                        crowd.speed,
                        crowd.ordersPerHour,
                        crowd.couriers,
                        crowd.seed,
                        length,
                        operatorEmail,
                        operatorPassword);
        return Simulation.start(settings, say);
    }
}
