package gofood.city.roads;

import gofood.city.roads.Hierarchy.Arcs;
import java.util.Arrays;

/// One Dijkstra search upwards in a hierarchy, in arrays that are used again and again: clearing
/// them touches only what the search has touched. Not for several threads at once.
final class Search {
    static final int NONE = Integer.MAX_VALUE;

    /// Per node; [#NONE] where the search has not been.
    final int[] millis;

    final int[] decimetres;

    /// The arc by which each node was reached, -1 for a start.
    final int[] arc;

    /// From where that arc leads.
    final int[] parent;

    /// The nodes that were settled, the nearest first; `settledCount` of them.
    int[] settled = new int[256];

    int settledCount;
    private int[] touched = new int[256];
    private int touchedCount;

    /// A binary heap of time and node; a node that was improved is in it twice.
    private long[] heap = new long[256];

    private int heapSize;

    Search(int nodes) {
        millis = new int[nodes];
        decimetres = new int[nodes];
        arc = new int[nodes];
        parent = new int[nodes];
        Arrays.fill(millis, NONE);
    }

    void clear() {
        for (int i = 0; i < touchedCount; i++) millis[touched[i]] = NONE;
        touchedCount = 0;
        settledCount = 0;
        heapSize = 0;
    }

    void start(int node, int itsMillis, int itsDecimetres) {
        reach(node, itsMillis, itsDecimetres, -1, -1);
    }

    void run(Arcs arcs) {
        while (heapSize > 0) {
            var top = pop();
            var node = (int) top;
            var time = (int) (top >>> 32);
            if (time > millis[node]) continue;
            if (settledCount == settled.length) settled = Arrays.copyOf(settled, 2 * settledCount);
            settled[settledCount++] = node;
            for (int i = arcs.first()[node]; i < arcs.first()[node + 1]; i++)
                reach(
                        arcs.head()[i],
                        time + arcs.millis()[i],
                        decimetres[node] + arcs.decimetres()[i],
                        i,
                        node);
        }
    }

    private void reach(int node, int itsMillis, int itsDecimetres, int itsArc, int itsParent) {
        if (itsMillis >= millis[node]) return;
        if (millis[node] == NONE) {
            if (touchedCount == touched.length) touched = Arrays.copyOf(touched, 2 * touchedCount);
            touched[touchedCount++] = node;
        }
        millis[node] = itsMillis;
        decimetres[node] = itsDecimetres;
        arc[node] = itsArc;
        parent[node] = itsParent;
        push((long) itsMillis << 32 | node);
    }

    private void push(long entry) {
        if (heapSize == heap.length) heap = Arrays.copyOf(heap, 2 * heapSize);
        var at = heapSize++;
        while (at > 0 && heap[(at - 1) / 2] > entry) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = entry;
    }

    private long pop() {
        var top = heap[0];
        var last = heap[--heapSize];
        var at = 0;
        while (true) {
            var child = 2 * at + 1;
            if (child >= heapSize) break;
            if (child + 1 < heapSize && heap[child + 1] < heap[child]) child++;
            if (heap[child] >= last) break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return top;
    }
}
