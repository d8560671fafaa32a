package gofood.city.roads;

import gofood.city.roads.Hierarchy.Arcs;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is asked of one hierarchy. The searches' arrays are as long as the city has nodes, so there
/// are only as many as processors, and who comes while all are in use waits.
final class Searches {
    private final Hierarchy hierarchy;
    private final BlockingQueue<Optional<Desk>> desks;

    /// Room for one question.
    private record Desk(Search up, Search down, Buckets buckets) {}

    /// A way found.
    ///
    /// @param top the node where both searches met; -1 where the way is a part of a single edge
    /// @param keys the whole edges on it in order, each with its direction
    record Path(int millis, int decimetres, int top, int[] keys) {
        boolean isOnOneEdge() {
            return top < 0;
        }
    }

    Searches(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        var count = Math.max(2, Runtime.getRuntime().availableProcessors());
        desks = new ArrayBlockingQueue<>(count);
        // each is made when it is first needed
        for (int i = 0; i < count; i++) desks.add(Optional.empty());
    }

    private <T> T at(Function<Desk, T> work) {
        Desk desk;
        try {
            desk = desks.take().orElseGet(this::newDesk);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        try {
            return work.apply(desk);
        } finally {
            desks.add(Optional.of(desk));
        }
    }

    private Desk newDesk() {
        var nodes = hierarchy.nodes();
        return new Desk(new Search(nodes), new Search(nodes), new Buckets(nodes));
    }

    Optional<Path> path(Footing from, Footing to) {
        return at(desk -> path(desk, from, to));
    }

    private Optional<Path> path(Desk desk, Footing from, Footing to) {
        run(desk.up, hierarchy.up(), from::startAt);
        run(desk.down, hierarchy.down(), to::endAt);
        var best = from.millisTo(to);
        var top = -1;
        for (int i = 0; i < desk.up.settledCount; i++) {
            var node = desk.up.settled[i];
            if (desk.down.millis[node] == Search.NONE) continue;
            var millis = desk.up.millis[node] + desk.down.millis[node];
            if (millis >= best) continue;
            best = millis;
            top = node;
        }
        if (best == Search.NONE) return Optional.empty();
        if (top < 0) return Optional.of(new Path(best, from.decimetresTo(to), -1, new int[0]));
        var keys = new Unpacking(hierarchy).keys(desk.up, desk.down, top);
        return Optional.of(
                new Path(best, desk.up.decimetres[top] + desk.down.decimetres[top], top, keys));
    }

    /// Starts a search for a footing.
    private interface Start {
        void at(Search search);
    }

    private static void run(Search search, Arcs arcs, Start start) {
        search.clear();
        start.at(search);
        search.run(arcs);
    }

    TravelTimes matrix(@Nullable Footing[] from, @Nullable Footing[] to) {
        return at(desk -> matrix(desk, from, to));
    }

    /// One search for each target, which leaves word at the nodes it comes to; and one for each
    /// start, which reads what lies at the nodes that it comes to.
    private TravelTimes matrix(Desk desk, @Nullable Footing[] from, @Nullable Footing[] to) {
        var times = new TravelTimes(from.length, to.length);
        desk.buckets.clear();
        for (int column = 0; column < to.length; column++) {
            var target = to[column];
            if (target == null) continue;
            run(desk.down, hierarchy.down(), target::endAt);
            desk.buckets.leave(column, desk.down);
        }
        for (int row = 0; row < from.length; row++) {
            var start = from[row];
            if (start == null) continue;
            run(desk.up, hierarchy.up(), start::startAt);
            desk.buckets.collect(row, desk.up, times);
            for (int column = 0; column < to.length; column++) {
                var target = to[column];
                if (target != null)
                    times.offer(row, column, start.millisTo(target), start.decimetresTo(target));
            }
        }
        return times;
    }

    int[] reach(Footing from) {
        return at(desk -> reach(desk, from));
    }

    /// Up from the start, and then down through all nodes, which have the right time once all
    /// higher ones have it.
    private int[] reach(Desk desk, Footing from) {
        run(desk.up, hierarchy.up(), from::startAt);
        var millis = Arrays.copyOf(desk.up.millis, hierarchy.nodes());
        var down = hierarchy.down();
        for (var node : hierarchy.descending()) {
            var best = millis[node];
            for (int arc = down.first()[node]; arc < down.first()[node + 1]; arc++) {
                var higher = millis[down.head()[arc]];
                if (higher != Search.NONE) best = Math.min(best, higher + down.millis()[arc]);
            }
            millis[node] = best;
        }
        return millis;
    }
}
