package gofood.bench.row;

import gofood.bench.load.HttpLine;
import gofood.bench.load.LuaScript;
import gofood.bench.load.OpenLoop;
import gofood.bench.load.Program;
import gofood.bench.ratio.Finding;
import gofood.bench.ratio.InTurns;
import gofood.bench.ratio.InTurns.InvalidSlot;
import gofood.bench.ratio.Quantiles;
import gofood.bench.ratio.Target;
import gofood.bench.stand.Stand;
import gofood.platform.run.Running;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// B3: something that a service has in its memory, asked for at the gateway, which passes it on,
/// and at an nginx that passes it on to the same; and B3-order: somebody's order, for which the
/// service has more to do than who passes it on.
final class PassThrough implements Trial {
    private static final int CLIENTS = 32;

    /// Of what the slower one can do at most.
    private static final double CALM = 0.5;

    private final boolean order;

    PassThrough(boolean order) {
        this.order = order;
    }

    @Override
    public String name() {
        return order ? "B3-order" : "B3";
    }

    @Override
    public String about() {
        return "requests/s passed on ÷ nginx proxy_pass to the same service"
                + (order ? ", an order" : "");
    }

    @Override
    public Set<Program> needs() {
        return Set.of(Program.WRK, Program.NGINX);
    }

    @Override
    public List<Finding> measure(Stand stand) throws Exception {
        var path = order ? "/orders/" + new Counter(stand).placeOne() : "/.well-known/jwks.json";
        var token = "Bearer " + stand.town().customers().getFirst();
        var wrk = stand.wrk();
        var script = LuaScript.same(stand.file("pass.lua"), Map.of("Authorization", token));
        try (var nginx = stand.nginx(stand.service(order ? "order" : "user"))) {
            var ours = stand.door().resolve(path);
            var theirs = nginx.door().resolve("/via" + path);
            stand.rest();
            InTurns.Slot our = () -> wrk.run(script, ours, stand.slot()).clean().perSecond();
            InTurns.Slot their = () -> wrk.run(script, theirs, stand.slot()).clean().perSecond();
            var turns = stand.play(our, their);
            var most = Math.min(turns.ours().median(), turns.baselines().median());
            return List.of(
                    Finding.ratio(name(), about(), Target.atLeast(0.5, 0.8), turns, List.of()),
                    atRate(stand, CALM * most, token, ours, theirs));
        }
    }

    private Finding atRate(Stand stand, double rate, String token, URI ours, URI theirs)
            throws Exception {
        var turns =
                stand.play(
                        () -> p99(stand, rate, token, ours), () -> p99(stand, rate, token, theirs));
        return Finding.ratio(
                name() + "-p99",
                "their p99 at half load ÷ nginx's",
                Target.atMost(2, 1),
                turns,
                List.of("At %.0f requests/s.".formatted(rate)));
    }

    private static double p99(Stand stand, double rate, String token, URI what) throws Exception {
        var lines = new ArrayDeque<HttpLine>();
        try {
            var clients = new ArrayList<OpenLoop.Client>();
            for (var i = 0; i < CLIENTS; i++) {
                var line = new HttpLine(what);
                lines.push(line);
                clients.add(_ ->
                        line.ask("GET", what.getPath(), null, "Authorization", token).isGood());
            }
            return good(OpenLoop.run(clients, rate, stand.slot())).millis(0.99);
        } finally {
            Running.closeAll(lines);
        }
    }

    private static Quantiles good(Quantiles latencies) throws InvalidSlot {
        if (latencies.failures() > 0)
            throw new InvalidSlot(latencies.failures() + " requests failed");
        return latencies;
    }
}
