package gofood.payment.provider.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Speaks Stripe's protocol over HTTP, as its published documentation describes it: forms, bearer
/// keys, pinned versions, idempotency keys that remember the first answer, and errors. Its books
/// are [FakeBooks]; what goes wrong on the way is chosen by the test.
final class FakeStripe implements AutoCloseable {
    static final Duration HANGS_FOR = Duration.ofSeconds(20);
    static final String KEY = "sk_test_51Fake";
    private static final String INVALID = "invalid_request_error";

    /// What happens to the next request whose path ends in some way.
    enum Fault {
        /// it is lost on the way there
        NEVER_ARRIVES(0),
        /// it is done, and its answer gets lost
        LOSES_THE_ANSWER(0),
        /// is still on its way when nobody waits for it any more, until [#arrive]
        DELAYED(0),
        /// is done, and its answer comes after whoever asked has gone
        HANGS(200),
        /// too many requests: it isn't looked at
        RATE_LIMITED(429),
        /// another request holds the intent: it isn't looked at
        LOCKED(409),
        /// fails and remembers that
        FAILS(500),
        /// is done, then fails and remembers that it failed
        FAILS_AFTERWARDS(500),
        /// answers with a page of HTML
        GARBAGE(200),
        /// somebody in between answers with JSON of his own
        STRANGER(200);

        private final int status;

        Fault(int status) {
            this.status = status;
        }
    }

    record Request(String method, String path, Map<String, String> form, String key) {}

    private record Remembered(Request request, FakeBooks.Reply reply) {}

    private record Planned(String pathEnd, Fault fault) {}

    private final HttpServer server;
    private final Map<String, Remembered> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Planned> faults = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Request> delayed = new ConcurrentLinkedQueue<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final FakeBooks books = new FakeBooks();

    FakeStripe() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Faults happen in the order in which they are planned, each once.
    FakeStripe plan(String pathEnd, Fault... what) {
        for (var fault : what) faults.add(new Planned(pathEnd, fault));
        return this;
    }

    boolean isAllPlayed() {
        return faults.isEmpty();
    }

    /// As after a day.
    void forgetKeys() {
        answers.clear();
    }

    long count(String pathEnd) {
        return requests.stream().filter(request -> request.path.endsWith(pathEnd)).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = read(exchange);
            requests.add(request);
            var fault = next(request.path);
            switch (fault) {
                case null -> send(exchange, answer(exchange, request));
                // closed without a word
                case NEVER_ARRIVES -> {}
                case LOSES_THE_ANSWER -> {
                    var _ = answer(exchange, request);
                }
                case DELAYED -> delayed.add(request);
                case HANGS -> {
                    var reply = answer(exchange, request);
                    pause();
                    send(exchange, reply);
                }
                case RATE_LIMITED, LOCKED ->
                        send(exchange, FakeBooks.error(fault.status, INVALID, "lock_timeout", ""));
                case FAILS, FAILS_AFTERWARDS -> send(exchange, fail(exchange, request, fault));
                case STRANGER -> write(exchange, fault.status, "{}");
                case GARBAGE -> write(exchange, fault.status, "<html>");
            }
        }
    }

    /// What was delayed arrives at last.
    void arrive() {
        while (delayed.poll() instanceof Request request) {
            var _ = answerOnce(request, () -> {});
        }
    }

    private static void pause() {
        try {
            Thread.sleep(HANGS_FOR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fault next(String path) {
        var planned = faults.peek();
        if (planned == null || !path.endsWith(planned.pathEnd)) return null;
        faults.remove(planned);
        return planned.fault;
    }

    private FakeBooks.Reply fail(HttpExchange exchange, Request request, Fault fault) {
        if (fault == Fault.FAILS_AFTERWARDS) {
            var _ = answer(exchange, request);
        }
        var failed = FakeBooks.error(fault.status, "api_error", "", "");
        if (!request.key.isEmpty()) answers.put(request.key, new Remembered(request, failed));
        return failed;
    }

    private FakeBooks.Reply answer(HttpExchange exchange, Request request) {
        var headers = exchange.getRequestHeaders();
        if (!("Bearer " + KEY).equals(headers.getFirst("Authorization")))
            return FakeBooks.error(401, INVALID, "", "");
        if (!StripeApi.VERSION.equals(headers.getFirst("Stripe-Version")))
            return FakeBooks.error(400, INVALID, "no_version", "");
        if (request.method.equals("GET")) return books.get(request.path, request.form);
        if (request.key.isEmpty()) return FakeBooks.error(400, INVALID, "no_key", "");
        return answerOnce(
                request, () -> exchange.getResponseHeaders().add("Idempotent-Replayed", "true"));
    }

    private FakeBooks.Reply answerOnce(Request request, Runnable replayed) {
        // one after the other, as for requests with the same key
        synchronized (books) {
            var before = answers.get(request.key);
            if (before != null) {
                if (!before.request.equals(request))
                    return FakeBooks.error(400, "idempotency_error", "", "");
                replayed.run();
                return before.reply;
            }
            var reply = books.post(request.path, request.form);
            // parameters that don't fit are found before anything is remembered
            if (reply.isRemembered()) answers.put(request.key, new Remembered(request, reply));
            return reply;
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var uri = exchange.getRequestURI();
        var key = headers.getFirst("Idempotency-Key");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var isForm = "application/x-www-form-urlencoded".equals(headers.getFirst("Content-Type"));
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                form(isForm ? body : query),
                key == null ? "" : key);
    }

    private static Map<String, String> form(String text) {
        var fields = new TreeMap<String, String>();
        for (var field : text.split("&")) {
            var at = field.indexOf('=');
            if (at > 0) fields.put(decode(field.substring(0, at)), decode(field.substring(at + 1)));
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, FakeBooks.Reply reply) throws IOException {
        exchange.getResponseHeaders().add("Request-Id", "req_fake");
        write(
                exchange,
                reply.status(),
                new String(Json.write(reply.body()), StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// News that weren't taken yet, each twice and the last first.
    List<byte[]> takeNews() {
        var news = new ArrayList<byte[]>();
        for (var event : books.takeEvents().reversed()) {
            news.add(Json.write(event));
            news.add(Json.write(event));
        }
        return news;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
