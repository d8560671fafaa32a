package gofood.city.roads;

import com.graphhopper.storage.RoutingCHEdgeExplorer;
import com.graphhopper.storage.RoutingCHGraph;
import gofood.contracts.Vehicle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// One vehicle's contraction hierarchy. Every node has a rank; from each node lead arcs to nodes of
/// higher rank only, and the quickest way between any two is up from the one and up, against the
/// direction of travel, from the other. An arc is an edge of the graph, or stands for the two arcs
/// through a node of lower rank.
///
/// @param up arcs in the direction of travel
/// @param down arcs against it: what leads from a higher node to this one
/// @param descending all nodes, the highest rank first
record Hierarchy(Arcs up, Arcs down, int[] descending) {
    /// Flat arrays: the arcs of node `n` are those from `first[n]` to before `first[n + 1]`.
    ///
    /// @param head where each arc leads, which for [#down] is where one comes from
    /// @param millis milliseconds
    /// @param decimetres a tenth of a metre
    /// @param via the node between, or `~key` of the graph's edge in the direction of travel
    record Arcs(int[] first, int[] head, int[] millis, int[] decimetres, int[] via) {
        int find(int from, int to) {
            for (int arc = first[from]; arc < first[from + 1]; arc++)
                if (head[arc] == to) return arc;
            throw new IllegalStateException("no arc from %d to %d".formatted(from, to));
        }
    }

    static Path file(Path folder, Vehicle vehicle) {
        return folder.resolve(Speeds.name(vehicle) + ".hierarchy");
    }

    int nodes() {
        return descending.length;
    }

    static Hierarchy of(RoutingCHGraph graph, Speeds speeds) {
        var nodes = graph.getNodes();
        var descending = new int[nodes];
        for (int node = 0; node < nodes; node++)
            descending[nodes - 1 - graph.getLevel(node)] = node;
        var hierarchy =
                new Hierarchy(
                        arcs(graph, graph.createOutEdgeExplorer(), speeds, false),
                        arcs(graph, graph.createInEdgeExplorer(), speeds, true),
                        descending);
        hierarchy.measureShortcuts();
        return hierarchy;
    }

    /// The arcs to higher nodes, of several to one node the quickest.
    private static Arcs arcs(
            RoutingCHGraph graph, RoutingCHEdgeExplorer explorer, Speeds speeds, boolean reverse) {
        var arcs = new GrowingArcs(graph.getNodes());
        for (int node = 0; node < graph.getNodes(); node++) {
            arcs.first[node] = arcs.size;
            var edges = explorer.setBaseNode(node);
            while (edges.next()) {
                var other = edges.getAdjNode();
                var seconds = edges.getWeight(reverse);
                if (graph.getLevel(other) <= graph.getLevel(node) || Double.isInfinite(seconds))
                    continue;
                if (edges.isShortcut()) {
                    var half =
                            graph.getEdgeIteratorState(edges.getSkippedEdge1(), Integer.MIN_VALUE);
                    var end = half.getBaseNode();
                    var via = end == node || end == other ? half.getAdjNode() : end;
                    arcs.add(node, other, (int) Math.round(seconds * 1000), 0, via);
                    continue;
                }
                var key = graph.getBaseGraph().getEdgeIteratorState(edges.getOrigEdge(), other);
                arcs.add(
                        node,
                        other,
                        (int) speeds.millis(key, reverse),
                        (int) Math.round(key.getDistance() * 10),
                        ~(reverse ? key.getReverseEdgeKey() : key.getEdgeKey()));
            }
        }
        arcs.first[graph.getNodes()] = arcs.size;
        return arcs.done();
    }

    /// A shortcut takes exactly what its two halves take. These were measured before, as their
    /// lower end is lower.
    private void measureShortcuts() {
        for (int i = descending.length - 1; i >= 0; i--) {
            var node = descending[i];
            for (int arc = up.first[node]; arc < up.first[node + 1]; arc++)
                if (up.via[arc] >= 0) measure(up, arc, node, up.head[arc], up.via[arc]);
            for (int arc = down.first[node]; arc < down.first[node + 1]; arc++)
                if (down.via[arc] >= 0) measure(down, arc, down.head[arc], node, down.via[arc]);
        }
    }

    private void measure(Arcs arcs, int arc, int from, int to, int via) {
        var first = down.find(via, from);
        var second = up.find(via, to);
        arcs.millis[arc] = down.millis[first] + up.millis[second];
        arcs.decimetres[arc] = down.decimetres[first] + up.decimetres[second];
    }

    void write(Path file) throws IOException {
        try (var out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var array : arrays()) {
                var bytes = ByteBuffer.allocate(4 * array.length + 4);
                bytes.putInt(array.length).asIntBuffer().put(array);
                bytes.rewind();
                while (bytes.hasRemaining()) out.write(bytes);
            }
            out.force(true);
        }
    }

    private int[][] arrays() {
        return new int[][] {
            up.first,
            up.head,
            up.millis,
            up.decimetres,
            up.via,
            down.first,
            down.head,
            down.millis,
            down.decimetres,
            down.via,
            descending
        };
    }

    static Hierarchy load(Path file) throws IOException {
        try (var in = FileChannel.open(file)) {
            var a = new int[11][];
            for (int i = 0; i < a.length; i++) a[i] = readInts(in);
            return new Hierarchy(
                    new Arcs(a[0], a[1], a[2], a[3], a[4]),
                    new Arcs(a[5], a[6], a[7], a[8], a[9]),
                    a[10]);
        }
    }

    private static int[] readInts(FileChannel in) throws IOException {
        var length = in.map(FileChannel.MapMode.READ_ONLY, in.position(), 4).getInt();
        var array = new int[length];
        in.map(FileChannel.MapMode.READ_ONLY, in.position() + 4, 4L * length)
                .asIntBuffer()
                .get(array);
        in.position(in.position() + 4 + 4L * length);
        return array;
    }

    private static final class GrowingArcs {
        private final int[] first;
        private int[] head = new int[1024];
        private int[] millis = new int[1024];
        private int[] decimetres = new int[1024];
        private int[] via = new int[1024];
        private int size;

        GrowingArcs(int nodes) {
            first = new int[nodes + 1];
        }

        void add(int node, int to, int itsMillis, int itsDecimetres, int itsVia) {
            var at = first[node];
            while (at < size && head[at] != to) at++;
            if (at < size && millis[at] <= itsMillis) return;
            if (at == size) size++;
            if (size > head.length) grow();
            head[at] = to;
            millis[at] = itsMillis;
            decimetres[at] = itsDecimetres;
            via[at] = itsVia;
        }

        private void grow() {
            var length = head.length * 2;
            head = Arrays.copyOf(head, length);
            millis = Arrays.copyOf(millis, length);
            decimetres = Arrays.copyOf(decimetres, length);
            via = Arrays.copyOf(via, length);
        }

        Arcs done() {
            return new Arcs(
                    first,
                    Arrays.copyOf(head, size),
                    Arrays.copyOf(millis, size),
                    Arrays.copyOf(decimetres, size),
                    Arrays.copyOf(via, size));
        }
    }
}
