package gofood.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The short form of `./gofood chaos`: one seed, a handful of faults.
@Timeout(value = 900, unit = TimeUnit.SECONDS)
@EnabledOnOs(OS.LINUX)
final class ShortRunTest {
    @TempDir Path folder;

    @Test
    void nothing_is_lost_stuck_or_charged_twice_whatever_breaks() {
        var code =
                Main.execute(
                        "--seed=7",
                        "--rate=1",
                        "--only=kill-both-order,kill-postgres,lose-answers-payment-order",
                        "--binaries=" + Path.of("target/postgres-binaries").toAbsolutePath(),
                        "--data=" + folder.resolve("run"),
                        "--port=" + freePorts());
        assertThat(code).as("violations, see above").isZero();
    }

    @Test
    void a_fault_that_does_not_exist_is_refused() {
        assertThat(Main.execute("--only=kill-everybody")).isEqualTo(2);
    }

    /// A port whose followers, of both replicas, are free as well.
    private static int freePorts() {
        return IntStream.iterate(23_000, port -> port < 60_000, port -> port + 1000)
                .filter(port -> IntStream.range(port, port + 300).allMatch(ShortRunTest::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
