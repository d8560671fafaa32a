package gofood.platform.http;

import gofood.platform.wire.Json;
import gofood.platform.wire.Refused;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webclient.http1.Http1Client;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Another service, as this one calls it: with our service token, the trace and what is left of the
/// deadline. A read that fails is tried once more at another replica; anything else only if it
/// can't have arrived.
public final class Peer {
    /// Who doesn't answer within this is at fault; within less, the caller may be.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Header JSON = HeaderValues.CONTENT_TYPE_JSON;

    private final Upstream upstream;
    private final Tokens tokens;
    private final Http1Client client;

    public Peer(Upstream upstream, Tokens tokens) {
        this.upstream = upstream;
        this.tokens = tokens;
        this.client = Outgoing.client(CONNECT).connectionCacheSize(256).build();
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
        return exchange(Method.GET, path, null, headers);
    }

    public Answer post(String path, Object body) {
        return exchange(Method.POST, path, Json.write(body), Map.of());
    }

    public Answer put(String path, Object body, Map<String, String> headers) {
        return exchange(Method.PUT, path, Json.write(body), headers);
    }

    /// @throws Refused 503 or 504 when no answer came; for a POST nothing is known then
    private Answer exchange(
            Method method, String path, byte @Nullable [] body, Map<String, String> headers) {
        var turn = upstream.pick(null);
        try {
            return once(turn, method, path, body, headers);
        } catch (Unreached unreached) {
            var neverArrived = unreached.getCause() instanceof ConnectException;
            if (!method.equals(Method.GET) && !neverArrived) throw refused();
            var second = upstream.pick(turn.address());
            try {
                return once(second, method, path, body, headers);
            } catch (Unreached again) {
                throw refused();
            }
        }
    }

    private Answer once(
            Upstream.Turn turn,
            Method method,
            String path,
            byte @Nullable [] body,
            Map<String, String> headers)
            throws Unreached {
        var scope = RequestScope.current();
        var left = scope.left();
        if (left.isZero()) {
            turn.abandoned();
            throw new Refused(504, "deadline_passed", "The time for this request is over.");
        }
        var request =
                client.method(method)
                        .uri(turn.address())
                        // as it is: given as part of the URI, its escapes would be undone
                        .path(path)
                        .skipUriEncoding(true)
                        .readTimeout(left)
                        .header(HeaderNames.AUTHORIZATION, tokens.ownHeader())
                        .header(HeaderNames.create("traceparent"), scope.traceparent())
                        .header(
                                HeaderNames.create(RequestScope.TIMEOUT_HEADER),
                                Long.toString(left.toMillis()));
        headers.forEach((name, value) -> request.header(HeaderNames.create(name), value));
        try (var response = body == null ? request.request() : request.header(JSON).submit(body)) {
            var status = response.status().code();
            var bytes = response.entity().hasEntity() ? response.as(byte[].class) : new byte[0];
            if (status == 502 || status == 503 || status == 504)
                throw new IOException("status " + status);
            turn.succeeded();
            var etag = response.headers().first(HeaderNames.ETAG).orElse(null);
            return new Answer(status, bytes, etag);
        } catch (Exception e) {
            // a caller in a hurry must not make this peer look ill to everyone else
            if (left.compareTo(PATIENCE) < 0 && scope.left().isZero()) turn.abandoned();
            else turn.failed(e);
            throw new Unreached(rootOf(e));
        }
    }

    private Refused refused() {
        return Refused.unavailable("The " + upstream.service() + " service");
    }

    private static Throwable rootOf(Throwable e) {
        var cause = e.getCause();
        return cause == null ? e : rootOf(cause);
    }

    private static final class Unreached extends Exception {
        Unreached(Throwable cause) {
            super(cause);
        }
    }
}
