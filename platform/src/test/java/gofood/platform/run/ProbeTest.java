package gofood.platform.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ProbeTest {
    @Test
    void a_service_is_well_when_it_says_so() throws Exception {
        assertThat(answering("HTTP/1.1 200 OK\r\n\r\n")).isTrue();
    }

    @Test
    void a_service_that_is_not_ready_is_not_well() throws Exception {
        assertThat(answering("HTTP/1.1 503 Service Unavailable\r\n\r\n")).isFalse();
    }

    @Test
    void a_service_that_hangs_up_is_not_well() throws Exception {
        assertThat(answering("")).isFalse();
    }

    @Test
    void a_port_where_nobody_listens_is_not_well() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThat(Probe.isReady(port)).isFalse();
    }

    private static boolean answering(String answer) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var asked =
                    CompletableFuture.supplyAsync(() -> {
                        try (var client = server.accept()) {
                            var in = client.getInputStream();
                            var lines = new BufferedReader(new InputStreamReader(in, US_ASCII));
                            var first = lines.readLine();
                            while (!lines.readLine().isEmpty()) {}
                            client.getOutputStream().write(answer.getBytes(US_ASCII));
                            return first;
                        } catch (IOException e) {
                            return e.toString();
                        }
                    });
            var ready = Probe.isReady(server.getLocalPort());
            assertThat(asked.get()).isEqualTo("GET /health/ready HTTP/1.1");
            return ready;
        }
    }
}
