package gofood.gateway;

import gofood.gateway.door.Networks;
import gofood.gateway.door.RateLimits.Rate;
import gofood.gateway.door.RateLimits.Rates;
import gofood.platform.run.Env;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Every limit of the gateway.
///
/// @param bodyBytes the largest request body
/// @param bodiesMegabytes what the bodies of all requests under way may hold together
/// @param callsAtOnce how many requests may be under way to one service
/// @param timeout how long a service has for an answer, unless the client waits less
/// @param streamSilence a live stream without a byte for so long is given up
/// @param streamProbe how often a silent stream's client is looked at: is it still there?
/// @param streamsEach how many live streams one client may have open
/// @param cacheBytes what the cached menus may hold together
/// @param cacheLife how old a cached menu may get when it was changed past this gateway
/// @param trustedProxies whose word about the client (`X-Forwarded-*`) is taken
/// @param unlimited clients without rate limits, as long as they come without a proxy
/// @param origins other web sites that may call the API from a browser
record GatewayConfig(
        int bodyBytes,
        int bodiesMegabytes,
        int callsAtOnce,
        Duration timeout,
        Duration streamSilence,
        Duration streamProbe,
        int streamsEach,
        int cacheBytes,
        Duration cacheLife,
        Rates rates,
        Networks trustedProxies,
        Networks unlimited,
        Set<String> origins) {

    static GatewayConfig from(Env env) {
        return new GatewayConfig(
                env.number("GATEWAY_BODY_BYTES", 1 << 20),
                env.number("GATEWAY_BODIES_MEGABYTES", 128),
                env.number("GATEWAY_CALLS_AT_ONCE", 256),
                env.seconds("GATEWAY_TIMEOUT_SECONDS", 10),
                env.seconds("GATEWAY_STREAM_SILENCE_SECONDS", 60),
                env.seconds("GATEWAY_STREAM_PROBE_SECONDS", 2),
                env.number("GATEWAY_STREAMS_EACH", 20),
                env.number("GATEWAY_CACHE_BYTES", 64 << 20),
                Duration.ofMillis(env.number("GATEWAY_CACHE_MILLIS", 1_000)),
                rates(env),
                Networks.parse(env.text("GATEWAY_TRUSTED_PROXIES", "")),
                Networks.parse(env.text("GATEWAY_UNLIMITED_ADDRESSES", "")),
                origins(env.text("GATEWAY_CORS_ORIGINS", "")));
    }

    private static Rates rates(Env env) {
        return new Rates(
                new Rate(
                        env.number("GATEWAY_REQUESTS_PER_SECOND", 50),
                        env.number("GATEWAY_BURST", 200)),
                new Rate(
                        env.number("GATEWAY_ANONYMOUS_REQUESTS_PER_SECOND", 20),
                        env.number("GATEWAY_ANONYMOUS_BURST", 100)),
                new Rate(
                        env.number("GATEWAY_NEWCOMERS_PER_MINUTE", 30) / 60.0,
                        env.number("GATEWAY_NEWCOMERS_BURST", 20)),
                new Rate(
                        env.number("GATEWAY_MAP_REQUESTS_PER_SECOND", 100),
                        env.number("GATEWAY_MAP_BURST", 1000)));
    }

    private static Set<String> origins(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
