package gofood.platform.http;

import gofood.platform.trace.Part;
import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import gofood.platform.wire.Repeat;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webclient.http1.Http1ClientRequest;
import io.helidon.webclient.http1.Http1ClientResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Another service, as this one calls it: with our service token, the trace and what is left of the
/// deadline. What fails is asked again as [Tries] says: a read once more, anything else only if it
/// can't have been done.
public final class Peer {
    /// Names the service that asks. It is taken at its word: who lies gains no more than to be
    /// refused later than others, see [Importance].
    public static final String CALLER_HEADER = "X-Caller";

    private static final HeaderName REPEAT = HeaderNames.create(Repeat.HEADER);
    private static final HeaderName CALLER = HeaderNames.create(CALLER_HEADER);
    private static final byte[] NOTHING = {};

    /// Who doesn't answer within this is at fault; within less, the caller may be.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Header JSON = HeaderValues.CONTENT_TYPE_JSON;

    private final Upstream upstream;
    private final String caller;
    private final Supplier<Optional<String>> authorization;
    private final Connections connections = new Connections(CONNECT);

    public Peer(Upstream upstream, Tokens tokens) {
        this(upstream, tokens.service(), () -> Optional.of(tokens.ownHeader()));
    }

    /// @param caller who asks
    /// @param authorization nothing where none is needed
    Peer(Upstream upstream, String caller, Supplier<Optional<String>> authorization) {
        this.upstream = upstream;
        this.caller = caller;
        this.authorization = authorization;
    }

    /// What the peer answered, whatever the status.
    public record Answer(int status, byte[] body, @Nullable String etag) {
        public boolean isOk() {
            return status >= 200 && status < 300;
        }

        public <T> T as(Class<T> type) {
            return Json.read(body, type);
        }

        /// The `code` of a problem.
        public Optional<String> code() {
            return isOk()
                    ? Optional.empty()
                    : Optional.ofNullable(Json.tree(body).path("code").textValue());
        }
    }

    public Answer get(String path) {
        return get(path, Map.of());
    }

    public Answer get(String path, Map<String, String> headers) {
        return exchange(new Asked(Method.GET, path, NOTHING, headers));
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return exchange(new Asked(Method.POST, path, Json.write(body), headers));
    }

    public Answer put(String path, Object body, Map<String, String> headers) {
        return exchange(new Asked(Method.PUT, path, Json.write(body), headers));
    }

    private record Asked(Method method, String path, byte[] body, Map<String, String> headers) {
        boolean isRepeatable() {
            return method.equals(Method.GET);
        }
    }

    private sealed interface Outcome {
        record Answered(Answer answer) implements Outcome {}

        record Failed(Failure why) implements Outcome {}
    }

    /// @throws Refused 503 or 504 when no answer came; for a POST nothing is known then
    private Answer exchange(Asked asked) {
        var tries = upstream.tries(asked.isRepeatable());
        while (true) {
            switch (attempt(tries.next(), asked, tries.isOverNewConnection())) {
                case Outcome.Answered(var answer) -> {
                    return answer;
                }
                case Outcome.Failed(var why) -> {
                    if (!tries.again(why)) throw refused();
                }
            }
        }
    }

    private Outcome attempt(Upstream.Turn turn, Asked asked, boolean newConnection) {
        try (var part = Part.asking(upstream.service(), asked.method.text())) {
            var scope = RequestScope.current().in(part);
            var outcome = attempt(turn, asked, newConnection, scope);
            if (outcome instanceof Outcome.Failed(var why)) part.failed(why.word());
            return outcome;
        }
    }

    private Outcome attempt(
            Upstream.Turn turn, Asked asked, boolean newConnection, RequestScope scope) {
        var left = scope.left();
        if (left.isZero()) {
            turn.abandoned();
            throw new Refused(504, "deadline_passed", "The time for this request is over.");
        }
        var request = request(turn, asked, scope);
        try (var response = connections.send(turn.address(), request, asked.body, newConnection)) {
            var status = response.status().code();
            var repeat = response.headers().first(REPEAT).orElse(null);
            var failure = Failure.of(status, repeat);
            if (failure.isPresent()) return failed(turn, failure.get());
            var bytes = response.entity().hasEntity() ? read(response, scope) : new byte[0];
            turn.succeeded();
            // it was tried again where it failed
            if (Repeat.of(repeat).isPresent()) throw refused();
            var etag = response.headers().first(HeaderNames.ETAG).orElse(null);
            return new Outcome.Answered(new Answer(status, bytes, etag));
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            // a caller in a hurry must not make this peer look ill to everyone else
            if (left.compareTo(PATIENCE) < 0 && scope.left().isZero()) turn.abandoned();
            else turn.failed(e);
            return new Outcome.Failed(Failure.of(e, scope.left().isZero()));
        }
    }

    private Http1ClientRequest request(Upstream.Turn turn, Asked asked, RequestScope scope) {
        var request =
                connections
                        .request(asked.method, turn.address(), asked.path)
                        .readTimeout(scope.left())
                        .header(CALLER, caller)
                        .header(RequestScope.TRACEPARENT, scope.traceparent())
                        .header(RequestScope.TIMEOUT, scope.leftForOthers());
        if (asked.body.length > 0) request.header(JSON);
        authorization.get().ifPresent(token -> request.header(HeaderNames.AUTHORIZATION, token));
        asked.headers.forEach((name, value) -> request.header(HeaderNames.create(name), value));
        return request;
    }

    /// Each piece may come in time and the whole still be late.
    private static byte[] read(Http1ClientResponse response, RequestScope scope)
            throws IOException {
        var in = response.inputStream();
        var whole = new ByteArrayOutputStream();
        var buffer = new byte[16 << 10];
        for (int n; (n = in.read(buffer)) >= 0; ) {
            whole.write(buffer, 0, n);
            if (scope.left().isZero()) throw new SocketTimeoutException("too slow");
        }
        return whole.toByteArray();
    }

    private static Outcome failed(Upstream.Turn turn, Failure why) {
        switch (why) {
            case DRAINING -> turn.drains();
            case TURNED_AWAY -> turn.abandoned();
            case UNABLE, UNREACHED, BROKEN, TIMED_OUT -> turn.failed(new IOException(why.word()));
        }
        return new Outcome.Failed(why);
    }

    private Refused refused() {
        return Refused.unavailable("The " + upstream.service() + " service").with(Repeat.NEVER);
    }
}
