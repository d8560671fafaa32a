package gofood.app;

import gofood.platform.run.Running;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The Prometheus of this machine, watching this goFOOD with the rules of `deploy/alerts`. It ends
/// with us, however that comes about.
final class Prometheus implements Running {
    static final int OFFSET = 1090;
    static final List<String> RULES = List.of("gofood.rules.yaml", "slo.rules.yaml");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // it ends when its input does, so also after a kill -9 of the launcher
    private static final String TIED =
            "trap '' INT HUP; \"$@\" </dev/null & own=$!; read -r _; kill \"$own\"; wait \"$own\"";

    private final Process process;
    private final URI url;

    private Prometheus(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static boolean isInstalled(String path) {
        return List.of(path.split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, "prometheus"))
                .anyMatch(Files::isExecutable);
    }

    /// @param urls by replica, as the launcher tells them
    /// @throws CannotStart when it does not get ready
    static Prometheus start(DataFolder data, Map<String, URI> urls, int port) {
        var folder = data.root().resolve("prometheus");
        var url = URI.create("http://127.0.0.1:" + port);
        var log = data.log("prometheus");
        try {
            Files.createDirectories(folder.resolve("alerts"));
            for (var rules : RULES) copy(rules, folder.resolve("alerts").resolve(rules));
            Files.writeString(folder.resolve("prometheus.yaml"), configuration(urls));
            var process =
                    new ProcessBuilder(command(folder, url))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            var started = new Prometheus(process, url);
            if (started.getsReady()) return started;
            started.close();
            throw new CannotStart("Prometheus does not get ready; see " + log);
        } catch (IOException e) {
            throw new CannotStart("Prometheus cannot be started: " + e.getMessage(), e);
        }
    }

    URI url() {
        return url;
    }

    private static List<String> command(Path folder, URI url) {
        var command = new ArrayList<>(List.of("sh", "-c", TIED, "sh", "prometheus"));
        command.add("--config.file=" + folder.resolve("prometheus.yaml"));
        command.add("--storage.tsdb.path=" + folder.resolve("data"));
        command.add("--storage.tsdb.retention.size=500MB");
        command.add("--web.listen-address=" + url.getAuthority());
        command.add("--log.level=warn");
        return command;
    }

    /// A job is named after its service, with a target for each replica.
    static String configuration(Map<String, URI> urls) {
        var targets = new TreeMap<String, List<String>>();
        urls.forEach((replica, url) ->
                targets.computeIfAbsent(replica.replaceFirst("-\\d+$", ""), _ -> new ArrayList<>())
                        .add('"' + url.getAuthority() + '"'));
        var text =
                new StringBuilder(
                        """
                        global: {scrape_interval: 5s, evaluation_interval: 5s}
                        rule_files: [alerts/*.rules.yaml]
                        scrape_configs:
                        """);
        targets.forEach((service, all) ->
                text.append(
                        """
                          - job_name: %s
                            static_configs: [{targets: [%s]}]
                        """
                                .formatted(service, String.join(", ", all))));
        return text.toString();
    }

    private static void copy(String rules, Path to) throws IOException {
        try (InputStream file = Prometheus.class.getResourceAsStream("/alerts/" + rules)) {
            if (file == null) throw new IOException("the rules " + rules + " are not in the jar");
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private boolean getsReady() {
        var deadline = Instant.now().plus(PATIENCE);
        var ready = HttpRequest.newBuilder(url.resolve("/-/ready")).timeout(PATIENCE).build();
        try (var client = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(deadline) && process.isAlive()) {
                try {
                    var answer = client.send(ready, HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == 200) return true;
                } catch (IOException notYet) {
                    // it does not listen yet
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
