package gofood.gateway.monitor;

import gofood.contracts.GatewayApi.HealthSample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// How one service was doing: each look of the last hour, and one sample a minute before that, for
/// a day.
final class History {
    private static final Duration FINE = Duration.ofHours(1);
    private static final Duration ALL = Duration.ofHours(24);

    private final Deque<HealthSample> fine = new ArrayDeque<>();
    private final Deque<HealthSample> coarse = new ArrayDeque<>();
    private final List<HealthSample> minute = new ArrayList<>();

    synchronized void add(HealthSample sample) {
        fine.addLast(sample);
        while (fine.getFirst().at().isBefore(sample.at().minus(FINE))) thin(fine.removeFirst());
        while (!coarse.isEmpty() && coarse.getFirst().at().isBefore(sample.at().minus(ALL)))
            coarse.removeFirst();
    }

    private void thin(HealthSample old) {
        if (!minute.isEmpty() && !minuteOf(old).equals(minuteOf(minute.getFirst()))) {
            coarse.addLast(summed(minute));
            minute.clear();
        }
        minute.add(old);
    }

    private static Instant minuteOf(HealthSample sample) {
        return sample.at().truncatedTo(ChronoUnit.MINUTES);
    }

    /// The worst of a minute, and the mean of its traffic.
    private static HealthSample summed(List<HealthSample> minute) {
        var rate = minute.stream().mapToDouble(HealthSample::requestsPerSecond).average();
        var requests = minute.stream().mapToDouble(HealthSample::requestsPerSecond).sum();
        var errors =
                minute.stream()
                        .mapToDouble(one -> one.requestsPerSecond() * one.errorPercent())
                        .sum();
        return new HealthSample(
                minuteOf(minute.getFirst()),
                minute.stream().mapToInt(HealthSample::replicas).max().orElse(0),
                minute.stream().mapToInt(HealthSample::up).min().orElse(0),
                minute.stream().mapToLong(HealthSample::latencyMs).max().orElse(0),
                rounded(rate.orElse(0)),
                requests == 0 ? 0 : rounded(errors / requests));
    }

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /// Oldest first.
    synchronized List<HealthSample> samples() {
        var all = new ArrayList<HealthSample>(coarse);
        if (!minute.isEmpty()) all.add(summed(minute));
        all.addAll(fine);
        return all;
    }
}
