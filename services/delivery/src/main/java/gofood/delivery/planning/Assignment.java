package gofood.delivery.planning;

import java.util.Arrays;

/// The exact assignment of rows to columns: as many pairs as possible, and of all such the
/// cheapest.
///
/// Shortest augmenting paths with potentials, after Jonker and Volgenant, "A shortest augmenting
/// path algorithm for dense and sparse linear assignment problems" (Computing 38, 1987).
public final class Assignment {
    /// The cost of a pair that can't be.
    public static final int NEVER = Integer.MAX_VALUE;

    /// Costs lie between zero and this.
    static final int MOST = 1 << 24;

    private Assignment() {}

    /// @param cost a row for each, all of the same length
    /// @return for each row its column, or -1
    public static int[] cheapest(int[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        if (columns == 0) return columnOf;
        if (rows <= columns) {
            int[] rowOf = match(cost, rows, columns);
            for (int c = 0; c < columns; c++) if (rowOf[c] >= 0) columnOf[rowOf[c]] = c;
        } else {
            int[] turned = match(turn(cost, rows, columns), columns, rows);
            System.arraycopy(turned, 0, columnOf, 0, rows);
        }
        for (int r = 0; r < rows; r++)
            if (columnOf[r] >= 0 && cost[r][columnOf[r]] == NEVER) columnOf[r] = -1;
        return columnOf;
    }

    private static int[][] turn(int[][] cost, int rows, int columns) {
        int[][] turned = new int[columns][rows];
        for (int r = 0; r < rows; r++) for (int c = 0; c < columns; c++) turned[c][r] = cost[r][c];
        return turned;
    }

    /// Every row gets a column, where need be by a pair that can't be, at a cost that no number of
    /// real pairs can outweigh.
    private static int[] match(int[][] cost, int rows, int columns) {
        long dear = (long) MOST * (rows + 1);
        long[] rowPrice = new long[rows];
        long[] columnPrice = new long[columns];
        int[] rowOf = new int[columns];
        Arrays.fill(rowOf, -1);
        long[] distance = new long[columns];
        int[] from = new int[columns];
        int[] open = new int[columns];
        for (int start = 0; start < rows; start++) {
            Arrays.fill(distance, Long.MAX_VALUE);
            Arrays.fill(from, -1);
            for (int c = 0; c < columns; c++) open[c] = c;
            int left = columns;
            int row = start;
            int via = -1;
            long far = 0;
            while (true) {
                int[] costs = cost[row];
                long base = far - rowPrice[row];
                long least = Long.MAX_VALUE;
                int at = -1;
                for (int i = 0; i < left; i++) {
                    int c = open[i];
                    int pair = costs[c];
                    long there = base + (pair == NEVER ? dear : pair) - columnPrice[c];
                    if (there < distance[c]) {
                        distance[c] = there;
                        from[c] = via;
                    }
                    // a free column ends the path, so of equally near ones it is the better
                    if (distance[c] < least
                            || (distance[c] == least && rowOf[c] < 0 && rowOf[open[at]] >= 0)) {
                        least = distance[c];
                        at = i;
                    }
                }
                int column = open[at];
                open[at] = open[--left];
                open[left] = column;
                far = least;
                if (rowOf[column] < 0) {
                    reprice(open, left, columns, distance, far, rowOf, rowPrice, columnPrice);
                    rowPrice[start] += far;
                    augment(column, start, from, rowOf);
                    break;
                }
                via = column;
                row = rowOf[column];
            }
        }
        return rowOf;
    }

    private static void reprice(
            int[] open,
            int left,
            int columns,
            long[] distance,
            long far,
            int[] rowOf,
            long[] rowPrice,
            long[] columnPrice) {
        for (int i = left; i < columns; i++) {
            int c = open[i];
            long less = far - distance[c];
            if (less == 0) continue;
            columnPrice[c] -= less;
            rowPrice[rowOf[c]] += less;
        }
    }

    private static void augment(int end, int start, int[] from, int[] rowOf) {
        int column = end;
        while (from[column] >= 0) {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }
        rowOf[column] = start;
    }
}
