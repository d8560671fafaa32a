package gofood.simulator.living;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/// The city's own time, which runs `speed` times as fast as the platform's. It begins at zero with
/// the simulation. The speed may change on the way; whoever waits notices within a second.
final class Pace {
    private static final Duration NOTICES = Duration.ofSeconds(1);

    private final Clock clock;

    /// The stretches of one speed each; there is always one.
    private final List<Stretch> stretches = new CopyOnWriteArrayList<>();

    /// @param from by the platform's clock
    /// @param at what the city's clock showed then
    /// @param speed city seconds in a second, from then on
    private record Stretch(Instant from, Duration at, double speed) {
        Duration elapsed(Instant time) {
            return at.plus(scaled(Duration.between(from, time), speed));
        }
    }

    Pace(double speed, Clock clock, Instant begin) {
        this.clock = clock;
        stretches.add(new Stretch(begin, Duration.ZERO, speed));
    }

    static Pace startingNow(double speed, Clock clock) {
        return new Pace(speed, clock, clock.instant());
    }

    double speed() {
        return stretches.getLast().speed;
    }

    synchronized void change(double speed) {
        if (speed == speed()) return;
        var now = now();
        stretches.add(new Stretch(now, elapsed(now), speed));
    }

    Instant begin() {
        return stretches.getFirst().from;
    }

    Instant now() {
        return clock.instant();
    }

    /// City time since the beginning.
    Duration elapsed() {
        return elapsed(now());
    }

    private Duration elapsed(Instant time) {
        return stretches.stream()
                .filter(stretch -> !stretch.from.isAfter(time))
                .reduce((_, later) -> later)
                .orElse(stretches.getFirst())
                .elapsed(time);
    }

    /// City time from one moment of the platform's clock to another.
    Duration between(Instant from, Instant to) {
        return elapsed(to).minus(elapsed(from));
    }

    /// How long the platform's clock takes for so much city time, at today's speed.
    Duration real(Duration city) {
        return scaled(city, 1 / speed());
    }

    void sleep(Duration city) throws InterruptedException {
        work(city, () -> 1);
    }

    /// Does what takes so much city time, and longer by a factor that may change meanwhile.
    void work(Duration city, DoubleSupplier slowness) throws InterruptedException {
        var left = city;
        while (left.isPositive()) {
            var from = now();
            var factor = slowness.getAsDouble();
            var whole = real(scaled(left, factor));
            Thread.sleep(whole.compareTo(NOTICES) < 0 ? whole : NOTICES);
            left = left.minus(scaled(between(from, now()), 1 / factor));
        }
    }

    static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
