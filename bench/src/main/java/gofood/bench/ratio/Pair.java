package gofood.bench.ratio;

/// One slot of ours and the slot of the baseline right after it, both in the same unit.
public record Pair(double ours, double baseline) {
    public double ratio() {
        return ours / baseline;
    }
}
