package gofood.city.roads;

import java.util.Arrays;

/// From each to each. A pair without a way has [Search#NONE] milliseconds.
public final class TravelTimes {
    private final int columns;
    private final int[] millis;
    private final int[] decimetres;

    TravelTimes(int rows, int columns) {
        this.columns = columns;
        millis = new int[rows * columns];
        decimetres = new int[rows * columns];
        Arrays.fill(millis, Search.NONE);
    }

    void offer(int row, int column, int itsMillis, int itsDecimetres) {
        var at = row * columns + column;
        if (itsMillis >= millis[at]) return;
        millis[at] = itsMillis;
        decimetres[at] = itsDecimetres;
    }

    public boolean isReachable(int row, int column) {
        return millis[row * columns + column] != Search.NONE;
    }

    public int seconds(int row, int column) {
        return seconds(millis[row * columns + column]);
    }

    public int metres(int row, int column) {
        return metres(decimetres[row * columns + column]);
    }

    /// Rounded, and the same for routes and for the matrix.
    public static int seconds(int millis) {
        return (int) Math.round(millis / 1000.0);
    }

    public static int metres(int decimetres) {
        return (int) Math.round(decimetres / 10.0);
    }
}
