package gofood.platform.http;

import gofood.platform.db.Db;
import gofood.platform.wire.Refused;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/// The routes that every service has: is it well, how is it doing, what does it offer.
public final class Standard {
    private final String service;
    private final Optional<Db> db;
    private final PrometheusMeterRegistry metrics;

    /// @param db looked at by the health checks, for services that have one
    public Standard(String service, Optional<Db> db, PrometheusMeterRegistry metrics) {
        this.service = service;
        this.db = db;
        this.metrics = metrics;
    }

    public Routes routes() {
        return new Routes().get("/status", Access.ANYONE, _ -> status()).addAll(withoutStatus());
    }

    /// For the gateway, whose `/status` is that of the whole.
    public Routes withoutStatus() {
        return new Routes()
                .get("/health/live", Access.ANYONE, _ -> Reply.ok(new Health("up")))
                .get("/health/ready", Access.ANYONE, _ -> ready())
                .get("/metrics", Access.ANYONE, _ -> scrape())
                .get("/openapi.yaml", Access.ANYONE, _ -> openApi());
    }

    /// The seed's health check.
    ///
    /// @param status `ok`, or `degraded` when the database doesn't answer
    public record Status(String service, String status, String database, long uptimeSeconds) {}

    /// What an orchestrator asks.
    public record Health(String status) {}

    private Reply status() {
        var database = db.isEmpty() ? "none" : answers() ? "ok" : "down";
        var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        var ok = !database.equals("down");
        var body = new Status(service, ok ? "ok" : "degraded", database, uptime.toSeconds());
        return new Reply(ok ? 200 : 503, body, new LinkedHashMap<>());
    }

    private Reply ready() {
        return answers()
                ? Reply.ok(new Health("up"))
                : new Reply(503, new Health("down"), new LinkedHashMap<>());
    }

    private boolean answers() {
        try {
            db.ifPresent(Db::ping);
            return true;
        } catch (Refused down) {
            return false;
        }
    }

    private Reply scrape() {
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
