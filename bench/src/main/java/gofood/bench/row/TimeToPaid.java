package gofood.bench.row;

import gofood.bench.load.HttpLine;
import gofood.bench.load.OpenLoop;
import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Sample;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Stand;
import gofood.bench.stand.Town;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// B15: how long a customer looks at "placed" when nobody else is there.
final class TimeToPaid implements Trial {
    private static final double PER_SECOND = 4;
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int CLIENTS = 8;

    @Override
    public String name() {
        return "B15";
    }

    @Override
    public String about() {
        return "p50 from POST /orders sent to Paid on the order's stream, at idle";
    }

    @Override
    public Set<Program> needs() {
        return Set.of();
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var clients =
                Collections.<OpenLoop.Client>nCopies(CLIENTS, number -> isPaid(stand, number));
        stand.rest();
        OpenLoop.run(clients, PER_SECOND, WARM_UP);
        var latencies = OpenLoop.run(clients, PER_SECOND, LENGTH);
        return List.of(
                Finding.value(
                        name(),
                        about(),
                        "ms",
                        Target.atMost(50, 20),
                        new Sample(List.of(latencies.millis(0.5))),
                        "p90 %.1f ms, p99 %.1f ms of %d, %d failed; the simulated provider takes no time."
                                .formatted(
                                        latencies.millis(0.9),
                                        latencies.millis(0.99),
                                        latencies.count(),
                                        latencies.failures())));
    }

    private static boolean isPaid(Stand stand, long number) throws IOException {
        var town = stand.town();
        var basket = town.baskets().get((int) (number % town.baskets().size()));
        var who = "Bearer " + town.customers().get((int) (number % town.customers().size()));
        try (var line = new HttpLine(stand.door())) {
            var placed =
                    line.ask(
                            "POST",
                            "/orders",
                            basket.getBytes(StandardCharsets.UTF_8),
                            "Authorization",
                            who,
                            "Idempotency-Key",
                            Counter.newKeys());
            var order = Town.must(placed).path("order_id").asLong();
            var status = line.follow("/orders/" + order + "/stream", "Authorization", who);
            if (status != 200) return false;
            while (!line.nextLine().contains("\"status\":\"Paid\"")) {
                // the snapshot, heartbeats, and the sizes of chunks
            }
            return true;
        }
    }
}
