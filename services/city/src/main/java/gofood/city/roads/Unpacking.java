package gofood.city.roads;

import com.carrotsearch.hppc.IntArrayList;

/// Turns the arcs of a way back into the edges of the graph.
record Unpacking(Hierarchy hierarchy) {
    /// @param top the highest node, where both searches met
    int[] keys(Search up, Search down, int top) {
        var keys = new IntArrayList();
        var climb = new IntArrayList();
        for (int node = top; up.arc[node] >= 0; node = up.parent[node]) climb.add(node);
        for (int i = climb.size() - 1; i >= 0; i--) {
            var node = climb.get(i);
            add(up.parent[node], node, hierarchy.up().via()[up.arc[node]], keys);
        }
        for (int node = top; down.arc[node] >= 0; node = down.parent[node])
            add(node, down.parent[node], hierarchy.down().via()[down.arc[node]], keys);
        return keys.toArray();
    }

    private void add(int from, int to, int via, IntArrayList keys) {
        if (via < 0) {
            keys.add(~via);
            return;
        }
        var first = hierarchy.down().find(via, from);
        var second = hierarchy.up().find(via, to);
        add(from, via, hierarchy.down().via()[first], keys);
        add(via, to, hierarchy.up().via()[second], keys);
    }
}
