package gofood.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A collector of traces, played by hand: it takes OTLP over HTTP and remembers the spans. It reads
/// protobuf itself, by the field numbers of `trace.proto`: the library for it would come in another
/// version than the one that reads the city's map, and one of them would win.
public final class OtlpReceiver implements AutoCloseable {
    private static final List<String> KINDS =
            List.of("UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");
    private static final int ERROR = 2;

    private final HttpServer server;
    private final List<Seen> spans = new CopyOnWriteArrayList<>();

    /// @param parent the number of the span that it is a part of, or nothing
    /// @param links the traces that it is linked to
    public record Seen(
            String service,
            String trace,
            String span,
            String parent,
            String kind,
            String name,
            boolean failed,
            List<String> links) {}

    public OtlpReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// As `OTEL_EXPORTER_OTLP_ENDPOINT` names it.
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Seen> spans() {
        return List.copyOf(spans);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (!"application/x-protobuf".equals(type)) throw new IOException("what is " + type);
            var request = Message.of(exchange.getRequestBody().readAllBytes());
            request.all(1).forEach(this::takeResource);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void takeResource(Message of) {
        var service =
                of.all(1).getFirst().all(1).stream()
                        .filter(attribute -> attribute.text(1).equals("service.name"))
                        .map(attribute -> attribute.all(2).getFirst().text(1))
                        .findFirst()
                        .orElseThrow();
        for (var scope : of.all(2)) for (var span : scope.all(2)) spans.add(seen(service, span));
    }

    private static Seen seen(String service, Message span) {
        return new Seen(
                service,
                span.hex(1),
                span.hex(2),
                span.hex(4),
                KINDS.get((int) span.number(6)),
                span.text(5),
                span.all(15).stream().anyMatch(status -> status.number(3) == ERROR),
                span.all(13).stream().map(link -> link.hex(1)).toList());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Field(int tag, long number, byte[] bytes) {}

    private record Message(List<Field> fields) {
        static Message of(byte[] bytes) {
            var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            var fields = new ArrayList<Field>();
            while (in.hasRemaining()) {
                var key = varint(in);
                var tag = (int) (key >>> 3);
                switch ((int) key & 7) {
                    case 0 -> fields.add(new Field(tag, varint(in), new byte[0]));
                    case 1 -> fields.add(new Field(tag, in.getLong(), new byte[0]));
                    case 5 -> fields.add(new Field(tag, in.getInt(), new byte[0]));
                    case 2 -> {
                        var value = new byte[(int) varint(in)];
                        in.get(value);
                        fields.add(new Field(tag, 0, value));
                    }
                    default -> throw new IllegalArgumentException("not protobuf: " + key);
                }
            }
            return new Message(fields);
        }

        private static long varint(ByteBuffer in) {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                var part = in.get();
                value |= (part & 0x7fL) << shift;
                if (part >= 0) return value;
            }
        }

        List<Message> all(int tag) {
            return fields.stream()
                    .filter(field -> field.tag == tag)
                    .map(field -> of(field.bytes))
                    .toList();
        }

        private byte[] bytes(int tag) {
            return fields.stream()
                    .filter(field -> field.tag == tag)
                    .findFirst()
                    .map(Field::bytes)
                    .orElse(new byte[0]);
        }

        String text(int tag) {
            return new String(bytes(tag), UTF_8);
        }

        String hex(int tag) {
            return HexFormat.of().formatHex(bytes(tag));
        }

        long number(int tag) {
            return fields.stream()
                    .filter(field -> field.tag == tag)
                    .mapToLong(Field::number)
                    .findFirst()
                    .orElse(0);
        }
    }
}
