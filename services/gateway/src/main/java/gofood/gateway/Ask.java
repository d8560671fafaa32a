package gofood.gateway;

import gofood.gateway.door.Entrance;
import gofood.platform.http.RequestScope;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.function.Supplier;

/// A request as it goes on to a service.
///
/// @param target path and query, encoded as they came
/// @param telling makes the headers for the service, see [PassedOn]; whoever is answered from the
///   cache needs none
/// @param packs the client takes the answer packed
/// @param repeatable doing it twice is the same as doing it once
/// @param hurried the client waits less than we would, so its time-out says nothing about the
///   service
/// @param deadlineNanos on the clock of [System#nanoTime]
record Ask(
        Kind kind,
        Method method,
        String target,
        Supplier<Headers> telling,
        byte[] body,
        boolean packs,
        boolean repeatable,
        boolean hurried,
        long deadlineNanos) {

    private static final HeaderName KEY = HeaderNames.create("Idempotency-Key");

    /// How it is answered.
    enum Kind {
        USUAL,
        /// from the [MenuCache], when it is there
        MENU,
        /// by one of the [LiveStreams]
        STREAM
    }

    /// @param creates it is a POST that honours `Idempotency-Key`
    /// @param timeout for those who don't say how long they wait
    static Ask of(
            ServerRequest request, Kind kind, byte[] body, boolean creates, Duration timeout) {
        var scope = RequestScope.current();
        var ours = System.nanoTime() + timeout.toNanos();
        var hurried =
                request.headers().contains(RequestScope.TIMEOUT) && scope.deadlineNanos() < ours;
        var prologue = request.prologue();
        var query = prologue.query().rawValue();
        var keyed = creates && request.headers().contains(KEY);
        return new Ask(
                kind,
                prologue.method(),
                prologue.uriPath().rawPath() + (query.isEmpty() ? "" : "?" + query),
                () -> PassedOn.to(request, Entrance.visitor(request), kind == Kind.MENU),
                body,
                Packing.isWanted(request, prologue.uriPath().rawPath()),
                keyed || isRead(prologue.method()),
                hurried,
                hurried ? scope.deadlineNanos() : ours);
    }

    Headers headers() {
        return telling.get();
    }

    private static boolean isRead(Method method) {
        return method.equals(Method.GET) || method.equals(Method.HEAD);
    }

    boolean isRead() {
        return isRead(method);
    }

    boolean isStream() {
        return kind == Kind.STREAM;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }
}
