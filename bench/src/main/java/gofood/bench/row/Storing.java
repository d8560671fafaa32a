package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Mirror;
import gofood.bench.stand.OrderStore;
import gofood.bench.stand.Stand;
import gofood.bench.stand.Traces;
import java.util.List;
import java.util.Set;

/// B1b: the order store alone, without HTTP, prices and people.
final class Storing implements Trial {
    @Override
    public String name() {
        return "B1b";
    }

    @Override
    public String about() {
        return "orders/s of the order store alone ÷ pgbench, one statement per order";
    }

    @Override
    public Set<Program> needs() {
        return Set.of(Program.WRK, Program.PGBENCH);
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var counter = new Counter(stand);
        counter.placeOne();
        stand.rest();
        var left = Traces.of(stand.cluster(), counter::placeOne);
        var statement = Mirror.of(stand.cluster(), left, stand.file("order.sql"));
        var pgbench = stand.pgbench();
        stand.rest();
        try (var store = OrderStore.open(stand.cluster(), counter.placeOne())) {
            var turns =
                    stand.play(
                            () -> store.place(stand.slot()),
                            () -> pgbench.run(statement, "order", stand.slot()));
            return List.of(
                    Finding.ratio(
                            name(),
                            about(),
                            Target.atLeast(3, 5),
                            turns,
                            List.of("256 at the same time.")));
        }
    }
}
