package gofood.gateway;

import gofood.gateway.door.Bodies;
import gofood.gateway.door.Browsers;
import gofood.gateway.door.Entrance;
import gofood.gateway.door.RateLimits;
import gofood.platform.Foundation;
import gofood.platform.http.Access;
import gofood.platform.http.Peer;
import gofood.platform.http.Routes;
import gofood.platform.http.Standard;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.http.UserKeys;
import gofood.platform.http.Web;
import gofood.platform.run.Env;
import gofood.platform.run.Running;
import gofood.platform.run.Service;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The one door.
public final class GatewayService implements Service {
    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Running start(Env env) {
        var config = GatewayConfig.from(env);
        var metrics = Foundation.metrics();
        var users = new UserKeys(new Upstream("user", env.peers("user")));
        var tokens = new Tokens(name(), env.text("SERVICE_SECRET"), users, Clock.systemUTC());
        Map<String, List<URI>> addresses = new HashMap<>();
        Map<String, Backend> backends = new HashMap<>();
        Map<String, Peer> peers = new HashMap<>();
        for (var service : RouteTable.SERVICES) {
            var upstream = new Upstream(service, env.peers(service));
            addresses.put(service, upstream.addresses());
            backends.put(service, new Backend(upstream, config.streamSilence(), metrics));
            peers.put(service, new Peer(upstream, tokens));
        }
        var browsers = new Browsers(config.origins());
        var streams = new LiveStreams(config.streamProbe(), config.streamsEach());
        metrics.gauge("gateway.streams", streams, LiveStreams::count);
        var entrance =
                new Entrance(
                        browsers,
                        tokens,
                        config.trustedProxies(),
                        new RateLimits(config.rates(), config.unlimited()));
        var pages = routes(new WholeStatus(addresses), new Docs(peers));
        pages.addAll(new Standard(name(), Optional.empty(), metrics).withoutStatus());
        var forwarding =
                new Forwarding(
                        RouteTable.whole().beside(pages),
                        backends,
                        config.timeout(),
                        browsers,
                        new Bodies(config.bodyBytes(), config.bodiesMegabytes()),
                        new MenuCache(config.cacheBytes(), config.cacheLife()),
                        streams,
                        metrics);
        var routes = pages.otherwise(forwarding).behind(entrance);
        var web = new Web(tokens, Optional.empty(), metrics);
        var parts = new ArrayDeque<Running>();
        parts.push(web.serve(env.text("BIND_HOST", "0.0.0.0"), env.port(name()), routes));
        parts.push(streams);
        return () -> Running.closeAll(parts);
    }

    /// What the gateway answers itself.
    static Routes routes(WholeStatus status, Docs docs) {
        return new Screens("web")
                .routes(_ -> docs.page("/"))
                .get("/site/{file}", Access.ANYONE, call -> docs.page("/site/" + call.path("file")))
                .get("/docs", Access.ANYONE, _ -> docs.page("/docs"))
                .get("/docs/{file}", Access.ANYONE, call -> docs.page("/docs/" + call.path("file")))
                .get("/openapi/{file}", Access.ANYONE, docs::description)
                .get("/status", Access.ANYONE, _ -> status.reply());
    }
}
