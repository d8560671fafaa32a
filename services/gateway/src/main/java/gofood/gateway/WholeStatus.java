package gofood.gateway;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import gofood.platform.http.Outgoing;
import gofood.platform.http.Reply;
import gofood.platform.wire.Json;
import io.helidon.http.Method;
import io.helidon.webclient.http1.Http1Client;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `GET /status`: how the whole is doing. Every replica of every service is asked at the same time,
/// at most once a second however many want to know.
final class WholeStatus {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Map<String, List<URI>> services;
    private final Http1Client client = Outgoing.client(PATIENCE).readTimeout(PATIENCE).build();
    private final LoadingCache<String, Whole> latest =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1).build(_ -> ask());

    /// @param services where the replicas of each service are
    WholeStatus(Map<String, List<URI>> services) {
        this.services = services;
    }

    /// @param status `ok`, or `degraded` when a replica isn't
    record Whole(String status, List<Part> services) {}

    /// @param replica from 1; where it is, is nobody's business out there
    /// @param status `ok`, `degraded`, or `down` without an answer
    record Part(String service, int replica, String status, long latencyMs) {}

    Reply reply() {
        var whole = latest.get("");
        return new Reply(
                whole.status.equals("ok") ? 200 : 503, whole, Map.of("Cache-Control", "no-store"));
    }

    private Whole ask() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Part>>();
            for (var service : RouteTable.SERVICES) {
                var number = 1;
                for (var replica : services.getOrDefault(service, List.of())) {
                    var its = number++;
                    asked.add(threads.submit(() -> ask(service, its, replica)));
                }
            }
            var parts = new ArrayList<Part>();
            for (var part : asked) parts.add(part.get());
            var ok = parts.stream().allMatch(part -> part.status.equals("ok"));
            return new Whole(ok ? "ok" : "degraded", List.copyOf(parts));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Whole("degraded", List.of());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Part ask(String service, int number, URI replica) {
        var started = System.nanoTime();
        var status = statusOf(replica);
        var latency = Duration.ofNanos(System.nanoTime() - started).toMillis();
        return new Part(service, number, status, latency);
    }

    private String statusOf(URI replica) {
        try (var response = client.method(Method.GET).uri(replica.resolve("/status")).request()) {
            var said = Json.tree(response.as(byte[].class)).path("status").asText();
            return response.status().code() == 200 && said.equals("ok") ? "ok" : "degraded";
        } catch (RuntimeException e) {
            return "down";
        }
    }
}
