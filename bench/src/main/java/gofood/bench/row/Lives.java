package gofood.bench.row;

import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Target;
import gofood.bench.row.life.Crew;
import gofood.bench.stand.Stand;
import java.util.List;
import java.util.Set;

/// B14: orders that are placed, paid, cooked, fetched and brought, with everything that everybody
/// is told on the way.
final class Lives implements Trial {
    private static final int AT_ONCE = 64;
    private static final int RIDERS = 64;

    @Override
    public String name() {
        return "B14";
    }

    @Override
    public String about() {
        return "whole lives/s, Placed to Delivered ÷ durable orders/s";
    }

    @Override
    public Set<Program> needs() {
        return Set.of(Program.WRK);
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var counter = Counter.ofPaupers(stand);
        try (var crew = Crew.muster(stand, RIDERS, AT_ONCE)) {
            stand.rest();
            var turns =
                    stand.play(
                            () -> {
                                var rate = crew.livesPerSecond(stand.slot());
                                stand.rest();
                                return rate;
                            },
                            () -> {
                                var rate = counter.place(Counter.newKeys()).perSecond();
                                stand.rest();
                                return rate;
                            });
            return List.of(
                    Finding.ratio(
                            name(),
                            about(),
                            Target.atLeast(0.25, 0.5),
                            turns,
                            List.of(
                                    "%d at the same time, %d couriers; the orders that are only placed are declined by the bank, so that nobody waits for them."
                                            .formatted(AT_ONCE, RIDERS))));
        }
    }
}
