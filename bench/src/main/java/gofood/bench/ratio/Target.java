package gofood.bench.ratio;

import java.util.Locale;

/// What a figure should be.
///
/// @param atLeast whether more is better
/// @param stretch what would be better still
public record Target(boolean atLeast, double value, double stretch) {
    public static Target atLeast(double value, double stretch) {
        return new Target(true, value, stretch);
    }

    public static Target atMost(double value, double stretch) {
        return new Target(false, value, stretch);
    }

    public boolean isMetBy(double figure) {
        return atLeast ? figure >= value : figure <= value;
    }

    private boolean isSurpassedBy(double figure) {
        return atLeast ? figure >= stretch : figure <= stretch;
    }

    /// One word for a table.
    public String verdict(double figure) {
        if (isSurpassedBy(figure)) return "stretch";
        return isMetBy(figure) ? "met" : "MISSED";
    }

    @Override
    public String toString() {
        return (atLeast ? "≥ " : "≤ ") + figure(value) + " (" + figure(stretch) + ")";
    }

    private static String figure(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
