package gofood.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import gofood.platform.testing.TestClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusTest {
    @Test
    void replicas_are_targets_of_their_services_job() {
        var urls =
                Map.of(
                        "order",
                        URI.create("http://127.0.0.1:8082"),
                        "order-2",
                        URI.create("http://127.0.0.1:8182"),
                        "city",
                        URI.create("http://127.0.0.1:8086"));
        assertThat(Prometheus.configuration(urls))
                .containsOnlyOnce("job_name: order")
                .contains("127.0.0.1:8082", "127.0.0.1:8182")
                .contains(
                        "- job_name: city\n    static_configs: [{targets: [\"127.0.0.1:8086\"]}]");
        assertThat(Prometheus.isInstalled("/nowhere:/neither")).isFalse();
    }

    @Test
    void it_reads_the_services_knows_the_rules_and_ends_with_us(@TempDir Path folder)
            throws Exception {
        assumeTrue(Prometheus.isInstalled(System.getenv("PATH")), "Prometheus is not installed");
        var service =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext(
                "/metrics",
                exchange -> {
                    var text = "outbox_parked 3\n".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, text.length);
                    exchange.getResponseBody().write(text);
                    exchange.close();
                });
        service.start();
        try (var data = DataFolder.open(folder)) {
            var url = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
            var port = Ports.firstFree(Scratch.freePorts());
            TestClient client;
            try (var prometheus = Prometheus.start(data, Map.of("order", url), port)) {
                client = new TestClient(prometheus.url(), "");
                Town.await(
                        "what the service tells",
                        () -> client.get("/api/v1/query?query=outbox_parked").body(),
                        answer -> answer.at("/data/result/0/value/1").asText().equals("3"));
                var groups = client.get("/api/v1/rules").body().at("/data/groups");
                var rules =
                        StreamSupport.stream(groups.spliterator(), false)
                                .mapToInt(group -> group.path("rules").size())
                                .sum();
                assertThat(rules).isEqualTo(PromFiles.rules().size());
            }
            assertThat(Ports.firstFree(port)).as("free again").isEqualTo(port);
        } finally {
            service.stop(0);
        }
    }
}
