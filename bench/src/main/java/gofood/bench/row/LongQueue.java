package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.InTurns;
import gofood.bench.ratio.Pair;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Backlog;
import gofood.bench.stand.Stand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// B10: whether a million waiting events slow down those that are brought.
final class LongQueue implements Trial {
    private static final int WAITING = 1_000_000;

    @Override
    public String name() {
        return "B10";
    }

    @Override
    public String about() {
        return "events/s with 1,000,000 waiting ÷ with none";
    }

    @Override
    public Set<Program> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        Draining.drained(stand);
        var empty = new ArrayList<Double>();
        for (var i = 0; i < stand.pairs(); i++) empty.add(Draining.drained(stand));
        var backlog = new Backlog(stand.cluster());
        var pairs = new ArrayList<Pair>();
        try {
            backlog.fill(WAITING);
            for (var baseline : empty)
                pairs.add(new Pair(backlog.drain(Draining.EVENTS), baseline));
        } finally {
            backlog.clear();
        }
        stand.rest();
        return List.of(
                Finding.ratio(
                        name(),
                        about(),
                        Target.atLeast(0.8, 1),
                        new InTurns(pairs, List.of()),
                        List.of("Not in turns: first all without, then all with.")));
    }
}
