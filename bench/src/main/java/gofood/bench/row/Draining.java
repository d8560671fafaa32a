package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Backlog;
import gofood.bench.stand.Stand;
import java.util.List;
import java.util.Set;

/// B4: events from the outbox of one service to the inbox of another, and the same rows moved by
/// SQL alone.
final class Draining implements Trial {
    static final int EVENTS = 20_000;
    private static final int BATCH = 1_000;

    @Override
    public String name() {
        return "B4";
    }

    @Override
    public String about() {
        return "events/s from outbox to inbox ÷ SQL alone, in batches of 1,000";
    }

    @Override
    public Set<Program> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        stand.rest();
        var turns =
                stand.play(
                        () -> drained(stand),
                        () -> new Backlog(stand.cluster()).drainBySql(EVENTS, BATCH));
        return List.of(Finding.ratio(name(), about(), Target.atLeast(0.4, 0.7), turns, List.of()));
    }

    /// One backlog, from the first to the last.
    static double drained(Stand stand) throws Exception {
        var backlog = new Backlog(stand.cluster());
        backlog.fill(EVENTS);
        var rate = backlog.drain(EVENTS);
        stand.rest();
        return rate;
    }
}
