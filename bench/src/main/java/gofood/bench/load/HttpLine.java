package gofood.bench.load;

import gofood.platform.run.Running;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One connection that is kept, spoken to in plain HTTP/1.1: cheap enough not to be measured
/// itself.
public final class HttpLine implements Running {
    private static final int PATIENCE_MILLIS = 30_000;

    private final URI door;
    private final Socket socket = new Socket();
    private final InputStream in;
    private final BufferedOutputStream out;

    public HttpLine(URI door) throws IOException {
        this.door = door;
        socket.connect(new InetSocketAddress(door.getHost(), door.getPort()), PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = new BufferedOutputStream(socket.getOutputStream(), 16_384);
    }

    /// @param headers with names in small letters
    public record Heard(int status, Map<String, String> headers, byte[] body) {
        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// @param headers names and values in turns
    public Heard ask(String method, String path, byte @Nullable [] body, String... headers)
            throws IOException {
        send(method, path, body, headers);
        var status = status();
        var heard = headers();
        var empty = method.equals("HEAD") || status == 204 || status == 304;
        return new Heard(status, heard, empty ? new byte[0] : body(heard));
    }

    private void send(String method, String path, byte @Nullable [] body, String... headers)
            throws IOException {
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
        head.append(door.getAuthority()).append("\r\n");
        for (var i = 0; i < headers.length; i += 2)
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        if (body != null)
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) out.write(body);
        out.flush();
    }

    /// Opens a stream of events, whose lines are heard with [#nextLine].
    ///
    /// @return the status
    public int follow(String path, String... headers) throws IOException {
        send("GET", path, null, headers);
        var status = status();
        headers();
        return status;
    }

    /// A line of the stream; sizes of chunks and empty lines among them do no harm.
    public String nextLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) throw new EOFException("the line was cut");
            if (one != '\r') line.write(one);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private int status() throws IOException {
        var line = nextLine();
        if (!line.startsWith("HTTP/1.1 ")) throw new IOException("no answer: " + line);
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = nextLine(); !line.isEmpty(); line = nextLine()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        if (length != null) return in.readNBytes(Integer.parseInt(length));
        if (!"chunked".equals(headers.get("transfer-encoding"))) return new byte[0];
        var body = new ByteArrayOutputStream();
        for (var size = chunk(); size > 0; size = chunk()) {
            body.write(in.readNBytes(size));
            nextLine();
        }
        nextLine();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(nextLine().strip(), 16);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
