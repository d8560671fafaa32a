package gofood.city.roads;

import java.util.Arrays;

/// What the searches from the targets of a matrix have left at the nodes where they were: how far
/// it is from this node to that target. In arrays that are used again. Not for several threads.
final class Buckets {
    private final int[] first;
    private int[] next = new int[4096];
    private int[] target = new int[4096];
    private int[] millis = new int[4096];
    private int[] decimetres = new int[4096];
    private int[] node = new int[4096];
    private int size;

    Buckets(int nodes) {
        first = new int[nodes];
        Arrays.fill(first, -1);
    }

    void clear() {
        for (int i = 0; i < size; i++) first[node[i]] = -1;
        size = 0;
    }

    void leave(int itsTarget, Search search) {
        for (int i = 0; i < search.settledCount; i++) {
            if (size == next.length) grow();
            var at = search.settled[i];
            node[size] = at;
            target[size] = itsTarget;
            millis[size] = search.millis[at];
            decimetres[size] = search.decimetres[at];
            next[size] = first[at];
            first[at] = size++;
        }
    }

    void collect(int row, Search search, TravelTimes times) {
        for (int i = 0; i < search.settledCount; i++) {
            var at = search.settled[i];
            for (int entry = first[at]; entry >= 0; entry = next[entry])
                times.offer(
                        row,
                        target[entry],
                        search.millis[at] + millis[entry],
                        search.decimetres[at] + decimetres[entry]);
        }
    }

    private void grow() {
        var length = next.length * 2;
        next = Arrays.copyOf(next, length);
        target = Arrays.copyOf(target, length);
        millis = Arrays.copyOf(millis, length);
        decimetres = Arrays.copyOf(decimetres, length);
        node = Arrays.copyOf(node, length);
    }
}
