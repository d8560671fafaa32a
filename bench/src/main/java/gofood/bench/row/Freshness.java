package gofood.bench.row;

import gofood.bench.load.HttpLine;
import gofood.bench.load.OpenLoop;
import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.Quantiles;
import gofood.bench.ratio.Sample;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Clocks;
import gofood.bench.stand.Stand;
import gofood.platform.run.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// B5: how old news is when it has its effect, while people order half as fast as everything behind
/// can follow.
final class Freshness implements Trial {
    private static final int CLIENTS = 32;
    private static final double HALF = 0.5;

    @Override
    public String name() {
        return "B5";
    }

    @Override
    public String about() {
        return "p50 from an event's commit to its effect's, at half load";
    }

    @Override
    public Set<Program> needs() {
        return Set.of(Program.WRK);
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var rate = HALF * sustainable(stand);
        Clocks.wind(stand.cluster());
        try {
            var answers = order(stand, rate, stand.slot().multipliedBy(2));
            stand.rest();
            var news = Clocks.read(stand.cluster());
            var note =
                    "%.0f orders/s, answered in %.1f ms (p50) and %.1f ms (p99), %d failed; %d events, %d not applied."
                            .formatted(
                                    rate,
                                    answers.millis(0.5),
                                    answers.millis(0.99),
                                    answers.failures(),
                                    news.count(),
                                    news.failures());
            return List.of(
                    Finding.value(
                            name(),
                            about(),
                            "ms",
                            Target.atMost(10, 10),
                            new Sample(List.of(news.millis(0.5))),
                            note),
                    Finding.value(
                            "B5-p99",
                            "p99 of that",
                            "ms",
                            Target.atMost(50, 15),
                            new Sample(List.of(news.millis(0.99)))));
        } finally {
            Clocks.stop(stand.cluster());
        }
    }

    /// Orders in a second of which everything has come about as well.
    private static double sustainable(Stand stand) throws Exception {
        var counter = new Counter(stand);
        stand.warmUp(() -> sustained(stand, counter));
        return sustained(stand, counter);
    }

    private static double sustained(Stand stand, Counter counter) throws Exception {
        var begun = System.nanoTime();
        var placed = counter.place(Counter.newKeys());
        stand.rest();
        return placed.answers() * 1e9 / (System.nanoTime() - begun);
    }

    private static Quantiles order(Stand stand, double rate, Duration length) throws Exception {
        var lines = new ArrayDeque<HttpLine>();
        try {
            var clients = new ArrayList<OpenLoop.Client>();
            for (var i = 0; i < CLIENTS; i++) {
                var line = new HttpLine(stand.door());
                lines.push(line);
                clients.add(number -> isPlaced(stand, line, number));
            }
            return OpenLoop.run(clients, rate, length);
        } finally {
            Running.closeAll(lines);
        }
    }

    private static boolean isPlaced(Stand stand, HttpLine line, long number) throws IOException {
        var baskets = stand.town().baskets();
        var customers = stand.town().customers();
        return line.ask(
                        "POST",
                        "/orders",
                        baskets.get((int) (number % baskets.size()))
                                .getBytes(StandardCharsets.UTF_8),
                        "Authorization",
                        "Bearer " + customers.get((int) (number % customers.size())),
                        "Idempotency-Key",
                        Counter.newKeys())
                .isGood();
    }
}
