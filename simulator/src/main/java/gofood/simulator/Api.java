package gofood.simulator;

import gofood.contracts.UserApi.Refresh;
import gofood.contracts.UserApi.Session;
import gofood.contracts.UserApi.SignIn;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The public HTTP API as one person sees it: nobody yet, or after [#signIn] somebody, whose tokens
/// are renewed as they run out.
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
    private final @Nullable Passport passport;

    public Api(URI gateway) {
        // a cleartext upgrade to HTTP/2 would only cost a round trip
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_LIMIT)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build(),
                gateway,
                null);
    }

    private Api(HttpClient http, URI gateway, @Nullable Passport passport) {
        this.http = http;
        this.gateway = gateway;
        this.passport = passport;
    }

    /// The same platform in the eyes of this person. An operator may bring in as many people as
    /// they like; others can sign in only so often.
    public Api signIn(String email, String password) {
        var credentials = new SignIn(email, password);
        var first = post("/sessions", credentials).as(Session.class);
        return new Api(
                http,
                gateway,
                new Passport(
                        first,
                        Clock.systemUTC(),
                        refreshToken -> renew(credentials, refreshToken)));
    }

    /// Asked as the one who signed them in: a token that has run out can't be shown.
    private Session renew(SignIn credentials, String refreshToken) {
        try {
            var stranger = new Api(http, gateway, null);
            return stranger.post("/sessions/refresh", new Refresh(refreshToken)).as(Session.class);
        } catch (ApiFailure failure) {
            // the family has ended: signed out, or too many sessions of one person
            if (failure.status() != 401) throw failure;
            return post("/sessions", credentials).as(Session.class);
        }
    }

    public long userId() {
        return Objects.requireNonNull(passport, "nobody is signed in").user().userId();
    }

    public Answer get(String path) {
        return answer(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return answer(request(path).POST(BodyPublishers.ofByteArray(Json.write(body))));
    }

    /// @param key an `Idempotency-Key`: the same key and body are answered alike, and create once
    public Answer post(String path, Object body, String key) {
        return answer(
                request(path)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(Json.write(body))));
    }

    public Answer put(String path, Object body) {
        return answer(request(path).PUT(BodyPublishers.ofByteArray(Json.write(body))));
    }

    /// @param type of the bytes, such as `image/png`
    public Answer put(String path, byte[] bytes, String type) {
        return answer(
                request(path)
                        .setHeader("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    /// Opens a live stream (server-sent events). It ends when one of the two sides closes it, or
    /// the reading thread is interrupted.
    ///
    /// @param lastSeen the id of the last event that was read, to go on after it
    public InputStream stream(String path, @Nullable String lastSeen) {
        var request = request(path).setHeader("Accept", "text/event-stream").GET();
        if (lastSeen != null) request.setHeader("Last-Event-ID", lastSeen);
        return send(request.build());
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

    private Answer answer(HttpRequest.Builder builder) {
        var request = builder.build();
        try (var body = send(request)) {
            return new Answer(body.readAllBytes());
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(REPLY_LIMIT)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json");
        if (passport != null) request.header("Authorization", "Bearer " + passport.token());
        return request;
    }

    private InputStream send(HttpRequest request) {
        var waited = Duration.ZERO;
        try {
            while (true) {
                var reply = http.send(request, BodyHandlers.ofInputStream());
                if (reply.statusCode() / 100 == 2) return reply.body();
                var refusal = refusal(request, reply);
                var pause = pause(reply);
                waited = waited.plus(pause);
                if (!passes(refusal) || waited.compareTo(PATIENCE) > 0) throw refusal;
                Thread.sleep(pause);
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered("Interrupted while %s was on its way.".formatted(name(request)), e);
        }
    }

    private ApiFailure unreachable(IOException e) {
        var why = Objects.requireNonNullElse(e.getMessage(), "no connection");
        return unanswered("The gateway at %s can't be reached: %s.".formatted(gateway, why), e);
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

    private ApiFailure refusal(HttpRequest request, HttpResponse<InputStream> reply)
            throws IOException {
        var problem = problem(reply);
        var code = problem.map(Problem::code).orElse("http_" + reply.statusCode());
        var detail = problem.map(Problem::detail).orElse("No reason was given.");
        var message =
                "The gateway at %s refused %s with %d (%s): %s"
                        .formatted(gateway, name(request), reply.statusCode(), code, detail);
        return new ApiFailure(reply.statusCode(), code, detail, message);
    }

    private static Optional<Problem> problem(HttpResponse<InputStream> reply) throws IOException {
        try (var body = reply.body()) {
            var bytes = body.readAllBytes();
            var type = reply.headers().firstValue("Content-Type").orElse("");
            if (!type.startsWith("application/problem+json")) return Optional.empty();
            return Optional.ofNullable(Json.read(bytes, Problem.class));
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
