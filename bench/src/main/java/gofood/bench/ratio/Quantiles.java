package gofood.bench.ratio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long answers took, each counted from the moment at which its request was meant to go out: a
/// system that stands still for a second makes everybody wait who would have come in that second.
public final class Quantiles {
    private final List<Long> nanos = new ArrayList<>();
    private int failed;

    public synchronized void add(Duration took) {
        nanos.add(took.toNanos());
    }

    public synchronized void failed() {
        failed++;
    }

    public synchronized int count() {
        return nanos.size();
    }

    public synchronized int failures() {
        return failed;
    }

    /// The smallest time that this share of all did not exceed.
    ///
    /// @param share above 0 and at most 1
    public synchronized double millis(double share) {
        if (nanos.isEmpty()) throw new IllegalStateException("nothing was answered");
        var sorted = nanos.stream().sorted().toList();
        var rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }
}
