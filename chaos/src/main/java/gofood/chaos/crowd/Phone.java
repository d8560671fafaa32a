package gofood.chaos.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.contracts.UserApi.SignIn;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// With this a person speaks to goFOOD. It never repeats anything by itself (but tries the other
/// door when nobody opens the first one, as any load balancer would), and the witness hears of
/// every attempt.
public final class Phone {
    /// Longer than the gateway takes to give up, so that its own answer is heard.
    private static final Duration PATIENCE = Duration.ofSeconds(14);

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    private final List<URI> doors;
    private final Witness witness;
    private final @Nullable SignIn who;
    private final @Nullable Phone usher;
    private volatile String token = "";

    private Phone(List<URI> doors, Witness witness, @Nullable SignIn who, @Nullable Phone usher) {
        this.doors = doors;
        this.witness = witness;
        this.who = who;
        this.usher = usher;
    }

    /// @param status 0 when none came
    public record Answered(int status, String text) {
        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        public JsonNode json() {
            var bytes = (text.isEmpty() ? "{}" : text).getBytes(StandardCharsets.UTF_8);
            try {
                return Json.tree(bytes);
            } catch (UncheckedIOException e) {
                return Json.tree(new byte[] {'{', '}'});
            }
        }

        public String code() {
            return isGood() ? "" : json().path("code").asText();
        }

        /// Whether asking again may help.
        public boolean isPassing() {
            return status == Attempt.LOST
                    || status >= 500
                    || status == 429
                    || (status == 409 && code().equals("in_flight"));
        }
    }

    /// @param doors the gateway's replicas
    public static Phone ofStranger(List<URI> doors, Witness witness) {
        return new Phone(doors, witness, null, null);
    }

    /// @param usher signs them in; an operator may do so as often as they like
    public Phone of(String email, String password, @Nullable Phone usher) {
        return new Phone(doors, witness, new SignIn(email, password), usher);
    }

    /// The same person at another door.
    public Phone at(URI door) {
        var other = new Phone(List.of(door), witness, who, this);
        other.token = token;
        return other;
    }

    public Witness witness() {
        return witness;
    }

    public Answered get(String deed, String path) {
        return ask(deed, "GET", path, null);
    }

    public Answered post(String deed, String path, @Nullable Object body, String... headers) {
        return ask(deed, "POST", path, body, headers);
    }

    public Answered put(String deed, String path, Object body) {
        return ask(deed, "PUT", path, body);
    }

    /// @param body a `String` goes out as it is, anything else as JSON
    public Answered ask(
            String deed, String method, String path, @Nullable Object body, String... headers) {
        if (who != null && token.isEmpty()) signIn();
        var answer = once(deed, method, path, body, headers);
        if (answer.status != 401 || who == null) return answer;
        signIn();
        return once(deed, method, path, body, headers);
    }

    private void signIn() {
        var door = usher == null ? new Phone(doors, witness, null, null) : usher;
        var answer = door.post("sign-in", "/sessions", who);
        if (answer.isGood()) token = answer.json().path("access_token").asText();
    }

    private Answered once(
            String deed, String method, String path, @Nullable Object body, String... headers) {
        var begun = System.nanoTime();
        var at = Instant.now();
        var first = ThreadLocalRandom.current().nextInt(doors.size());
        Answered answer = new Answered(Attempt.LOST, "no gateway");
        for (var i = 0; i < doors.size(); i++)
            try {
                var door = doors.get((first + i) % doors.size());
                answer = send(request(door, method, path, body, headers));
                break;
            } catch (ConnectException e) {
                answer = new Answered(Attempt.LOST, "nobody listens");
            } catch (IOException e) {
                answer = new Answered(Attempt.LOST, e.toString());
                break;
            }
        var what = answer.status == Attempt.LOST ? answer.text : answer.code();
        // who could not, is in the sentence
        if (answer.status >= 500) what += ": " + answer.json().path("detail").asText();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        witness.tells(new Attempt(at, took, deed, method + " " + path, answer.status, what));
        return answer;
    }

    private HttpRequest request(
            URI door, String method, String path, @Nullable Object body, String... headers) {
        var bytes =
                switch (body) {
                    case null -> new byte[0];
                    case String text -> text.getBytes(StandardCharsets.UTF_8);
                    default -> Json.write(body);
                };
        var request =
                HttpRequest.newBuilder(door.resolve(path))
                        .timeout(PATIENCE)
                        .method(method, BodyPublishers.ofByteArray(bytes));
        if (bytes.length > 0) request.header("Content-Type", "application/json");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return request.build();
    }

    private static Answered send(HttpRequest request) throws IOException {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return new Answered(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answered(Attempt.LOST, "interrupted");
        }
    }
}
