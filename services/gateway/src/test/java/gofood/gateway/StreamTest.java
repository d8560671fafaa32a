package gofood.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Live streams on their way through the gateway.
class StreamTest {
    private static final String END = "end";
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private Town town;

    @BeforeEach
    void open() {
        town =
                new Town(
                        "GATEWAY_STREAM_PROBE_SECONDS",
                        "1",
                        "GATEWAY_STREAMS_EACH",
                        "2",
                        "GATEWAY_TIMEOUT_SECONDS",
                        "1",
                        "GATEWAY_STREAM_SILENCE_SECONDS",
                        "3");
        town.service("order").on("GET /orders/7/stream", this::tell);
        town.secondOrder.on("GET /orders/7/stream", this::tell);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void tell(PlayedService.Heard heard, java.io.OutputStream out) throws IOException {
        PlayedService.beginStream(out);
        PlayedService.chunk(out, "retry: 2000\n\n");
        try {
            for (String next; !(next = news.take()).equals(END); ) {
                if (next.equals("reset")) throw new IOException("reset");
                PlayedService.chunk(out, next);
            }
            PlayedService.text(out, "0\r\n\r\n");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Socket listen(String path, String... headers) throws IOException {
        var socket = town.connect();
        var head = "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + String.join("\r\n", headers);
        PlayedService.text(socket.getOutputStream(), head + "\r\n\r\n");
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String await(BufferedReader reader, String text) throws IOException {
        for (String line; (line = reader.readLine()) != null; )
            if (line.contains(text)) return line;
        throw new AssertionError("the stream ended before " + text);
    }

    @Test
    void an_event_arrives_within_200_ms_and_the_stream_outlives_the_routes_time() throws Exception {
        try (var socket = listen("/orders/7/stream", "Last-Event-ID: 41")) {
            var reader = reader(socket);
            await(reader, "retry");
            for (int i = 0; i < 15; i++) {
                var sent = System.nanoTime();
                news.add("id: " + i + "\ndata: {\"n\":" + i + "}\n\n");
                await(reader, "{\"n\":" + i + "}");
                assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent)).isLessThan(200);
                Thread.sleep(100);
            }
        }
        var heard = town.service("order").heard().size() + town.secondOrder.heard().size();
        assertThat(heard).isEqualTo(1);
    }

    @Test
    void what_accepts_an_event_stream_is_one_too() throws Exception {
        town.service("notification").on("GET /notifications", this::tell);
        try (var socket = listen("/notifications", "Accept: text/event-stream")) {
            var reader = reader(socket);
            assertThat(await(reader, "ontent-").toLowerCase()).contains("content-");
            await(reader, "retry");
            news.add("data: now\n\n");
            await(reader, "now");
        }
    }

    @Test
    void when_the_client_goes_the_service_is_let_go() throws Exception {
        var socket = listen("/orders/7/stream");
        await(reader(socket), "retry");
        var serving =
                town.service("order").heard().isEmpty() ? town.secondOrder : town.service("order");
        assertThat(serving.openConnections()).isEqualTo(1);
        socket.close();
        // the first probe finds out that nobody is there, the second fails
        Thread.sleep(2_600);
        assertThat(metric("gateway_streams")).isEqualTo("0.0");
        news.add("data: anybody there?\n\n");
        Thread.sleep(100);
        news.add("data: really?\n\n");
        Thread.sleep(200);
        assertThat(serving.openConnections()).isZero();
    }

    private String metric(String name) {
        var text = new String(town.anyone().get("/metrics").raw().body(), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .orElse("? ?")
                .split(" ", -1)[1];
    }

    @Test
    void a_silent_streams_client_is_probed_with_comments_only() throws Exception {
        try (var socket = listen("/orders/7/stream")) {
            var reader = reader(socket);
            await(reader, "retry");
            await(reader, ":");
            news.add("data: after the silence\n\n");
            await(reader, "after the silence");
        }
    }

    @Test
    void a_probe_does_not_tear_half_a_line_apart() throws Exception {
        try (var socket = listen("/orders/7/stream")) {
            var reader = reader(socket);
            await(reader, "retry");
            news.add("data: half ");
            Thread.sleep(1_500);
            news.add("and half\n\n");
            await(reader, "data: half ");
            // the next chunk's length stands between the halves, no comment
            assertThat(reader.readLine()).isEqualTo("a");
            assertThat(reader.readLine()).isEqualTo("and half");
        }
    }

    @Test
    void when_the_service_ends_the_stream_the_client_hears_it() throws Exception {
        try (var socket = listen("/orders/7/stream")) {
            var reader = reader(socket);
            await(reader, "retry");
            news.add("data: last\n\n");
            news.add(END);
            await(reader, "last");
            String line;
            do line = reader.readLine();
            while (line != null && !line.equals("0"));
            assertThat(line).isEqualTo("0");
        }
    }

    @Test
    void when_the_service_breaks_the_clients_stream_ends() throws Exception {
        try (var socket = listen("/orders/7/stream")) {
            var reader = reader(socket);
            await(reader, "retry");
            news.add("reset");
            String line;
            do line = reader.readLine();
            while (line != null && !line.equals("0"));
        }
    }

    @Test
    void a_stream_that_stays_silent_below_the_heartbeat_is_given_up() throws Exception {
        try (var socket = listen("/orders/7/stream")) {
            var reader = reader(socket);
            await(reader, "retry");
            var started = System.nanoTime();
            String line;
            do line = reader.readLine();
            while (line != null && !line.equals("0"));
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started))
                    .isBetween(2_500L, 4_500L);
        }
    }

    @Test
    void one_client_has_only_so_many_streams_open() throws Exception {
        try (var first = listen("/orders/7/stream");
                var second = listen("/orders/7/stream")) {
            await(reader(first), "retry");
            await(reader(second), "retry");
            var third = town.anyone().get("/orders/7/stream");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.code()).isEqualTo("too_many_streams");
        }
    }

    @Test
    void a_refused_stream_is_an_ordinary_answer() {
        var refuse = PlayedService.json(404, java.util.Map.of("code", "not_found"));
        town.service("order").on("GET /orders/8/stream", refuse);
        town.secondOrder.on("GET /orders/8/stream", refuse);
        var answer = town.anyone().get("/orders/8/stream");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not_found");
    }

    @Test
    void stopping_the_gateway_does_not_wait_for_open_streams() throws Exception {
        var other = new Town();
        other.service("notification").on("GET /notifications/stream", this::tell);
        try (var socket = other.connect()) {
            PlayedService.text(
                    socket.getOutputStream(),
                    "GET /notifications/stream HTTP/1.1\r\nHost: x\r\n\r\n");
            await(reader(socket), "retry");
            var started = System.nanoTime();
            other.close();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started))
                    .isLessThan(2_500L);
        }
    }
}
