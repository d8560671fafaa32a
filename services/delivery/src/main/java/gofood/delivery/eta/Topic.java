package gofood.delivery.eta;

/// What can be learned, and which values can't be true: a step that was told in a rush, or
/// forgotten. Every value is greater than zero, so that it can be blended as a factor.
public enum Topic {
    /// how long a kitchen really cooks, as a share of what it said; by restaurant. A share and no
    /// difference, so that it holds for a salad as for a roast
    COOKING(0.02, 5, 1, 1.35),
    /// how long a way really takes, as a share of what the map says; by vehicle
    PACE(0.02, 5, 1, 1.3),
    /// seconds from the paid order to the kitchen's yes; all together
    ANSWER(1, 1800, 45, 180),
    /// seconds from the courier's yes to the kitchen; all together
    APPROACH(1, 3600, 300, 600),
    /// seconds at the kitchen when the food is ready; all together
    KITCHEN(1, 1800, 60, 150),
    /// seconds from arriving at the door to having handed over; all together
    DOOR(1, 1800, 90, 200);

    private final double least;
    private final double most;
    private final double usual;
    private final double longest;

    Topic(double least, double most, double usual, double longest) {
        this.least = least;
        this.most = most;
        this.usual = usual;
        this.longest = longest;
    }

    /// What is believed before anything was learned.
    Quantiles prior() {
        return new Quantiles(usual, longest);
    }

    boolean isPlausible(double value) {
        return value >= least && value <= most;
    }

    /// Half of the values are below the first, nine of ten below the second.
    public record Quantiles(double half, double most) {
        /// How much worse than usual it gets in one of ten cases.
        public double doubt() {
            return Math.max(0, most - half);
        }
    }
}
