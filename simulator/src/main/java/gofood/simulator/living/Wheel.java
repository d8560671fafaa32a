package gofood.simulator.living;

import gofood.contracts.SimulatorApi.Drive;
import org.jspecify.annotations.Nullable;

/// How the people are driven. Everybody looks here at each thing they do, so that a turn takes
/// effect within seconds.
final class Wheel {
    /// More than this can't be asked for, see [Drive]; more can be had from the command line.
    private static final int MOST_ORDERS = 10_000;

    private static final double LEAST_SPEED = 0.1;
    private static final double MOST_SPEED = 60;
    private static final double STAY_AT_HOME = 0.7;
    private static final double SLOW_KITCHENS = 3;

    private final Pace pace;
    private final Weather weather;
    private volatile boolean isRunning = true;
    private volatile boolean isOver;
    private volatile double ordersPerHour;
    private volatile int couriers;
    private volatile boolean kitchensAreSlow;

    /// What somebody said that the sky does; null: what it likes.
    private volatile @Nullable Boolean rain;

    /// @param ordersPerHour by the clock on the wall, on the average of a day
    Wheel(Pace pace, Weather weather, double ordersPerHour, int couriers) {
        this.pace = pace;
        this.weather = weather;
        this.ordersPerHour = ordersPerHour;
        this.couriers = couriers;
    }

    /// What is left out stays as it is.
    void turn(Drive wish) {
        if (wish.running() != null) isRunning = wish.running();
        if (wish.speed() != null) pace.change(wish.speed());
        if (wish.ordersPerHour() != null) ordersPerHour = wish.ordersPerHour();
        if (wish.couriers() != null) couriers = wish.couriers();
        if (wish.rain() != null) rain = wish.rain();
        if (wish.slowKitchens() != null) kitchensAreSlow = wish.slowKitchens();
    }

    Drive view() {
        return new Drive(
                isHungry(),
                Math.clamp(pace.speed(), LEAST_SPEED, MOST_SPEED),
                Math.clamp(Math.round(ordersPerHour), 0, MOST_ORDERS),
                couriers,
                rains(),
                kitchensAreSlow);
    }

    /// Nobody orders any more, whatever is said later.
    void stop() {
        isOver = true;
    }

    boolean isOver() {
        return isOver;
    }

    boolean isHungry() {
        return isRunning && !isOver;
    }

    /// In an hour of the city's time, on the average of a day.
    double ordersPerCityHour() {
        if (!isHungry()) return 0;
        return ordersPerHour / pace.speed() * (rains() ? STAY_AT_HOME : 1);
    }

    int couriers() {
        return couriers;
    }

    boolean rains() {
        var said = rain;
        return said == null ? weather.rains(pace.elapsed()) : said;
    }

    /// How much longer a ride takes than in the dry.
    double rideSlowness() {
        return rains() ? Weather.WET : 1;
    }

    /// How much longer a kitchen needs than usual.
    double kitchenSlowness() {
        return kitchensAreSlow ? SLOW_KITCHENS : 1;
    }
}
