package gofood.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Renders with `kubectl kustomize`. The kubectl of some distributions is too old for components.
final class Kustomize {
    private static final Pattern VERSION = Pattern.compile("Kustomize Version: v(\\d+)");
    private static final Map<Path, Manifests> RENDERED = new ConcurrentHashMap<>();

    private static final Path OVERLAYS = SourceTree.KUBERNETES.resolve("overlays");

    /// Every component stands in an overlay or here, which a test sees to.
    static final List<String> MIXTURES =
            List.of(
                    "+ istio canary",
                    "+ istio ab-test",
                    "+ istio faults",
                    "+ postgres simulator network-policies observability istio istio-ambient");

    private Kustomize() {}

    /// @return why nothing can be rendered on this machine; empty if it can
    static String missing() {
        try {
            var version = VERSION.matcher(run(List.of("kubectl", "version", "--client")));
            if (!version.find()) return "this kubectl doesn't say which kustomize it has";
            return Integer.parseInt(version.group(1)) >= 5
                    ? ""
                    : "kubectl has a kustomize before 5";
        } catch (UncheckedIOException e) {
            return "kubectl is not installed";
        }
    }

    private static Manifests render(Path folder) {
        return RENDERED.computeIfAbsent(
                folder, it -> Manifests.of(run(List.of("kubectl", "kustomize", it.toString()))));
    }

    /// Everything that can be applied: the overlays by name, and components that no overlay has.
    static List<String> everything() {
        try (var all = Files.list(OVERLAYS)) {
            return Stream.concat(
                            all.map(it -> it.getFileName().toString()).sorted(), MIXTURES.stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param name an overlay's, or `+` and the components to put on the base
    static Manifests of(String name) {
        return name.startsWith("+")
                ? with(name.substring(1).strip().split(" "))
                : render(OVERLAYS.resolve(name));
    }

    /// The base with some components, as an overlay of somebody's own would have them.
    private static Manifests with(String... components) {
        var folder = Path.of("target/kustomize", String.join("+", components)).toAbsolutePath();
        var deploy = folder.relativize(SourceTree.KUBERNETES);
        var kustomization =
                """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: gofood
                resources: [%s/base]
                components: [%s]
                """
                        .formatted(
                                deploy,
                                List.of(components).stream()
                                        .map(name -> deploy + "/components/" + name)
                                        .collect(Collectors.joining(", ")));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return render(folder);
    }

    private static String run(List<String> command) {
        try {
            var errors = Files.createTempFile("kubectl", ".err");
            var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0)
                throw new AssertionError(command + ": " + Files.readString(errors));
            Files.delete(errors);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
