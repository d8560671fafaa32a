package gofood.platform.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gofood.platform.db.Db;
import gofood.platform.wire.Refused;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The routes that every service has: is it well, how is it doing, what does it offer.
public final class Standard {
    private final String service;
    private final Optional<Db> db;
    private final PrometheusMeterRegistry metrics;
    private final Supplier<Signs> signs;
    private final Drain drain;

    /// @param db looked at by the health checks, for services that have one
    public Standard(String service, Optional<Db> db, PrometheusMeterRegistry metrics) {
        this(service, db, metrics, () -> new Signs(0, 0, 0, 0, 0, 0, Map.of()), Drain.none());
    }

    /// @param signs measured before, so that asking costs nothing
    /// @param drain once it has begun, nothing more should be sent here
    public Standard(
            String service,
            Optional<Db> db,
            PrometheusMeterRegistry metrics,
            Supplier<Signs> signs,
            Drain drain) {
        this.service = service;
        this.db = db;
        this.metrics = metrics;
        this.signs = signs;
        this.drain = drain;
    }

    public Routes routes() {
        return new Routes()
                .get("/status", Access.ANYONE, _ -> status())
                .as(Importance.ALWAYS)
                .addAll(withoutStatus());
    }

    /// For the gateway, whose `/status` is that of the whole.
    public Routes withoutStatus() {
        return new Routes()
                .get("/health/live", Access.ANYONE, _ -> Reply.ok(new Health("up")))
                .as(Importance.ALWAYS)
                .get("/health/ready", Access.ANYONE, _ -> ready())
                .as(Importance.ALWAYS)
                .get("/metrics", Access.ANYONE, this::scrape)
                .as(Importance.ALWAYS)
                .get("/openapi.yaml", Access.ANYONE, _ -> openApi());
    }

    /// The seed's health check.
    ///
    /// @param status `ok`, or `degraded` when the database doesn't answer
    public record Status(
            String service,
            String status,
            String database,
            long uptimeSeconds,
            @JsonUnwrapped Signs signs) {}

    /// How it is doing.
    ///
    /// @param cpuPercent of the processors that our process may use, by it
    /// @param memoryPercent of the heap, after it was last cleared up
    /// @param parkedEvents that a subscriber refused for good
    /// @param backlogSeconds the age of the oldest event that waits to be delivered
    /// @param overdueTimers that nobody has rung, or that keep failing
    /// @param poolWaiting who waits for a connection to the database
    /// @param figures the service's own, by name
    public record Signs(
            long cpuPercent,
            long memoryPercent,
            long parkedEvents,
            long backlogSeconds,
            long overdueTimers,
            int poolWaiting,
            Map<String, Number> figures) {}

    /// What an orchestrator asks.
    public record Health(String status) {}

    private Reply status() {
        var database = db.isEmpty() ? "none" : answers() ? "ok" : "down";
        var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        var ok = !database.equals("down");
        var body =
                new Status(
                        service, ok ? "ok" : "degraded", database, uptime.toSeconds(), signs.get());

        return new Reply(ok ? 200 : 503, body, Map.of());
    }

    private Reply ready() {
        var health = drain.hasBegun() ? "draining" : answers() ? "up" : "down";
        return new Reply(health.equals("up") ? 200 : 503, new Health(health), Map.of());
    }

    private boolean answers() {
        try {
            db.ifPresent(Db::ping);
            return true;
        } catch (Refused down) {
            return false;
        }
    }

    /// For who collects them inside our network, and nobody beyond.
    private Reply scrape(Call call) {
        if (!call.isFromInside()) throw Refused.notFound("path");
        return Reply.text(
                "text/plain; version=0.0.4; charset=utf-8",
                metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private Reply openApi() {
        var name = "/openapi/" + service + ".yaml";
        try (var file = Standard.class.getResourceAsStream(name)) {
            if (file == null) throw Refused.notFound("description");
            return Reply.text("application/yaml", file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
