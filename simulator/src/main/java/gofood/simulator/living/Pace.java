package gofood.simulator.living;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The city's own time, which runs `speed` times as fast as the platform's. It begins at zero with
/// the simulation.
///
/// @param speed city seconds in a second
record Pace(double speed, Clock clock, Instant begin) {
    static Pace startingNow(double speed, Clock clock) {
        return new Pace(speed, clock, clock.instant());
    }

    /// City time since the beginning.
    Duration elapsed() {
        return city(Duration.between(begin, clock.instant()));
    }

    Instant now() {
        return clock.instant();
    }

    /// How long the platform's clock takes for so much city time.
    Duration real(Duration city) {
        return scaled(city, 1 / speed);
    }

    Duration city(Duration real) {
        return scaled(real, speed);
    }

    void sleep(Duration city) throws InterruptedException {
        Thread.sleep(real(city));
    }

    static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
