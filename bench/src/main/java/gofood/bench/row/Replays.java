package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.InTurns;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Stand;
import java.util.List;
import java.util.Set;

/// B12: the same key again, as telephones do that heard no answer.
final class Replays implements Trial {
    /// Of what was placed, so that each of the keys has been answered whichever connection it was
    /// on.
    private static final int SHARE = 4;

    @Override
    public String name() {
        return "B12";
    }

    @Override
    public String about() {
        return "replays of a key/s ÷ first placements";
    }

    @Override
    public Set<Program> needs() {
        return Set.of(Program.WRK);
    }

    private static final class Last {
        String keys = "";
        long most;
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var counter = new Counter(stand);
        var last = new Last();
        InTurns.Slot placements =
                () -> {
                    var keys = Counter.newKeys();
                    var placed = counter.place(keys);
                    last.keys = keys;
                    last.most = Math.max(1, placed.answers() / SHARE);
                    stand.rest();
                    return placed.perSecond();
                };
        placements.play();
        var turns = stand.play(() -> counter.repeat(last.keys, last.most).perSecond(), placements);
        return List.of(Finding.ratio(name(), about(), Target.atLeast(2, 4), turns, List.of()));
    }
}
