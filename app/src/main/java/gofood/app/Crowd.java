package gofood.app;

import picocli.CommandLine.Option;

/// The people of the simulator, as the command line describes them.
public final class Crowd {
    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "how much faster than in life the simulated people are (default: 5)")
    double speed = 5;

    @Option(
            names = "--orders-per-hour",
            paramLabel = "N",
            description = "orders in an hour of theirs, on average (default: 60)")
    int ordersPerHour = 60;

    @Option(
            names = "--couriers",
            paramLabel = "N",
            description = "simulated couriers (default: 20)")
    int couriers = 20;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "the same seed plays the same city (default: 7)")
    long seed = 7;

    /// @throws CannotStart for what nobody can play
    Crowd checked() {
        if (!(speed >= 0.1 && speed <= 100)) throw wrong("--speed", "0.1 to 100");
        if (ordersPerHour < 1 || ordersPerHour > 3000)
            throw wrong("--orders-per-hour", "1 to 3000");
        if (couriers < 1 || couriers > 500) throw wrong("--couriers", "1 to 500");
        return this;
    }

    private static CannotStart wrong(String option, String range) {
        return new CannotStart("The option " + option + " takes " + range + ".");
    }
}
