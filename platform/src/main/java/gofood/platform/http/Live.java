package gofood.platform.http;

import gofood.platform.wire.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/// A live stream (server-sent events): first what the client hasn't seen, then each change as it
/// comes. `Last-Event-ID` resumes; a comment every 15 s keeps the connection open.
///
/// @param keys the [Signals] keys that announce news
/// @param lastSeen the id of the last event that the client has
/// @param newer reads the events after an id, oldest first
/// @param isOver whether there is nothing more to come and nothing that the client hasn't seen
public record Live(
        Signals signals,
        List<Object> keys,
        long lastSeen,
        LongFunction<List<Event>> newer,
        boolean isOver) {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    public Live(
            Signals signals, List<Object> keys, long lastSeen, LongFunction<List<Event>> newer) {
        this(signals, keys, lastSeen, newer, false);
    }

    /// The end of a stream, for a client that comes back to what is over: it is told not to again.
    public static Live over() {
        return new Live(new Signals(), List.of(), 0, _ -> List.of(), true);
    }

    /// @param id differs from the one before; grows, unless `newer` knows what it told without
    /// @param last true when nothing can follow; the stream ends then
    public record Event(long id, String name, Object data, boolean last) {}

    /// Where a client wants to go on: its `Last-Event-ID`, else 0.
    public static long lastSeen(Call call) {
        return call.header("Last-Event-ID")
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /// @param mayGoOn whether the client may still see this; asked again and again
    void writeTo(ServerResponse response, BooleanSupplier mayGoOn) {
        if (isOver) {
            // browsers come back to everything but a 204
            response.status(Status.NO_CONTENT_204).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        try (var listener = signals.listen(keys.toArray());
                var out = response.outputStream()) {
            follow(listener, out, mayGoOn);
        } catch (IOException | UncheckedIOException e) {
            // the client went away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Signals.Listener listener, OutputStream out, BooleanSupplier mayGoOn)
            throws IOException, InterruptedException {
        var seen = lastSeen;
        var quietSince = System.nanoTime();
        write(out, "retry: 2000\n\n");
        while (!signals.isClosed() && RequestScope.anew(mayGoOn::getAsBoolean)) {
            var from = seen;
            var events = RequestScope.anew(() -> newer.apply(from));
            for (var event : events) {
                write(out, text(event));
                seen = event.id;
                quietSince = System.nanoTime();
                if (event.last) return;
            }
            if (System.nanoTime() - quietSince > HEARTBEAT.toNanos()) {
                write(out, ": still here\n\n");
                quietSince = System.nanoTime();
            }
            listener.await(LOOK_AGAIN);
        }
    }

    private static String text(Event event) {
        var data = new String(Json.write(event.data), StandardCharsets.UTF_8);
        return "id: %d\nevent: %s\ndata: %s\n\n".formatted(event.id, event.name, data);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
