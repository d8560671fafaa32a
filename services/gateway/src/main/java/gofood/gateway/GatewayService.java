package gofood.gateway;

import gofood.gateway.desk.FaultDesk;
import gofood.gateway.desk.ParkedDesk;
import gofood.gateway.desk.WholeAudit;
import gofood.gateway.door.Bodies;
import gofood.gateway.door.Browsers;
import gofood.gateway.door.Entrance;
import gofood.gateway.door.RateLimits;
import gofood.gateway.monitor.Monitor;
import gofood.gateway.monitor.Traffic;
import gofood.platform.Meters;
import gofood.platform.http.Access;
import gofood.platform.http.Admission;
import gofood.platform.http.Drain;
import gofood.platform.http.FaultSwitch;
import gofood.platform.http.Importance;
import gofood.platform.http.Routes;
import gofood.platform.http.Serving;
import gofood.platform.http.Standard;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.http.UserKeys;
import gofood.platform.http.Web;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import gofood.platform.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The one door.
public final class GatewayService implements Service {
    /// A running gateway.
    ///
    /// @param served what it answers itself, to compare with its description
    /// @param everything those and what it passes on
    record Open(Routes served, Routes everything, Deque<Running> parts) implements Serving {
        @Override
        public void close() {
            Running.closeAll(parts);
        }
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Running start(Env env) {
        var config = GatewayConfig.from(env);
        var metrics = Meters.registry();
        var tracing = Tracing.of(env, name());
        var users = new UserKeys(name(), new Upstream("user", env.peers("user")));
        var tokens = new Tokens(name(), env.text("SERVICE_SECRET"), users, Clock.systemUTC());
        var faults = new FaultSwitch(env, name());
        var parts = new ArrayDeque<Running>();
        var browsers = new Browsers(config.origins());
        var streams = new LiveStreams(config.streamProbe(), config.streamsEach());
        metrics.gauge("gateway.streams", streams, LiveStreams::count);
        var entrance =
                new Entrance(
                        browsers,
                        tokens,
                        config.trustedProxies(),
                        new RateLimits(config.rates(), config.unlimited()));
        var neighbours = new Neighbours(env, tokens);
        var traffic = new Traffic(metrics);
        var monitor =
                new Monitor(
                        env,
                        neighbours.addresses(),
                        neighbours.peer("notification"),
                        traffic,
                        metrics,
                        Clock.systemUTC());
        var screens = new Screens("web");
        var served =
                pages(
                                screens,
                                new WholeStatus(neighbours.addresses()),
                                new Docs(neighbours.peers()))
                        .addAll(new FaultDesk(faults, neighbours.replicas()).routes())
                        .addAll(new WholeAudit(neighbours.peers()).routes())
                        .addAll(new ParkedDesk(neighbours.peers()).routes())
                        .addAll(monitor.routes());
        var drain = Drain.of(env);
        var standard =
                new Standard(
                        name(),
                        Optional.empty(),
                        metrics,
                        () -> new Standard.Signs(0, 0, 0, 0, 0, 0, Map.of()),
                        drain);
        var pages = new Routes().addAll(served).addAll(standard.withoutStatus());
        var forwarding =
                new Forwarding(
                        RouteTable.whole().beside(pages),
                        backends(env, config, metrics, traffic),
                        config.timeout(),
                        browsers,
                        new Bodies(config.bodyBytes(), config.bodiesMegabytes()),
                        new MenuCache(config.cacheBytes(), config.cacheLife()),
                        streams,
                        screens,
                        metrics);
        var routes = pages.otherwise(forwarding).behind(entrance);
        var web =
                new Web(
                        tokens,
                        Optional.empty(),
                        metrics,
                        Optional.of(faults),
                        Optional.empty(),
                        // whoever comes from outside knows of no other gateway
                        new Admission(drain, true, metrics),
                        tracing);
        parts.push(tracing);
        parts.push(web.serve(env.text("BIND_HOST", "0.0.0.0"), env.port(name()), routes));
        parts.push(streams);
        parts.push(monitor);
        parts.push(drain);
        return new Open(served, routes, parts);
    }

    /// Those that requests are passed on to. Nobody need be simulated.
    private static Map<String, Backend> backends(
            Env env, GatewayConfig config, MeterRegistry metrics, Traffic traffic) {
        var services = new ArrayList<>(RouteTable.SERVICES);
        env.find("SIMULATOR_URL").ifPresent(_ -> services.add(RouteTable.SIMULATOR));
        var backends = new HashMap<String, Backend>();
        for (var service : services) {
            traffic.expect(service);
            var upstream = new Upstream(service, env.peers(service), config.callsAtOnce(), metrics);
            backends.put(service, new Backend(upstream, config.streamSilence(), metrics, traffic));
        }
        return backends;
    }

    /// What anybody may look at.
    static Routes pages(Screens screens, WholeStatus status, Docs docs) {
        return screens.routes(_ -> docs.page("/"))
                .get("/site/{file}", Access.ANYONE, call -> docs.page("/site/" + call.path("file")))
                .get("/docs", Access.ANYONE, _ -> docs.page("/docs"))
                .get("/docs/{file}", Access.ANYONE, call -> docs.page("/docs/" + call.path("file")))
                .get("/openapi/{file}", Access.ANYONE, docs::description)
                .get("/status", Access.ANYONE, _ -> status.reply())
                .as(Importance.ALWAYS);
    }
}
