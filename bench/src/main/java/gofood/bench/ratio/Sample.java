package gofood.bench.ratio;

import java.util.List;

/// Some figures of the same kind, in the order of their size.
public record Sample(List<Double> figures) {
    public Sample {
        if (figures.isEmpty()) throw new IllegalArgumentException("nothing was measured");
        figures = figures.stream().sorted().toList();
    }

    public double median() {
        var size = figures.size();
        var upper = figures.get(size / 2);
        return size % 2 == 1 ? upper : (figures.get(size / 2 - 1) + upper) / 2;
    }

    public double least() {
        return figures.getFirst();
    }

    public double most() {
        return figures.getLast();
    }
}
