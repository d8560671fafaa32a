package gofood.simulator;

import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.SignIn;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The public HTTP API as one person sees it: nobody yet, or after [#signIn] somebody.
///
/// Waits when the platform is busy (429, 503) or still at work on the same request (409
/// `in_flight`), for at most a minute per request; then, and on every other refusal, it throws an
/// [ApiFailure].
public final class Api {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    private final HttpClient http;
    private final URI gateway;
    private final @Nullable Session session;

    public Api(URI gateway) {
        // a cleartext upgrade to HTTP/2 would only cost a round trip
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_LIMIT)
                        .build(),
                gateway,
                null);
    }

    private Api(HttpClient http, URI gateway, @Nullable Session session) {
        this.http = http;
        this.gateway = gateway;
        this.session = session;
    }

    /// The same platform in the eyes of this person.
    public Api signIn(String email, String password) {
        var signedIn = post("/sessions", new SignIn(email, password)).as(Session.class);
        return new Api(http, gateway, signedIn);
    }

    public long userId() {
        return Objects.requireNonNull(session, "nobody is signed in").user().userId();
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofByteArray(Json.write(body))));
    }

    /// @param key an `Idempotency-Key`: the same key and body are answered alike, and create once
    public Answer post(String path, Object body, String key) {
        return send(
                request(path)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(Json.write(body))));
    }

    public Answer put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofByteArray(Json.write(body))));
    }

    /// What the platform answered when it did as told.
    public static final class Answer {
        private final byte[] body;

        private Answer(byte[] body) {
            this.body = body;
        }

        public <T> T as(Class<T> type) {
            return Json.read(body, type);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(REPLY_LIMIT)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json");
        if (session != null) request.header("Authorization", "Bearer " + session.accessToken());
        return request;
    }

    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        var waited = Duration.ZERO;
        try {
            while (true) {
                var reply = http.send(request, BodyHandlers.ofByteArray());
                if (reply.statusCode() / 100 == 2) return new Answer(reply.body());
                var refusal = refusal(request, reply);
                var pause = pause(reply);
                waited = waited.plus(pause);
                if (!passes(refusal) || waited.compareTo(PATIENCE) > 0) throw refusal;
                Thread.sleep(pause);
            }
        } catch (IOException e) {
            var why = Objects.requireNonNullElse(e.getMessage(), "no connection");
            throw unanswered("The gateway at %s can't be reached: %s.".formatted(gateway, why), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered("Interrupted while %s was on its way.".formatted(name(request)), e);
        }
    }

    private static boolean passes(ApiFailure refusal) {
        return switch (refusal.status()) {
            case 429, 503 -> true;
            case 409 -> refusal.code().equals("in_flight");
            default -> false;
        };
    }

    private static Duration pause(HttpResponse<?> reply) {
        var asked =
                reply.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("\\d{1,6}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(USUAL_PAUSE);
        return asked.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : asked;
    }

    /// The part of a problem document (RFC 9457) that we act on.
    private record Problem(@Nullable String code, @Nullable String detail) {}

    private ApiFailure refusal(HttpRequest request, HttpResponse<byte[]> reply) {
        var problem = problem(reply);
        var code = problem.map(Problem::code).orElse("http_" + reply.statusCode());
        var detail = problem.map(Problem::detail).orElse("No reason was given.");
        var message =
                "The gateway at %s refused %s with %d (%s): %s"
                        .formatted(gateway, name(request), reply.statusCode(), code, detail);
        return new ApiFailure(reply.statusCode(), code, detail, message);
    }

    private static Optional<Problem> problem(HttpResponse<byte[]> reply) {
        var type = reply.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) return Optional.empty();
        try {
            return Optional.ofNullable(Json.read(reply.body(), Problem.class));
        } catch (UncheckedIOException e) {
            return Optional.empty(); // the status has to do
        }
    }

    private static ApiFailure unanswered(String message, Exception cause) {
        var failure = new ApiFailure(0, "unreachable", message, message);
        failure.initCause(cause);
        return failure;
    }

    private static String name(HttpRequest request) {
        return request.method() + " " + request.uri().getPath();
    }
}
