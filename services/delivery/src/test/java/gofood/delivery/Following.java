package gofood.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import gofood.platform.testing.TestClient;
import gofood.platform.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Somebody who follows a live stream.
final class Following implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    record Heard(String id, String event, JsonNode data) {}

    /// @param lastSeen `0` for a new one
    Following(TestClient client, String path, String lastSeen) {
        var request =
                HttpRequest.newBuilder(client.address().resolve(path))
                        .header("Authorization", "Bearer " + client.token())
                        .header("Last-Event-ID", lastSeen)
                        .build();
        Thread.ofVirtual().start(() -> follow(request));
    }

    private void follow(HttpRequest request) {
        try {
            var lines = http.send(request, BodyHandlers.ofLines()).body().iterator();
            var id = "";
            var event = "";
            while (lines.hasNext()) {
                var line = lines.next();
                if (line.startsWith("id: ")) id = line.substring(4);
                if (line.startsWith("event: ")) event = line.substring(7);
                if (line.startsWith("data: ")) {
                    var data = line.substring(6).getBytes(StandardCharsets.UTF_8);
                    heard.add(new Heard(id, event, Json.tree(data)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // the stream is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Heard next() {
        return await(_ -> true);
    }

    /// The next one of this kind.
    Heard await(Predicate<Heard> kind) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = poll(until - System.nanoTime());
            if (found == null) throw new AssertionError("nothing heard of it");
            if (kind.test(found)) return found;
        }
    }

    /// What comes within this time, if anything does.
    @Nullable Heard within(Duration time) {
        return poll(time.toNanos());
    }

    private @Nullable Heard poll(long nanos) {
        try {
            return heard.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
