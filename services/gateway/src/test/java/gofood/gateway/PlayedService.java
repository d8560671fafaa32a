package gofood.gateway;

import gofood.platform.wire.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A service on bare sockets: it can answer, stream, hang, break off, go away and come back.
final class PlayedService implements AutoCloseable {
    /// A request as it came over the wire.
    ///
    /// @param headers each as `name: value`, the name in lower case
    record Heard(String method, String target, List<String> headers, byte[] body) {
        List<String> all(String name) {
            var prefix = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(header -> header.startsWith(prefix))
                    .map(header -> header.substring(prefix.length()))
                    .toList();
        }

        String header(String name) {
            return String.join(" | ", all(name));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// What it does about a request. An [IOException] resets the connection.
    interface Act {
        void play(Heard heard, OutputStream out) throws IOException;
    }

    private final Map<String, Act> acts = new ConcurrentHashMap<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    PlayedService() {
        server = listen(0);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /// @param request such as `GET /orders/7`
    PlayedService on(String request, Act act) {
        acts.put(request, act);
        return this;
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /// The requests for this target, query included.
    List<Heard> heard(String target) {
        return heard.stream().filter(one -> one.target.equals(target)).toList();
    }

    long openConnections() {
        return sockets.stream().filter(socket -> !socket.isClosed()).count();
    }

    /// Hangs up on everybody and refuses new connections.
    void goAway() {
        close();
    }

    /// Listens again, at the same address.
    void comeBack() {
        server = listen(server.getLocalPort());
    }

    static Act json(int status, Object body, String... headers) {
        return (heard, out) -> answer(out, status, Json.write(body), headers);
    }

    static void answer(OutputStream out, int status, byte[] body, String... headers)
            throws IOException {
        var head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        for (var header : headers) head.append(header).append("\r\n");
        if (status != 204 && status != 304)
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    static void beginStream(OutputStream out) throws IOException {
        text(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n");
    }

    static void chunk(OutputStream out, String data) throws IOException {
        text(out, Integer.toHexString(data.length()) + "\r\n" + data + "\r\n");
    }

    static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    static Act reset() {
        return (heard, out) -> {
            throw new IOException("reset");
        };
    }

    static Act hang() {
        return (heard, out) -> pause(60_000);
    }

    static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private ServerSocket listen(int port) {
        try {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            Thread.ofVirtual().start(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (true) {
            try {
                var socket = listening.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (Heard next; (next = read(in)) != null; ) {
                heard.add(next);
                var path = next.target.replaceAll("\\?.*", "");
                var act =
                        acts.getOrDefault(next.method + " " + path, json(200, Map.of("ok", true)));
                try {
                    act.play(next, socket.getOutputStream());
                } catch (IOException e) {
                    socket.setSoLinger(true, 0);
                    return;
                }
            }
        } catch (IOException e) {
            // the other side went away
        }
    }

    private static Heard read(InputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) return null;
        var headers = new ArrayList<String>();
        var length = 0;
        var chunked = false;
        for (String line; !(line = line(in)).isEmpty(); ) {
            var colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            headers.add(name + ": " + value);
            if (name.equals("content-length")) length = Integer.parseInt(value);
            if (name.equals("transfer-encoding")) chunked = true;
        }
        var words = first.split(" ", 3);
        var body = chunked ? chunks(in) : in.readNBytes(length);
        return new Heard(words[0], words[1], headers, body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        for (int size; (size = Integer.parseInt(line(in), 16)) > 0; ) {
            whole.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return whole.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c; (c = in.read()) >= 0 && c != '\n'; ) if (c != '\r') line.append((char) c);
        return line.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : sockets) socket.close();
            sockets.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
