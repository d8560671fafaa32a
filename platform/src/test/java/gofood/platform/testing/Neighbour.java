package gofood.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Another service, played by hand: it answers what it was told to, takes every event, and
/// remembers.
public final class Neighbour implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final HttpServer server;
    private final Map<String, Canned> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private volatile int eventStatus = 200;
    private volatile String advice = "";

    private record Canned(int status, String body) {}

    /// What it was asked.
    public record Request(String method, String path, String body, Headers headers) {}

    public Neighbour() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// From now on, this request gets this answer.
    ///
    /// @param body JSON text, or anything that becomes JSON
    public Neighbour answer(String method, String path, int status, Object body) {
        var text =
                body instanceof String json
                        ? json
                        : new String(Json.write(body), StandardCharsets.UTF_8);
        answers.put(method + " " + path, new Canned(status, text));
        return this;
    }

    /// From now on, every answer says this of repeating, see [gofood.platform.wire.Repeat].
    public Neighbour advise(String repeat) {
        advice = repeat;
        return this;
    }

    /// From now on, events are answered with this status; 503 plays a service that is away.
    public void answerEventsWith(int status) {
        eventStatus = status;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// The events taken so far, as CloudEvents.
    public List<JsonNode> events() {
        return List.copyOf(events);
    }

    /// Waits until an event of this type about this subject has come, and gives its data.
    public JsonNode awaitEvent(String type, long subject) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (var event : events)
                if (event.path("type").asText().equals(type)
                        && event.path("subject").asText().equals(Long.toString(subject)))
                    return event.path("data");
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("no " + type + " about " + subject + " in " + events);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().toString();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(method, path, body, exchange.getRequestHeaders()));
        var answer = answers.get(method + " " + path);
        if (answer == null && path.equals("/events")) answer = takeEvents(body);
        if (answer == null) answer = new Canned(404, "{\"code\":\"not_found\"}");
        var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (method.equals("GET"))
            exchange.getResponseHeaders().add("ETag", "\"" + answer.body.hashCode() + "\"");
        if (!advice.isEmpty()) exchange.getResponseHeaders().add("X-Repeat", advice);
        exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Canned takeEvents(String body) {
        if (eventStatus == 200)
            Json.tree(body.getBytes(StandardCharsets.UTF_8)).forEach(events::add);
        return new Canned(eventStatus, "{\"failed\":[]}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
