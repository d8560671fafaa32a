package gofood.delivery.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void a_small_assignment_costs_what_trying_everything_finds() {
        var dice = new Random(1);
        for (int round = 0; round < 2000; round++) {
            int[][] cost = matrix(dice, 1 + dice.nextInt(5), 1 + dice.nextInt(5), 20, 0.3);
            assertThat(worth(cost, Assignment.cheapest(cost)))
                    .as(() -> Arrays.deepToString(cost))
                    .isEqualTo(best(cost, 0, 0));
        }
    }

    @Test
    void a_large_assignment_is_at_the_optimum_by_its_prices() {
        var dice = new Random(2);
        for (int round = 0; round < 20; round++) {
            int[][] cost = matrix(dice, 60, 90, 1000, 0);
            assertThat(worth(cost, Assignment.cheapest(cost))).isEqualTo(hungarian(cost));
        }
    }

    @Test
    void more_rows_than_columns_give_the_same_as_turned_round() {
        var dice = new Random(3);
        int[][] cost = matrix(dice, 40, 25, 1000, 0.5);
        var turned = new int[25][40];
        for (int r = 0; r < 40; r++) for (int c = 0; c < 25; c++) turned[c][r] = cost[r][c];
        assertThat(worth(cost, Assignment.cheapest(cost)))
                .isEqualTo(worth(turned, Assignment.cheapest(turned)));
    }

    @Test
    void no_column_is_given_twice_and_no_impossible_pair_is_made() {
        int[][] cost = matrix(new Random(4), 80, 50, 1000, 0.9);
        int[] chosen = Assignment.cheapest(cost);
        var given = Arrays.stream(chosen).filter(c -> c >= 0).toArray();
        assertThat(given).doesNotHaveDuplicates();
        for (int r = 0; r < chosen.length; r++)
            if (chosen[r] >= 0) assertThat(cost[r][chosen[r]]).isNotEqualTo(Assignment.NEVER);
    }

    @Test
    void nothing_to_assign_is_no_error() {
        assertThat(Assignment.cheapest(new int[0][])).isEmpty();
        assertThat(Assignment.cheapest(new int[2][0])).containsExactly(-1, -1);
    }

    /// Measured warm: see the printed figure; the bound leaves room for a busy machine and for the
    /// simple compiler that the tests run with.
    @Test
    void five_hundred_couriers_and_750_deliveries_are_assigned_at_once() {
        int[][] cost = onAMap(500, 750);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            int[] chosen = Assignment.cheapest(cost);
            least = Math.min(least, System.nanoTime() - start);
            assertThat(Arrays.stream(chosen).filter(c -> c >= 0)).hasSize(500);
        }
        System.out.printf("500 x 750 assigned in %.1f ms%n", least / 1e6);
        assertThat(least).isLessThan(250_000_000);
    }

    private static int[][] onAMap(int rows, int columns) {
        var dice = new Random(5);
        double[] x = dice.doubles(rows + columns, 0, 10_000).toArray();
        double[] y = dice.doubles(rows + columns, 0, 10_000).toArray();
        var cost = new int[rows][columns];
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                cost[r][c] = (int) Math.hypot(x[r] - x[rows + c], y[r] - y[rows + c]);
        return cost;
    }

    private static int[][] matrix(Random dice, int rows, int columns, int most, double never) {
        var cost = new int[rows][columns];
        for (var row : cost)
            for (int c = 0; c < columns; c++)
                row[c] = dice.nextDouble() < never ? Assignment.NEVER : dice.nextInt(most);
        return cost;
    }

    /// Pairs count first, then what they cost; smaller is better.
    private static long worth(int[][] cost, int[] chosen) {
        long worth = 0;
        for (int r = 0; r < chosen.length; r++)
            if (chosen[r] >= 0) worth += cost[r][chosen[r]] - 1_000_000L;
        return worth;
    }

    private static long best(int[][] cost, int row, int taken) {
        if (row == cost.length) return 0;
        long best = best(cost, row + 1, taken);
        for (int c = 0; c < cost[row].length; c++)
            if ((taken & 1 << c) == 0 && cost[row][c] != Assignment.NEVER)
                best =
                        Math.min(
                                best,
                                cost[row][c] - 1_000_000L + best(cost, row + 1, taken | 1 << c));
        return best;
    }

    /// The optimum by another way: the cheapest augmenting path after Bellman and Ford, each time
    /// from scratch; slow, and too simple to be wrong in the same manner.
    private static long hungarian(int[][] cost) {
        int rows = cost.length;
        int columns = cost[0].length;
        int[] rowOf = new int[columns];
        Arrays.fill(rowOf, -1);
        long total = 0;
        for (int start = 0; start < rows; start++) {
            var distance = new long[columns];
            var via = new int[columns];
            Arrays.fill(via, -1);
            for (int c = 0; c < columns; c++) distance[c] = cost[start][c];
            for (boolean changed = true; changed; ) {
                changed = false;
                for (int from = 0; from < columns; from++) {
                    int row = rowOf[from];
                    if (row < 0) continue;
                    for (int to = 0; to < columns; to++) {
                        long there = distance[from] - cost[row][from] + cost[row][to];
                        if (there >= distance[to]) continue;
                        distance[to] = there;
                        via[to] = from;
                        changed = true;
                    }
                }
            }
            int end = -1;
            for (int c = 0; c < columns; c++)
                if (rowOf[c] < 0 && (end < 0 || distance[c] < distance[end])) end = c;
            total += distance[end];
            for (; via[end] >= 0; end = via[end]) rowOf[end] = rowOf[via[end]];
            rowOf[end] = start;
        }
        return total - 1_000_000L * rows;
    }
}
