package gofood.bench.evening;

/// What dispatch has learned this evening, in the way of the delivery service: how much longer than
/// told each kitchen needs, and how much slower than the map everybody is.
final class EveningLessons {
    /// a kitchen's own figures count as much as the city's once it has cooked so many
    private static final double SHRINK = 3;

    /// of the pace, a new ride counts for so much
    private static final double FRESH = 0.05;

    private final double[] sum;
    private final int[] count;
    private double cityShare;
    private int cityCount;
    private double pace = 1;

    EveningLessons(int kitchens) {
        sum = new double[kitchens];
        count = new int[kitchens];
    }

    void cooked(int kitchen, int told, int needed) {
        double share = needed / (double) told - 1;
        sum[kitchen] += share;
        count[kitchen]++;
        cityShare += share;
        cityCount++;
    }

    int needs(int kitchen, int told) {
        double city = cityShare / Math.max(1, cityCount);
        double share = (sum[kitchen] + SHRINK * city) / (count[kitchen] + SHRINK);
        return (int) (told * (1 + share));
    }

    void rode(int reckoned, int needed) {
        if (reckoned < 30) return;
        pace += FRESH * (needed / (double) reckoned - pace);
    }

    double pace() {
        return pace;
    }
}
