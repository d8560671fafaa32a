package gofood.simulator.living;

import java.time.Duration;
import java.time.LocalTime;
import java.util.stream.IntStream;

/// When people order. Each simulation begins at eleven in the morning of the city's own time; there
/// is a lunch peak and a higher one at dinner, and even at night more than half of the average.
final class Mealtimes {
    static final LocalTime BEGINS = LocalTime.of(11, 0);
    private static final double HOUR_SECONDS = 3600;

    /// Within so little time the hunger of a city doesn't change.
    private static final double STEP_SECONDS = 60;

    private static final double NIGHT = 0.5;
    private static final double AVERAGE =
            IntStream.range(0, 24 * 60).mapToDouble(m -> shape(m / 60.0)).average().orElseThrow();

    private Mealtimes() {}

    /// How hungry the city is at this moment, compared with the average of a day.
    static double hungerAt(Duration sinceBegin) {
        return hungerAt(seconds(sinceBegin));
    }

    /// How many orders come between two moments, when there is one in an hour of an average day.
    static double ordersBetween(Duration from, Duration to) {
        var orders = 0.0;
        var end = seconds(to);
        for (var at = seconds(from); at < end; at += STEP_SECONDS) {
            var step = Math.min(STEP_SECONDS, end - at);
            orders += hungerAt(at + step / 2) * step / HOUR_SECONDS;
        }
        return orders;
    }

    private static double hungerAt(double seconds) {
        var hour = (BEGINS.toSecondOfDay() + seconds) / HOUR_SECONDS % 24;
        return shape(hour) / AVERAGE;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static double shape(double hour) {
        return NIGHT + bump(hour, 12.75, 1.3, 1.6) + bump(hour, 20, 1.7, 2.2);
    }

    private static double bump(double hour, double middle, double width, double height) {
        return height * Math.exp(-Math.pow((hour - middle) / width, 2));
    }
}
