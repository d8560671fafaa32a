package gofood.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/// Waits until services say that they are well.
final class Readiness implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /// @param patience for each service
    Readiness(Duration patience) {
        this.patience = patience;
    }

    /// Returns when `/status` answers 200.
    void await(String service, URI url) {
        var deadline = Instant.now().plus(patience);
        var last = "nothing";
        while (Instant.now().isBefore(deadline)) {
            last = ask(url.resolve("/status"));
            if (last.equals("200")) return;
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("goFOOD was told to stop while it started.", e);
            }
        }
        throw new CannotStart(
                "The %s service did not get well within %d s (%s/status: %s)."
                        .formatted(service, patience.toSeconds(), url, last));
    }

    private String ask(URI status) {
        var request = HttpRequest.newBuilder(status).timeout(Duration.ofSeconds(5)).build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return Integer.toString(answer.statusCode());
        } catch (IOException e) {
            return "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
