package gofood.bench.row;

import java.util.Arrays;

/// The exact assignment by another way than dispatch's: the plain Hungarian method with potentials,
/// as in the textbooks.
final class Hungarian {
    private static final long FAR = Long.MAX_VALUE / 4;

    private Hungarian() {}

    /// @param cost not more rows than columns
    /// @return what the cheapest assignment of all rows costs
    static long cheapest(int[][] cost) {
        int rows = cost.length;
        int columns = cost[0].length;
        long[] rowPrice = new long[rows + 1];
        long[] columnPrice = new long[columns + 1];
        int[] rowOf = new int[columns + 1];
        int[] way = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            int at = 0;
            long[] least = new long[columns + 1];
            boolean[] used = new boolean[columns + 1];
            Arrays.fill(least, FAR);
            while (rowOf[at] != 0) {
                used[at] = true;
                int here = rowOf[at];
                int next = 0;
                long step = FAR;
                for (int c = 1; c <= columns; c++) {
                    if (used[c]) continue;
                    long reduced = cost[here - 1][c - 1] - rowPrice[here] - columnPrice[c];
                    if (reduced < least[c]) {
                        least[c] = reduced;
                        way[c] = at;
                    }
                    if (least[c] < step) {
                        step = least[c];
                        next = c;
                    }
                }
                for (int c = 0; c <= columns; c++)
                    if (used[c]) {
                        rowPrice[rowOf[c]] += step;
                        columnPrice[c] -= step;
                    } else least[c] -= step;
                at = next;
            }
            for (int before = way[at]; at != 0; at = before, before = way[at])
                rowOf[at] = rowOf[before];
        }
        long total = 0;
        for (int c = 1; c <= columns; c++) if (rowOf[c] != 0) total += cost[rowOf[c] - 1][c - 1];
        return total;
    }
}
