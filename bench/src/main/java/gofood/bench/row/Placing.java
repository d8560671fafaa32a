package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Mirror;
import gofood.bench.stand.Relays;
import gofood.bench.stand.Stand;
import gofood.bench.stand.Traces;
import java.util.List;
import java.util.Set;

/// B1: durable orders through the gateway and the order service, while everything behind them goes
/// on, and B1a: while their events wait.
final class Placing implements Trial {
    private final boolean consumed;

    /// @param consumed whether the services behind go on
    Placing(boolean consumed) {
        this.consumed = consumed;
    }

    @Override
    public String name() {
        return consumed ? "B1" : "B1a";
    }

    @Override
    public String about() {
        return "durable orders/s ÷ pgbench, one statement per order"
                + (consumed ? "" : "; events wait");
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
        try (var _ = consumed ? Relays.untouched() : Relays.hold(stand.cluster(), "order")) {
            var turns =
                    stand.play(
                            () -> counter.place(Counter.newKeys()).perSecond(),
                            () -> {
                                if (consumed) stand.rest();
                                return pgbench.run(statement, "order", stand.slot());
                            });
            return List.of(
                    Finding.ratio(
                            name(),
                            about(),
                            Target.atLeast(0.7, 1.0),
                            turns,
                            List.of("An order is rows of " + Mirror.described(left) + ".")));
        }
    }
}
