package gofood.platform;

import com.nimbusds.jose.jwk.JWKSet;
import gofood.platform.http.Peer;
import gofood.platform.http.Standard;
import gofood.platform.http.Tokens;
import gofood.platform.http.Upstream;
import gofood.platform.http.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/// Run once while an image is built, with `-XX:AOTCacheOutput`: what the JVM has loaded and linked
/// by its end, it finds ready-made at every start. There is no database by then, so that the
/// service itself can't be started: its classes are loaded by name, and a server and a client of
/// the platform talk for a moment.
public final class Rehearsal {
    /// Those whose classes nearly all are needed at a start.
    private static final List<String> WHOLE =
            List.of("contracts-", "platform-", "HikariCP-", "postgresql-", "flyway-");

    private Rehearsal() {}

    /// @param args the service's own jar; the others lie beside it
    public static void main(String[] args) throws IOException {
        var own = Path.of(args[0]).toAbsolutePath();
        try (var jars = Files.list(own.resolveSibling(""))) {
            jars.filter(jar -> jar.equals(own) || isWhole(jar)).forEach(Rehearsal::load);
        }
        talk();
    }

    private static boolean isWhole(Path jar) {
        return WHOLE.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }

    private static void load(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.contains("-"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .forEach(Rehearsal::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // it is for a library that we don't have, or for something that needs one
        }
    }

    private static void talk() throws IOException {
        var port = freePort();
        var tokens =
                new Tokens(
                        "rehearsal",
                        "rehearsal-rehearsal-rehearsal-rehearsal-rehearsal-",
                        () -> new JWKSet(List.of()),
                        Clock.systemUTC());
        var metrics = Meters.registry();
        var routes = new Standard("rehearsal", Optional.empty(), metrics).routes();
        var server = new Web(tokens, Optional.empty(), metrics).serve("127.0.0.1", port, routes);
        try {
            var self = List.of(URI.create("http://127.0.0.1:" + port));
            var peer = new Peer(new Upstream("rehearsal", self), tokens);
            peer.get("/status").as(Standard.Status.class);
            peer.get("/metrics");
        } finally {
            server.close();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
