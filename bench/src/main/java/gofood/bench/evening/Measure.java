package gofood.bench.evening;

/// What two ways of dispatch are compared by. Of each, less is better.
enum Measure {
    TIME50("time50"),
    TIME90("time90"),
    LATE("late%"),
    FOOD50("food50"),
    FOOD90("food90"),
    KM("km"),
    IDLE("idle");

    /// what differs by less is neither better nor worse
    private static final double SAME = 0.03;

    final String column;

    Measure(String column) {
        this.column = column;
    }

    double of(Figures figures) {
        return switch (this) {
            case TIME50 -> figures.timeP50();
            case TIME90 -> figures.timeP90();
            case LATE -> figures.late();
            case FOOD50 -> figures.foodWaitingP50();
            case FOOD90 -> figures.foodWaitingP90();
            case KM -> figures.kmPerOrder();
            case IDLE -> figures.idlePerOrder();
        };
    }

    /// Not a number where both are nothing.
    double ratio(Figures planned, Figures firstCome) {
        return of(planned) / of(firstCome);
    }

    boolean isBetter(Figures planned, Figures firstCome) {
        return of(planned) < of(firstCome) * (1 - SAME);
    }

    boolean isWorse(Figures planned, Figures firstCome) {
        return of(planned) > of(firstCome) * (1 + SAME);
    }
}
