package gofood.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line as one sees it, in a process of its own.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
final class MainTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"up", "split"})
    void it_is_ready_when_every_service_answers_and_stops_when_asked(String way) throws Exception {
        var port = Scratch.freePorts();
        var process = gofood(way, "--data", folder.toString(), "--port", Integer.toString(port));
        var lines = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String line;
            while ((line = out.readLine()) != null) {
                lines.add(line);
                if (!line.startsWith("ready in ")) continue;
                var order = URI.create("http://127.0.0.1:" + (port + 82));
                assertThat(Scratch.get(order, "/status")).isEqualTo("ok");
                // unlike Process.destroy, this leaves its output open
                process.toHandle().destroy();
            }
        }
        assertThat(lines).endsWith("stopping", "stopped");
        assertThat(lines).anyMatch(line -> line.contains("http://127.0.0.1:" + port + "/docs"));
        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(folder.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void a_taken_port_is_one_sentence_and_no_stack_trace() throws Exception {
        var port = Scratch.freePorts();
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var process =
                    gofood("up", "--data", folder.toString(), "--port", Integer.toString(port));
            assertThat(output(process))
                    .first()
                    .asString()
                    .startsWith(
                            "gofood: Port "
                                    + port
                                    + ", which the gateway service needs, is taken.");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void a_data_folder_in_use_is_one_sentence_and_no_stack_trace() throws Exception {
        try (var _ = DataFolder.open(folder)) {
            var process = gofood("up", "--data", folder.toString());
            assertThat(output(process))
                    .singleElement()
                    .asString()
                    .startsWith("gofood: The data folder " + folder + " is in use by another");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void a_missing_setting_is_named() throws Exception {
        var process = gofood("run", "order");
        assertThat(output(process)).containsExactly("gofood: The setting BIND_HOST is missing.");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static List<String> output(Process process) throws Exception {
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return text.lines().toList();
    }

    private static Process gofood(String... arguments) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var path = System.getProperty("java.class.path");
        var command =
                Stream.of(java, "-XX:TieredStopAtLevel=1", "-cp", path, SmallMain.class.getName());
        return new ProcessBuilder(Stream.concat(command, Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
    }
}
