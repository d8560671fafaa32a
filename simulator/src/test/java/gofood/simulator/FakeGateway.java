package gofood.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The HTTP side of a [FakePlatform]: writes down what it is asked, and makes trouble when told to.
final class FakeGateway implements AutoCloseable {
    /// The code of trouble that comes as a web page, as from a proxy in between.
    static final String ERROR_PAGE = "";

    record Request(String line, @Nullable String key, String who, byte[] body) {}

    /// A refusal that waits for the next request that begins like this.
    record Trouble(String line, int status, String code, @Nullable String retryAfter) {}

    final List<Request> requests = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedDeque<Trouble> troubles = new ConcurrentLinkedDeque<>();
    final FakePlatform platform = new FakePlatform();
    final AtomicInteger mostAtOnce = new AtomicInteger();

    private final AtomicInteger underWay = new AtomicInteger();
    private final HttpServer server;

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> asked(String line) {
        return requests.stream().filter(request -> request.line.startsWith(line)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        var request =
                new Request(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        token == null ? "nobody" : token.replace("Bearer token-of-", ""),
                        exchange.getRequestBody().readAllBytes());
        requests.add(request);
        try {
            Thread.sleep(5); // so that requests can meet
            trouble(exchange, request);
            answer(exchange, 200, "application/json", Json.write(platform.answer(request)));
        } catch (Refused refused) {
            refuse(exchange, refused.status(), refused.code(), refused.detail());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
            exchange.close();
        }
    }

    private void trouble(HttpExchange exchange, Request request) {
        var next = troubles.stream().filter(it -> request.line.startsWith(it.line)).findFirst();
        if (next.isEmpty() || !troubles.remove(next.get())) return;
        if (next.get().retryAfter != null)
            exchange.getResponseHeaders().set("Retry-After", next.get().retryAfter);
        throw new Refused(next.get().status, next.get().code, "Not now.");
    }

    private static void refuse(HttpExchange exchange, int status, String code, String detail)
            throws IOException {
        if (code.equals(ERROR_PAGE)) {
            answer(exchange, status, "text/html", "<h1>Bad gateway</h1>".getBytes(UTF_8));
            return;
        }
        var problem = Map.of("type", "urn:" + code, "code", code, "detail", detail, "trace_id", 1);
        answer(exchange, status, "application/problem+json", Json.write(problem));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
