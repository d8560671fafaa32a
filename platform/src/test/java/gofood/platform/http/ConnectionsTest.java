package gofood.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.Method;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How connections to another service are kept and used again.
class ConnectionsTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final Connections connections = new Connections(Duration.ofSeconds(5));
    private final AtomicInteger opened = new AtomicInteger();
    private final Semaphore closed = new Semaphore(0);
    private volatile long answersAfterMillis;
    private volatile boolean hangsUp;
    private ServerSocket door;

    @BeforeEach
    void open() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    private void serve() {
        try {
            while (true) {
                var socket = door.accept();
                opened.incrementAndGet();
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            for (String line; (line = in.readLine()) != null; ) {
                if (!line.isEmpty()) continue;
                Thread.sleep(answersAfterMillis);
                socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                if (hangsUp) break;
            }
        } catch (IOException | InterruptedException e) {
            // who asked has gone
        }
        closed.release();
    }

    private int ask(Method method, Duration patience, boolean anew) {
        var host = URI.create("http://127.0.0.1:" + door.getLocalPort());
        var request = connections.request(method, host, "/x?y=%20").readTimeout(patience);
        try (var response = connections.send(host, request, new byte[0], anew)) {
            response.as(byte[].class);
            return response.status().code();
        }
    }

    private int ask(Method method) {
        return ask(method, Duration.ofSeconds(10), false);
    }

    @Test
    void a_connection_is_used_again_unless_a_new_one_is_wanted() {
        for (int i = 0; i < 5; i++) assertThat(ask(Method.GET)).isEqualTo(200);
        assertThat(opened).hasValue(1);
        assertThat(ask(Method.GET, Duration.ofSeconds(10), true)).isEqualTo(200);
        assertThat(opened).hasValue(2);
    }

    @Test
    void what_the_other_side_has_closed_is_not_used_again() throws InterruptedException {
        hangsUp = true;
        for (int i = 0; i < 5; i++) {
            // it can't be asked again, so that one over a dead connection would fail
            assertThat(ask(Method.POST)).isEqualTo(200);
            closed.acquire();
        }
        assertThat(opened).hasValue(5);
    }

    @Test
    void an_answer_has_the_time_of_its_own_request() throws InterruptedException {
        assertThat(ask(Method.GET, Duration.ofSeconds(1), false)).isEqualTo(200);
        answersAfterMillis = 300;
        // the time of the first request would end before this answer
        Thread.sleep(950);
        assertThat(ask(Method.GET)).isEqualTo(200);
        assertThat(opened).hasValue(1);
    }
}
