package gofood.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import gofood.platform.testing.TestBed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What tests use again and again: the unpacked PostgreSQL, and ports that nobody has.
final class Scratch {
    /// Shared by all tests, so that PostgreSQL is unpacked once.
    static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private Scratch() {}

    static Postgres postgres(DataFolder data) {
        return Postgres.start(data, BINARIES, TestBed.freePort());
    }

    static Options options(boolean demo) {
        return options(demo, Map.of());
    }

    static Options options(boolean demo, Map<String, String> more) {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        return new Options(
                BINARIES,
                "127.0.0.1",
                freePorts(),
                Optional.empty(),
                demo,
                Optional.empty(),
                1,
                false,
                environment);
    }

    /// A port for the gateway whose followers are free as well.
    static int freePorts() {
        while (true) {
            var base = TestBed.freePort();
            if (isFree(base + 80, base + 87) && isFree(base + 180, base + 187)) return base;
        }
    }

    private static boolean isFree(int first, int last) {
        for (var port = first; port <= last; port++)
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        return true;
    }

    static String get(URI server, String path) throws IOException {
        var connection = server.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(2000);
        connection.setReadTimeout(5000);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), UTF_8);
        }
    }
}
