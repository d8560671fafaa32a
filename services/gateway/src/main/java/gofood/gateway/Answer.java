package gofood.gateway;

import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webclient.http1.Http1ClientResponse;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;

/// What a service answered: its head and how its body begins. A small body is read completely
/// before a byte goes to the client, so that a service which breaks down becomes a clear error.
///
/// @param whole the start is all there is
record Answer(Http1ClientResponse response, byte[] start, boolean whole) implements AutoCloseable {
    private static final int START = 256 << 10;

    /// @throws UncheckedIOException when the body breaks off, or takes longer than the client waits
    static Answer of(Http1ClientResponse response, Ask ask) {
        if (!hasBody(response, ask)) return new Answer(response, new byte[0], true);
        if (ask.isStream() && response.status().code() == 200)
            return new Answer(response, new byte[0], false);
        try {
            var in = response.inputStream();
            var length = response.headers().contentLength().orElse(START);
            if (length < START) return new Answer(response, exactly((int) length, in, ask), true);
            var start = new ByteArrayOutputStream();
            var buffer = new byte[16 << 10];
            for (int n; start.size() < START && (n = in.read(buffer)) >= 0; ) {
                start.write(buffer, 0, n);
                if (ask.left().isZero()) throw new SocketTimeoutException("too slow");
            }
            return new Answer(response, start.toByteArray(), start.size() < START);
        } catch (IOException e) {
            response.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            response.close();
            throw e;
        }
    }

    /// A body whose length is known needs no room to grow.
    private static byte[] exactly(int length, InputStream in, Ask ask) throws IOException {
        var body = new byte[length];
        for (int read = 0, n; read < length; read += n) {
            n = in.read(body, read, length - read);
            if (n < 0) throw new EOFException("the body is too short");
            if (ask.left().isZero()) throw new SocketTimeoutException("too slow");
        }
        // what the client has closed at the end is given back
        if (in.read() >= 0) throw new IOException("the body is too long");
        return body;
    }

    /// Whatever its length header says, such an answer ends with its head (RFC 9112, 6.3).
    private static boolean hasBody(Http1ClientResponse response, Ask ask) {
        var status = response.status().code();
        var never = ask.method().equals(Method.HEAD) || status == 204 || status == 304;
        return !never && response.entity().hasEntity();
    }

    Status status() {
        return response.status();
    }

    Headers headers() {
        return response.headers();
    }

    /// What follows the start.
    InputStream rest() {
        return response.inputStream();
    }

    @Override
    public void close() {
        response.close();
    }
}
