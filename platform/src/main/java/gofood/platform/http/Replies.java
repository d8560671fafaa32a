package gofood.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/// How a [Reply] leaves.
final class Replies {
    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final long LINGER_BYTES = 64 << 20;
    private static final Set<Integer> BROKEN_OFF = Set.of(400, 408, 413);

    private Replies() {}

    static void send(ServerRequest request, ServerResponse response, Reply reply) {
        response.status(Status.create(reply.status()));
        if (reply.body() != null && !reply.headers().containsKey("Content-Type"))
            response.header(HeaderValues.CONTENT_TYPE_JSON);
        reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        var isHead = request.prologue().method().equals(Method.HEAD);
        if (reply.body() instanceof Reply.Stream body) {
            if (isHead) response.send();
            else write(response, body);
            return;
        }
        var bytes = reply.bytes();
        // what the client still sends must not be taken for its next request
        if (BROKEN_OFF.contains(reply.status())) response.header(HeaderValues.CONNECTION_CLOSE);
        if (isHead) response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(bytes.length));
        if (isHead || bytes.length == 0) response.send();
        else response.send(bytes);
        if (reply.status() >= 400) linger(request);
    }

    private static void write(ServerResponse response, Reply.Stream body) {
        try {
            var out = response.outputStream();
            body.writeTo(out);
            // not when it fails: what is closed properly looks like all of it
            out.close();
        } catch (IOException | RuntimeException e) {
            throw new CloseConnectionException("the answer broke off", e);
        }
    }

    /// Reads on for a while what is still being sent. Closing at once would reset the connection,
    /// and a client that is busy sending would lose our answer with it.
    private static void linger(ServerRequest request) {
        // who asked first whether to send has our answer instead of a go-ahead
        if (request.headers().contains(HeaderNames.EXPECT)) return;
        // nothing comes, and a refusal should cost nothing
        if (!request.content().hasEntity()) return;
        var until = System.nanoTime() + LINGER.toNanos();
        try {
            var in = request.content().inputStream();
            var buffer = new byte[16 << 10];
            var left = LINGER_BYTES;
            for (int n = 0; n >= 0 && left > 0 && System.nanoTime() < until; left -= n)
                n = in.read(buffer);
        } catch (IOException | RuntimeException e) {
            // gone already
        }
    }
}
