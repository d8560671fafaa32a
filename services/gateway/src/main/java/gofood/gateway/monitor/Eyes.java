package gofood.gateway.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.gateway.desk.AtOnce;
import gofood.platform.http.Outgoing;
import gofood.platform.http.Standard.Signs;
import gofood.platform.wire.Json;
import io.helidon.http.Method;
import io.helidon.webclient.http1.Http1Client;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks every replica of every service for its `/status`, all at the same time. No circuit is in
/// between: who was down shall be seen to come back.
final class Eyes {
    private final List<Asked> asked = new ArrayList<>();
    private final Duration patience;
    private final Http1Client client;

    private record Asked(String service, int number, URI address) {}

    private record Seen(String service, Look.Replica replica) {}

    /// @param services where the replicas of each are
    Eyes(Map<String, List<URI>> services, Duration patience) {
        this.patience = patience;
        this.client = Outgoing.client(patience).readTimeout(patience).build();
        services.forEach((service, replicas) -> {
            for (int i = 0; i < replicas.size(); i++)
                asked.add(new Asked(service, i + 1, replicas.get(i)));
        });
    }

    /// The replicas of each service.
    Map<String, List<Look.Replica>> look() {
        var all = new HashMap<String, List<Look.Replica>>();
        for (var seen : AtOnce.ask(asked, patience, this::look))
            all.computeIfAbsent(seen.service, _ -> new ArrayList<>()).add(seen.replica);
        return all;
    }

    private Seen look(Asked one) {
        var started = System.nanoTime();
        var told = ask(one.address);
        var latency = Duration.ofNanos(System.nanoTime() - started).toMillis();
        return new Seen(one.service, new Look.Replica(one.number, latency, told));
    }

    private Optional<Look.Told> ask(URI replica) {
        try (var response = client.method(Method.GET).uri(replica.resolve("/status")).request()) {
            var body = Json.tree(response.as(byte[].class));
            var ok = response.status().code() == 200 && body.path("status").asText().equals("ok");
            return Optional.of(told(ok, body));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Look.Told told(boolean ok, JsonNode body) {
        var figures = new HashMap<String, Number>();
        for (var figure : body.path("figures").properties())
            if (figure.getValue().isNumber())
                figures.put(figure.getKey(), figure.getValue().numberValue());
        return new Look.Told(
                ok,
                new Signs(
                        body.path("cpu_percent").asLong(),
                        body.path("memory_percent").asLong(),
                        body.path("parked_events").asLong(),
                        body.path("backlog_seconds").asLong(),
                        body.path("overdue_timers").asLong(),
                        body.path("pool_waiting").asInt(),
                        figures));
    }
}
