package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Sample;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Stand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// B13: how soon everything in one process is there again, and what it holds in memory then.
final class Starts implements Trial {
    private static final int TIMES = 3;
    private static final double MEGABYTE = 1e6;

    @Override
    public String name() {
        return "B13";
    }

    @Override
    public String about() {
        return "from the start of the process to ready, the folder is not new";
    }

    @Override
    public Set<Program> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var seconds = new ArrayList<Double>();
        var megabytes = new ArrayList<Double>();
        for (var i = 0; i < TIMES; i++) {
            stand.startAgain();
            seconds.add(stand.house().start().toMillis() / 1e3);
            stand.rest();
            megabytes.add(stand.house().residentBytes() / MEGABYTE);
        }
        return List.of(
                Finding.value(name(), about(), "s", Target.atMost(3, 1.5), new Sample(seconds)),
                Finding.value(
                        "B13-memory",
                        "resident then, without PostgreSQL",
                        "MB",
                        Target.atMost(350, 200),
                        new Sample(megabytes)));
    }
}
