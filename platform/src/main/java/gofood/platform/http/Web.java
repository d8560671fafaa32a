package gofood.platform.http;

import gofood.platform.run.Running;
import gofood.platform.trace.Tracing;
import gofood.platform.wire.Refused;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Serves a table of routes. Each request goes through here: its scope, who asks, whether they may,
/// the handler, the problem if there is one, and the measure of it.
public final class Web {
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Tokens tokens;
    private final Optional<Idempotency> idempotency;
    private final Latencies latencies;
    private final Optional<FaultSwitch> faults;
    private final Optional<Audit> audit;
    private final Admission admission;
    private final Tracing tracing;

    /// @param idempotency for services that have a database
    public Web(Tokens tokens, Optional<Idempotency> idempotency, MeterRegistry metrics) {
        this(
                tokens,
                idempotency,
                metrics,
                Optional.empty(),
                Optional.empty(),
                new Admission(Drain.none(), true, metrics),
                Tracing.OFF);
    }

    /// @param faults made on purpose, for services that can be told to
    /// @param audit for services that have a database
    public Web(
            Tokens tokens,
            Optional<Idempotency> idempotency,
            MeterRegistry metrics,
            Optional<FaultSwitch> faults,
            Optional<Audit> audit,
            Admission admission,
            Tracing tracing) {
        this.tokens = tokens;
        this.idempotency = idempotency;
        this.latencies = new Latencies(metrics);
        this.faults = faults;
        this.audit = audit;
        this.admission = admission;
        this.tracing = tracing;
    }

    /// Listens until it is closed and has drained, then lets requests that are under way finish.
    public Running serve(String host, int port, Routes routes) {
        var routing = HttpRouting.builder();
        var literalFirst = Comparator.comparingLong((Routes.Route route) -> route.variables());
        // first, since it is what most ask for, and its path tells quickest
        for (var route : routes.list())
            if (route.method().equals(Routes.ANY))
                routing.route(
                        HttpRoute.builder()
                                .path(new Elsewhere(routes.list()))
                                .handler(handler(routes, route)));
        for (var route : routes.list().stream().sorted(literalFirst).toList()) {
            var handler = handler(routes, route);
            if (route.method().equals(Routes.ANY)) routing.any(route.path(), handler);
            else routing.route(Method.create(route.method()), route.path(), handler);
            var ends = !(route.action() instanceof Routes.Action.Stream);
            if (ends && route.method().equals("GET"))
                routing.route(Method.HEAD, route.path(), handler);
        }
        routing.any((request, response) -> unknown(routes, request, response));
        var server =
                WebServer.builder()
                        .host(host)
                        .port(port)
                        .shutdownGracePeriod(GRACE)
                        .shutdownHook(false)
                        .maxTcpConnections(10_000)
                        // through channels, Helidon writes 8 KB at a time and minds no time-out
                        .useNio(false)
                        .idleConnectionTimeout(SILENCE)
                        .connectionOptions(
                                SocketOptions.builder()
                                        .readTimeout(SILENCE)
                                        // a stream's small pieces must not wait for each other
                                        .tcpNoDelay(true)
                                        .build())
                        .contentEncoding(new AsSent())
                        .directHandlers(problemsBeforeRouting())
                        .routing(routing)
                        .build()
                        .start();
        return () -> {
            admission.drain().await();
            server.stop();
        };
    }

    private Handler handler(Routes routes, Routes.Route route) {
        return (request, response) -> answer(routes.door(), route, request, response);
    }

    private void answer(
            Routes.Door door, Routes.Route route, ServerRequest request, ServerResponse response) {
        var timer = Timer.start();
        var part = tracing.serving(name(route, request), header(request, RequestScope.TRACEPARENT));
        var scope = scope(request).in(part);
        // the next request is for another replica
        if (admission.drain().hasBegun()) response.header(HeaderValues.CONNECTION_CLOSE);
        try {
            var entry = admission.enter(route, request);
            try {
                scope.within(part)
                        .call(() -> {
                            door.enter(request, response);
                            act(route, request, response);
                            return true;
                        });
            } catch (Exception e) {
                sendProblem(request, response, e, scope);
            } finally {
                entry.leave(response.status().code());
            }
        } catch (Refused notLetIn) {
            sendProblem(request, response, notLetIn, scope);
        } finally {
            part.ended(response.status().code());
            timer.stop(latencies.of(route, response.status().code()));
        }
        hangUpIfAsked(request);
    }

    private void sendProblem(
            ServerRequest request, ServerResponse response, Exception e, RequestScope scope) {
        // half of an answer has left; only the broken connection tells the client
        if (e instanceof CloseConnectionException broken) throw broken;
        if (!response.isSent()) Replies.send(request, response, Problems.of(e, scope.traceId()));
    }

    /// Helidon announces the close that a client asks for, and leaves it to the client.
    private static void hangUpIfAsked(ServerRequest request) {
        if (Fields.sayClose(request.headers()))
            throw new CloseConnectionException("as the client asked");
    }

    private static String name(Routes.Route route, ServerRequest request) {
        return request.prologue().method().text() + " " + route.path();
    }

    private static RequestScope scope(ServerRequest request) {
        return RequestScope.of(
                header(request, RequestScope.TRACEPARENT), header(request, RequestScope.TIMEOUT));
    }

    private static @Nullable String header(ServerRequest request, HeaderName name) {
        return request.headers().first(name).orElse(null);
    }

    private void act(Routes.Route route, ServerRequest request, ServerResponse response)
            throws Exception {
        if (faults.isPresent()) faults.get().hit(request.path().path());
        if (RequestScope.current().left().isZero())
            throw new Refused(504, "deadline_passed", "The time for this request is over.");
        AsSent.check(request.headers());
        switch (route.action()) {
            case Routes.Action.Handle(var handler) ->
                    Replies.send(request, response, answerOf(route, request, handler));
            case Routes.Action.Create(var creator) ->
                    Replies.send(
                            request,
                            response,
                            answerOf(route, request, call -> create(route, creator, call)));
            case Routes.Action.Stream(var streamer) -> {
                var call = call(route, request);
                route.access().check(call.anyPerson());
                streamer.open(call).writeTo(response, () -> mayGoOn(route, request));
            }
            case Routes.Action.Pass(var passage) -> passage.pass(request, response);
        }
    }

    /// A stream ends with the token that opened it; whoever signed in again comes back by itself.
    private boolean mayGoOn(Routes.Route route, ServerRequest request) {
        try {
            route.access().check(Optional.ofNullable(person(request, route.access())));
            return true;
        } catch (Refused e) {
            return e.status() >= 500;
        }
    }

    private Reply answerOf(Routes.Route route, ServerRequest request, Routes.Handler handler) {
        var call = call(route, request);
        Supplier<Reply> work =
                () -> {
                    route.access().check(call.anyPerson());
                    return handler.handle(call);
                };
        return audit.isPresent() && Audit.concerns(route, call)
                ? audit.get().around(call, work)
                : work.get();
    }

    private Call call(Routes.Route route, ServerRequest request) {
        // such names nothing that exists, and no table could hold it
        if (!Call.isPlain(request.path().path())) throw noSuchPath();
        return new Call(request, person(request, route.access()), route.bodyLimit());
    }

    /// A bad token on a route that is open to anyone is still refused: the client believes to be
    /// somebody.
    private @Nullable Person person(ServerRequest request, Access access) {
        var all = Fields.values(request.headers(), HeaderNames.AUTHORIZATION);
        if (all.isEmpty()) return null;
        var header = all.getFirst();
        // of two, whoever stands before us may have checked the other
        if (all.size() == 1 && header.regionMatches(true, 0, "Bearer ", 0, 7))
            return verify(header.substring(7).strip(), request, access);
        if (all.size() == 1 && !access.tokenNeeded()) return null;
        throw new Refused(
                401, "token_invalid", "Send the token as: Authorization: Bearer <token>.");
    }

    /// While the keys can't be had, what anyone may read can still be read.
    private @Nullable Person verify(String token, ServerRequest request, Access access) {
        try {
            return tokens.verify(token);
        } catch (Refused e) {
            var isRead = !access.tokenNeeded() && request.prologue().method().equals(Method.GET);
            if (e.status() == 503 && isRead) return null;
            throw e;
        }
    }

    private Reply create(Routes.Route route, Routes.Creator creator, Call call) {
        var once = idempotency.orElseThrow();
        var noting = audit.filter(_ -> Audit.concerns(route, call));
        Idempotency.Preparation preparation =
                () -> {
                    var creation = creator.prepare(call);
                    return noting.map(it -> it.noted(call, creation)).orElse(creation);
                };
        var key = call.header("Idempotency-Key");
        if (key.isEmpty()) return once.always(preparation);
        if (key.get().isBlank() || key.get().length() > 200)
            throw Refused.invalid("Idempotency-Key", "must have 1 to 200 characters");
        var who = call.anyPerson().map(Person::key).orElse("anyone");
        var whose = who + " " + call.what() + " " + key.get();
        return once.once(whose, call.bytes(), noting.isPresent(), preparation);
    }

    private static void unknown(Routes routes, ServerRequest request, ServerResponse response) {
        var path = request.path().path();
        var methods =
                routes.list().stream()
                        .filter(route -> route.matches(path))
                        .map(Routes.Route::method)
                        .distinct()
                        .collect(Collectors.joining(", "));
        var refused =
                methods.isEmpty()
                        ? noSuchPath()
                        : new Refused(
                                        405,
                                        "method_not_allowed",
                                        "This path takes: " + methods + ".")
                                .with("allowed_methods", methods);
        Replies.send(request, response, Problems.of(refused, scope(request).traceId()));
        hangUpIfAsked(request);
    }

    private static Refused noSuchPath() {
        return new Refused(404, "no_such_path", "There is nothing at this path.");
    }

    /// What isn't even HTTP, or too large for it, is told in the same form.
    private static DirectHandlers problemsBeforeRouting() {
        var handlers = DirectHandlers.builder();
        for (var type : DirectHandler.EventType.values())
            handlers.addHandler(type, Web::beforeRouting);
        return handlers.build();
    }

    private static DirectHandler.TransportResponse beforeRouting(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType type,
            Status defaultStatus,
            io.helidon.http.ServerResponseHeaders headers,
            String message) {
        var refused =
                new Refused(
                        defaultStatus.code(),
                        "malformed_request",
                        "This is not a request that we can read.");
        var reply = Problems.of(refused, RequestScope.fresh().traceId());
        headers.set(HeaderNames.CONTENT_TYPE, Problems.CONTENT_TYPE);
        headers.set(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        return DirectHandler.TransportResponse.builder()
                .status(defaultStatus)
                .headers(headers)
                .keepAlive(false)
                .entity(reply.bytes())
                .build();
    }
}
