package gofood.bench.load;

import gofood.platform.run.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A web server with two workers that writes no log: what files and passing on cost at least.
public final class Nginx implements Running {
    private static final Duration START = Duration.ofSeconds(10);

    private final Shell shell;
    private final Process process;
    private final URI door;

    private Nginx(Shell shell, Process process, URI door) {
        this.shell = shell;
        this.process = process;
        this.door = door;
    }

    /// @param folder of its own, where files below `www` are served
    /// @param backend to which everything below `/via` goes on
    public static Nginx start(Shell shell, Path program, Path folder, int port, URI backend)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("www"));
        var settings = Files.writeString(folder.resolve("nginx.conf"), settings(port, backend));
        var builder =
                new ProcessBuilder(
                                program.toString(),
                                "-p",
                                folder.toString(),
                                "-c",
                                settings.toString(),
                                "-e",
                                folder.resolve("error.log").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.log").toFile());
        var process = shell.start(builder);
        awaitDoor(process, port, folder);
        return new Nginx(shell, process, URI.create("http://127.0.0.1:" + port));
    }

    private static String settings(int port, URI backend) {
        // who starts as root would otherwise serve as nobody, who may not read our folder
        var root = "root".equals(System.getProperty("user.name")) ? "user root root;\n" : "";
        return root
                + """
                worker_processes 2;
                pid nginx.pid;
                daemon off;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    keepalive_requests 1000000000;
                    sendfile on;
                    tcp_nopush on;
                    tcp_nodelay on;
                    open_file_cache max=100;
                    default_type application/json;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    upstream backend {
                        server %s;
                        keepalive 64;
                        keepalive_requests 1000000000;
                    }
                    server {
                        listen 127.0.0.1:%d;
                        root www;
                        location / { gzip_static on; }
                        location /via/ {
                            proxy_pass http://backend/;
                            proxy_http_version 1.1;
                            proxy_set_header Connection "";
                        }
                    }
                }
                """
                        .formatted(backend.getAuthority(), port);
    }

    private static void awaitDoor(Process process, int port, Path folder)
            throws IOException, InterruptedException {
        var deadline = Instant.now().plus(START);
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                if (process.isAlive()) return;
            } catch (IOException e) {
                // not yet
            }
            if (!process.isAlive() || Instant.now().isAfter(deadline))
                throw new IOException(
                        "nginx does not answer: "
                                + lines(folder.resolve("nginx.log"))
                                + lines(folder.resolve("error.log")));
            Thread.sleep(20);
        }
    }

    private static List<String> lines(Path log) throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    public URI door() {
        return door;
    }

    @Override
    public void close() {
        shell.end(process);
    }
}
