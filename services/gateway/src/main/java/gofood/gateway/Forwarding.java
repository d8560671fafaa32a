package gofood.gateway;

import gofood.gateway.door.Bodies;
import gofood.gateway.door.Browsers;
import gofood.gateway.door.Entrance;
import gofood.gateway.door.Visitor;
import gofood.platform.http.Fields;
import gofood.platform.http.Importance;
import gofood.platform.http.Lane;
import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Passes a request on to its service and brings the answer back.
final class Forwarding implements Routes.Passage {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final HeaderName X_CACHE = HeaderNames.create("X-Cache");
    private static final Header HIT = HeaderValues.createCached(X_CACHE, "hit");
    private static final Header MISS = HeaderValues.createCached(X_CACHE, "miss");

    private final RouteTable table;
    private final Map<String, Backend> backends;
    private final Duration timeout;
    private final Browsers browsers;
    private final Bodies bodies;
    private final MenuCache menus;
    private final LiveStreams streams;
    private final Screens screens;
    private final Counter hits;
    private final Counter misses;

    /// @param timeout how long a service has for an answer
    Forwarding(
            RouteTable table,
            Map<String, Backend> backends,
            Duration timeout,
            Browsers browsers,
            Bodies bodies,
            MenuCache menus,
            LiveStreams streams,
            Screens screens,
            MeterRegistry metrics) {
        this.table = table;
        this.backends = Map.copyOf(backends);
        this.timeout = timeout;
        this.browsers = browsers;
        this.bodies = bodies;
        this.menus = menus;
        this.streams = streams;
        this.screens = screens;
        this.hits = metrics.counter("gateway.cache", "result", "hit");
        this.misses = metrics.counter("gateway.cache", "result", "miss");
    }

    @Override
    public Lane lane(ServerRequest request) {
        var path = request.prologue().uriPath().rawPath();
        var importance =
                isStream(request, path)
                        ? Importance.ALWAYS
                        : table.importance(request.prologue().method().text(), path);
        return new Lane(table.find(path).orElse("none"), importance);
    }

    @Override
    public void pass(ServerRequest request, ServerResponse response) {
        if (Browsers.isPreflight(request)) {
            browsers.answerPreflight(request, response);
            return;
        }
        var path = request.prologue().uriPath().rawPath();
        var service = table.find(path).orElse(null);
        if (service == null) {
            answerNothing(path, request, response);
            return;
        }
        if (!METHODS.contains(request.prologue().method().text()))
            throw notAllowed(String.join(", ", METHODS.stream().sorted().toList()));
        var backend = backends.get(service);
        if (backend == null)
            throw new Refused(404, "no_such_path", "Nobody is simulated here: it was not started.");
        try (var body = bodies.read(request, timeout)) {
            var visitor = Entrance.visitor(request);
            var kind = kind(request, path, visitor);
            var creates = isPost(request) && table.creates(path);
            var ask = Ask.of(request, kind, body.bytes(), creates, timeout);
            switch (kind) {
                case USUAL -> answer(backend, path, ask, response);
                case MENU -> answerMenu(backend, request, response, visitor, ask);
                case STREAM -> answerStream(backend, path, visitor, ask, response);
            }
        }
    }

    private static boolean isPost(ServerRequest request) {
        return request.prologue().method().equals(Method.POST);
    }

    private static Ask.Kind kind(ServerRequest request, String path, Visitor visitor) {
        if (isStream(request, path)) return Ask.Kind.STREAM;
        return MenuCache.covers(request.prologue().method(), path, visitor)
                ? Ask.Kind.MENU
                : Ask.Kind.USUAL;
    }

    private static boolean isStream(ServerRequest request, String path) {
        if (!request.prologue().method().equals(Method.GET)) return false;
        if (path.endsWith("/stream")) return true;
        var accepted = Fields.values(request.headers(), HeaderNames.ACCEPT);
        return accepted.stream().anyMatch(one -> one.contains("text/event-stream"));
    }

    private void answerStream(
            Backend backend, String path, Visitor visitor, Ask ask, ServerResponse response) {
        try (var _ = streams.seat(visitor)) {
            answer(backend, path, ask, response);
        }
    }

    private void answer(Backend backend, String path, Ask ask, ServerResponse response) {
        try (var answer = backend.ask(ask)) {
            // before the client hears of its write, so that it reads what it wrote
            if (!ask.isRead()) menus.changed(path);
            deliver(ask, answer, response);
        } catch (Refused e) {
            // a write without an answer may have been done
            if (!ask.isRead()) menus.changed(path);
            throw e;
        }
    }

    private void answerMenu(
            Backend backend,
            ServerRequest request,
            ServerResponse response,
            Visitor visitor,
            Ask ask) {
        switch (menus.find(ask.target(), ask.left())) {
            case MenuCache.Found.Hit(var menu) -> {
                hits.increment();
                send(request, response, menu, ask.packs());
            }
            case MenuCache.Found.Miss(var promise) -> {
                misses.increment();
                var signedIn = visitor.person() != null;
                try (var answer =
                        menus.fetch(promise, ask.target(), signedIn, () -> backend.ask(ask))) {
                    response.header(MISS);
                    deliver(ask, answer, response);
                }
            }
            case MenuCache.Found.NotShared() -> {
                try (var answer = backend.ask(ask)) {
                    response.header(MISS);
                    deliver(ask, answer, response);
                }
            }
        }
    }

    private static void send(
            ServerRequest request, ServerResponse response, MenuCache.Kept menu, boolean packs) {
        PassedOn.tell(menu.headers(), response);
        response.header(HeaderNames.AGE, Long.toString(menu.ageSeconds()));
        response.header(HIT);
        if (menu.matches(Fields.values(request.headers(), HeaderNames.IF_NONE_MATCH))) {
            response.headers().remove(HeaderNames.CONTENT_TYPE);
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            response.status(Status.OK_200);
            var packed = packs && menu.isPackable();
            if (packed) Packing.tellPacked(response);
            response.send(packed ? menu.packed() : menu.body());
        }
    }

    private void deliver(Ask ask, Answer answer, ServerResponse response) {
        response.status(answer.status());
        PassedOn.back(answer.headers(), response);
        var packs = isPacked(ask, answer, response);
        if (packs && answer.whole()) response.send(Packing.pack(answer.start()));
        else if (answer.whole()) sendWhole(ask.method(), answer, response);
        else if (ask.isStream()) sendStream(answer, response);
        else sendLarge(ask, answer, packs, response);
    }

    /// Tells the client, too.
    private static boolean isPacked(Ask ask, Answer answer, ServerResponse response) {
        var status = answer.status().code();
        var ends = !ask.isStream() || answer.whole();
        if (status == 304) Packing.tellVaries(response);
        if (!ends || !Packing.covers(status, answer.headers())) return false;
        if (ask.method().equals(Method.HEAD)) {
            Packing.tellVaries(response);
            return false;
        }
        if (answer.start().length < Packing.LEAST_BYTES) return false;
        Packing.tellVaries(response);
        if (ask.packs()) Packing.tellPacked(response);
        return ask.packs();
    }

    private static void sendWhole(Method method, Answer answer, ServerResponse response) {
        if (method.equals(Method.HEAD)) {
            answer.headers()
                    .first(HeaderNames.CONTENT_LENGTH)
                    .ifPresent(length -> response.header(HeaderNames.CONTENT_LENGTH, length));
            response.send();
        } else if (answer.start().length == 0) response.send();
        else response.send(answer.start());
    }

    private void sendStream(Answer answer, ServerResponse response) {
        response.header(HeaderNames.create("X-Accel-Buffering"), "no");
        try (var out = response.outputStream()) {
            out.flush();
            streams.pass(answer, out);
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("the reader of a stream went away", e);
        }
    }

    /// @throws CloseConnectionException when it can't be finished: half an answer has left, and
    ///   only an abrupt end tells the client that it is not all
    private static void sendLarge(Ask ask, Answer answer, boolean packs, ServerResponse response) {
        // known beforehand, it needs no chunks, of which the last would be lost with a connection
        // that is closed at once
        if (!packs)
            answer.headers()
                    .first(HeaderNames.CONTENT_LENGTH)
                    .ifPresent(length -> response.header(HeaderNames.CONTENT_LENGTH, length));
        var buffer = new byte[64 << 10];
        try {
            var plain = response.outputStream();
            var out = packs ? Packing.over(plain) : plain;
            out.write(answer.start());
            var in = answer.rest();
            for (int n; (n = in.read(buffer)) >= 0; ) {
                if (ask.left().isZero()) throw new IOException("too slow");
                out.write(buffer, 0, n);
            }
            out.close();
        } catch (IOException | RuntimeException e) {
            throw new CloseConnectionException("an answer broke off", e);
        }
    }

    private void answerNothing(String path, ServerRequest request, ServerResponse response) {
        // our own pages have their routes, and these come first: only the method can be wrong
        if (table.isOurs(path)) throw notAllowed("GET, HEAD");
        var page =
                screens.lost(request)
                        .orElseThrow(() ->
                                new Refused(404, "no_such_path", "There is nothing at this path."));
        Browsers.page(response);
        response.status(Status.NOT_FOUND_404)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.VARY, "Accept");
        if (request.prologue().method().equals(Method.HEAD)) response.send();
        else response.send(page);
    }

    private static Refused notAllowed(String methods) {
        return new Refused(
                        405,
                        "method_not_allowed",
                        "That method is not taken here; these may be: " + methods + ".")
                .with("allowed_methods", methods);
    }
}
