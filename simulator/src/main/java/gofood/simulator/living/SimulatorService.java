package gofood.simulator.living;

import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.simulator.DemoCity;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.logging.Logger;

/// The living city in a container of its own: loads the demo's restaurants and people where they
/// are missing, then lets them live until it is stopped.
public final class SimulatorService implements Service {
    private static final Logger LOG = Logger.getLogger("gofood.simulator");

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public Running start(Env env) {
        var crowd = crowd(env);
        DemoCity.load(crowd.gateway(), crowd.operatorEmail(), crowd.operatorPassword());
        var city = Simulation.start(crowd, LOG::info);
        try {
            var door = SimulatorDoor.open(env, city);
            return () -> {
                door.close();
                city.close();
            };
        } catch (RuntimeException e) {
            city.close();
            throw e;
        }
    }

    /// The same people as those of `./gofood up`.
    static Simulation.Settings crowd(Env env) {
        return new Simulation.Settings(
                env.peers("gateway").getFirst(),
                within(env.decimal("SIMULATOR_SPEED", "5"), "SIMULATOR_SPEED", 100).doubleValue(),
                whole(env, "SIMULATOR_ORDERS_PER_HOUR", 60, 3000),
                whole(env, "SIMULATOR_COURIERS", 20, 500),
                env.number("SIMULATOR_SEED", 7),
                Optional.empty(),
                env.text("USER_OPERATOR_EMAIL"),
                env.text("USER_OPERATOR_PASSWORD"));
    }

    private static int whole(Env env, String name, int otherwise, int most) {
        return within(BigDecimal.valueOf(env.number(name, otherwise)), name, most).intValue();
    }

    private static BigDecimal within(BigDecimal value, String name, int most) {
        if (value.signum() > 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0) return value;
        throw new IllegalStateException(
                "The setting %s must be more than 0 and at most %d.".formatted(name, most));
    }
}
