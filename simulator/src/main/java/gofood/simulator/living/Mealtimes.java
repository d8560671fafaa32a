package gofood.simulator.living;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Random;
import java.util.stream.IntStream;

/// When people order. Each simulation begins at eleven in the morning of the city's own time; there
/// is a lunch peak and a higher one at dinner, and even at night more than half of the average.
///
/// @param ordersPerHour the average of a whole city day
record Mealtimes(double ordersPerHour) {
    static final LocalTime BEGINS = LocalTime.of(11, 0);
    private static final double HOUR_SECONDS = 3600;
    private static final double NIGHT = 0.5;
    private static final double AVERAGE =
            IntStream.range(0, 24 * 60).mapToDouble(m -> shape(m / 60.0)).average().orElseThrow();
    private static final double HIGHEST =
            IntStream.range(0, 24 * 60).mapToDouble(m -> shape(m / 60.0)).max().orElseThrow();

    /// A city hour's orders, if it all were like this moment.
    double rateAt(Duration sinceBegin) {
        return ordersPerHour * shape(hourAt(sinceBegin)) / AVERAGE;
    }

    /// The next arrival of a Poisson process with this changing rate, by thinning one with the
    /// highest rate.
    Duration next(Duration last, Random random) {
        var seconds = last.toMillis() / 1000.0;
        var highest = ordersPerHour * HIGHEST / AVERAGE;
        while (true) {
            seconds += -Math.log(1 - random.nextDouble()) * HOUR_SECONDS / highest;
            var at = Duration.ofMillis(Math.round(seconds * 1000));
            if (random.nextDouble() * highest <= rateAt(at)) return at;
        }
    }

    private static double hourAt(Duration sinceBegin) {
        var begun = BEGINS.toSecondOfDay() / HOUR_SECONDS;
        return (begun + sinceBegin.toMillis() / 1000.0 / HOUR_SECONDS) % 24;
    }

    private static double shape(double hour) {
        return NIGHT + bump(hour, 12.75, 1.3, 1.6) + bump(hour, 20, 1.7, 2.2);
    }

    private static double bump(double hour, double middle, double width, double height) {
        return height * Math.exp(-Math.pow((hour - middle) / width, 2));
    }
}
